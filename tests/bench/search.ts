import { join } from 'node:path';
import { makeCorpus } from './made-corpus.ts';
import { megabytes, runCleancopy, withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';

/** What the search for inexact repeats costs on top of exact ones, on a corpus that the bench makes. */
export function search(options: BenchOptions): void {
  const { blocks, seed } = options;
  withFolder(options.keep, (folder) => {
    const corpus = join(folder, 'corpus');
    const { bytes } = makeCorpus(corpus, { blocks, seed, exact: 0.25, near: 0.05, truncated: 0.02 });
    console.log(`made ${blocks} blocks, ${megabytes(bytes)}`);
    const run = (...flags: string[]): ReturnType<typeof runCleancopy> =>
      runCleancopy(
        [
          corpus,
          '-o',
          join(folder, 'out.jsonl'),
          '--summary',
          join(folder, 'summary.json'),
          ...flags,
          ...options.flags,
        ],
        folder,
      );
    for (let pair = 0; pair < options.pairs; pair++) {
      const exact = run('--near', 'off', '--contained', 'off');
      const all = run();
      const microseconds = (1e6 * (all.cpuSeconds - exact.cpuSeconds)) / blocks;
      const memory = (all.peakBytes - exact.peakBytes) / blocks;
      console.log(
        `exact only ${exact.cpuSeconds.toFixed(1)} s, ${megabytes(exact.peakBytes)}; all ${all.cpuSeconds.toFixed(1)} s, ` +
          `${megabytes(all.peakBytes)}; on top ${microseconds.toFixed(1)} microseconds and ${memory.toFixed(0)} bytes a block`,
      );
    }
  });
}
