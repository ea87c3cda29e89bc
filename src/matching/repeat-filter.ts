/** Slots for each value added; a value seems repeated by chance with a probability of about one in this number. */
const SLOTS_PER_VALUE = 4;

/**
 * Tells values that were added at least twice from those that were added once, by two bits in as many slots: "once"
 * and "again". Never misses a repeated value; may call a single one repeated.
 */
export class RepeatFilter {
  /** How many of the values added are repeated ones, the first of each included. */
  repeats = 0;
  private readonly shift: number;
  /** 16 slots a word, the bit for "once" below the bit for "again". */
  private readonly slots: Uint32Array;

  /** @param count how many values will be added */
  constructor(count: number) {
    const bits = Math.min(31, Math.max(10, Math.ceil(Math.log2(SLOTS_PER_VALUE * count + 1))));
    this.shift = 32 - bits;
    this.slots = new Uint32Array(2 ** (bits - 4));
  }

  addAll(values: Int32Array): void {
    const { slots, shift } = this;
    let repeats = 0;
    for (let i = 0; i < values.length; i++) {
      const slot = values[i] >>> shift;
      const bit = 1 << ((slot & 15) << 1);
      const word = slots[slot >>> 4];
      if (word & bit) {
        repeats += word & (bit << 1) ? 1 : 2;
        slots[slot >>> 4] = word | (bit << 1);
      } else {
        slots[slot >>> 4] = word | bit;
      }
    }
    this.repeats += repeats;
  }

  has(value: number): boolean {
    const slot = value >>> this.shift;
    return (this.slots[slot >>> 4] & (2 << ((slot & 15) << 1))) !== 0;
  }
}
