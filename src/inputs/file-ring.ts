/**
 * The files that were read last, whole, in one piece of memory that is used round and round:
 *
 *     | newer file | newest file |      free      | oldest file | old file |   |
 *     0                          ^ head                                    capacity
 *
 * A file is read straight into the free room; what stands there already is given up, oldest first. An array
 * for each file instead would cost more than the reading itself: 8 microseconds against 7, most of it in the
 * garbage collector.
 */
export class FileRing {
  readonly #memory: Uint8Array;
  /** Number of the file, and where it stands; oldest first, because a `Map` keeps the order of insertion. */
  readonly #files = new Map<number, { readonly start: number; readonly end: number }>();
  #head = 0;

  constructor(capacityBytes: number) {
    this.#memory = new Uint8Array(capacityBytes);
  }

  get(file: number): Uint8Array | undefined {
    const place = this.#files.get(file);
    return place === undefined ? undefined : this.#memory.subarray(place.start, place.end);
  }

  /**
   * Room for `length` bytes, to be written to and then passed to `keep`. Undefined when it would take more than an
   * eighth of the memory: one large file would drive out hundreds of small ones that are asked for far more often.
   */
  reserve(length: number): Uint8Array | undefined {
    if (length * 8 > this.#memory.length) return undefined;
    if (this.#head + length > this.#memory.length) {
      this.#giveUp(this.#head, this.#memory.length);
      this.#head = 0;
    }
    this.#giveUp(this.#head, this.#head + length);
    return this.#memory.subarray(this.#head, this.#head + length);
  }

  /** Remembers the first `length` bytes of `room` as `file`, when they are some and the room was reserved last. */
  keep(file: number, room: Uint8Array, length: number): void {
    if (length === 0 || room.buffer !== this.#memory.buffer || room.byteOffset !== this.#head) return;
    const start = this.#head;
    this.#head += length;
    this.#files.set(file, { start, end: this.#head });
  }

  /** Forgets the files between two offsets at which the oldest files stand. */
  #giveUp(start: number, end: number): void {
    for (const [file, place] of this.#files) {
      if (place.end <= start || place.start >= end) return;
      this.#files.delete(file);
    }
  }
}
