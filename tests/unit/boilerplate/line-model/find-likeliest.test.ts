import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLikeliest } from '../../../../src/boilerplate/line-model/find-likeliest.ts';

/** What a sequence is worth, by the definition. */
function worth(kept: ArrayLike<number>, logits: readonly number[], threshold: number, cost: number): number {
  let sum = 0;
  for (let line = 0; line < logits.length; line++) {
    if (kept[line] === 1) sum += Math.max(-6, Math.min(6, logits[line] - threshold));
    if (line > 0 && kept[line] !== kept[line - 1]) sum -= cost;
  }
  return sum;
}

describe('findLikeliest', () => {
  it('takes each line by itself when changes cost nothing', () => {
    expect([...findLikeliest(Float32Array.of(2, -1, 0.2, -0.2), 4, 0, 0)]).toEqual([1, 0, 1, 0]);
    expect([...findLikeliest(Float32Array.of(2, -1, 0.2, -0.2), 4, 0.5, 0)]).toEqual([1, 0, 0, 0]);
  });

  it('passes over a weak line among strong ones', () => {
    expect([...findLikeliest(Float32Array.of(3, -0.5, 3), 3, 0, 0.5)]).toEqual([1, 1, 1]);
    expect([...findLikeliest(Float32Array.of(3, -2, 3), 3, 0, 0.5)]).toEqual([1, 0, 1]);
    expect([...findLikeliest(Float32Array.of(-3, 0.5, -3), 3, 0, 0.5)]).toEqual([0, 0, 0]);
  });

  it('finds a sequence that none is better than', () => {
    const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 9 });
    const share = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(logits, share, share, (values, threshold, cost) => {
        const rounded = [...Float32Array.from(values)];
        const found = findLikeliest(Float32Array.from(values), values.length, threshold, cost);
        let best = -Infinity;
        for (let bits = 0; bits < 1 << values.length; bits++) {
          const kept = values.map((_, line) => (bits >> line) & 1);
          best = Math.max(best, worth(kept, rounded, threshold, cost));
        }
        expect(worth(found, rounded, threshold, cost)).toBeCloseTo(best, 6);
      }),
    );
  });

  it('takes nothing for a file without lines', () => {
    expect(findLikeliest(new Float32Array(4), 0, 0, 1)).toHaveLength(0);
  });
});
