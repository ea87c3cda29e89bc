import type { ShingleStore } from './shingle-store.ts';

/** The values are taken in this many parts by their high bits, so that the slots of a part fit into a cache. */
const PART_BITS = 2;
/** Slots for each value; a value seems repeated by chance with a probability of about one in this number. */
const SLOTS_PER_VALUE = 4;

/** Which shingles of a store occur at least twice, by their place in the store. */
export interface Repeated {
  /** One bit a shingle, 32 a word, lowest first. */
  readonly bits: Uint32Array;
  readonly count: number;
}

/**
 * Marks the shingles whose hash occurs more than once in the store. Counts in slots of two bits, "once" and "again":
 * never misses a repeated shingle, may mark a single one that shares its slot with another.
 */
export function markRepeated(shingles: ShingleStore): Repeated {
  const slotBits = Math.max(5, Math.ceil(Math.log2(SLOTS_PER_VALUE * shingles.size + 1)) - PART_BITS);
  const shift = Math.max(0, 32 - PART_BITS - slotBits);
  const slots = new Uint32Array(2 ** (slotBits - 4));
  const bits = new Uint32Array((shingles.size >>> 5) + 1);
  let count = 0;
  for (let part = 0; part < 1 << PART_BITS; part++) {
    slots.fill(0);
    shingles.forEachChunk((values) => addPart(values, part, slots, shift));
    let place = 0;
    shingles.forEachChunk((values) => {
      count += markPart(values, part, slots, shift, bits, place);
      place += values.length;
    });
  }
  return { bits, count };
}

function addPart(values: Int32Array, part: number, slots: Uint32Array, shift: number): void {
  const mask = 16 * slots.length - 1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] >>> (32 - PART_BITS) !== part) continue;
    const slot = (values[i] >>> shift) & mask;
    const once = 1 << ((slot & 15) << 1);
    const word = slots[slot >>> 4];
    slots[slot >>> 4] = word & once ? word | (once << 1) : word | once;
  }
}

function markPart(
  values: Int32Array,
  part: number,
  slots: Uint32Array,
  shift: number,
  bits: Uint32Array,
  place: number,
): number {
  const mask = 16 * slots.length - 1;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] >>> (32 - PART_BITS) !== part) continue;
    const slot = (values[i] >>> shift) & mask;
    if ((slots[slot >>> 4] & (2 << ((slot & 15) << 1))) === 0) continue;
    bits[(place + i) >>> 5] |= 1 << ((place + i) & 31);
    count++;
  }
  return count;
}
