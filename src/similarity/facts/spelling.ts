/** Spelling of single words: scanning, typing, and the distance between two words. Words are folded. */

/**
 * Letters that scanners take for each other, each as the strokes that it shares with the others: "rn" for "m", "ii" for
 * "u", "cl" for "d". Strokes are only drawn apart, never together, so the form of a letter does not depend on its neighbours.
 */
const strokes = new Map<string, string>();
for (const [letters, form] of [
  ['aeco0', 'o'], ['lijtf1!|', 'l'], ['s5', 's'], ['bh86', 'b'], ['vy', 'v'], ['nu', 'll'], ['m', 'rll'], ['w', 'vv'], ['d', 'ol'], ['z2', 'z'], ['gq9', 'g'],
]) for (const letter of letters) strokes.set(letter, form); // prettier-ignore

/** Forms that were worked out; emptied when it is full. */
let looks = new Map<string, string>();
const MAX_LOOKS = 1 << 15;

/** A word with each letter put for its strokes. */
export function look(key: string): string {
  const known = looks.get(key);
  if (known !== undefined) return known;
  let result = '';
  for (const letter of key) result += strokes.get(letter) ?? letter;
  if (looks.size >= MAX_LOOKS) looks = new Map();
  looks.set(key, result);
  return result;
}

/** Digits and the letters that are drawn alike, so that a word of letters can be read as a number. */
const digitLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '5': 's',
  '8': 'b',
  '6': 'b',
};

/** Whether one of two words is a number that only the scanner saw: "50" for "so", "1" for "I". */
export function looksLikeDigits(a: string, b: string): boolean {
  const plain = (word: string): string => word.replace(/[01i586]/g, (letter) => digitLetters[letter]);
  return a.length === b.length && /\d/.test(a) !== /\d/.test(b) && plain(a) === plain(b);
}

/** Whether scanning can take one word for the other. A digit stands for a letter, never for another digit. */
export function looksSame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > Math.max(3, a.length >> 2)) return false;
  if (look(a) !== look(b)) return false;
  if (!/\d/.test(a) || !/\d/.test(b)) return true;
  if (/^\d*$/.test(a) && /^\d*$/.test(b)) return false;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (isDigit(a, i) && isDigit(b, i) && a[i] !== b[i]) return false;
  return true;
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x30 && unit <= 0x39;
}

/** How a word may have been mistyped: not at all, by letters moved, doubled or lost, or by another letter in place. */
export const NO_SLIP = 0;
export const TYPED = 1;
export const CHANGED = 2;

/** Whether two different keys are spellings of one word, and how. */
export function slipOf(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2 || a === b || Math.abs(a.length - b.length) > 2) return NO_SLIP;
  if (a.length === b.length && shorter > 2 && isSwap(a, b)) return TYPED;
  if (a.length !== b.length && shorter > 2 && isDoubling(a, b)) return TYPED;
  if (shorter < 4) return NO_SLIP;
  const limit = shorter >= 8 ? 2 : 1;
  if (editDistance(a, b, limit) > limit) return NO_SLIP;
  return a.length === b.length ? CHANGED : TYPED;
}

function isSwap(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

function isDoubling(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return i > 0 && long[i] === long[i - 1] && short.slice(i) === long.slice(i + 1);
}

/** Longest word whose distance is worked out; longer ones are as far as can be. */
const MAX_LETTERS = 120;
// three rows of the table, with a margin on either side
const rows = [0, 1, 2].map(() => new Uint16Array(MAX_LETTERS + 3));

/**
 * Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps), or `limit + 1` when it is greater. Only cells
 * within `limit` of the diagonal are filled.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const n = a.length;
  const m = b.length;
  if (a === b) return 0;
  const most = Math.floor(limit);
  if (Math.abs(n - m) > most || n > MAX_LETTERS || m > MAX_LETTERS) return most + 1;
  let [before, previous, current] = rows;
  for (let j = 0; j <= m; j++) previous[j] = j;
  for (let i = 1; i <= n; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    current[from - 1] = from === 1 ? i : most + 1;
    let least = current[from - 1];
    for (let j = from; j <= to; j++) {
      let value = previous[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      if (current[j - 1] + 1 < value) value = current[j - 1] + 1;
      // the cell above the band's end was never filled
      if (j < i + most && previous[j] + 1 < value) value = previous[j] + 1;
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1) &&
        before[j - 2] + 1 < value
      )
        value = before[j - 2] + 1;
      current[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[m], most + 1);
}
