import fc from 'fast-check';
import { expect, it } from 'vitest';

import { BinRows, binOf } from '../../../../src/boilerplate/line-model/feature-set.ts';
import * as f from '../../../../src/boilerplate/line-model/shape-features.ts';
import { writeWindows } from '../../../../src/boilerplate/line-model/write-windows.ts';

const { width } = f.shapeFeatures;

const lineOf = fc.record({
  words: fc.integer({ min: 0, max: 60 }),
  isSentence: fc.boolean(),
  furniture: fc.integer({ min: 0, max: 5 }),
  isHit: fc.boolean(),
  signature: fc.constantFrom(0, 17, 17, 2047),
});

function sumsOf(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = sums[index] + value;
  return sums;
}

it('writes what counting line by line gives, whatever was written before', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 90 }), (lines) => {
      const hits = sumsOf(lines.map(({ isHit }) => Number(isHit)));
      const columns = {
        textSum: sumsOf(lines.map(({ isSentence, words }) => (isSentence ? words : 0))),
        wordSum: sumsOf(lines.map(({ words }) => words)),
        furnitureSum: sumsOf(lines.map(({ furniture }) => furniture)),
        hitSum: hits,
        repeatedSum: hits,
        datedSum: hits,
        capitalSum: hits,
        signature: Uint16Array.from(lines, ({ signature }) => signature),
      };
      const rows = new BinRows(width);
      rows.reserve(lines.length);
      writeWindows(columns, lines.length, rows);
      const total = (part: typeof lines, of: (line: (typeof lines)[number]) => number): number =>
        part.reduce((sum, line) => sum + of(line), 0);
      for (const [window, reach] of f.windows.entries()) {
        for (const [index, line] of lines.entries()) {
          const binIn = (feature: { index: number }): number => rows.bins[index * width + feature.index];
          const before = lines.slice(Math.max(0, index - reach), index);
          const after = lines.slice(index + 1, index + 1 + reach);
          const all = [...before, line, ...after];
          const text = (part: typeof lines): number =>
            total(part, ({ isSentence, words }) => (isSentence ? words : 0));
          const words = (part: typeof lines): number =>
            Math.max(
              1,
              total(part, (each) => each.words),
            );
          const alike = all.filter(({ signature }) => signature === line.signature).length - 1;
          const hitShare = total(all, ({ isHit }) => Number(isHit)) / all.length;
          const furnitureShare = total(all, ({ furniture }) => furniture) / words(all);
          expect([
            binIn(f.DENSITY_BEFORE[window]),
            binIn(f.DENSITY_AFTER[window]),
            binIn(f.MASS_BEFORE[window]),
            binIn(f.MASS_AFTER[window]),
            binIn(f.NEAR_FURNITURE[window]),
            binIn(f.HITS[window]),
            binIn(f.ALIKE[window]),
          ]).toEqual([
            binOf(f.DENSITY_BEFORE[window], text(before) / words(before)),
            binOf(f.DENSITY_AFTER[window], text(after) / words(after)),
            binOf(f.MASS_BEFORE[window], text(before)),
            binOf(f.MASS_AFTER[window], text(after)),
            binOf(f.NEAR_FURNITURE[window], furnitureShare),
            binOf(f.HITS[window], hitShare),
            binOf(f.ALIKE[window], alike),
          ]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
