import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ours, peer, runInPairs } from './contestants.ts';
import { madeCorpus, newsCorpus, type Corpus } from './corpora.ts';
import { median, megabytes, withFolder, type Cost } from './measure.ts';
import { modeNames, modes, type ModeName } from './modes.ts';
import { BenchError, type BenchOptions } from './options.ts';
import type { StagesReport, StagesRequest } from './run-stages.ts';

const DEFAULT_MEGABYTES = 30;

/** Speed and memory end to end and by stage, and of the peers that are here: in pairs, on a made corpus and on news sets. */
export function speed(options: BenchOptions): void {
  withFolder(options.keep, (scratch) => {
    if (options.sets !== undefined) compete(newsCorpus(options, options.sets), options, scratch);
    if (options.sets !== undefined && options.megabytes === undefined) return;
    const { layout, seed } = options;
    for (const size of options.megabytes ?? [DEFAULT_MEGABYTES]) {
      const corpus = madeCorpus(join(scratch, `made-${layout}-${size}`), 1e6 * size, seed, { layout });
      compete(corpus, options, scratch);
    }
  });
}

function compete(corpus: Corpus, options: BenchOptions, scratch: string): void {
  console.log(corpus.description);
  const contestants = [
    ...modeNames.map((mode) => ours(mode, corpus, scratch, options.flags)),
    ...options.peers.flatMap((name) => peer(name, corpus, scratch)),
  ];
  const costs = runInPairs(contestants, options.pairs);
  contestants.forEach(({ name }, index) => {
    console.log(`  ${name.padEnd(22)} ${describe(costs[index], corpus.bytes)}`);
  });
  contestants.slice(modeNames.length).forEach(({ name }, place) => {
    const theirs = costs[modeNames.length + place];
    const ratios = modeNames.map((mode, index) => `${mode} ${ratioOf(costs[index], theirs, 'cpuSeconds')}`);
    console.log(`  CPU time, times ${name}: ${ratios.join('; ')}`);
  });
  for (const mode of modeNames) console.log(`  ${mode}, ${describeStages(runStages(mode, corpus, scratch))}`);
}

/** Speed over the medians of all pairs, and the highest peak. */
function describe(costs: readonly Cost[], bytes: number): string {
  const cpu = median(costs.map(({ cpuSeconds }) => cpuSeconds));
  const wall = median(costs.map(({ wallSeconds }) => wallSeconds));
  const peak = Math.max(...costs.map(({ peakBytes }) => peakBytes));
  return `${perSecond(bytes, cpu)} of CPU, ${perSecond(bytes, wall)} by the clock, peak ${megabytes(peak).padStart(9)}`;
}

function perSecond(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toFixed(1).padStart(6)} MB/s`;
}

/** The median of the ratios within the pairs, and their range. */
function ratioOf(
  own: readonly Cost[],
  theirs: readonly Cost[],
  unit: 'cpuSeconds' | 'wallSeconds' | 'peakBytes',
): string {
  const ratios = own.map((cost, pair) => cost[unit] / theirs[pair][unit]);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

/** Runs the library in a process of its own and takes the CPU time of each stage. */
function runStages(mode: ModeName, corpus: Corpus, scratch: string): StagesReport {
  const script = fileURLToPath(new URL('run-stages.js', import.meta.url));
  const { inputs } = corpus;
  const request: StagesRequest = {
    inputs,
    output: join(scratch, 'stages.json'),
    options: modes[mode].options,
  };
  const run = spawnSync(process.execPath, [script, JSON.stringify(request)], {
    cwd: corpus.folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new BenchError(`The stages of "${mode}" could not be run:\n${run.stderr}`);
  return JSON.parse(run.stdout) as StagesReport;
}

function describeStages({ blocks, cpuSeconds }: StagesReport): string {
  const stages = Object.entries(cpuSeconds).map(
    ([stage, seconds]) => `${stage} ${Math.round((1e9 * seconds) / blocks).toLocaleString('en')}`,
  );
  return `nanoseconds a block of ${blocks.toLocaleString('en')}: ${stages.join(', ')}`;
}
