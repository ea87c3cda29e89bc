import type { ShingleStore } from './shingle-store.ts';

/** Slots for each value at least; a value seems repeated by chance with a probability of less than one in this number. */
const SLOTS_PER_VALUE = 4;

/** Two bits a slot, 16 slots a word. */
const MIN_SLOT_BITS = 5;

/** Which shingles of a store occur at least twice, by their place in the store. */
export interface Repeated {
  /** One bit a shingle, 32 a word, lowest first. */
  readonly bits: Uint32Array;
  readonly count: number;
}

/**
 * Marks the shingles whose hash occurs more than once in the store. Counts in slots of two bits, "once" and "again":
 * never misses a repeated shingle, may mark a single one that shares its slot with another.
 *
 * Nearly every access misses the cache, so the loops have no branches: then the processor waits for several at a time.
 */
export function markRepeated(shingles: ShingleStore): Repeated {
  const slotBits = Math.max(MIN_SLOT_BITS, Math.ceil(Math.log2(SLOTS_PER_VALUE * shingles.size + 1)));
  const shift = Math.max(0, 32 - slotBits);
  const slots = new Uint32Array(2 ** (Math.min(32, slotBits) - 4));
  shingles.forEachChunk((values) => count(values, slots, shift));
  const bits = new Uint32Array((shingles.size >>> 5) + 1);
  let place = 0;
  shingles.forEachChunk((values) => {
    mark(values, slots, shift, bits, place);
    place += values.length;
  });
  return { bits, count: bits.reduce((sum, word) => sum + bitsIn(word), 0) };
}

function count(values: Int32Array, slots: Uint32Array, shift: number): void {
  for (let i = 0; i < values.length; i++) {
    const slot = values[i] >>> shift;
    const once = (slot & 15) << 1;
    const word = slots[slot >>> 4];
    slots[slot >>> 4] = word | (1 << once) | (((word >>> once) & 1) << (once + 1));
  }
}

function mark(values: Int32Array, slots: Uint32Array, shift: number, bits: Uint32Array, place: number): void {
  for (let i = 0; i < values.length; i++) {
    const slot = values[i] >>> shift;
    const again = (slots[slot >>> 4] >>> (((slot & 15) << 1) + 1)) & 1;
    bits[(place + i) >>> 5] |= again << ((place + i) & 31);
  }
}

/** Number of bits that are set in a word of 32. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
