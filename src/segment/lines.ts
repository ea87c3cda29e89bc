import type { Decoded } from '../text/decode.ts';

/**
 * The lines of a file, without their ends (LF, CRLF or CR), in the decoded text and in the raw bytes. Both are
 * found from line ends alone, so no character has to be mapped to its bytes: invalid bytes and encodings do not matter.
 */
export interface Lines {
  readonly count: number;
  /** Offsets into the decoded text, half-open. */
  readonly textStart: Uint32Array;
  readonly textEnd: Uint32Array;
  /** Offsets into the file, half-open. */
  readonly byteStart: Uint32Array;
  readonly byteEnd: Uint32Array;
}

const LF = 10;
const CR = 13;

/** Splits a file into lines. A line end at the end of the file begins no further line. */
export function splitLines(bytes: Uint8Array, decoded: Decoded): Lines {
  const { text, encoding, bomBytes, replacements } = decoded;
  if (encoding === 'utf-8' && replacements === 0) return splitUtf8(bytes, bomBytes, text.length);
  const inText = findLines(text.length, (i) => text.charCodeAt(i));
  if (encoding === 'utf-8') {
    // invalid bytes: line ends are looked for on both sides, which agree on them
    const inBytes = findLines(bytes.length - bomBytes, (i) => bytes[bomBytes + i]);
    const moved = (offsets: Uint32Array): Uint32Array => offsets.map((offset) => offset + bomBytes);
    return linesOf(inText, { start: moved(inBytes.start), end: moved(inBytes.end) });
  }
  const size = encoding === 'windows-1252' ? 1 : 2;
  const scaled = (offsets: Uint32Array): Uint32Array => offsets.map((offset) => bomBytes + size * offset);
  const inBytes = { start: scaled(inText.start), end: scaled(inText.end) };
  // half a unit at the end of a damaged UTF-16 file belongs to the last line
  const last = inText.end.length - 1;
  if (inText.end[last] === text.length) inBytes.end[last] = bytes.length;
  return linesOf(inText, inBytes);
}

interface Offsets {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

function linesOf(inText: Offsets, inBytes: Offsets): Lines {
  return {
    count: inText.start.length,
    textStart: inText.start,
    textEnd: inText.end,
    byteStart: inBytes.start,
    byteEnd: inBytes.end,
  };
}

/** Filled by `splitUtf8`, four numbers a line in the order of `Lines`; reused, since most files are small. */
let scratch = new Uint32Array(4 * 1024);

/** One pass over valid UTF-8, which counts the UTF-16 code units on the way: two for a lead of four bytes. */
function splitUtf8(bytes: Uint8Array, bomBytes: number, units: number): Lines {
  let count = 0;
  let unit = 0;
  let lineUnit = 0;
  let lineByte = bomBytes;
  for (let i = bomBytes; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte > CR) {
      // continuation bytes count nothing
      if (byte < 0x80 || byte >= 0xc0) unit += byte >= 0xf0 ? 2 : 1;
    } else {
      if (byte === LF || byte === CR) {
        noteLine(count++, lineUnit, unit, lineByte, i);
        if (byte === CR && bytes[i + 1] === LF) {
          i++;
          unit++;
        }
        lineByte = i + 1;
        lineUnit = unit + 1;
      }
      unit++;
    }
  }
  if (lineUnit < units) noteLine(count++, lineUnit, units, lineByte, bytes.length);
  const column = (place: number): Uint32Array => {
    const offsets = new Uint32Array(count);
    for (let line = 0; line < count; line++) offsets[line] = scratch[4 * line + place];
    return offsets;
  };
  return { count, textStart: column(0), textEnd: column(1), byteStart: column(2), byteEnd: column(3) };
}

function noteLine(
  line: number,
  textStart: number,
  textEnd: number,
  byteStart: number,
  byteEnd: number,
): void {
  const at = 4 * line;
  if (at === scratch.length) {
    const longer = new Uint32Array(2 * scratch.length);
    longer.set(scratch);
    scratch = longer;
  }
  scratch[at] = textStart;
  scratch[at + 1] = textEnd;
  scratch[at + 2] = byteStart;
  scratch[at + 3] = byteEnd;
}

function findLines(length: number, unitAt: (index: number) => number): Offsets {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (let i = 0; i < length; i++) {
    const unit = unitAt(i);
    if (unit !== LF && unit !== CR) continue;
    starts.push(start);
    ends.push(i);
    if (unit === CR && i + 1 < length && unitAt(i + 1) === LF) i++;
    start = i + 1;
  }
  if (start < length) {
    starts.push(start);
    ends.push(length);
  }
  return { start: Uint32Array.from(starts), end: Uint32Array.from(ends) };
}
