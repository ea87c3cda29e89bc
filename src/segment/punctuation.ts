// What a sign can be, as bits of `signs`.
const SENTENCE_END = 1;
const CLOSER = 2;
const OPENER = 4;
/** Opens a list item. */
export const BULLET = 8;
/** Leads on to what follows, so a line that ends with it is no heading. */
export const OPEN_END = 16;
export const CLOSING_QUOTE = 32;
/** Ends a sentence that may as well be a title. */
export const QUESTION = 64;

/** Bits by code unit: a look into a table costs a tenth of a search in a string of signs. */
export const signs: Uint8Array = new Uint8Array(0x10000);

const kinds: readonly (readonly [bit: number, signs: string])[] = [
  // full stops, question and exclamation marks of the scripts that news is written in
  [SENTENCE_END, '.!?…。！？｡؟۔।።'],
  // quotes and brackets that may stand behind the end of a sentence
  [CLOSER, `"'”’»)]）」』〉》›`],
  [OPENER, `"“„«‘'「『‚‹《`],
  [BULLET, '-*•·‣◦▪●○■□–—➤►▶✓'],
  [OPEN_END, ',;:，；：、'],
  [CLOSING_QUOTE, `"”’»」』›`],
  [QUESTION, '?？!！'],
];
for (const [bit, list] of kinds) for (const sign of list) signs[sign.charCodeAt(0)] |= bit;

const TAG_START = 0x3c;
const TAG_END = 0x3e;
/** Longest tag that a scraper leaves behind a sentence. */
const MAX_TAG_UNITS = 16;

/** Whether the text from `start` to `end` ends a sentence: a full stop or its like, then only closers and tags. */
export function endsSentence(text: Uint16Array, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start) {
    if (text[last] === TAG_END) {
      const tag = tagStart(text, Math.max(start, last - MAX_TAG_UNITS), last);
      if (tag < 0) break;
      last = tag - 1;
    } else if (signs[text[last]] & CLOSER) last--;
    else break;
  }
  return last >= start && (signs[text[last]] & SENTENCE_END) !== 0;
}

/** Where the tag that ends at `last` begins, not before `from`; -1 when there is none. */
function tagStart(text: Uint16Array, from: number, last: number): number {
  for (let i = last - 1; i >= from; i--) if (text[i] === TAG_START) return i;
  return -1;
}

/** Whether a code unit opens a quotation. */
export function opensQuote(unit: number): boolean {
  return (signs[unit] & OPENER) !== 0;
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
