import { PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { copyInto, MIN_ROWS, ownMemory, type Memory } from './memory.ts';
import { ShingleStore } from './shingle-store.ts';
import { WordCounts } from './word-counts.ts';

/** What is known about texts: a column a property, a row a text. */
export interface TextColumns {
  readonly hashLow: Int32Array;
  readonly hashHigh: Int32Array;
  readonly bigrams: Uint32Array;
  readonly profiles: Uint8Array;
  readonly numbers: Int32Array;
  readonly comparable: Uint8Array;
  readonly shingleCount: Uint32Array;
}

/** What a search asks of the texts of a set. */
export interface SearchedTexts extends Pick<TextColumns, 'bigrams' | 'profiles' | 'numbers' | 'comparable'> {
  readonly words: WordCounts;
}

/** Shingles that are copied at once at most, so that little of a chunk of the store stays empty. */
const MAX_COPIED_SHINGLES = 2 ** 16;

/**
 * The distinct normalised texts of a set, by 64-bit hash: open addressing over flat columns, no strings and no
 * objects. Equal hashes are taken as equal texts here; whoever acts on it confirms on the text.
 *
 * Each text has its shingles (`fingerprint.ts`) in one store, added when the text is first met, so a text that
 * occurs a thousand times costs its shingles once.
 */
export class TextTable implements TextColumns {
  count = 0;
  hashLow: Int32Array = new Int32Array(0);
  hashHigh: Int32Array = new Int32Array(0);
  /** Number of character bigrams of the text without white space. */
  bigrams: Uint32Array = new Uint32Array(0);
  /** Their profile, `PROFILE_BUCKETS` bytes a text. */
  profiles: Uint8Array = new Uint8Array(0);
  /** Hash of the numbers of the text, in any order; equal for texts that may have equal numbers. */
  numbers: Int32Array = new Int32Array(0);
  /** 1 when the text is long enough to be compared across files. */
  comparable: Uint8Array = new Uint8Array(0);
  /** Number of the text's shingles in `shingles`, which holds them in the order of the texts. */
  shingleCount: Uint32Array = new Uint32Array(0);
  readonly shingles: ShingleStore = new ShingleStore();
  /** How often words occur in the comparable texts. */
  readonly words: WordCounts;
  private slots: Int32Array = new Int32Array(0);
  /** Where the columns stand. */
  readonly memory: Memory;

  /** @param rows that there is room for at first, see `rowsFor` */
  constructor(
    memory: Memory = ownMemory,
    words: WordCounts = new WordCounts(memory),
    rows: number = MIN_ROWS,
  ) {
    this.memory = memory;
    this.words = words;
    this.resize(rows);
    this.spread(2 * MIN_ROWS);
  }

  /** Number of the text with this hash, or -1. */
  find(low: number, high: number): number {
    return this.slots[this.slotOf(low, high)];
  }

  /** Adds a text that `find` did not find, and returns its number. Its bigrams, shingles and words are stored next. */
  add(low: number, high: number, numbers: number, comparable: boolean): number {
    if (this.count === this.hashLow.length) this.resize(2 * this.count);
    if (2 * this.count === this.slots.length) this.spread(2 * this.slots.length);
    const text = this.count++;
    this.slots[this.slotOf(low, high)] = text;
    this.hashLow[text] = low;
    this.hashHigh[text] = high;
    this.numbers[text] = numbers;
    this.comparable[text] = comparable ? 1 : 0;
    return text;
  }

  /** Takes everything out but the words, and keeps the memory. */
  clear(): void {
    this.slots.fill(-1);
    this.profiles.fill(0, 0, PROFILE_BUCKETS * this.count);
    this.shingleCount.fill(0, 0, this.count);
    this.shingles.clear();
    this.count = 0;
  }

  /** Frees what only `find` and `add` need: no text is found or added from here on. */
  close(): void {
    this.hashLow = new Int32Array(0);
    this.hashHigh = new Int32Array(0);
    this.slots = Int32Array.of(-1);
  }

  /**
   * Adds the texts of another table in their order, those that are here already left out, as if each were met now.
   *
   * @param others distinct texts
   * @param shingles of all of them, one text after the other
   * @param words hashes of the words of all of them that are counted, one text after the other, and how many each has
   * @returns the number here of each of them
   */
  append(
    others: TextColumns,
    shingles: Int32Array,
    words: { readonly hashes: Int32Array; readonly perText: Uint32Array },
  ): Int32Array {
    const { hashLow, hashHigh, numbers, comparable, shingleCount } = others;
    const { perText, hashes } = words;
    const textNumbers = new Int32Array(hashLow.length);
    // texts that are new and follow each other are copied together
    let [first, firstShingle, firstWord] = [0, 0, 0];
    let [end, endShingle, endWord] = [0, 0, 0];
    const copyRun = (): void => {
      if (end === first) return;
      this.copy(others, first, end);
      this.copyShingles(shingles.subarray(firstShingle, endShingle));
      this.words.addHashes(hashes, firstWord, endWord);
    };
    let shingle = 0;
    let word = 0;
    for (let other = 0; other < hashLow.length; other++) {
      const known = this.find(hashLow[other], hashHigh[other]);
      const isNew = known < 0;
      if (isNew && (end !== other || shingle - firstShingle > MAX_COPIED_SHINGLES)) {
        copyRun();
        [first, firstShingle, firstWord] = [other, shingle, word];
      }
      textNumbers[other] = isNew
        ? this.add(hashLow[other], hashHigh[other], numbers[other], comparable[other] === 1)
        : known;
      shingle += shingleCount[other];
      word += perText[other];
      if (isNew) [end, endShingle, endWord] = [other + 1, shingle, word];
    }
    copyRun();
    return textNumbers;
  }

  /** Copies what is stored for texts that were added last. */
  private copy({ bigrams, profiles, shingleCount }: TextColumns, first: number, end: number): void {
    const at = this.count - (end - first);
    this.bigrams.set(bigrams.subarray(first, end), at);
    this.profiles.set(
      profiles.subarray(PROFILE_BUCKETS * first, PROFILE_BUCKETS * end),
      PROFILE_BUCKETS * at,
    );
    this.shingleCount.set(shingleCount.subarray(first, end), at);
  }

  private copyShingles(shingles: Int32Array): void {
    if (shingles.length === 0) return;
    this.shingles.open(shingles.length).set(shingles);
    this.shingles.close(shingles.length);
  }

  private slotOf(low: number, high: number): number {
    const { slots, hashLow, hashHigh } = this;
    const mask = slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const text = slots[slot];
      if (text < 0 || (hashLow[text] === low && hashHigh[text] === high)) return slot;
    }
  }

  private resize(size: number): void {
    const { memory } = this;
    this.hashLow = copyInto(new Int32Array(size), this.hashLow);
    this.hashHigh = copyInto(new Int32Array(size), this.hashHigh);
    this.bigrams = copyInto(new Uint32Array(memory(4 * size)), this.bigrams);
    this.profiles = copyInto(new Uint8Array(memory(PROFILE_BUCKETS * size)), this.profiles);
    this.numbers = copyInto(new Int32Array(memory(4 * size)), this.numbers);
    this.comparable = copyInto(new Uint8Array(memory(size)), this.comparable);
    this.shingleCount = copyInto(new Uint32Array(memory(4 * size)), this.shingleCount);
  }

  /** Gives the texts more slots, a power of two. */
  private spread(slots: number): void {
    this.slots = new Int32Array(slots).fill(-1);
    for (let text = 0; text < this.count; text++) {
      this.slots[this.slotOf(this.hashLow[text], this.hashHigh[text])] = text;
    }
  }
}
