import { detectPasted } from './detect-encoding.ts';
import { isMultiByte, type Encoding, type MultiByteEncoding, type SingleByteEncoding } from './encodings.ts';

/** Whole lines that follow each other and are in another encoding than their file. */
export interface EncodingRun {
  readonly encoding: Encoding;
  /** 1-based, inclusive. Lines end at LF, CRLF or CR. */
  readonly lines: readonly [first: number, last: number];
  /** Half-open offsets into the file, without the last line's end. */
  readonly bytes: readonly [start: number, end: number];
}

/** UTF-8 and one other encoding, line by line. */
export interface Mixture {
  /** Of most lines that are not ASCII. */
  readonly encoding: 'utf-8' | SingleByteEncoding | MultiByteEncoding;
  /** Lines in the other one, in file order. */
  readonly others: readonly EncodingRun[];
}

const LF = 10;
const CR = 13;

// Classes of lines
const ASCII = 0;
const UTF8 = 1;
/** UTF-8 with fewer invalid bytes than sequences: damaged, and no other encoding. */
const DAMAGED = 2;
const OTHER = 3;

/** How much of the lines in another encoding is looked at to tell which. */
const SAMPLE_BYTES = 65_536;
/**
 * Sequences that a line of a file has at least to count as UTF-8 where most lines are not: a single one may be a capital before a
 * quotation mark, and pairs of bytes in Chinese are valid UTF-8 now and then.
 */
const LEAST_SEQUENCES = 2;
const LEAST_SEQUENCES_MULTI_BYTE = 8;

/** One line: its place without its end, its class, and the number of its valid sequences. */
interface Line {
  number: number;
  start: number;
  end: number;
  kind: number;
  sequences: number;
}

/**
 * Finds the lines of a file that are in another encoding than most, as when text was pasted from elsewhere: UTF-8 beside one
 * encoding that is not Unicode. Undefined when all lines are in one encoding, or when invalid bytes are more likely damage.
 * Two encodings that are both not Unicode are not told apart. Takes linear time, and keeps nothing for a line but the runs.
 *
 * @param data no valid UTF-8, and without NUL bytes
 */
export function findMixture(data: Uint8Array): Mixture | undefined {
  const sample = new Uint8Array(Math.min(SAMPLE_BYTES, data.length));
  let sampled = 0;
  let unicodeLines = 0;
  let otherLines = 0;
  let mostSequences = 0;
  for (const line of linesOf(data)) {
    if (line.kind === ASCII) continue;
    if (line.kind === UTF8) mostSequences = Math.max(mostSequences, line.sequences);
    if (line.kind !== OTHER) {
      unicodeLines++;
      continue;
    }
    otherLines++;
    const part = data.subarray(line.start, Math.min(line.end + 1, line.start + sample.length - sampled));
    sample.set(part, sampled);
    sampled += part.length;
  }
  if (unicodeLines === 0 || otherLines === 0) return undefined;
  const legacy = detectPasted(sample.subarray(0, sampled));
  if (legacy === undefined) return undefined;
  if (unicodeLines >= otherLines) {
    return { encoding: 'utf-8', others: runsOf(data, legacy, (line) => line.kind === OTHER) };
  }
  const least = isMultiByte(legacy) ? LEAST_SEQUENCES_MULTI_BYTE : LEAST_SEQUENCES;
  if (mostSequences < least) return undefined;
  const isUtf8 = (line: Line): boolean => line.kind === UTF8 && line.sequences >= least;
  return { encoding: legacy, others: runsOf(data, 'utf-8', isUtf8) };
}

/** Lines of the other encoding; ASCII between two of them belongs to the run, since it is the same in both. */
function runsOf(data: Uint8Array, encoding: Encoding, isOther: (line: Line) => boolean): EncodingRun[] {
  const runs: EncodingRun[] = [];
  let isOpen = false;
  for (const line of linesOf(data)) {
    if (line.kind === ASCII) continue;
    const wasOpen = isOpen;
    isOpen = isOther(line);
    if (!isOpen) continue;
    const last = wasOpen ? runs.pop() : undefined;
    runs.push({
      encoding,
      lines: [last?.lines[0] ?? line.number, line.number],
      bytes: [last?.bytes[0] ?? line.start, line.end],
    });
  }
  return runs;
}

/** The lines of a file, in one object that is used again and again. */
function* linesOf(data: Uint8Array): Generator<Line, void, undefined> {
  const line: Line = { number: 0, start: 0, end: 0, kind: ASCII, sequences: 0 };
  for (let at = 0; at < data.length;) {
    line.number++;
    line.start = at;
    at = classify(data, line);
    yield line;
    if (data[at] === CR && data[at + 1] === LF) at++;
    at++;
  }
}

/** Fills `line` from its start on, and returns where its end stands. */
function classify(data: Uint8Array, line: Line): number {
  let valid = 0;
  let invalid = 0;
  let i = line.start;
  for (; i < data.length && data[i] !== LF && data[i] !== CR; i++) {
    if (data[i] < 0x80) continue;
    const length = sequenceLength(data, i);
    if (length > 1) valid++;
    else invalid++;
    i += Math.max(1, length) - 1;
  }
  line.end = i;
  line.sequences = valid;
  if (invalid > 0) line.kind = valid > invalid ? DAMAGED : OTHER;
  else line.kind = valid > 0 ? UTF8 : ASCII;
  return i;
}

/** Bytes of the valid UTF-8 sequence of several bytes at `at`, or 0. */
export function sequenceLength(data: Uint8Array, at: number): number {
  const lead = data[at];
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if ((data[at + k] & 0xc0) !== 0x80) return 0;
  // no overlong forms, no surrogates, nothing behind U+10FFFF
  const second = data[at + 1];
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second >= 0xa0) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  return lead === 0xf4 && second >= 0x90 ? 0 : length;
}

/** Calls `visit` for the stretches of `start` to `end` that are in one encoding each, in order. */
export function eachStretch(
  start: number,
  end: number,
  encoding: Encoding,
  others: readonly EncodingRun[],
  visit: (start: number, end: number, encoding: Encoding) => void,
): void {
  let at = start;
  for (let run = firstRunBehind(others, start); run < others.length; run++) {
    const [runStart, runEnd] = others[run].bytes;
    if (runStart >= end) break;
    if (at < runStart) visit(at, runStart, encoding);
    at = Math.min(end, runEnd);
    visit(Math.max(start, runStart), at, others[run].encoding);
  }
  if (at < end) visit(at, end, encoding);
}

/** Number of the first run that ends behind `place`. */
function firstRunBehind(others: readonly EncodingRun[], place: number): number {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (others[middle].bytes[1] > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The encoding of what stands at `place`. */
export function encodingAt(place: number, encoding: Encoding, others: readonly EncodingRun[]): Encoding {
  const run = others[firstRunBehind(others, place)];
  return run !== undefined && run.bytes[0] <= place ? run.encoding : encoding;
}
