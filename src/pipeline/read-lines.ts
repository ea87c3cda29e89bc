import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { CleancopyError } from '../model/errors.ts';

/** A line of a file of JSON. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without white space at both ends. */
  readonly text: string;
}

const CHUNK_BYTES = 1024 * 1024;
const LF = 10;

/**
 * The lines of a UTF-8 file, one at a time.
 *
 * @throws CleancopyError `OUTPUT_UNREADABLE`, `OUTPUT_TOO_LARGE` for a longer line, `OUTPUT_BROKEN` for invalid
 * UTF-8
 */
export async function* readLines(
  output: string,
  maxLineBytes: number,
): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decodeLine = (bytes: Uint8Array, number: number): Line => {
    try {
      return { number, text: decoder.decode(bytes).trim() };
    } catch {
      throw new CleancopyError('OUTPUT_BROKEN', { output, line: number, cause: 'this is not UTF-8' });
    }
  };
  let number = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const chunk of readChunks(output)) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      pending.push(chunk.subarray(start, end));
      yield decodeLine(pending.length === 1 ? pending[0] : Buffer.concat(pending), ++number);
      pending = [];
      pendingBytes = 0;
      start = end + 1;
    }
    pending.push(chunk.subarray(start));
    pendingBytes += chunk.length - start;
    if (pendingBytes > maxLineBytes)
      throw new CleancopyError('OUTPUT_TOO_LARGE', { output, maxBytes: maxLineBytes });
  }
  if (pendingBytes > 0) yield decodeLine(Buffer.concat(pending), ++number);
}

async function* readChunks(output: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* createReadStream(output, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new CleancopyError(
      'OUTPUT_UNREADABLE',
      { output, cause: String((error as NodeJS.ErrnoException).code) },
      { cause: error },
    );
  }
}
