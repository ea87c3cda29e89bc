import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundSimilarity } from '../../../src/text/round-similarity.ts';

describe('roundSimilarity', () => {
  test.each([
    [0, 0],
    [1, 1],
    [0.85, 0.85],
    [0.94999, 0.9499],
    [2 / 3, 0.6666],
    [0.99999999, 0.9999],
  ])('rounds %d down to %d', (similarity, rounded) => {
    expect(roundSimilarity(similarity)).toBe(rounded);
  });

  test('leaves every multiple of 1e-4 as it is, where a plain floor would lose some', () => {
    let lostByFloor = 0;
    for (let k = 0; k <= 10_000; k++) {
      expect(roundSimilarity(k / 1e4)).toBe(k / 1e4);
      if (Math.floor((k / 1e4) * 1e4) / 1e4 !== k / 1e4) lostByFloor++;
    }
    expect(lostByFloor).toBeGreaterThan(0);
  });

  test('is never above the similarity, and less than 1e-4 below it', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (a, b) => {
        const similarity = Math.min(a, b) / b;
        const rounded = roundSimilarity(similarity);
        expect(rounded).toBeLessThanOrEqual(similarity);
        expect(similarity - rounded).toBeLessThan(1e-4 + 1e-12);
      }),
    );
  });
});
