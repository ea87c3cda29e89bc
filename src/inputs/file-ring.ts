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
  // Where the files stand, oldest first, in columns that are used round and round, too: rows `#oldest` to `#next`, a power of 2 of them.
  #file = new Int32Array(INITIAL_ROWS);
  #start = new Uint32Array(INITIAL_ROWS);
  #end = new Uint32Array(INITIAL_ROWS);
  #oldest = 0;
  #next = 0;
  /** Row of each file, counted from 1; 0 for one that is not here. */
  #rowOf = new Int32Array(INITIAL_ROWS);
  #head = 0;

  constructor(capacityBytes: number) {
    this.#memory = new Uint8Array(capacityBytes);
  }

  get(file: number): Uint8Array | undefined {
    const row = file < this.#rowOf.length ? this.#rowOf[file] - 1 : -1;
    return row < 0 ? undefined : this.#memory.subarray(this.#start[row], this.#end[row]);
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
    if (this.#next - this.#oldest === this.#file.length) this.#grow();
    if (file >= this.#rowOf.length) this.#rowOf = enlarged(this.#rowOf, 2 * file);
    const row = this.#next++ & (this.#file.length - 1);
    this.#file[row] = file;
    this.#start[row] = this.#head;
    this.#head += length;
    this.#end[row] = this.#head;
    this.#rowOf[file] = row + 1;
  }

  /** Forgets the files between two offsets at which the oldest files stand. */
  #giveUp(start: number, end: number): void {
    const mask = this.#file.length - 1;
    for (; this.#oldest < this.#next; this.#oldest++) {
      const row = this.#oldest & mask;
      if (this.#end[row] <= start || this.#start[row] >= end) return;
      this.#rowOf[this.#file[row]] = 0;
    }
  }

  /** Doubles the rows. */
  #grow(): void {
    const count = this.#file.length;
    const oldest = this.#oldest & (count - 1);
    const order = Array.from({ length: count }, (_, place) => (oldest + place) & (count - 1));
    const files = order.map((row) => this.#file[row]);
    const starts = order.map((row) => this.#start[row]);
    const ends = order.map((row) => this.#end[row]);
    this.#file = enlarged(Int32Array.from(files), 2 * count);
    this.#start = enlarged(Uint32Array.from(starts), 2 * count);
    this.#end = enlarged(Uint32Array.from(ends), 2 * count);
    this.#oldest = 0;
    this.#next = count;
    for (let row = 0; row < count; row++) this.#rowOf[this.#file[row]] = row + 1;
  }
}

const INITIAL_ROWS = 1024;

function enlarged<Column extends Int32Array | Uint32Array>(old: Column, size: number): Column {
  const fresh = new (old.constructor as new (length: number) => Column)(size);
  fresh.set(old);
  return fresh;
}
