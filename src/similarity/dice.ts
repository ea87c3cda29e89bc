import { hashSeed } from '../text/hash-seed.ts';

/**
 * Sørensen–Dice coefficient over character bigrams, the same number as `compareTwoStrings` of the package
 * string-similarity: white space is left out, bigrams are counted as a multiset, and a text of fewer than two
 * characters is like nothing but itself.
 *
 * Bigrams are pairs of UTF-16 code units, counted in an open-addressing table that is loaded once for a text and
 * then held against as many others as wanted.
 */
export class DiceScorer {
  private text = '';
  private capacity = 1024;
  private shift = 22; // 32 minus the bits of the capacity
  private keys: Uint32Array = new Uint32Array(this.capacity);
  private counts: Int32Array = new Int32Array(this.capacity);
  private filled: Uint32Array = new Uint32Array(this.capacity);
  private used: Int32Array = new Int32Array(this.capacity);
  private generation = 0;

  /** Loads the text that others are compared with. `text` must hold no white space. */
  load(text: string): this {
    this.text = text;
    const needed = 2 * text.length;
    if (needed > this.capacity) this.grow(needed);
    this.generation++;
    for (let i = 0; i + 1 < text.length; i++) {
      const key = ((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)) >>> 0;
      const slot = this.slotOf(key);
      if (this.filled[slot] === this.generation) {
        this.counts[slot]++;
      } else {
        this.filled[slot] = this.generation;
        this.keys[slot] = key;
        this.counts[slot] = 1;
      }
    }
    return this;
  }

  /** The coefficient of the loaded text and `other`, which must hold no white space either; 0 to 1. */
  score(other: string): number {
    const { text, counts, filled, generation } = this;
    if (text === other) return 1;
    if (text.length < 2 || other.length < 2) return 0;
    if (other.length > this.used.length) this.used = new Int32Array(2 * other.length);
    const { used } = this;
    let shared = 0;
    for (let i = 0; i + 1 < other.length; i++) {
      const slot = this.slotOf(((other.charCodeAt(i) << 16) | other.charCodeAt(i + 1)) >>> 0);
      if (filled[slot] === generation && counts[slot] > 0) {
        counts[slot]--;
        used[shared++] = slot;
      }
    }
    for (let i = 0; i < shared; i++) counts[used[i]]++;
    return (2 * shared) / (text.length + other.length - 2);
  }

  /** The slot of a bigram: the one that holds it, or the free one where it belongs. */
  private slotOf(key: number): number {
    const { keys, filled, generation } = this;
    const mask = this.capacity - 1;
    let slot = Math.imul(key, hashSeed.slot) >>> this.shift;
    while (filled[slot] === generation && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(needed: number): void {
    const bits = Math.ceil(Math.log2(needed));
    this.capacity = 2 ** bits;
    this.shift = 32 - bits;
    this.keys = new Uint32Array(this.capacity);
    this.counts = new Int32Array(this.capacity);
    this.filled = new Uint32Array(this.capacity);
    this.generation = 0;
  }
}

/** Least ratio of bigram counts, shorter to longer, at which the coefficient can reach `threshold`. */
export function leastLengthRatio(threshold: number): number {
  return threshold / (2 - threshold);
}
