import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBatches } from '../../../../src/pipeline/workers/cut-batches.ts';

const cut = (sizes: readonly number[], workers: number): (readonly [first: number, end: number])[] =>
  [...cutBatches(sizes.length, (file) => sizes[file], workers)].map(({ first, end }) => [first, end]);

const MEGABYTE = 2 ** 20;

describe('batches', () => {
  it('hold every file once, in order, and none is empty', () => {
    const sizes = fc.array(fc.oneof(fc.nat(9000), fc.nat(9 * MEGABYTE)), { maxLength: 600 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 9 }), (files, workers) => {
        const batches = cut(files, workers);
        let done = 0;
        for (const [first, end] of batches) {
          expect(first).toBe(done);
          expect(end).toBeGreaterThan(first);
          done = end;
        }
        expect(done).toBe(files.length);
      }),
    );
  });

  it('are small enough to be shared out, and hold 2 MiB at most, or one file', () => {
    expect(cut([1, 1, 1, 1], 2)).toEqual([[0, 1], [1, 2], [2, 3], [3, 4]]);
    expect(cut(Array.from({ length: 100_000 }, () => 1), 2)[0]).toEqual([0, 256]);
    const large = Array.from({ length: 320 }, (_, file) => (file === 3 ? 50 : 1) * MEGABYTE);
    expect(cut(large, 2).slice(0, 4)).toEqual([[0, 2], [2, 3], [3, 4], [4, 6]]);
  }); // prettier-ignore

  it('are none for no files', () => {
    expect(cut([], 4)).toEqual([]);
  });
});
