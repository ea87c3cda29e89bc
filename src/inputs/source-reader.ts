import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';

import type { MemberPlace, Source } from './discover.ts';
import { explainFailure } from './explain-failure.ts';
import { FileRing } from './file-ring.ts';
import { notRegular } from './find-files.ts';
import { SourceError, tooLarge } from './source-error.ts';

export interface SourceReaderOptions {
  /** Memory for the files read last, kept whole; 32 MiB when absent, 0 keeps none. */
  readonly cacheBytes?: number;
  /** Size of the largest file that is read; 256 MiB when absent. */
  readonly maxBytes?: number;
  /** What standard input held, when `-` is among the sources, or what gives it. */
  readonly stdin?: Uint8Array | (() => Uint8Array);
  /** What the files were when they were first read, in memory that readers in several threads share; see `stampsFor`. */
  readonly stamps?: Float64Array;
}

/** Sources by their number; an array is one. */
export interface SourceList {
  readonly length: number;
  at(index: number): Source | undefined;
}

const defaultCacheBytes = 32 * 2 ** 20;
const defaultMaxBytes = 256 * 2 ** 20;
/** Reading this much for a piece of it costs about as much as opening the file. */
const maxWholeBytes = 64 * 2 ** 10;

/** Opening a pipe that has taken a file's place must not wait for a writer. Windows has neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Numbers remembered of each file: size, ino, mtimeMs, ctimeMs. A file that was not read yet has size -1. */
const stampLength = 4;

/** What readers remember of so many files that were not read yet, in memory that threads can share. */
export function stampsFor(sourceCount: number): Float64Array {
  const { BYTES_PER_ELEMENT } = Float64Array;
  return new Float64Array(new SharedArrayBuffer(sourceCount * stampLength * BYTES_PER_ELEMENT)).fill(-1);
}

/**
 * Reads sources by their number, as often as needed, and notices when a file is no longer what it was at its first
 * reading. Synchronous, because one small file costs 7 microseconds this way and 80 through `fs.promises`.
 *
 * A change is noticed by size, inode and the two times that the file system keeps. What it cannot notice is a
 * change that keeps the size within the same tick of the kernel's clock (about 4 ms) as the change before.
 */
export class SourceReader {
  readonly #sources: SourceList;
  readonly #maxBytes: number;
  readonly #stdin: Uint8Array | (() => Uint8Array) | undefined;
  readonly #recent: FileRing;
  /** Larger files are read in slices. */
  readonly #wholeBytes: number;
  readonly #stamps: Float64Array;
  /** For files that are too large for the ring. */
  #buffer: Uint8Array = new Uint8Array(0);

  constructor(sources: SourceList, options: SourceReaderOptions = {}) {
    this.#sources = sources;
    this.#maxBytes = options.maxBytes ?? defaultMaxBytes;
    this.#stdin = options.stdin;
    const cacheBytes = options.cacheBytes ?? defaultCacheBytes;
    this.#recent = new FileRing(cacheBytes);
    this.#wholeBytes = Math.min(cacheBytes / 8 - 1, maxWholeBytes);
    this.#stamps = options.stamps ?? new Float64Array(sources.length * stampLength).fill(-1);
  }

  /**
   * The bytes of source `index`. The array belongs to the reader: it is valid until the next `read`, and must not be
   * written to. A file that is still in memory is not looked at again. Throws a `SourceError`: `VANISHED`, `UNREADABLE`, `TOO_LARGE`, or `CHANGED` when the
   * file is not the one that the first `read` of this source saw, or grew or shrank under it.
   */
  read(index: number): Uint8Array {
    const { path, absolutePath, member } = this.#source(index);
    if (absolutePath === '-' && member === undefined) return this.#readStdin();
    const recent = this.#recent.get(index);
    if (recent !== undefined) return recent;
    if (member !== undefined) return this.#readMember(index, member);
    let file: number | undefined;
    try {
      file = openSync(absolutePath, openFlags);
      return this.#readOpen(index, file);
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError(path, explainFailure(error));
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /**
   * The bytes `start` to `end` of source `index`, which was read before; valid as long as those of `read`. Of a file too large to
   * be kept only these bytes are read, so that many pieces of it do not cost the whole file each. Throws like `read`.
   */
  readSlice(index: number, start: number, end: number): Uint8Array {
    const { path, absolutePath, member } = this.#source(index);
    if (member !== undefined && member.bytes > this.#wholeBytes) {
      const room = this.#largeBuffer(end - start);
      member.spool.read(member.start + start, room);
      return room;
    }
    const size = member?.bytes ?? this.#stamps[index * stampLength];
    if (absolutePath === '-' || size <= this.#wholeBytes) return this.read(index).subarray(start, end);
    let file: number | undefined;
    try {
      file = openSync(absolutePath, openFlags);
      if (!this.#hasStamp(index, fstatSync(file))) throw changed(path, 'it changed during the run');
      const room = this.#largeBuffer(end - start);
      for (let at = start; at < end;) {
        const count = readSync(file, room, at - start, end - at, at);
        if (count === 0) throw changed(path, 'it changed while it was read');
        at += count;
      }
      return room;
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError(path, explainFailure(error));
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Whether source `index` was read and its file still is what the first reading saw. Opens and throws nothing. */
  unchanged(index: number): boolean {
    const { absolutePath, member } = this.#source(index);
    if (absolutePath === '-') return member !== undefined || this.#stdin !== undefined;
    if (!this.#wasRead(index)) return false;
    try {
      return this.#hasStamp(index, statSync(absolutePath));
    } catch {
      return false;
    }
  }

  #source(index: number): Source {
    const source = this.#sources.at(index);
    if (source === undefined) throw new RangeError(`there is no source ${index}`);
    return source;
  }

  #readStdin(): Uint8Array {
    if (this.#stdin === undefined) {
      throw new SourceError('-', { code: 'UNREADABLE', cause: 'standard input was not read' });
    }
    const stdin = typeof this.#stdin === 'function' ? this.#stdin() : this.#stdin;
    if (stdin.length > this.#maxBytes) throw tooLarge('-', stdin.length, this.#maxBytes);
    return stdin;
  }

  #readMember(index: number, { spool, start, bytes, stamp }: MemberPlace): Uint8Array {
    const room = this.#recent.reserve(bytes) ?? this.#largeBuffer(bytes);
    spool.read(start, room);
    this.#stamps.set(stamp, index * stampLength);
    this.#recent.keep(index, room, bytes);
    return room;
  }

  #readOpen(index: number, file: number): Uint8Array {
    const { path } = this.#source(index);
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new SourceError(path, explainFailure({ code: 'EISDIR' }));
    if (!stats.isFile()) throw new SourceError(path, notRegular(stats));
    if (stats.size > this.#maxBytes) throw tooLarge(path, stats.size, this.#maxBytes);
    if (this.#wasRead(index) && !this.#hasStamp(index, stats))
      throw changed(path, 'it changed during the run');
    // One byte more than there should be: a file that grows shows itself without a second call.
    const room = this.#recent.reserve(stats.size + 1) ?? this.#largeBuffer(stats.size + 1);
    if (fill(file, room) !== stats.size) throw changed(path, 'it changed while it was read');
    this.#setStamp(index, stats);
    this.#recent.keep(index, room, stats.size);
    return room.subarray(0, stats.size);
  }

  #largeBuffer(length: number): Uint8Array {
    if (this.#buffer.length < length) {
      // Doubling, so that a row of ever larger files does not allocate each time.
      const doubled = Math.min(this.#buffer.length * 2, this.#maxBytes + 1);
      this.#buffer = new Uint8Array(Math.max(length, doubled));
    }
    return this.#buffer.subarray(0, length);
  }

  #wasRead(index: number): boolean {
    return this.#stamps[index * stampLength] !== -1;
  }

  #hasStamp(index: number, { size, ino, mtimeMs, ctimeMs }: Stats): boolean {
    const at = index * stampLength;
    const stamps = this.#stamps;
    return (
      stamps[at] === size &&
      stamps[at + 1] === ino &&
      stamps[at + 2] === mtimeMs &&
      stamps[at + 3] === ctimeMs
    );
  }

  #setStamp(index: number, { size, ino, mtimeMs, ctimeMs }: Stats): void {
    const at = index * stampLength;
    const stamps = this.#stamps;
    stamps[at] = size;
    stamps[at + 1] = ino;
    stamps[at + 2] = mtimeMs;
    stamps[at + 3] = ctimeMs;
  }
}

function changed(path: string, cause: string): SourceError {
  return new SourceError(path, { code: 'CHANGED', cause });
}

/** Reads from the start of the file until `room` or all but its last byte is full; returns how many bytes there were. */
function fill(file: number, room: Uint8Array): number {
  let length = 0;
  while (length < room.length) {
    const count = readSync(file, room, length, room.length - length, length);
    length += count;
    if (count === 0 || length === room.length - 1) break;
  }
  return length;
}
