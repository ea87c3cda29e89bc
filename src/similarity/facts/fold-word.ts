/** Marks that writing leaves out freely: accents of Latin, Greek and Cyrillic, points of Arabic and Hebrew. */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05c7]/g;
const plain = /^[a-z0-9]*$/;

/** Letters that do not fall apart into a letter and a mark. */
const singles: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ',
  // spellings of one Arabic letter; Persian forms
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ک: 'ك', ی: 'ي',
}; // prettier-ignore
const single = /[ßæœøłđðþıςأإآٱىةؤئکی]/g;

/** A word without what spelling may leave out: case, accents, apostrophes. Hangul falls apart into its letters. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .replace(/['’ʼ`´]/g, '')
    .replace(single, (letter) => singles[letter])
    .normalize('NFD')
    .replace(marks, '');
}
