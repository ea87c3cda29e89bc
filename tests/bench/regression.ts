import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  compareBaseline,
  TOLERANCE,
  type CaseFigures,
  type CorpusRecipe,
  type SpeedBaseline,
} from './compare-baseline.ts';
import { ours, runInPairs, yardstick } from './contestants.ts';
import { madeCorpus } from './corpora.ts';
import { machine } from './machine.ts';
import { usualRepeats, type CorpusLayout } from './made-corpus.ts';
import { median, megabytes, withFolder } from './measure.ts';
import { modeNames } from './modes.ts';
import type { BenchOptions } from './options.ts';

/** Seen from the folder that the benches are compiled into. */
const baselineFile = fileURLToPath(new URL('../../../tests/bench/baseline.json', import.meta.url));

const { exact, near } = usualRepeats;
const recipe: CorpusRecipe = { megabytes: 30, seed: 1, exact, near };
const layouts: readonly CorpusLayout[] = ['files', 'jsonl'];

/** Speed and memory beside those that are stored. The exit code is 1 when a figure is worse by more than a tenth. */
export function regression(options: BenchOptions): void {
  const cases: Record<string, CaseFigures> = {};
  withFolder(options.keep, (scratch) => {
    for (const layout of layouts) Object.assign(cases, measureLayout(layout, options, scratch));
  });
  if (options.update) {
    const baseline: SpeedBaseline = { machine: machine(), recipe, cases };
    writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
    console.log(`stored in ${baselineFile}`);
    return;
  }
  const stored = JSON.parse(readFileSync(baselineFile, 'utf8')) as SpeedBaseline;
  const comparisons = compareBaseline(stored, { recipe, cases });
  for (const { case: name, figure, stored: before, measured, change, isRegression } of comparisons) {
    const show = (value: number): string => (figure === 'cpuRatio' ? value.toFixed(2) : megabytes(value));
    const verdict = isRegression ? `  WORSE by more than ${100 * TOLERANCE} %` : '';
    const sign = change >= 0 ? '+' : '';
    console.log(
      `${name.padEnd(30)} ${figure.padEnd(9)} ${show(before).padStart(9)} -> ${show(measured).padStart(9)} ${sign}${(100 * change).toFixed(1)} %${verdict}`,
    );
  }
  if (comparisons.some(({ isRegression }) => isRegression)) process.exitCode = 1;
}

function measureLayout(
  layout: CorpusLayout,
  { pairs, flags }: BenchOptions,
  scratch: string,
): Record<string, CaseFigures> {
  const corpus = madeCorpus(join(scratch, `regression-${layout}`), 1e6 * recipe.megabytes, recipe.seed, {
    layout,
  });
  console.log(corpus.description);
  const contestants = [
    yardstick(corpus, scratch),
    ...modeNames.map((mode) => ours(mode, corpus, scratch, flags)),
  ];
  const [base, ...costs] = runInPairs(contestants, pairs);
  return Object.fromEntries(
    modeNames.map((mode, index) => {
      const ratios = costs[index].map(({ cpuSeconds }, pair) => cpuSeconds / base[pair].cpuSeconds);
      const cpuRatio = Math.round(1000 * median(ratios)) / 1000;
      return [
        `${mode}, ${layout}`,
        { cpuRatio, peakBytes: median(costs[index].map((cost) => cost.peakBytes)) },
      ];
    }),
  );
}
