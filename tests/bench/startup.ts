import { join } from 'node:path';

import { makeCorpus } from './made-corpus.ts';
import { cleancopy, measure, median, withFolder, type Cost } from './measure.ts';
import { BenchError, type BenchOptions } from './options.ts';

/** Starts are short, so each pair is this many of them. */
const STARTS_PER_PAIR = 5;

/** What is started, and how many times as long as a bare Node it may take. */
const starts = [
  { name: '--version', args: ['--version'], most: 1.5 },
  { name: '--help', args: ['--help'], most: 1.5 },
  { name: 'two small files', args: ['made', '-q', '-o', 'made.json'], most: 2.5 },
] as const;

/** What one kind of start takes. */
export interface Start {
  readonly name: string;
  /** CPU time, times that of Node that does nothing, and the target. */
  readonly ratio: number;
  readonly most: number;
  readonly cpuMilliseconds: number;
  readonly wallMilliseconds: number;
}

/** How long the executable takes to start, against Node that does nothing. */
export function startup(options: BenchOptions): void {
  withFolder(options.keep, (folder) => {
    const { bareMilliseconds, starts: measured } = measureStarts(options, folder);
    console.log(`node -e 0        ${bareMilliseconds.toFixed(0)} ms CPU`);
    for (const { name, ratio, most, cpuMilliseconds, wallMilliseconds } of measured) {
      console.log(
        `${name.padEnd(16)} ${cpuMilliseconds.toFixed(0)} ms CPU, ${wallMilliseconds.toFixed(0)} ms by the clock: ${ratio.toFixed(2)} times the CPU time ` +
          `(target: at most ${most}) ${ratio <= most ? 'met' : 'MISSED'}`,
      );
    }
  });
}

/** Starts all in turns. Means of CPU time, which is told in hundredths of a second, and medians of time by the clock. */
export function measureStarts(
  { pairs, seed }: BenchOptions,
  folder: string,
): { readonly bareMilliseconds: number; readonly starts: readonly Start[] } {
  makeCorpus(join(folder, 'made'), { blocks: 20, seed, exact: 0.1, near: 0.05, truncated: 0 });
  const bare: Cost[] = [];
  const ours = starts.map((): Cost[] => []);
  for (let run = 0; run < STARTS_PER_PAIR * pairs; run++) {
    bare.push(measure([process.execPath, '-e', '0'], folder));
    for (const [index, { name, args }] of starts.entries()) {
      const cost = measure([process.execPath, cleancopy, ...args], folder);
      if (cost.exitCode !== 0) throw new BenchError(`cleancopy ${name} failed:\n${cost.stderr}`);
      ours[index].push(cost);
    }
  }
  const bareMilliseconds = meanCpu(bare);
  return {
    bareMilliseconds,
    starts: starts.map(({ name, most }, index) => ({
      name,
      ratio: meanCpu(ours[index]) / bareMilliseconds,
      most,
      cpuMilliseconds: meanCpu(ours[index]),
      wallMilliseconds: 1000 * median(ours[index].map(({ wallSeconds }) => wallSeconds)),
    })),
  };
}

function meanCpu(costs: readonly Cost[]): number {
  return (1000 * costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)) / costs.length;
}
