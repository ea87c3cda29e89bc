import { closeSync, openSync, writeSync } from 'node:fs';
import { resourceUsage, stdout } from 'node:process';

import type { IngestOptions, ProgressEvent } from '../../src/pipeline/options.ts';

/** What a run is asked for: one argument, as JSON. */
export interface StagesRequest {
  readonly inputs: readonly string[];
  readonly output: string;
  readonly options: IngestOptions;
}

/** What the stages of a run took, with all threads. */
export interface StagesReport {
  readonly blocks: number;
  readonly cpuSeconds: Readonly<Record<ProgressEvent['stage'], number>>;
}

// the build as users run it, not the sources that the benches are compiled with
const library = (await import(
  new URL('../../../dist/index.js', import.meta.url).href
)) as typeof import('../../src/index.ts');
const { render } = (await import(
  new URL('../../../dist/reporters/render.js', import.meta.url).href
)) as typeof import('../../src/reporters/render.ts');

const { inputs, output, options } = JSON.parse(process.argv[2]) as StagesRequest;
const cpuSeconds = { discover: 0, read: 0, match: 0, write: 0 };
let stage: ProgressEvent['stage'] = 'discover';
let before = cpuNow();
const enter = (next: ProgressEvent['stage']): void => {
  const now = cpuNow();
  cpuSeconds[stage] += now - before;
  before = now;
  stage = next;
};
const run = await library.ingest(inputs, {
  ...options,
  onProgress: (event) => {
    if (event.stage !== stage) enter(event.stage);
  },
});
enter('write');
const file = openSync(output, 'w');
for await (const piece of render(run, library.reporters.json())) {
  if (typeof piece === 'string') writeSync(file, piece);
  else writeSync(file, piece);
}
closeSync(file);
enter('write');
stdout.write(JSON.stringify({ blocks: run.head.summary.blocks.total, cpuSeconds } satisfies StagesReport));

function cpuNow(): number {
  const { userCPUTime, systemCPUTime } = resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
}
