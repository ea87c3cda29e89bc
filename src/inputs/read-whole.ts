import { Buffer } from 'node:buffer';
import { tooLargeFailure, type ReadBytes } from './member.ts';

/** All bytes of a stream, or a failure as soon as they are more than `maxBytes`. */
export async function readWhole(pieces: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReadBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of pieces) {
    length += chunk.length;
    if (length > maxBytes) return { failure: tooLargeFailure(length, maxBytes) };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks, length) };
}
