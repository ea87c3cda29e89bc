import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDensest, placeTo } from '../../../../src/boilerplate/line-model/densest-part.ts';

const densest = (values: readonly number[], cost: number): { start: number; end: number } => {
  const part = { start: -1, end: -1 };
  findDensest(Float32Array.from(values), values.length, cost, part);
  return part;
};

describe('findDensest', () => {
  it('finds the lines whose values outweigh the cost', () => {
    expect(densest([1, 2, 30, 2, 40, 1, 3], 4)).toEqual({ start: 2, end: 5 });
    expect(densest([30, 1, 1, 1, 1, 1, 1, 1, 1, 1, 40], 4)).toEqual({ start: 10, end: 11 });
  });

  it('is empty when no line outweighs the cost', () => {
    expect(densest([1, 2, 3], 4)).toEqual({ start: 0, end: 0 });
    expect(densest([], 4)).toEqual({ start: 0, end: 0 });
  });

  it('finds no less than the best of all parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (values, cost) => {
          const sum = (start: number, end: number): number =>
            values.slice(start, end).reduce((all, value) => all + value - cost, 0);
          let best = 0;
          for (let start = 0; start < values.length; start++) {
            for (let end = start + 1; end <= values.length; end++) best = Math.max(best, sum(start, end));
          }
          const { start, end } = densest(values, cost);
          expect(sum(start, end)).toBe(best);
        },
      ),
    );
  });
});

describe('placeTo', () => {
  it('is negative before a part, 0 inside and positive behind', () => {
    const part = { start: 3, end: 5 };
    expect([0, 2, 3, 4, 5, 9].map((line) => placeTo(part, line))).toEqual([-3, -1, 0, 0, 1, 5]);
  });
}); // prettier-ignore
