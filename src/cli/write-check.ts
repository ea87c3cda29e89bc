import type { Check } from '../pipeline/check.ts';
import type { LimitedReporter } from '../reporters/check/limit-findings.ts';
import type { Sink } from './sink.ts';

/** How much is collected before it is written, in UTF-16 code units. */
const BATCH_UNITS = 2 ** 16;

/** A format and where it goes. */
export interface CheckOutput {
  readonly reporter: LimitedReporter;
  readonly sink: Sink;
}

/**
 * Writes the findings of one check in several formats at once. When anything fails on the way, or the signal is aborted, nothing
 * of any file is left.
 */
export async function writeCheck(
  check: Check,
  outputs: readonly CheckOutput[],
  signal: AbortSignal,
): Promise<void> {
  const writers = outputs.map((output) => ({
    ...output,
    text: output.reporter.open(check.head),
    isOpen: true,
  }));
  const write = async (writer: (typeof writers)[number], least: number): Promise<void> => {
    if (!writer.isOpen || writer.text.length < least) return;
    // a reader that went away ends its own output only
    writer.isOpen = await writer.sink.write(writer.text);
    writer.text = '';
  };
  try {
    for await (const finding of check) {
      signal.throwIfAborted();
      for (const writer of writers) {
        writer.text += writer.reporter.finding(finding);
        await write(writer, BATCH_UNITS);
      }
    }
    for (const writer of writers) {
      for (const piece of writer.reporter.close(check.verdict())) {
        writer.text += piece;
        await write(writer, BATCH_UNITS);
      }
      await write(writer, 0);
    }
    for (const { sink } of writers) await sink.commit();
  } finally {
    for (const { sink } of writers) await sink.discard();
  }
}
