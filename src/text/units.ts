import { Buffer } from 'node:buffer';

/**
 * A text as UTF-16 code units, in an array that the next `load` reuses: reading an array costs a fraction of reading
 * a string, and one array for all texts leaves nothing for a garbage collector.
 */
export class UnitBuffer {
  units: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  private bytes: Buffer = Buffer.from(this.units.buffer);

  /** The units of `text` from the start of the array, which is at least one longer. */
  load(text: string): Uint16Array {
    if (this.units.length <= text.length) {
      this.units = new Uint16Array(Math.ceil(1.5 * text.length) + 1);
      this.bytes = Buffer.from(this.units.buffer);
    }
    this.bytes.write(text, 'utf16le');
    return this.units;
  }
}

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
