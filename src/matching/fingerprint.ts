import { addProfile, PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { hashSeed } from '../text/hash-seed.ts';
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
const SHINGLE_FACTOR = 0x5bd1e995;

/**
 * Number of a normalised text in the table; added with its shingles when it is new. -1 for a text without words,
 * such as a line of asterisks.
 */
export function fingerprint(text: NormalisedText, table: TextTable, withShingles: boolean): number {
  if (text.wordCount === 0) return -1;
  hashUnits(text.pairs, text.length);
  const known = table.find(low, high);
  if (known >= 0) return known;
  const comparable = isComparable(text);
  const number = table.add(low, high, hashNumbers(text), comparable);
  // a bigram begins at each unit that is no space, but for the last one
  table.bigrams[number] = Math.max(0, text.length - text.spaceCount - 1);
  if (!comparable || !withShingles) return number;
  addProfile(text.units, text.length, table.profiles, PROFILE_BUCKETS * number);
  addShingles(text, table);
  table.words.add(text);
  return number;
}

/** Whether a text is long enough to be compared across files. */
export function isComparable({ wordCount, characterWordCount: letters }: NormalisedText): boolean {
  return wordCount >= MIN_WORDS && (wordCount - letters) / MIN_WORDS + letters / MIN_CHARACTERS >= 1;
}

/**
 * Sum of the hashes of all numbers but one that opens the text, which may be the number of a list item. Two texts that differ in
 * it state different numbers.
 */
function hashNumbers(text: NormalisedText): number {
  let sum = 0;
  if (text.digitWordCount === 0) return sum;
  for (let i = 1; i < text.wordCount; i++)
    if (text.wordClass[i] & DIGIT) sum = (sum + mix(text.wordHash[i])) | 0;
  return sum;
}

function addShingles(text: NormalisedText, table: TextTable): void {
  const { wordHash, wordClass, wordCount } = text;
  const shingles = table.shingles.open(wordCount);
  let size = 0;
  if (text.characterWordCount === 0) {
    // the same as below where every word weighs 2
    for (let i = 2; i < wordCount; i++) {
      let hash = Math.imul(wordHash[i - 2], SHINGLE_FACTOR);
      hash = Math.imul(hash ^ wordHash[i - 1], SHINGLE_FACTOR) ^ (hash >>> 15);
      shingles[size++] = mix(Math.imul(hash ^ wordHash[i], SHINGLE_FACTOR) ^ (hash >>> 15));
    }
  } else {
    for (let first = 0, end = 0, weight = 0; ; first++) {
      while (weight < SHINGLE_WEIGHT && end < wordCount) weight += wordClass[end++] & CHARACTER_WORD ? 1 : 2;
      if (weight < SHINGLE_WEIGHT) break;
      let hash = 0;
      for (let i = first; i < end; i++) hash = Math.imul(hash ^ wordHash[i], SHINGLE_FACTOR) ^ (hash >>> 15);
      shingles[size++] = mix(hash);
      weight -= wordClass[first] & CHARACTER_WORD ? 1 : 2;
    }
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

const [LOW_START, HIGH_START] = hashSeed.start;
const [LOW_FACTOR, HIGH_FACTOR] = hashSeed.factor;

/**
 * Two 32-bit hashes of the units, into `low` and `high`: multiply and rotate two units at a time, then mix. The unit behind
 * an odd last one is 0.
 *
 * Two units whose highest bit differs change one lane in one bit, whatever the factor, and two more units undo that; so each lane alone is
 * easily led to one value by somebody who writes many texts. Both at once are not, as long as the seed is secret; so
 * `low`, from which slots are taken, is made from both.
 */
function hashUnits(pairs: Int32Array, length: number): void {
  const count = (length + 1) >> 1;
  let a = LOW_START;
  let b = HIGH_START;
  for (let i = 0; i < count; i++) {
    const pair = pairs[i];
    a = Math.imul(a ^ pair, LOW_FACTOR);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(((b << 5) | (b >>> 27)) ^ pair, HIGH_FACTOR);
  }
  low = mix(a ^ Math.imul(b, 0x85ebca6b) ^ length);
  high = mix(b ^ Math.imul(length, 0x85ebca6b));
}
