import { Buffer, isAscii } from 'node:buffer';

/**
 * A text as UTF-16 code units, in an array that the next `load` reuses: reading an array costs a fraction of reading
 * a string, and one array for all texts leaves nothing for a garbage collector.
 */
export class UnitBuffer {
  units: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  private bytes: Buffer = Buffer.from(this.units.buffer);

  /** Gives the memory of a huge text back. */
  release(): void {
    if (this.units.length <= HUGE_UNITS) return;
    this.units = new Uint16Array(4096);
    this.bytes = Buffer.from(this.units.buffer);
  }

  /** The units of `text` from the start of the array, which is at least one longer. */
  load(text: string): Uint16Array {
    this.reserve(text.length);
    this.bytes.write(text, 'utf16le');
    return this.units;
  }

  /** Decodes valid UTF-8 to the start of the array; returns the number of units. */
  loadUtf8(utf8: Uint8Array): number {
    const { length } = utf8;
    this.reserve(length);
    if (!isAscii(utf8)) return decodeUtf8(utf8, 0, length, this.units, 0);
    // a fifteenth of the time of a loop
    this.units.set(utf8);
    return length;
  }

  private reserve(length: number): void {
    if (this.units.length > length) return;
    // a huge text is met once, and gets no more than it needs
    const room = length > HUGE_UNITS ? length : Math.ceil(1.5 * length);
    this.units = new Uint16Array(room + 1);
    this.bytes = Buffer.from(this.units.buffer);
  }
}

/** A text of more code units is huge: its memory is not kept for the next one. */
const HUGE_UNITS = 2 ** 22;

/** The code units of a text, in an array of their own. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}

/** A string from code units, in pieces that fit on the stack. */
export function decodeUnits(units: Uint16Array, start: number, end: number): string {
  if (end - start <= 4096)
    return String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
  let text = '';
  for (let i = start; i < end; i += 4096) text += decodeUnits(units, i, Math.min(end, i + 4096));
  return text;
}

/**
 * Decodes valid UTF-8 from `start` to `end` of `bytes` into `units` from `at` on, as far as there is room. Returns the end
 * of what was written.
 */
export function decodeUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
  units: Uint16Array,
  at: number,
): number {
  let unit = at;
  for (let i = start; i < end && unit < units.length;) {
    const byte = bytes[i++];
    if (byte < 0x80) {
      units[unit++] = byte;
    } else if (byte < 0xe0) {
      units[unit++] = ((byte & 0x1f) << 6) | (bytes[i++] & 0x3f);
    } else if (byte < 0xf0) {
      units[unit++] = ((byte & 0x0f) << 12) | ((bytes[i++] & 0x3f) << 6) | (bytes[i++] & 0x3f);
    } else {
      const codePoint =
        ((byte & 0x07) << 18) |
        ((bytes[i++] & 0x3f) << 12) |
        ((bytes[i++] & 0x3f) << 6) |
        (bytes[i++] & 0x3f);
      // a typed array drops what is written behind its end
      units[unit++] = 0xd7c0 + (codePoint >> 10);
      units[unit++] = 0xdc00 | (codePoint & 0x3ff);
    }
  }
  return Math.min(unit, units.length);
}
