/**
 * How long the text from `start` to `end` is in words: runs of characters between white space, and in scripts without spaces two
 * letters for one word. Signs without letter or digit do not count.
 */
export function countWords(text: Uint16Array, start: number, end: number): number {
  let words = 0;
  let letters = 0; // of scripts without spaces
  let inWord = false;
  for (let i = start; i < end; i++) {
    const unit = text[i];
    if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200b)) {
      inWord = false;
    } else if (isUnspaced(unit)) {
      letters++;
      inWord = false;
    } else if (!inWord && isWordUnit(unit)) {
      words++;
      inWord = true;
    }
  }
  return words + Math.ceil(letters / 2);
}

/** Han, kana, Thai, Lao, Burmese and Khmer letters: scripts that put no spaces between words. */
function isUnspaced(unit: number): boolean {
  if (unit < 0xe00) return false;
  return (
    (unit >= 0x3040 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xe00 && unit <= 0xeff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff)
  );
}

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || ((unit | 32) >= 0x61 && (unit | 32) <= 0x7a);
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x206f) && !(unit >= 0x3000 && unit <= 0x303f);
}
