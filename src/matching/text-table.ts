import { PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { ShingleStore } from './shingle-store.ts';
import { WordCounts } from './word-counts.ts';

/**
 * The distinct normalised texts of a set, by 64-bit hash: open addressing over flat columns, no strings and no
 * objects. Equal hashes are taken as equal texts here; whoever acts on it confirms on the text.
 *
 * Each text has its shingles (`fingerprint.ts`) in one store, added when the text is first met, so a text that
 * occurs a thousand times costs its shingles once.
 */
export class TextTable {
  count = 0;
  hashLow: Int32Array = new Int32Array(INITIAL);
  hashHigh: Int32Array = new Int32Array(INITIAL);
  /** Number of character bigrams of the text without white space. */
  bigrams: Uint32Array = new Uint32Array(INITIAL);
  /** Their profile, `PROFILE_BUCKETS` bytes a text. */
  profiles: Uint8Array = new Uint8Array(PROFILE_BUCKETS * INITIAL);
  /** Hash of the numbers of the text, in any order; equal for texts that may have equal numbers. */
  numbers: Int32Array = new Int32Array(INITIAL);
  /** 1 when the text is long enough to be compared across files. */
  comparable: Uint8Array = new Uint8Array(INITIAL);
  /** Number of the text's shingles in `shingles`, which holds them in the order of the texts. */
  shingleCount: Uint32Array = new Uint32Array(INITIAL);
  readonly shingles: ShingleStore = new ShingleStore();
  /** How often words occur in the comparable texts. */
  readonly words: WordCounts = new WordCounts();
  private slots: Int32Array = new Int32Array(2 * INITIAL).fill(-1);

  /** Number of the text with this hash, or -1. */
  find(low: number, high: number): number {
    return this.slots[this.slotOf(low, high)];
  }

  /** Adds a text that `find` did not find, and returns its number. Its bigrams, shingles and words are stored next. */
  add(low: number, high: number, numbers: number, comparable: boolean): number {
    if (this.count === this.hashLow.length) this.grow();
    const text = this.count++;
    this.slots[this.slotOf(low, high)] = text;
    this.hashLow[text] = low;
    this.hashHigh[text] = high;
    this.numbers[text] = numbers;
    this.comparable[text] = comparable ? 1 : 0;
    return text;
  }

  private slotOf(low: number, high: number): number {
    const { slots, hashLow, hashHigh } = this;
    const mask = slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const text = slots[slot];
      if (text < 0 || (hashLow[text] === low && hashHigh[text] === high)) return slot;
    }
  }

  private grow(): void {
    const size = 2 * this.hashLow.length;
    this.hashLow = copyInto(new Int32Array(size), this.hashLow);
    this.hashHigh = copyInto(new Int32Array(size), this.hashHigh);
    this.bigrams = copyInto(new Uint32Array(size), this.bigrams);
    this.profiles = copyInto(new Uint8Array(PROFILE_BUCKETS * size), this.profiles);
    this.numbers = copyInto(new Int32Array(size), this.numbers);
    this.comparable = copyInto(new Uint8Array(size), this.comparable);
    this.shingleCount = copyInto(new Uint32Array(size), this.shingleCount);
    this.slots = new Int32Array(2 * size).fill(-1);
    for (let text = 0; text < this.count; text++) {
      this.slots[this.slotOf(this.hashLow[text], this.hashHigh[text])] = text;
    }
  }
}

const INITIAL = 4096;

/** Copies a column into a longer one. */
export function copyInto<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(fresh: T, old: T): T {
  fresh.set(old);
  return fresh;
}
