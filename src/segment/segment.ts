import type { Decoded } from '../text/decode.ts';
import { UnitBuffer } from '../text/units.ts';
import { Blocks } from './blocks.ts';
import { findSentenceBorders, GLUED_UNITS, sizeInFile } from './glued.ts';
import { kindOf } from './kinds.ts';
import { Lines } from './lines.ts';
import { encodingAt } from '../text/mixed-encodings.ts';
import { findContinuations, releaseContinuations } from './wrapping.ts';

const buffer = new UnitBuffer();
const lines = new Lines();
/** A file of so many lines gets its room for blocks at once. */
const LARGE_LINES = 2 ** 16;

const blocks = new Blocks();

/**
 * Cuts a file into blocks. A blank line always ends a block; a line end ends it unless the lines are
 * hard-wrapped (`wrapping.ts`); a line that is a whole body falls into pieces at ends of sentences (`glued.ts`). What lies between blocks is white space or the byte-order mark.
 *
 * The result is valid until the next call: one set of columns for all files leaves nothing behind for each of them.
 */
export function segment(bytes: Uint8Array, decoded: Decoded): Blocks {
  const { utf8 } = decoded;
  const length = utf8 === undefined ? decoded.text.length : buffer.loadUtf8(utf8);
  const units = utf8 === undefined ? buffer.load(decoded.text) : buffer.units;
  lines.split(bytes, decoded, units, length);
  const continues = findContinuations(lines, units);
  blocks.count = 0;
  blocks.units = units;
  if (lines.count > LARGE_LINES) blocks.reserve(lines.count);
  // elsewhere the places of the pieces in the file are not known
  const mayCut = decoded.isExact || decoded.isExactByLine === true;
  for (let first = 0; first < lines.count; first++) {
    if (lines.textStart[first] === lines.textEnd[first]) continue;
    let last = first;
    while (continues[last]) last++;
    if (first === last && mayCut && lines.textEnd[first] - lines.textStart[first] > GLUED_UNITS) {
      addPieces(first, decoded);
      continue;
    }
    const block = blocks.add();
    blocks.start[block] = lines.textStart[first];
    blocks.end[block] = lines.textEnd[last];
    blocks.byteStart[block] = lines.byteStart[first];
    blocks.byteEnd[block] = lines.byteEnd[last];
    blocks.firstLine[block] = first + 1;
    blocks.lastLine[block] = last + 1;
    first = last;
  }
  lines.release();
  releaseContinuations();
  for (let block = 0; block < blocks.count; block++) {
    blocks.kind[block] = kindOf(units, blocks.start[block], blocks.end[block], block + 1 < blocks.count);
  }
  return blocks;
}

/** Adds a line that is a whole body as several blocks. */
function addPieces(line: number, { encoding: common, others = [] }: Decoded): void {
  const { units } = blocks;
  const end = lines.textEnd[line];
  const own = encodingAt(lines.byteStart[line], common, others);
  const borders = [...findSentenceBorders(units, lines.textStart[line], end), end];
  let start = lines.textStart[line];
  let byteStart = lines.byteStart[line];
  for (let i = 0; i < borders.length; i += 2) {
    const next = borders[i + 1];
    // white space that the file's common encoding would write otherwise stays with the text before it
    const pieceEnd =
      own === common || next === undefined || isAsciiOnly(units, borders[i], next) ? borders[i] : next;
    const block = blocks.add();
    blocks.start[block] = start;
    blocks.end[block] = pieceEnd;
    blocks.byteStart[block] = byteStart;
    const byteEnd =
      next === undefined ? lines.byteEnd[line] : byteStart + sizeInFile(units, start, pieceEnd, own);
    blocks.byteEnd[block] = byteEnd;
    blocks.firstLine[block] = line + 1;
    blocks.lastLine[block] = line + 1;
    if (next === undefined) return;
    byteStart = byteEnd + sizeInFile(units, pieceEnd, next, own);
    start = next;
  }
}

function isAsciiOnly(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (units[i] >= 0x80) return false;
  return true;
}

/** Gives the memory of a huge file back: what the last call of `segment` found is not needed any more. */
export function releaseSegments(): void {
  blocks.release();
  buffer.release();
}
