/** Full stops, question and exclamation marks of the scripts that news is written in. */
const sentenceEnds = '.!?…。！？｡؟۔।።';
/** Quotes and brackets that may stand behind the end of a sentence. */
const closers = `"'”’»)]）」』〉》›`;
const openers = `"“„«‘'「『‚‹《`;

/** Longest tag that a scraper leaves behind a sentence. */
const MAX_TAG_UNITS = 16;

/** Whether the text from `start` to `end` ends a sentence: a full stop or its like, then only closers and tags. */
export function endsSentence(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && (closers.includes(text[last]) || text[last] === '>')) {
    const tag = text[last] === '>' ? tagStart(text, Math.max(start, last - MAX_TAG_UNITS), last) : last;
    if (tag < 0) break;
    last = tag - 1;
  }
  return sentenceEnds.includes(text[last]);
}

/** Where the tag that ends at `last` begins, not before `from`; -1 when there is none. */
function tagStart(text: string, from: number, last: number): number {
  for (let i = last - 1; i >= from; i--) if (text[i] === '<') return i;
  return -1;
}

/** Whether a character opens a quotation. */
export function opensQuote(character: string | undefined): boolean {
  return character !== undefined && openers.includes(character);
}

/** Whether a code unit is a lower-case letter of a script that has case. */
export function isLowerCase(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  const character = String.fromCharCode(unit);
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

/** Whether a code unit is an upper-case letter. */
export function isUpperCase(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase() && character === character.toUpperCase();
}
