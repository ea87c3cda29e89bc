import { encodedSize, type Decoded, type Encoding } from '../text/decode.ts';
import { isMultiByte } from '../text/encodings.ts';

const LF = 10;
const CR = 13;

/**
 * The lines of a file, without their ends (LF, CRLF or CR) and the white space around them, in the decoded text and in the
 * raw bytes. Both are found from line ends alone, so no character has to be mapped to its bytes: invalid bytes and
 * encodings do not matter. The columns are reused: they hold what the last `split` found.
 */
export class Lines {
  count = 0;
  /** Where each line begins in the decoded text, white space and all. */
  lineStart: Uint32Array = new Uint32Array(1024);
  /** From the first to the last character that is not white space, half-open; equal for a blank line. */
  textStart: Uint32Array = new Uint32Array(1024);
  textEnd: Uint32Array = new Uint32Array(1024);
  /** The same as offsets into the file. */
  byteStart: Uint32Array = new Uint32Array(1024);
  byteEnd: Uint32Array = new Uint32Array(1024);

  /**
   * Splits a file. A line end at the end of the file begins no further line.
   *
   * @param units the code units of the decoded text, `length` of them
   */
  split(bytes: Uint8Array, decoded: Decoded, units: Uint16Array, length: number): void {
    this.count = 0;
    const { encoding, bomBytes, replacements } = decoded;
    this.reserve(units, length);
    if ((encoding === 'utf-8' && replacements > 0) || isMultiByte(encoding) || decoded.others !== undefined) {
      this.splitOnBothSides(bytes, decoded, units, length);
      return;
    }
    const isUtf8 = encoding === 'utf-8';
    const isUtf32 = encoding === 'utf-32le' || encoding === 'utf-32be';
    const unitBytes = isUtf32 ? 4 : encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
    // by how much the place in the file is ahead of `unitBytes` for each unit, the mark included
    let ahead = bomBytes;
    let start = 0;
    let byteStart = bomBytes;
    for (let i = 0; i < length; i++) {
      const unit = units[i];
      if (unit > CR) {
        if (unit < 0x80) continue;
        // each half of a surrogate pair stands for two of its four bytes
        if (isUtf8) ahead += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
        else if (isUtf32 && unit >= 0xdc00 && unit < 0xe000) ahead -= 4;
        continue;
      }
      if (unit !== LF && unit !== CR) continue;
      this.add(units, encoding, start, i, byteStart, ahead + unitBytes * i);
      if (unit === CR && i + 1 < length && units[i + 1] === LF) i++;
      start = i + 1;
      byteStart = ahead + unitBytes * start;
    }
    // a part of a unit at the end of a damaged UTF-16 or UTF-32 file belongs to the last line
    if (start < length) this.add(units, encoding, start, length, byteStart, bytes.length);
  }

  /**
   * Invalid bytes, characters of several bytes, or lines in several encodings: line ends are looked for on both sides, which agree on them, since these bytes are
   * part of no longer character and of no invalid sequence.
   */
  private splitOnBothSides(
    bytes: Uint8Array,
    { encoding, bomBytes, others = [] }: Decoded,
    units: Uint16Array,
    length: number,
  ): void {
    let byteStart = bomBytes;
    let run = 0;
    for (let start = 0; start < length;) {
      const end = lineEnd(units, start, length);
      const byteEnd = lineEnd(bytes, byteStart, bytes.length);
      while (run < others.length && others[run].bytes[1] < byteEnd) run++;
      const isOther = run < others.length && others[run].bytes[0] <= byteStart;
      this.add(units, encoding, start, end, byteStart, byteEnd, isOther);
      const isPair = units[end] === CR && end + 1 < length && units[end + 1] === LF;
      start = end + (isPair ? 2 : 1);
      byteStart = byteEnd + (isPair ? 2 : 1);
    }
  }

  private add(
    units: Uint16Array,
    encoding: Encoding,
    start: number,
    end: number,
    byteStart: number,
    byteEnd: number,
    isOther = false,
  ): void {
    if (this.count === this.lineStart.length) this.resize(2 * this.count);
    const line = this.count++;
    let textStart = start;
    let firstByte = byteStart;
    while (textStart < end && isTrimmed(units[textStart], isOther))
      firstByte += encodedSize(units[textStart++], encoding);
    let textEnd = end;
    let lastByte = byteEnd;
    while (textEnd > textStart && isTrimmed(units[textEnd - 1], isOther))
      lastByte -= encodedSize(units[--textEnd], encoding);
    this.lineStart[line] = start;
    this.textStart[line] = textStart;
    this.textEnd[line] = textEnd;
    this.byteStart[line] = firstByte;
    this.byteEnd[line] = lastByte;
  }

  /** Gives the memory of a huge file back; the columns are empty then. */
  release(): void {
    if (this.lineStart.length <= MAX_KEPT_LINES) return;
    this.count = 0;
    this.resize(INITIAL_LINES);
  }

  /** Makes room for all lines of a large text at once: doubling would take up to three times as much for a while. */
  private reserve(units: Uint16Array, length: number): void {
    if (length < LARGE_UNITS) return;
    let ends = 1;
    for (let i = 0; i < length; i++) if (units[i] === LF || units[i] === CR) ends++;
    if (ends > this.lineStart.length) this.resize(ends);
  }

  private resize(size: number): void {
    const { count } = this;
    const resized = (old: Uint32Array): Uint32Array => {
      const fresh = new Uint32Array(size);
      fresh.set(old.subarray(0, count));
      return fresh;
    };
    this.lineStart = resized(this.lineStart);
    this.textStart = resized(this.textStart);
    this.textEnd = resized(this.textEnd);
    this.byteStart = resized(this.byteStart);
    this.byteEnd = resized(this.byteEnd);
  }
}

const INITIAL_LINES = 1024;
/** Room for so many lines is kept for the next file. */
const MAX_KEPT_LINES = 2 ** 18;
/** A text of so many code units is looked through for its lines first. */
const LARGE_UNITS = 2 ** 20;

/** In another encoding than the file's other white space has other bytes, so it stays in the text. */
function isTrimmed(unit: number, isOther: boolean): boolean {
  return isSpace(unit) && (unit < 0x80 || !isOther);
}

function lineEnd(text: Uint16Array | Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && text[i] !== LF && text[i] !== CR) i++;
  return i;
}

/** White space as `\s` has it, which is what may lie between blocks. */
export function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit === 0xa0;
  return (
    unit === 0x3000 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x1680
  );
}
