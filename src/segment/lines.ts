import { Buffer } from 'node:buffer';
import type { Decoded } from '../text/decode.ts';

/**
 * The lines of a file, without their ends (LF, CRLF or CR), in the decoded text and in the raw bytes. Both are
 * found on their own, so no character has to be mapped to its bytes: invalid bytes and encodings do not matter.
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
  const { text, encoding, bomBytes } = decoded;
  const hasCr = text.includes('\r');
  const inText = hasCr ? findLines(text.length, (i) => text.charCodeAt(i)) : findLfLines(text, text.length);
  const unitBytes = encoding === 'utf-8' ? 0 : encoding === 'windows-1252' ? 1 : 2;
  if (unitBytes > 0 || bomBytes + text.length === bytes.length) {
    // every code unit has the same size, so offsets follow from those in the text
    const size = unitBytes || 1;
    const byteStart = inText.start.map((offset) => bomBytes + size * offset);
    const byteEnd = inText.end.map((offset) => bomBytes + size * offset);
    // half a unit at the end of a damaged UTF-16 file belongs to the last line
    if (byteEnd.length > 0 && inText.end[byteEnd.length - 1] === text.length)
      byteEnd[byteEnd.length - 1] = bytes.length;
    return { count: byteStart.length, textStart: inText.start, textEnd: inText.end, byteStart, byteEnd };
  }
  const data = Buffer.from(bytes.buffer, bytes.byteOffset + bomBytes, bytes.length - bomBytes);
  const inBytes = hasCr ? findLines(data.length, (i) => data[i]) : findLfLines(data, data.length);
  return {
    count: inText.start.length,
    textStart: inText.start,
    textEnd: inText.end,
    byteStart: bomBytes === 0 ? inBytes.start : inBytes.start.map((offset) => offset + bomBytes),
    byteEnd: bomBytes === 0 ? inBytes.end : inBytes.end.map((offset) => offset + bomBytes),
  };
}

interface Offsets {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

function findLfLines(data: string | Buffer, length: number): Offsets {
  const ends: number[] = [];
  for (let at = data.indexOf('\n'); at >= 0; at = data.indexOf('\n', at + 1)) ends.push(at);
  if (length > 0 && ends[ends.length - 1] !== length - 1) ends.push(length);
  const end = Uint32Array.from(ends);
  const start = new Uint32Array(end.length);
  for (let i = 1; i < end.length; i++) start[i] = end[i - 1] + 1;
  return { start, end };
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
