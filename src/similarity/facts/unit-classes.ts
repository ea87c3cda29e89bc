/** Classes of UTF-16 code units, as a tokeniser sees them. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A letter of a script that puts no spaces between words. */
export const UNSPACED = 3;
export const KATAKANA = 4;
/** A sign that belongs to a number. */
export const SIGN = 5;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const pages: (Uint8Array | undefined)[] = Array.from({ length: 256 });

/** The class of a unit. Surrogates are letters: what they write is in no list of words. */
export function classOf(unit: number): number {
  return (pages[unit >> 8] ?? makePage(unit >> 8))[unit & 255];
}

function makePage(number: number): Uint8Array {
  const page = Uint8Array.from({ length: 256 }, (_, low) => classify((number << 8) | low));
  pages[number] = page;
  return page;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER;
  const character = String.fromCharCode(unit);
  if (/[\p{Script=Katakana}ー]/u.test(character)) return KATAKANA;
  if (unspaced.test(character)) return /\p{Nd}/u.test(character) ? DIGIT : UNSPACED;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return '%‰$€£¥₹₩₽₺₪฿₫₴₦'.includes(character) ? SIGN : OTHER;
}
