import { addProfile, PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { CHARACTER_WORD, DIGIT, type NormalisedText } from '../text/normalise.ts';
import type { TextTable } from './text-table.ts';

/** Shortest texts that are compared across files: 8 words, or 24 characters of a script without spaces. */
const MIN_WORDS = 8;
const MIN_CHARACTERS = 24;

/**
 * A shingle is a run of words of this weight: a word weighs 2 and a letter of a script without spaces 1, so a
 * shingle is three words, six such letters, or a mixture.
 */
const SHINGLE_WEIGHT = 6;

/**
 * Number of a normalised text in the table; added with its shingles when it is new. -1 for a text without words,
 * such as a line of asterisks.
 */
export function fingerprint(text: NormalisedText, table: TextTable, withShingles: boolean): number {
  if (text.wordCount === 0) return -1;
  hashUnits(text.units, text.length);
  const known = table.find(low, high);
  if (known >= 0) return known;
  const comparable = isComparable(text);
  const number = table.add(low, high, hashNumbers(text), comparable);
  table.bigrams[number] = addProfile(text.units, text.length, table.profiles, PROFILE_BUCKETS * number);
  if (!comparable || !withShingles) return number;
  addShingles(text, table);
  table.words.add(text);
  return number;
}

/** Whether a text is long enough to be compared across files. */
export function isComparable(text: NormalisedText): boolean {
  const { wordClass, wordCount } = text;
  if (wordCount < MIN_WORDS) return false;
  let letters = 0;
  for (let i = 0; i < wordCount; i++) if (wordClass[i] & CHARACTER_WORD) letters++;
  return (wordCount - letters) / MIN_WORDS + letters / MIN_CHARACTERS >= 1;
}

/**
 * Sum of the hashes of all numbers but one that opens the text, which may be the number of a list item. Two texts that differ in
 * it state different numbers.
 */
function hashNumbers(text: NormalisedText): number {
  let sum = 0;
  for (let i = 1; i < text.wordCount; i++)
    if (text.wordClass[i] & DIGIT) sum = (sum + mix(text.wordHash[i])) | 0;
  return sum;
}

function addShingles(text: NormalisedText, table: TextTable): void {
  const { wordHash, wordClass, wordCount } = text;
  const shingles = table.shingles.open(wordCount);
  let size = 0;
  for (let first = 0, end = 0, weight = 0; ; first++) {
    while (weight < SHINGLE_WEIGHT && end < wordCount) weight += wordClass[end++] & CHARACTER_WORD ? 1 : 2;
    if (weight < SHINGLE_WEIGHT) break;
    let hash = 0;
    for (let i = first; i < end; i++) hash = Math.imul(hash ^ wordHash[i], 0x5bd1e995) ^ (hash >>> 15);
    shingles[size++] = mix(hash);
    weight -= wordClass[first] & CHARACTER_WORD ? 1 : 2;
  }
  table.shingles.close(size);
  table.shingleCount[table.count - 1] = size;
}

/** The finaliser of MurmurHash3 (Appleby), which spreads every bit over the word. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

let low = 0;
let high = 0;

/** Two independent 32-bit hashes of the units, MurmurHash3 style, into `low` and `high`. */
function hashUnits(units: Uint16Array, length: number): void {
  let a = 0x9747b28c | 0;
  let b = 0x3c6ef372 | 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const pair = units[i] | (units[i + 1] << 16);
    let k = Math.imul(pair, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    a ^= k;
    a = Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64;
    k = Math.imul(pair, 0x239b961b);
    k = Math.imul((k << 16) | (k >>> 16), 0xab0e9789);
    b ^= k;
    b = Math.imul((b << 17) | (b >>> 15), 5) + 0x0bcaa747;
  }
  const last = i < length ? units[i] : 0;
  low = mix(a ^ Math.imul(last, 0x38b34ae5) ^ length);
  high = mix(b ^ Math.imul(last, 0xa1e38b93) ^ Math.imul(length, 0x9e3779b1));
}
