/**
 * Inverted lists from 32-bit keys to text numbers, laid side by side in one array (compressed sparse rows):
 *
 *     rowStart  | 0 | 2 | 2 | 5 | ...     one entry a row, and the end of the last one
 *     texts     | 4 9 | 1 3 8 | ...       ascending in each row
 *
 * A key's row is its hash. Keys that meet in one row share it, so a reader finds texts that do not have its key; there are
 * about two keys a row.
 */
export interface PostingLists {
  readonly rowStart: Uint32Array;
  /** 32 minus the bits of a row number. */
  readonly shift: number;
  readonly texts: Uint32Array;
}

/** Few keys seldom meet in so many rows, so that what is found in a small input hardly depends on what else is in it. */
const MIN_ROW_BITS = 12;

/** The longest row that can be counted. */
export const MAX_ROW = 0xffff;

/**
 * Builds the lists.
 *
 * @param entries how many pairs of a key and a text there are
 * @param visit calls its argument with each of them, texts ascending; it is called twice
 * @param limit texts in a row at most, the first ones; up to `MAX_ROW`
 */
export function buildPostingLists(
  entries: number,
  visit: (add: (key: number, text: number) => void) => void,
  limit: number,
): PostingLists {
  const bits = Math.max(MIN_ROW_BITS, Math.ceil(Math.log2(entries + 1)) - 1);
  const shift = 32 - bits;
  const filled = new Uint16Array(2 ** bits);
  visit((key) => {
    const row = rowOf(key, shift);
    if (filled[row] < limit) filled[row]++;
  });
  const rowStart = new Uint32Array(filled.length + 1);
  for (let row = 0; row < filled.length; row++) rowStart[row + 1] = rowStart[row] + filled[row];
  const texts = new Uint32Array(rowStart[filled.length]);
  filled.fill(0);
  visit((key, text) => {
    const row = rowOf(key, shift);
    if (filled[row] < limit) texts[rowStart[row] + filled[row]++] = text;
  });
  return { rowStart, shift, texts };
}

/** Row of a key: multiplicative hashing (Knuth), the high bits of the product. */
export function rowOf(key: number, shift: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift;
}
