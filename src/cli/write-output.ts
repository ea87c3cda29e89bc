import type { Sink } from './sink.ts';

/** How much text is collected before it is written, in UTF-16 code units. */
const BATCH_UNITS = 256 * 1024;

/**
 * Writes an output piece by piece. When anything fails on the way, or the signal is aborted, nothing of a file is left.
 * A reader that goes away ends it quietly.
 */
export async function writeOutput(
  pieces: AsyncIterable<string>,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> {
  try {
    let batch = '';
    for await (const piece of pieces) {
      signal.throwIfAborted();
      batch += piece;
      if (batch.length < BATCH_UNITS) continue;
      if (!(await sink.write(batch))) return;
      batch = '';
    }
    await sink.write(batch);
    await sink.commit();
  } finally {
    await sink.discard();
  }
}
