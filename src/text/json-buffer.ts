import { Buffer } from 'node:buffer';
import { toJson } from './to-json.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const MAX_INT32 = 0x7fffffff;

/** The longest escape is `\u2028`, six bytes; a UTF-8 sequence of three becomes no longer than that. */
const MAX_ESCAPED = 6;
const MAX_DIGITS = 16;
/** A longer text is not copied unit by unit: from here on a call of the runtime is faster. */
const MAX_COPIED = 64;

const INITIAL_BYTES = 2 ** 19;

/** What JSON has for a byte below 0x80, as the letter behind a backslash; 'u' for a code, 0 for itself. */
const escapes = new Uint8Array(256);
escapes.fill(0x75, 0, 0x20);
escapes[0x7f] = 0x75;
for (const [byte, letter] of [[8, 'b'], [9, 't'], [10, 'n'], [12, 'f'], [13, 'r'], [QUOTE, '"'], [BACKSLASH, '\\']] as const) {
  escapes[byte] = letter.charCodeAt(0);
} // prettier-ignore
// leads of the sequences that hold C1 controls and line separators: look closer
escapes[0xc2] = 1;
escapes[0xe2] = 1;

const hexadecimal = Buffer.from('0123456789abcdef');

/** The memory that was read from last: nearly all texts come from one. */
let lastView: DataView = new DataView(new ArrayBuffer(0));

function viewOf({ buffer }: Uint8Array): DataView {
  if (lastView.buffer !== buffer) lastView = new DataView(buffer);
  return lastView;
}

/** JSON in UTF-8 as it is written: one array that grows, and is emptied when it has been taken. */
export class JsonBuffer {
  length = 0;
  private bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  private view: DataView = new DataView(this.bytes.buffer);

  /** What was written, valid until the next write; the buffer is empty then. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  /** What was written, with its memory, which the buffer gives away; it goes on in `room`, which may be overwritten. */
  giveAway(room?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    const given = this.bytes.subarray(0, this.length);
    this.bytes = room === undefined ? Buffer.allocUnsafeSlow(INITIAL_BYTES) : Buffer.from(room);
    this.view = new DataView(this.bytes.buffer);
    this.length = 0;
    return given;
  }

  /** A piece of JSON as it stands; ASCII. */
  ascii(piece: Uint8Array): void {
    this.reserve(piece.length);
    const { bytes } = this;
    let { length } = this;
    for (let i = 0; i < piece.length; i++) bytes[length++] = piece[i];
    this.length = length;
  }

  /** A number that is an integer from 0 on. */
  integer(value: number): void {
    this.reserve(MAX_DIGITS);
    const { bytes } = this;
    let rest = value;
    let end = this.length + 1;
    for (let bound = 10; bound <= value; bound *= 10) end++;
    this.length = end;
    // floating-point division only for what 32 bits do not hold
    while (rest > MAX_INT32) {
      const next = Math.floor(rest / 10);
      bytes[--end] = ZERO + (rest - 10 * next);
      rest = next;
    }
    let small = rest | 0;
    do {
      const next = (small / 10) | 0;
      bytes[--end] = ZERO + (small - 10 * next);
      small = next;
    } while (small > 0);
  }

  /** JSON text of any characters, as it stands. */
  json(text: string): void {
    const count = text.length;
    this.reserve(3 * count);
    const { bytes, length } = this;
    if (count <= MAX_COPIED) {
      let i = 0;
      for (; i < count; i++) {
        const unit = text.charCodeAt(i);
        if (unit >= 0x80) break;
        bytes[length + i] = unit;
      }
      if (i === count) {
        this.length = length + count;
        return;
      }
    }
    this.length += bytes.write(text, length);
  }

  /** The same as `value` for a string, faster where nothing in it is escaped and all of it is ASCII. */
  string(text: string): void {
    const count = text.length;
    this.reserve(count + 2);
    const { bytes } = this;
    let { length } = this;
    bytes[length++] = QUOTE;
    for (let i = 0; i < count; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80 || escapes[unit] !== 0) {
        this.value(text);
        return;
      }
      bytes[length++] = unit;
    }
    bytes[length++] = QUOTE;
    this.length = length;
  }

  /** Any value as JSON. */
  value(value: unknown): void {
    this.json(toJson(value));
  }

  /**
   * A string that stands as valid UTF-8 from `start` to `end` of `source`: the same as `value` for the decoded string, in one
   * pass over the bytes and without making it.
   */
  utf8(source: Uint8Array, start: number, end: number): void {
    this.reserve(MAX_ESCAPED * (end - start) + 2);
    const { bytes, view } = this;
    let { length } = this;
    bytes[length++] = QUOTE;
    const words = viewOf(source);
    const base = source.byteOffset;
    const lastWord = end - 4;
    for (let i = start; i < end; i++) {
      // four bytes at once where none of them is escaped or outside ASCII, as most are
      while (i <= lastWord) {
        const word = words.getInt32(base + i, true);
        const quotes = word ^ 0x22222222;
        const backslashes = word ^ 0x5c5c5c5c;
        // a byte's highest bit is set when it is below 0x20 (or stands above one), 0x7f or more, a quote or a backslash
        const special =
          word |
          (word - 0x20202020) |
          (word + 0x01010101) |
          (quotes - 0x01010101) |
          (backslashes - 0x01010101);
        if ((special & 0x80808080) !== 0) break;
        view.setInt32(length, word, true);
        length += 4;
        i += 4;
      }
      if (i >= end) break;
      const byte = source[i];
      const escape = escapes[byte];
      if (escape === 0) {
        bytes[length++] = byte;
      } else if (escape > 1) {
        bytes[length++] = BACKSLASH;
        bytes[length++] = escape;
        if (escape === 0x75) length = this.code(byte, length);
      } else if (byte === 0xc2 && source[i + 1] < 0xa0) {
        bytes[length++] = BACKSLASH;
        bytes[length++] = 0x75;
        length = this.code(source[++i], length);
      } else if (byte === 0xe2 && source[i + 1] === 0x80 && (source[i + 2] | 1) === 0xa9) {
        bytes[length++] = BACKSLASH;
        bytes[length++] = 0x75;
        length = this.code(0x2000 | (source[i + 2] & 0x3f), length);
        i += 2;
      } else {
        bytes[length++] = byte;
      }
    }
    bytes[length++] = QUOTE;
    this.length = length;
  }

  /** Four hexadecimal digits at `at`; returns what comes behind. */
  private code(unit: number, at: number): number {
    for (let digit = 0; digit < 4; digit++)
      this.bytes[at + digit] = hexadecimal[(unit >>> (12 - 4 * digit)) & 15];
    return at + 4;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const longer = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.length + count));
    longer.set(this.bytes.subarray(0, this.length));
    this.bytes = longer;
    this.view = new DataView(longer.buffer);
  }
}
