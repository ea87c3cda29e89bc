/**
 * The distinct normalised texts of a set, by 64-bit hash: open addressing over flat columns, no strings and no
 * objects. Equal hashes are taken as equal texts here; whoever acts on it confirms on the text.
 *
 * Each text has its shingles (`fingerprint.ts`) in one shared pool, stored when the text is first met, so a
 * text that occurs a thousand times costs its shingles once.
 */
export class TextTable {
  count = 0;
  hashLow: Int32Array = new Int32Array(INITIAL);
  hashHigh: Int32Array = new Int32Array(INITIAL);
  /** Number of character bigrams of the text without white space. */
  bigrams: Uint32Array = new Uint32Array(INITIAL);
  /** 1 when the text is long enough to be compared across files. */
  comparable: Uint8Array = new Uint8Array(INITIAL);
  /** Where the text's shingles begin in `pool`; they end where those of the next text begin. */
  shingleStart: Float64Array = new Float64Array(INITIAL + 1);
  pool: Int32Array = new Int32Array(4 * INITIAL);
  poolSize = 0;
  private slots: Int32Array = new Int32Array(2 * INITIAL).fill(-1);

  /** Number of the text with this hash, or -1. */
  find(low: number, high: number): number {
    return this.slots[this.slotOf(low, high)];
  }

  /** Adds a text that `find` did not find, and returns its number. Its shingles are appended to `pool` next. */
  add(low: number, high: number, bigrams: number, comparable: boolean): number {
    if (this.count === this.hashLow.length) this.grow();
    const text = this.count++;
    this.slots[this.slotOf(low, high)] = text;
    this.hashLow[text] = low;
    this.hashHigh[text] = high;
    this.bigrams[text] = bigrams;
    this.comparable[text] = comparable ? 1 : 0;
    this.shingleStart[text] = this.poolSize;
    this.shingleStart[text + 1] = this.poolSize;
    return text;
  }

  /** Room for `size` more shingles; write them from `poolSize` on and pass the number to `closeShingles`. */
  reserveShingles(size: number): Int32Array {
    if (this.poolSize + size > this.pool.length) {
      const pool = new Int32Array(Math.max(this.poolSize + size, Math.ceil(1.5 * this.pool.length)));
      pool.set(this.pool.subarray(0, this.poolSize));
      this.pool = pool;
    }
    return this.pool;
  }

  closeShingles(size: number): void {
    this.poolSize += size;
    this.shingleStart[this.count] = this.poolSize;
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
    this.comparable = copyInto(new Uint8Array(size), this.comparable);
    this.shingleStart = copyInto(new Float64Array(size + 1), this.shingleStart);
    this.slots = new Int32Array(2 * size).fill(-1);
    for (let text = 0; text < this.count; text++) {
      this.slots[this.slotOf(this.hashLow[text], this.hashHigh[text])] = text;
    }
  }
}

const INITIAL = 4096;

/** Copies a column into a longer one. */
export function copyInto<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array>(
  fresh: T,
  old: T,
): T {
  fresh.set(old);
  return fresh;
}
