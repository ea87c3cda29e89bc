import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { measure, megabytes, runCleancopy, withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf } from './options.ts';

const defaultSets = ['yahoo_finance_2017_2020', 'reuters21578', 'trove_press_covid'];
const greatestCpuRatio = 8;
const greatestMemoryRatio = 3;

/** One awk over all files: their names come from a list, because they are too many for a command line. */
const awkProgram = 'BEGIN { while ((getline name < list) > 0) ARGV[ARGC++] = name } !seen[$0]++';

/** CPU time and memory of cleancopy against `awk '!seen[$0]++'`, which drops repeated lines and does nothing else. */
export function floor(options: BenchOptions): void {
  const sets = options.sets ?? defaultSets;
  const files = sets.flatMap((set) => textFiles(folderOf(options, set)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${files.length} files, ${megabytes(bytes)}: ${sets.join(', ')}`);
  withFolder(options.keep, (folder) => {
    const list = join(folder, 'files.list');
    writeFileSync(list, files.map((file) => `${file}\n`).join(''));
    const awk = ['awk', '-v', `list=${list}`, awkProgram];
    const output = join(folder, 'floor.json');
    const ratios: number[] = [];
    let peakBytes = 0;
    for (let pair = 1; pair <= options.pairs; pair++) {
      const theirs = measure(awk, options.data, join(folder, 'floor.awk'));
      const ours = runCleancopy([...sets, '-o', output, ...options.flags], options.data);
      const ratio = ours.cpuSeconds / theirs.cpuSeconds;
      ratios.push(ratio);
      peakBytes = Math.max(peakBytes, ours.peakBytes);
      console.log(
        `pair ${pair}: awk ${theirs.cpuSeconds.toFixed(2)} s CPU, cleancopy ${ours.cpuSeconds.toFixed(2)} s CPU ` +
          `(${ours.wallSeconds.toFixed(2)} s by the clock), ratio ${ratio.toFixed(2)}, peak ${megabytes(ours.peakBytes)}`,
      );
    }
    const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)];
    tell('CPU time, median ratio to awk', median, greatestCpuRatio);
    tell('peak memory, ratio to the size of the files', peakBytes / bytes, greatestMemoryRatio);
  });
}

function tell(what: string, value: number, target: number): void {
  console.log(
    `${what}: ${value.toFixed(2)} (target: at most ${target}) ${value <= target ? 'met' : 'MISSED'}`,
  );
}

/** All text files below a folder, in the order in which the file system gives them. */
export function textFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.txt'));
  return files.map((entry) => join(entry.parentPath, entry.name));
}
