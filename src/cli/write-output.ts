import { Buffer } from 'node:buffer';
import type { Sink } from './sink.ts';

/** How much is collected before it is written. */
const BATCH_BYTES = 2 ** 18;
/** UTF-8 bytes that a UTF-16 code unit can need. */
const MAX_UNIT_BYTES = 3;

/**
 * Writes an output piece by piece. When anything fails on the way, or the signal is aborted, nothing of a file is left.
 * A reader that goes away ends it quietly.
 */
export async function writeOutput(
  pieces: AsyncIterable<string | Uint8Array>,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> {
  // encoded into one buffer piece by piece: joining strings first would copy everything twice
  const batch = Buffer.allocUnsafe(BATCH_BYTES);
  let filled = 0;
  try {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      const most = typeof piece === 'string' ? MAX_UNIT_BYTES * piece.length : piece.length;
      if (filled + most > BATCH_BYTES) {
        if (!(await sink.write(batch.subarray(0, filled)))) return;
        filled = 0;
      }
      if (most > BATCH_BYTES) {
        if (!(await sink.write(piece))) return;
      } else if (typeof piece === 'string') {
        filled += batch.write(piece, filled);
      } else {
        batch.set(piece, filled);
        filled += piece.length;
      }
    }
    await sink.write(batch.subarray(0, filled));
    await sink.commit();
  } finally {
    await sink.discard();
  }
}
