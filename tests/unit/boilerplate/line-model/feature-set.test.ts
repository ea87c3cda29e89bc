import { describe, expect, it } from 'vitest';
import { contextFeatures } from '../../../../src/boilerplate/line-model/context-features.ts';
import { BinRows, binOf, coarseOf, FeatureSet } from '../../../../src/boilerplate/line-model/feature-set.ts';
import { shapeFeatures } from '../../../../src/boilerplate/line-model/shape-features.ts';

describe('FeatureSet', () => {
  const set = new FeatureSet();
  const words = set.scale('words', [1, 3, 10], 'short');
  const kind = set.kinds('kind', 5, 'no heading', 'heading');

  it('numbers features in the order of their declaration', () => {
    expect([words.index, kind.index, set.width, set.size]).toEqual([0, 1, 2, 9]);
    expect([words.low, words.high, kind.high]).toEqual(['short', 'short', 'heading']);
  });

  it('sorts values into bins whose lower ends are the edges', () => {
    expect([-1, 0, 1, 2, 3, 9.9, 10, 99].map((value) => binOf(words, value))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
    expect(coarseOf(new Float64Array(0), 7)).toBe(0);
    expect(binOf(words, Number.NaN)).toBe(0);
  });

  it('writes the bins of a feature into all rows', () => {
    const rows = new BinRows(set.width);
    rows.reserve(7);
    const values = [-1, 0, 1, 2, 3, 9.9, Number.NaN];
    rows.values.set(values);
    rows.sort(words, values.length);
    const bins = values.map((_, line) => rows.bins[line * set.width + words.index]);
    expect(bins).toEqual(values.map((value) => binOf(words, value)));
    rows.fill(words, 3, 2);
    expect([0, 1, 2].map((line) => rows.bins[line * set.width + words.index])).toEqual([3, 3, bins[2]]);
    const others = rows.bins.filter((_, at) => at % set.width !== words.index);
    expect(others.every((bin) => bin === 0)).toBe(true);
  });
});

describe.each([
  ['shape', shapeFeatures],
  ['context', contextFeatures],
])('the features of the %s stage', (_, { features }) => {
  it('have names of their own, rising edges, bins that fit into a byte, and words for people', () => {
    expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
    for (const { name, edges, bins, low, high } of features) {
      expect([name, ...edges]).toEqual([name, ...edges.toSorted((a, b) => a - b)]);
      expect(bins).toBeGreaterThan(1);
      expect(bins).toBeLessThanOrEqual(256);
      expect([low, high].every((text) => text.length > 4)).toBe(true);
    }
  });
}); // prettier-ignore
