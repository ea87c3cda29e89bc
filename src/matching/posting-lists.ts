import { ownMemory, type Memory } from './memory.ts';

/**
 * Inverted lists from 32-bit keys to text numbers, laid side by side in one array (compressed sparse rows):
 *
 *     rowStart  | 0 | 2 | 2 | 5 | ...     one entry a row, and the end of the last one
 *     texts     | 4 9 | 1 3 8 | ...       ascending in each row
 *
 * A key's row is its hash. Keys that meet in one row share it, so a reader finds texts that do not have its key; there are
 * two to four entries a row, as many as make the row numbers miss the cache less often than the longer rows cost.
 */
export interface PostingLists {
  readonly rowStart: Uint32Array;
  /** 32 minus the bits of a row number. */
  readonly shift: number;
  readonly texts: Uint32Array;
}

/**
 * Which keys have a text that may be found: one bit for each of several parts of a row, lowest first, which is set when a key that
 * falls into it was opened.
 */
export type OpenedKeys = Uint32Array;

/** Bits for a row, as a power of two; more make it likelier that a key whose bit is set was opened itself. */
const OPENED_BITS = 3;

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
  const { keys, textCount, firstOf, endOf } = stretches;
  let entries = 0;
  for (let text = 0; text < textCount; text++) entries += Math.max(0, endOf(text) - firstOf(text));
  const bits = Math.max(MIN_ROW_BITS, Math.ceil(Math.log2(entries + 1)) - 2);
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
  const texts = new Uint32Array(memory(4 * rowStart[filled.length]));
  filled.fill(0);
  for (let text = 0; text < textCount; text++) {
    const end = endOf(text);
    for (let i = firstOf(text); i < end; i++) {
      const row = rowOf(keys[i], shift);
      if (filled[row] < limit) texts[rowStart[row] + filled[row]++] = text;
    }
  }
  return { rowStart, shift, texts };
}

/** Row of a key: multiplicative hashing (Knuth), the high bits of the product. */
export function rowOf(key: number, shift: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift;
}

/** No key of some lists. */
export function noneOpened({ shift }: PostingLists, memory: Memory = ownMemory): OpenedKeys {
  return new Uint32Array(memory(4 * 2 ** (32 - shift + OPENED_BITS - 5)));
}

/** Notes that a key has a text that may be found. */
export function open(opened: OpenedKeys, { shift }: PostingLists, key: number): void {
  const bit = rowOf(key, shift - OPENED_BITS);
  opened[bit >>> 5] |= 1 << (bit & 31);
}

/** Whether a key may have been opened. Most keys have not, and this misses the cache less often than a look at the row. */
export function isOpen(opened: OpenedKeys, { shift }: PostingLists, key: number): boolean {
  const bit = rowOf(key, shift - OPENED_BITS);
  return (opened[bit >>> 5] & (1 << (bit & 31))) !== 0;
}

/** Takes back that a key was opened, and some others with it. */
export function close(opened: OpenedKeys, { shift }: PostingLists, key: number): void {
  opened[rowOf(key, shift - OPENED_BITS) >>> 5] = 0;
}
