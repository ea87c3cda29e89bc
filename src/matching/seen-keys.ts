import { ownMemory, type Memory } from './memory.ts';
import { rowOf } from './posting-lists.ts';
import type { ShingleKeys } from './shingle-keys.ts';

/** One bit for each key of all texts, by its place, 32 a word, lowest first. */
export type KeyBits = Uint32Array;

/** Which keys may lead to a text that is taken before. */
export interface SeenKeys {
  /** Keys that a text before has. */
  readonly any: KeyBits;
  /** Keys that a text before has in its prefix. */
  readonly inPrefix: KeyBits;
}

/** Slots for each key at least: so many, and hardly one key in ten seems seen that was not. */
const SLOTS_PER_KEY = 4;
const MIN_SLOT_BITS = 12;
const MAX_SLOT_BITS = 32;

/**
 * Marks the keys that some text before has, which are the only ones that a search must follow. A key is seen when its slot is: never misses
 * one, may mark a few more.
 *
 * Nearly every access misses the cache, so the loops have no branches: then the processor waits for several at a time.
 *
 * @param prefixEnds where the prefix of each text ends
 * @param order of the texts; when absent, any key counts as seen
 * @param memory where the bits stand
 */
export function markSeenKeys(
  { keys, start }: ShingleKeys,
  prefixEnds: Uint32Array,
  order: Iterable<number> | undefined,
  memory: Memory = ownMemory,
): SeenKeys {
  const words = (keys.length >>> 5) + 1;
  const any = new Uint32Array(memory(4 * words));
  const inPrefix = new Uint32Array(memory(4 * words));
  if (order === undefined) return { any: any.fill(-1), inPrefix: inPrefix.fill(-1) };
  const slotBits = Math.ceil(Math.log2(SLOTS_PER_KEY * keys.length + 1));
  const filter = new KeyFilter(Math.min(MAX_SLOT_BITS, Math.max(MIN_SLOT_BITS, slotBits)));
  const prefixFilter = new KeyFilter(filter.slotBits);
  for (const text of order) {
    filter.mark(keys, start[text], start[text + 1], any);
    prefixFilter.mark(keys, start[text], start[text + 1], inPrefix);
    filter.add(keys, start[text], start[text + 1]);
    prefixFilter.add(keys, start[text], prefixEnds[text]);
  }
  return { any, inPrefix };
}

/** A set of keys, a bit for each slot: has all that were added, and others that share a slot with one. */
export class KeyFilter {
  readonly slotBits: number;
  private readonly bits: Uint32Array;

  /** @param slotBits slots, as a power of two; 5 to 32 */
  constructor(slotBits: number) {
    this.slotBits = slotBits;
    this.bits = new Uint32Array(2 ** (slotBits - 5));
  }

  /** Adds the keys from one place to another. */
  add(keys: Uint32Array, from: number, to: number): void {
    const { bits } = this;
    const shift = 32 - this.slotBits;
    for (let i = from; i < to; i++) {
      const slot = rowOf(keys[i], shift);
      bits[slot >>> 5] |= 1 << (slot & 31);
    }
  }

  /** Sets the bits of those keys from one place to another that the set has. */
  mark(keys: Uint32Array, from: number, to: number, marked: KeyBits): void {
    const { bits } = this;
    const shift = 32 - this.slotBits;
    for (let i = from; i < to; i++) {
      const slot = rowOf(keys[i], shift);
      marked[i >>> 5] |= ((bits[slot >>> 5] >>> (slot & 31)) & 1) << (i & 31);
    }
  }

  has(key: number): boolean {
    const slot = rowOf(key, 32 - this.slotBits);
    return ((this.bits[slot >>> 5] >>> (slot & 31)) & 1) === 1;
  }

  /** Takes everything out. */
  clear(): void {
    this.bits.fill(0);
  }
}
