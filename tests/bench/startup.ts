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

/** How long the executable takes to start, against Node that does nothing. */
export function startup(options: BenchOptions): void {
  withFolder(options.keep, (folder) => {
    makeCorpus(join(folder, 'made'), { blocks: 20, seed: options.seed, exact: 0.1, near: 0.05, truncated: 0 });
    const bare: Cost[] = [];
    const ours = starts.map((): Cost[] => []);
    for (let run = 0; run < STARTS_PER_PAIR * options.pairs; run++) {
      bare.push(measure([process.execPath, '-e', '0'], folder));
      for (const [index, { name, args }] of starts.entries()) {
        const cost = measure([process.execPath, cleancopy, ...args], folder);
        if (cost.exitCode !== 0) throw new BenchError(`cleancopy ${name} failed:\n${cost.stderr}`);
        ours[index].push(cost);
      }
    }
    const milliseconds = (costs: readonly Cost[], unit: 'cpuSeconds' | 'wallSeconds'): number =>
      1000 * median(costs.map((cost) => cost[unit]));
    const [cpu, wall] = [milliseconds(bare, 'cpuSeconds'), milliseconds(bare, 'wallSeconds')];
    console.log(`node -e 0        ${cpu.toFixed(0)} ms CPU, ${wall.toFixed(0)} ms by the clock; medians of ${bare.length}`);
    for (const [index, { name, most }] of starts.entries()) {
      const ownCpu = milliseconds(ours[index], 'cpuSeconds');
      const ownWall = milliseconds(ours[index], 'wallSeconds');
      const ratio = ownCpu / cpu;
      console.log(
        `${name.padEnd(16)} ${ownCpu.toFixed(0)} ms CPU, ${ownWall.toFixed(0)} ms by the clock: ${ratio.toFixed(2)} times the CPU time ` +
          `(target: at most ${most}) ${ratio <= most ? 'met' : 'MISSED'}, ${(ownWall / wall).toFixed(2)} times by the clock`,
      );
    }
  });
} // prettier-ignore
