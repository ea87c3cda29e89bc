import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareBaseline, type SpeedBaseline } from '../../bench/compare-baseline.ts';
import { usualRepeats } from '../../bench/made-corpus.ts';
import { modeNames } from '../../bench/modes.ts';

const file = new URL('../../bench/baseline.json', import.meta.url);
const stored = JSON.parse(readFileSync(file, 'utf8')) as SpeedBaseline;

it('the stored baseline has a figure for each mode and layout, and equals itself', () => {
  const names = ['files', 'jsonl'].flatMap((layout) => modeNames.map((mode) => `${mode}, ${layout}`));
  expect(Object.keys(stored.cases)).toEqual(names);
  expect(stored.recipe).toMatchObject({ exact: usualRepeats.exact, near: usualRepeats.near });
  expect(compareBaseline(stored, stored).some(({ isRegression }) => isRegression)).toBe(false);
});
