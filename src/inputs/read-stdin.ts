import { explainFailure } from './explain-failure.ts';
import { SourceError, tooLarge } from './source-error.ts';

/**
 * Reads standard input, or any stream of bytes, to its end. Throws a `SourceError` with the path `-`:
 * `TOO_LARGE` as soon as more than `maxBytes` bytes have come (nothing further is read), `UNREADABLE` when the
 * stream breaks.
 */
export async function readStdin(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge('-', bytes, maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError('-', explainFailure(error));
  }
  return Buffer.concat(chunks, bytes);
}
