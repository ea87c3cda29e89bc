/** Where columns stand: zeros, so many bytes of them. */
export type Memory = (bytes: number) => ArrayBufferLike;

/** Memory of the thread that makes it. */
export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes);

/** Memory that other threads can see, too. */
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** Blocks of an article of news, usually fewer. */
const ROWS_PER_ARTICLE = 24;
/** Rows of the smallest tables; a power of two. */
export const MIN_ROWS = 4096;
const MAX_ROWS = 2 ** 20;

/**
 * Rows that a table of blocks or texts should have room for at first. Rows that are never written take no memory, while a table that grows
 * leaves its smaller forms behind, in a heap of the C library that does not give them back.
 *
 * @param articles expected
 */
export function rowsFor(articles: number): number {
  return Math.max(MIN_ROWS, Math.min(MAX_ROWS, ROWS_PER_ARTICLE * articles));
}

/** Copies a column into a longer one. */
export function copyInto<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(fresh: T, old: T): T {
  fresh.set(old);
  return fresh;
}
