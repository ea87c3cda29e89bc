/** Where columns stand: zeros, so many bytes of them. */
export type Memory = (bytes: number) => ArrayBufferLike;

/** Memory of the thread that makes it. */
export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes);

/** Memory that other threads can see, too. */
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** Copies a column into a longer one. */
export function copyInto<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(fresh: T, old: T): T {
  fresh.set(old);
  return fresh;
}
