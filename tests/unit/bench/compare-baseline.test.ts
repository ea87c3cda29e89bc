import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBaseline, type SpeedBaseline } from '../../bench/compare-baseline.ts';

const recipe = { megabytes: 30, seed: 1, exact: 0.25, near: 0.05 };
const stored: SpeedBaseline = {
  machine: 'any',
  recipe,
  cases: {
    everything: { cpuRatio: 8, peakBytes: 200_000_000 },
    'exact only': { cpuRatio: 4, peakBytes: 100_000_000 },
  },
};

const regressions = (cases: SpeedBaseline['cases']): string[] =>
  compareBaseline(stored, { recipe, cases })
    .filter(({ isRegression }) => isRegression)
    .map(({ case: name, figure }) => `${name}: ${figure}`);

describe('a measurement beside the baseline', () => {
  it('has each figure once, in the order of the baseline', () => {
    const comparisons = compareBaseline(stored, { recipe, cases: stored.cases });
    expect(comparisons.map(({ case: name, figure, change }) => [name, figure, change])).toEqual([
      ['everything', 'cpuRatio', 0],
      ['everything', 'peakBytes', 0],
      ['exact only', 'cpuRatio', 0],
      ['exact only', 'peakBytes', 0],
    ]);
  });

  it('is no regression when it is better, or worse by less than a tenth', () => {
    expect(
      regressions({
        everything: { cpuRatio: 8.79, peakBytes: 219_000_000 },
        'exact only': { cpuRatio: 1, peakBytes: 1 },
      }),
    ).toEqual([]);
  });

  it('is a regression in time or in memory when it is worse by more', () => {
    expect(
      regressions({
        everything: { cpuRatio: 8.81, peakBytes: 200_000_000 },
        'exact only': { cpuRatio: 4, peakBytes: 110_000_001 },
      }),
    ).toEqual(['everything: cpuRatio', 'exact only: peakBytes']);
  });

  it('loses no case unseen, and leaves new ones out', () => {
    expect(
      regressions({ everything: stored.cases['everything'], new: { cpuRatio: 99, peakBytes: 99 } }),
    ).toEqual(['exact only: cpuRatio', 'exact only: peakBytes']);
  });

  it('is not compared with figures of another corpus, or with none', () => {
    const other = { ...recipe, seed: 2 };
    expect(() => compareBaseline(stored, { recipe: other, cases: stored.cases })).toThrow(/another corpus/);
    const empty = { ...stored, cases: { everything: { cpuRatio: 0, peakBytes: 1 } } };
    expect(() => compareBaseline(empty, { recipe, cases: stored.cases })).toThrow(/no cpuRatio above 0/);
  });

  it('tells how much the figure changed, whatever the figures', () => {
    const figure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(figure, figure, (before, after) => {
        const only = (cpuRatio: number): SpeedBaseline['cases'] => ({ all: { cpuRatio, peakBytes: 1 } });
        const [time, memory] = compareBaseline(
          { ...stored, cases: only(before) },
          { recipe, cases: only(after) },
        );
        expect(time.isRegression).toBe(after / before - 1 > 0.1);
        expect(before * (1 + time.change)).toBeCloseTo(after, 3);
        expect(memory.isRegression).toBe(false);
      }),
    );
  });
});
