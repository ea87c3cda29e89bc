/**
 * Tells hard-wrapped text from text with one paragraph a line.
 *
 * An editor that wraps at a width breaks a line where the next word would not have fitted. So lines of one
 * paragraph are *tight*: line, space and the next line's first word together are longer than the longest line.
 * Short paragraphs, lists, menus and verse are not tight but by chance.
 */

/** What wrapping needs to know of a line. */
export interface LineShape {
  /** Length of the line without trailing white space, in UTF-16 code units; 0 for a blank line. */
  readonly length: number;
  /** Columns of leading white space, a tab counting 4. */
  readonly indent: number;
  /** Length of the first word. */
  readonly firstWord: number;
  /** Whether the last character ends a sentence, or a quote or bracket behind one. */
  readonly endsSentence: boolean;
  /** Whether the first character is a lower-case letter. */
  readonly startsLower: boolean;
  /** Whether the line begins like a list item. */
  readonly isListItem: boolean;
}

/** Longest line that an editor wraps at; longer lines are paragraphs. */
const MAX_WIDTH = 140;
const MIN_WIDTH = 24;
/** Narrower text is wrapped only when most lines go on in lower case. */
const MIN_SURE_WIDTH = 40;
/** Pairs of lines that must be there to judge a file as a whole, and a run of lines on its own. */
const MIN_FILE_PAIRS = 6;
const MIN_RUN_PAIRS = 2;
/** A tight line fills at least this share of the width, however long the next word is. */
const LEAST_FILLED = 0.6;
/** An indented first line stands out by this many columns. */
const MIN_INDENT = 2;

/** Whether line `i + 1` continues line `i`, for every line of a file. */
export function findContinuations(lines: readonly LineShape[]): Uint8Array {
  const continues = new Uint8Array(lines.length);
  if (lines.length < 2) return continues;
  const fileWidth = wrapWidth(lines, 0, lines.length, MIN_FILE_PAIRS);
  // runs of adjacent lines that are short enough to be wrapped
  for (let start = 0; start < lines.length;) {
    if (!canWrap(lines[start])) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < lines.length && canWrap(lines[end])) end++;
    if (end - start > 1) joinRun(lines, start, end, fileWidth, continues);
    start = end;
  }
  return continues;
}

const canWrap = (line: LineShape): boolean => line.length > 0 && line.length <= MAX_WIDTH;

/** Whether `next` may continue `line` at all: a list item or an indented line begins a paragraph. */
function mayContinue(line: LineShape, next: LineShape): boolean {
  if (!canWrap(line) || !canWrap(next) || next.isListItem) return false;
  // lines of an indented item keep its indentation; what is indented further begins anew
  return next.indent < MIN_INDENT || next.indent <= line.indent || line.isListItem;
}

const isTight = (line: LineShape, next: LineShape, width: number): boolean =>
  line.length + 1 + next.firstWord > width && line.length >= LEAST_FILLED * width;

function joinRun(
  lines: readonly LineShape[],
  start: number,
  end: number,
  fileWidth: number,
  continues: Uint8Array,
): void {
  const width = fileWidth || wrapWidth(lines, start, end, MIN_RUN_PAIRS);
  // a first line that is indented while the next is not: the old way to set paragraphs
  let indented = false;
  for (let i = start; i + 1 < end; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!continues[i - 1] || i === start) indented = line.indent >= MIN_INDENT && next.indent < MIN_INDENT;
    if (!mayContinue(line, next)) continue;
    if (width > 0 && isTight(line, next, width)) continues[i] = 1;
    else if (indented && next.indent < MIN_INDENT && line.length > 40 && !line.endsSentence) continues[i] = 1;
    else if (end - start === 2 && line.length > 40 && !line.endsSentence && next.startsLower)
      continues[i] = 1;
  }
}

/**
 * The width at which lines `start` to `end` are wrapped, or 0 when they are not: most pairs of adjacent lines
 * are tight, and most tight lines break in the middle of a sentence.
 */
function wrapWidth(lines: readonly LineShape[], start: number, end: number, minPairs: number): number {
  let width = 0;
  for (let i = start; i < end; i++) if (canWrap(lines[i]) && lines[i].length > width) width = lines[i].length;
  if (width < MIN_WIDTH) return 0;
  let pairs = 0;
  let tight = 0;
  let open = 0;
  let lower = 0;
  for (let i = start; i + 1 < end; i++) {
    if (!mayContinue(lines[i], lines[i + 1])) continue;
    pairs++;
    if (!isTight(lines[i], lines[i + 1], width)) continue;
    tight++;
    if (!lines[i].endsSentence) open++;
    if (lines[i + 1].startsLower) lower++;
  }
  // a few short lines may be tight by chance; lines that go on in lower case are wrapped
  if (width < MIN_SURE_WIDTH && 2 * lower < tight) return 0;
  return pairs >= minPairs && tight >= 0.55 * pairs && open >= 0.6 * tight ? width : 0;
}
