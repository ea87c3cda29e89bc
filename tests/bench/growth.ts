import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ours } from './contestants.ts';
import { madeCorpus } from './corpora.ts';
import { drawGrowth } from './draw-growth.ts';
import { machine } from './machine.ts';
import { megabytes, withFolder } from './measure.ts';
import type { ModeName } from './modes.ts';
import type { BenchOptions } from './options.ts';

/** Cost of one run on a corpus of some size. */
export interface GrowthPoint {
  /** Of text; in files of ten paragraphs. */
  readonly bytes: number;
  readonly articles: number;
  readonly mode: ModeName;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakBytes: number;
}

/** What was measured on corpora of growing size. */
export interface Growth {
  readonly machine: string;
  readonly points: readonly GrowthPoint[];
}

const DEFAULT_MEGABYTES = [10, 30, 100, 300, 1000];
export const growthModes: readonly ('everything' | 'exact only')[] = ['everything', 'exact only'];

/** Seen from the folder that the benches are compiled into. */
const stored = (name: string): string =>
  fileURLToPath(new URL(`../../../tests/bench/${name}`, import.meta.url));

/** Time and memory over the size of the corpus; with `--update` the points of these sizes and the picture are stored. */
export function growth(options: BenchOptions): void {
  const points: GrowthPoint[] = [];
  withFolder(options.keep, (scratch) => {
    for (const size of options.megabytes ?? DEFAULT_MEGABYTES) {
      const folder = join(scratch, `growth-${size}`);
      const corpus = madeCorpus(folder, 1e6 * size, options.seed);
      console.log(corpus.description);
      for (const mode of growthModes) {
        const { cpuSeconds, wallSeconds, peakBytes } = ours(mode, corpus, scratch, options.flags).run();
        points.push({
          bytes: corpus.bytes,
          articles: corpus.files.length,
          mode,
          cpuSeconds: rounded(cpuSeconds),
          wallSeconds: rounded(wallSeconds),
          peakBytes,
        });
        console.log(
          `  ${mode.padEnd(12)} ${cpuSeconds.toFixed(1)} s CPU, ${wallSeconds.toFixed(1)} s by the clock, peak ${megabytes(peakBytes)}`,
        );
      }
      rmSync(folder, { recursive: true });
      // each size is kept as soon as it is there: the large ones take long
      if (options.update) store(points);
    }
  });
  tellGrowth(points);
}

function rounded(seconds: number): number {
  return Math.round(100 * seconds) / 100;
}

function store(points: readonly GrowthPoint[]): void {
  const sizeOf = ({ bytes }: GrowthPoint): number => Math.round(bytes / 1e6);
  const measured = new Set(points.map(sizeOf));
  const others = readGrowth().points.filter((point) => !measured.has(sizeOf(point)));
  const all = [...others, ...points].toSorted((a, b) => a.bytes - b.bytes);
  const value: Growth = { machine: machine(), points: all };
  writeFileSync(stored('growth.json'), `${JSON.stringify(value, null, 2)}\n`);
  writeFileSync(stored('growth.svg'), drawGrowth(value));
}

export function readGrowth(): Growth {
  return JSON.parse(readFileSync(stored('growth.json'), 'utf8')) as Growth;
}

/** Time for each byte at the largest size, times that at the first of at least 100 MB. */
export function timesLinear(points: readonly GrowthPoint[], mode: ModeName): number | undefined {
  const large = points.filter((point) => point.mode === mode && point.bytes >= 1e8);
  const [first, last] = [large.at(0), large.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  return last.cpuSeconds / last.bytes / (first.cpuSeconds / first.bytes);
}

function tellGrowth(points: readonly GrowthPoint[]): void {
  for (const mode of growthModes) {
    const times = timesLinear(points, mode);
    if (times !== undefined)
      console.log(`${mode}: CPU time ${times.toFixed(2)} times linear (target: at most 1.3)`);
  }
}
