/** Letters that take two columns of a terminal: Hangul, Han, kana, full-width forms, emoji. */
function isWide(codePoint: number): boolean {
  return (
    codePoint >= 0x1100 &&
    (codePoint <= 0x115f ||
      (codePoint >= 0x2e80 && codePoint <= 0xa4cf && codePoint !== 0x303f) ||
      (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
      (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
      (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
      (codePoint >= 0xff00 && codePoint <= 0xff60) ||
      (codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
      (codePoint >= 0x1f300 && codePoint <= 0x1faff) ||
      (codePoint >= 0x20000 && codePoint <= 0x3fffd))
  );
}

const takesNoColumn = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns that a character takes in a terminal: 0, 1 or 2. */
function columnsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  if (isWide(codePoint)) return 2;
  return takesNoColumn.test(character) ? 0 : 1;
}

/** Columns that a text without control characters takes in a terminal. */
export function measureColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

/**
 * Cuts a text into lines of at most `width` columns: at white space, which is squeezed, between letters of scripts
 * without spaces, and inside words that are longer than a line. In linear time.
 *
 * @param width columns, at least 2
 */
export function* wrapText(text: string, width: number): Generator<string, void, undefined> {
  let line = '';
  let columns = 0;
  // what has been read since the last place where a line may end
  let word = '';
  let wordColumns = 0;
  let hasSpace = false;
  function* endWord(): Generator<string, void, undefined> {
    if (word === '') return;
    const gap = hasSpace && line !== '' ? 1 : 0;
    if (line !== '' && columns + gap + wordColumns > width) {
      yield line;
      line = word;
      columns = wordColumns;
    } else {
      line += (gap === 1 ? ' ' : '') + word;
      columns += gap + wordColumns;
    }
    word = '';
    wordColumns = 0;
    hasSpace = false;
  }
  for (const character of text) {
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
      yield* endWord();
      hasSpace = true;
      continue;
    }
    const own = columnsOf(character);
    const mayBreak = own === 2 || wordColumns + own > width;
    if (mayBreak) yield* endWord();
    word += character;
    wordColumns += own;
    if (own === 2) yield* endWord();
  }
  yield* endWord();
  if (line !== '') yield line;
}
