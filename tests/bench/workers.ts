import { createReadStream, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { textFiles } from './floor.ts';
import { median, megabytes, runCleancopy, withFolder, type Cost } from './measure.ts';
import { BenchError, folderOf, type BenchOptions } from './options.ts';

const defaultSets = ['yahoo_finance_2017_2020', 'reuters21578', 'trove_press_covid'];
const leastSpeedup = 1.75;

/** One thread against two, in pairs that alternate which goes first: time, CPU, memory, and that the outputs are equal. */
export async function workers(options: BenchOptions): Promise<void> {
  const sets = options.sets ?? defaultSets;
  const files = sets.flatMap((set) => textFiles(folderOf(options, set)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${files.length} files, ${megabytes(bytes)}, ${availableParallelism()} cores: ${sets.join(', ')}`);
  await withFolder(options.keep, async (folder) => {
    const costs: Record<'1' | '2', Cost[]> = { 1: [], 2: [] };
    for (let pair = 1; pair <= options.pairs; pair++) {
      for (const count of pair % 2 === 1 ? (['1', '2'] as const) : (['2', '1'] as const)) {
        const args = [...sets, '-q', '-o', join(folder, `${count}.json`), '--workers', count, ...options.flags];
        const cost = runCleancopy(args, options.data, [0, 3]);
        costs[count].push(cost);
        const { wallSeconds, cpuSeconds, peakBytes } = cost;
        console.log(
          `pair ${pair}, ${count} of them: ${wallSeconds.toFixed(2)} s by the clock, ${cpuSeconds.toFixed(2)} s CPU, peak ${megabytes(peakBytes)}`,
        );
      }
      const [one, two] = await Promise.all(['1', '2'].map((count) => hashOf(join(folder, `${count}.json`))));
      if (one !== two) throw new BenchError('One worker and two give different outputs.');
    }
    const of = (count: '1' | '2', unit: 'wallSeconds' | 'cpuSeconds' | 'peakBytes'): number =>
      median(costs[count].map((cost) => cost[unit]));
    const speedup = median(costs[1].map((cost, pair) => cost.wallSeconds / costs[2][pair].wallSeconds));
    console.log(
      `speed by the clock, median of pairs: ${speedup.toFixed(2)} times (target: at least ${leastSpeedup}) ${speedup >= leastSpeedup ? 'met' : 'MISSED'}`,
    );
    console.log(`CPU time: ${(of('2', 'cpuSeconds') / of('1', 'cpuSeconds')).toFixed(2)} times`);
    console.log(`peak memory: ${megabytes(of('1', 'peakBytes'))} and ${megabytes(of('2', 'peakBytes'))}`);
  });
} // prettier-ignore

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
