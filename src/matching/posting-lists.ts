import { ownMemory, type Memory } from './memory.ts';

/** Bits of an entry that hold the number of a text; those above hold its size class. */
const TEXT_BITS = 28;

/** Entries of these bits are text numbers. */
export const TEXT_MASK: number = 2 ** TEXT_BITS - 1;

/** The greatest size class. */
export const MAX_SIZE_CLASS: number = 2 ** (32 - TEXT_BITS) - 1;

/**
 * Inverted lists from 32-bit keys to text numbers, laid side by side in one array (compressed sparse rows):
 *
 *     rowStart  | 0 | 2 | 2 | 5 | ...     one entry a row, and the end of the last one
 *     entries   | 4 9 | 1 3 8 | ...       ascending by text in each row
 *
 * An entry is the number of a text with its size class above it, so that a reader passes over texts of the wrong size without a look
 * at anything else.
 *
 * A key's row is its hash. Keys that meet in one row share it, so a reader finds texts that do not have its key; there are
 * two to four entries a row, as many as make the row numbers miss the cache less often than the longer rows cost.
 */
export interface PostingLists {
  readonly rowStart: Uint32Array;
  /** 32 minus the bits of a row number. */
  readonly shift: number;
  readonly entries: Uint32Array;
}

/** Size class of a text with so many shingles: one for each factor of the square root of two, from 6 on. */
export function sizeClassOf(shingles: number): number {
  return Math.max(0, Math.min(MAX_SIZE_CLASS, Math.floor(2 * Math.log2(shingles)) - 5));
}

/** Size class of an entry. */
export function sizeClassIn(entry: number): number {
  return entry >>> TEXT_BITS;
}

/** Few keys seldom meet in so many rows, so that what is found in a small input hardly depends on what else is in it. */
const MIN_ROW_BITS = 12;

/** The longest row that can be counted. */
export const MAX_ROW = 0xffff;

/** Stretches of keys, one for each text: from `firstOf(text)` to `endOf(text)` of `keys`. */
export interface KeyStretches {
  readonly keys: Uint32Array;
  readonly textCount: number;
  readonly firstOf: (text: number) => number;
  readonly endOf: (text: number) => number;
  /** Size class of each text. */
  readonly sizeClass: Uint8Array;
}

/**
 * Builds the lists.
 *
 * @param limit texts in a row at most, the first ones; up to `MAX_ROW`
 * @param memory where the lists stand
 */
export function buildPostingLists(
  stretches: KeyStretches,
  limit: number,
  memory: Memory = ownMemory,
): PostingLists {
  const { keys, textCount, firstOf, endOf, sizeClass } = stretches;
  let count = 0;
  for (let text = 0; text < textCount; text++) count += Math.max(0, endOf(text) - firstOf(text));
  const bits = Math.max(MIN_ROW_BITS, Math.ceil(Math.log2(count + 1)) - 2);
  const shift = 32 - bits;
  const filled = limit <= 0xff ? new Uint8Array(2 ** bits) : new Uint16Array(2 ** bits);
  for (let text = 0; text < textCount; text++) {
    const end = endOf(text);
    for (let i = firstOf(text); i < end; i++) {
      const row = rowOf(keys[i], shift);
      if (filled[row] < limit) filled[row]++;
    }
  }
  const rowStart = new Uint32Array(memory(4 * (filled.length + 1)));
  for (let row = 0; row < filled.length; row++) rowStart[row + 1] = rowStart[row] + filled[row];
  const entries = new Uint32Array(memory(4 * rowStart[filled.length]));
  filled.fill(0);
  for (let text = 0; text < textCount; text++) {
    const end = endOf(text);
    const entry = (sizeClass[text] << TEXT_BITS) | text;
    for (let i = firstOf(text); i < end; i++) {
      const row = rowOf(keys[i], shift);
      if (filled[row] < limit) entries[rowStart[row] + filled[row]++] = entry;
    }
  }
  return { rowStart, shift, entries };
}

/** Row of a key: multiplicative hashing (Knuth), the high bits of the product. */
export function rowOf(key: number, shift: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift;
}
