import { Buffer } from 'node:buffer';
import type { BlockTable } from '../matching/block-table.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';
import type { SourceText } from './source-text.ts';
import { describeWhitespace } from './whitespace.ts';

const LF = 10;
const BETWEEN = Buffer.from('"between":');

/** Most different gaps of a file that are told apart by a look at each; a file of more is described from strings. */
const MAX_KINDS = 16;

// The different gaps inside the file at hand, in the order in which they are met: where each stands first, and how often.
const kindStart = new Uint32Array(MAX_KINDS);
const kindEnd = new Uint32Array(MAX_KINDS);
const kindCount = new Uint32Array(MAX_KINDS);

/** The white space between the blocks, where it is not what every reader assumes: one newline behind each block. */
export function writeWhitespace(
  blocks: BlockTable,
  first: number,
  end: number,
  source: SourceText,
  bomBytes: number,
  out: JsonBuffer,
): void {
  if (source.isPlain && end > first) {
    const between = findCommonest(blocks, first, end, source.bytes);
    if (between !== TOO_MANY) {
      writePlain(blocks, first, end, source.bytes, bomBytes, between, out);
      return;
    }
  }
  const gaps: string[] = [];
  let done = bomBytes;
  for (let block = first; block < end; block++) {
    gaps.push(source.decode(done, blocks.byteStart[block]));
    done = blocks.byteEnd[block];
  }
  gaps.push(source.decode(done, source.bytes.length));
  const whitespace = describeWhitespace(gaps);
  if (whitespace === undefined) return;
  out.json(',"whitespace":');
  out.value(whitespace);
}

const NONE = -1;
const TOO_MANY = -2;

/** The kind of gap that most blocks have before them, the earlier one of equals; `NONE` for a single block. */
function findCommonest(
  { byteStart, byteEnd }: BlockTable,
  first: number,
  end: number,
  bytes: Uint8Array,
): number {
  let kinds = 0;
  for (let block = first + 1; block < end; block++) {
    const from = byteEnd[block - 1];
    const to = byteStart[block];
    let kind = 0;
    while (kind < kinds && !isSame(bytes, from, to, kindStart[kind], kindEnd[kind])) kind++;
    if (kind === kinds) {
      if (kinds === MAX_KINDS) return TOO_MANY;
      kindStart[kind] = from;
      kindEnd[kind] = to;
      kindCount[kind] = 0;
      kinds++;
    }
    kindCount[kind]++;
  }
  let best = kinds === 0 ? NONE : 0;
  for (let kind = 1; kind < kinds; kind++) if (kindCount[kind] > kindCount[best]) best = kind;
  return best;
}

/** The same as `describeWhitespace`, from the bytes of the gaps. */
function writePlain(
  { byteStart, byteEnd }: BlockTable,
  first: number,
  end: number,
  bytes: Uint8Array,
  bomBytes: number,
  between: number,
  out: JsonBuffer,
): void {
  const start = between === NONE ? 0 : kindStart[between];
  const isUsual = between === NONE || isNewline(bytes, start, kindEnd[between]);
  const betweenEnd = between === NONE ? 0 : kindEnd[between];
  if (!isUsual) {
    out.json(',"whitespace":{');
    out.ascii(BETWEEN);
    out.utf8(bytes, start, betweenEnd);
  }
  let others = 0;
  for (let block = first; block <= end; block++) {
    const from = block === first ? bomBytes : byteEnd[block - 1];
    const to = block === end ? bytes.length : byteStart[block];
    if (block === first ? from === to : block === end && isNewline(bytes, from, to)) continue;
    if (block > first && block < end && isSame(bytes, from, to, start, betweenEnd)) continue;
    if (others++ === 0) out.json(isUsual ? ',"whitespace":{"others":[[' : ',"others":[[');
    else out.json(',[');
    out.integer(block - first);
    out.json(',');
    out.utf8(bytes, from, to);
    out.json(']');
  }
  if (others > 0) out.json(']');
  if (others > 0 || !isUsual) out.json('}');
}

function isNewline(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && bytes[start] === LF;
}

function isSame(bytes: Uint8Array, start: number, end: number, other: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - other) return false;
  for (let i = start, j = other; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
  return true;
}
