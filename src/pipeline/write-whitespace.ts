import { Buffer } from 'node:buffer';
import type * as table from '../matching/block-table.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';
import type { SourceText } from './source-text.ts';
import { describeWhitespace } from './whitespace.ts';

const LF = 10;
/** What a file says of its white space where one blank line stands between all blocks. */
const BLANK_LINES = Buffer.from(
  `,"whitespace":${JSON.stringify(describeWhitespace(['', '\n\n', '\n\n', '\n']))}`,
);

/** The white space between the blocks, where it is not what every reader assumes: one newline behind each block. */
export function writeWhitespace(
  blocks: table.BlockTable,
  first: number,
  end: number,
  source: SourceText,
  bomBytes: number,
  out: JsonBuffer,
): void {
  if (source.isPlain) {
    const newlines = newlinesBetween(blocks, first, end, source.bytes, bomBytes);
    if (newlines === 2) out.ascii(BLANK_LINES);
    if (newlines > 0) return;
  }
  const gaps: string[] = [];
  let done = bomBytes;
  for (let block = first; block < end; block++) {
    gaps.push(gapOf(source, done, blocks.byteStart[block]));
    done = blocks.byteEnd[block];
  }
  gaps.push(gapOf(source, done, source.bytes.length));
  const whitespace = describeWhitespace(gaps);
  if (whitespace === undefined) return;
  out.json(',"whitespace":');
  out.value(whitespace);
}

/**
 * 1 or 2 when so many newlines stand between all blocks of a file, none before the first and one behind the last, as in nearly
 * all files; otherwise 0.
 */
function newlinesBetween(
  { byteStart, byteEnd }: table.BlockTable,
  first: number,
  end: number,
  bytes: Uint8Array,
  bomBytes: number,
): number {
  const last = end - 1;
  if (end === first || byteStart[first] !== bomBytes) return 0;
  if (byteEnd[last] !== bytes.length - 1 || bytes[bytes.length - 1] !== LF) return 0;
  const newlines = end - first < 2 ? 1 : byteStart[first + 1] - byteEnd[first];
  if (newlines !== 1 && newlines !== 2) return 0;
  for (let block = first; block < last; block++) {
    const done = byteEnd[block];
    if (byteStart[block + 1] - done !== newlines) return 0;
    if (bytes[done] !== LF || bytes[done + newlines - 1] !== LF) return 0;
  }
  return newlines;
}

/** The commonest gaps are constants; the others become strings. */
function gapOf(source: SourceText, start: number, end: number): string {
  const { bytes, isPlain } = source;
  const length = end - start;
  if (length === 0) return '';
  if (isPlain && bytes[start] === LF && (length === 1 || (length === 2 && bytes[start + 1] === LF)))
    return length === 1 ? '\n' : '\n\n';
  return source.decode(start, end);
}
