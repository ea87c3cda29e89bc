import { Buffer } from 'node:buffer';
import { ingest } from '../../../../src/pipeline/ingest.ts';
import type { IngestOptions } from '../../../../src/pipeline/options.ts';
import { toJson } from '../../../../src/text/to-json.ts';

/** Everything that a run says, as text. */
export async function outputOf(inputs: readonly string[], options: IngestOptions): Promise<string> {
  const run = await ingest(inputs, options);
  const frame = (index: number): { before: string; after: string } => ({ before: `${index}: `, after: '\n' });
  const pieces: Buffer[] = [];
  for await (const piece of run.json(frame)) pieces.push(Buffer.from(piece));
  const { head, paths, skipped, keptWhole, overRemoved, staleDecisions } = run;
  const rest = { head, paths, groups: [...run.groups], skipped, keptWhole, overRemoved, staleDecisions };
  return Buffer.concat(pieces).toString() + toJson(rest);
}
