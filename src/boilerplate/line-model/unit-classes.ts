/** Classes of UTF-16 code units, as far as the shape of a line depends on them. */
export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
/** A letter of a script without case. */
export const CASELESS = 4;
export const NUMBER = 5;
/** Ends a sentence. */
export const STOP = 6;
/** Comma or semicolon of any script. */
export const COMMA = 7;
export const COLON = 8;
export const QUOTE = 9;
export const BRACKET = 10;
/** What menus are set with: bars, slashes, arrows, bullets. */
export const SEPARATOR = 11;
const DASH = 12;
export const OTHER = 13;
/** Changes nothing: marks, invisible characters, halves of surrogate pairs. */
export const MARK = 14;

export const unitClassCount = 15;

const classes = new Uint8Array(0x10000);

/** The class of a code unit; worked out when the unit is first met. */
export function unitClassOf(unit: number): number {
  const known = classes[unit];
  if (known !== 0) return known;
  return (classes[unit] = classify(String.fromCharCode(unit)));
}

/** Whether a unit is an ideograph or kana: scripts that put no spaces between words, nor between sentences. */
export function isUnspaced(unit: number): boolean {
  return (unit >= 0x2e80 && unit < 0xa4d0) || (unit >= 0xf900 && unit < 0xfb00);
}

function classify(character: string): number {
  if (/[\s\u200b]/u.test(character)) return SPACE;
  if (/[\p{M}\p{Cf}\p{Cs}\p{Cc}]/u.test(character)) return MARK;
  if (/\p{Nd}/u.test(character)) return NUMBER;
  if (/\p{L}/u.test(character)) {
    if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER;
    return /\p{Ll}/u.test(character) ? LOWER : CASELESS;
  }
  if ('.!?…。！？｡؟۔।።'.includes(character)) return STOP;
  if (',;،؛，、；'.includes(character)) return COMMA;
  if (':：'.includes(character)) return COLON;
  if (/[\p{Pi}\p{Pf}"'`„‚「」『』《》〈〉]/u.test(character)) return QUOTE;
  if (/[\p{Ps}\p{Pe}]/u.test(character)) return BRACKET;
  if ('|/\\•·●▪■◆►▶▸→←↑↓><*+=~^_#@©®™×✕✖'.includes(character)) return SEPARATOR;
  return /\p{Pd}/u.test(character) ? DASH : OTHER;
}
