import { describe, expect, it } from 'vitest';
import { RepeatedRuns } from '../../../../src/boilerplate/line-model/repeated-runs.ts';
import { readLines } from './read-lines.ts';

const runs = new RepeatedRuns();

function sharesOf(texts: readonly string[]): { earlier: number[]; later: number[] } {
  const lines = readLines(texts.join('\n\n'));
  const earlier = new Float32Array(lines.count);
  const later = new Float32Array(lines.count);
  runs.read(lines, earlier, later);
  return { earlier: [...earlier], later: [...later] };
}

describe('RepeatedRuns', () => {
  it('tells the share of runs of three words that stand in earlier and in later lines', () => {
    const { earlier, later } = sharesOf([
      'the ferry left the harbour',
      'a ferry left the harbour today',
      'nobody saw it',
    ]);
    expect(earlier).toEqual([0, 0.5, 0]);
    expect(later[0]).toBeCloseTo(2 / 3);
    expect(later.slice(1)).toEqual([0, 0]);
  });

  it('takes a line of fewer words for one run, and knows it from a part of a longer line', () => {
    const { earlier, later } = sharesOf(['Sport', 'Sport and culture today', 'Sport', '–']);
    expect(earlier).toEqual([0, 0, 1, -1]);
    expect(later).toEqual([1, 0, 0, -1]);
  });

  it('does not hold a line that repeats itself against itself', () => {
    const { earlier, later } = sharesOf(['row row row your boat', 'row row row row row row']);
    expect(earlier).toEqual([0, 1]);
    expect(later[0]).toBeCloseTo(1 / 3);
    expect(later[1]).toBe(0);
  });

  it('forgets the file before, and holds more words than it first has room for', () => {
    const long = Array.from({ length: 400 }, (_, line) =>
      Array.from({ length: 20 }, (_word, word) => `w${line}x${word}`).join(' '),
    );
    const { earlier, later } = sharesOf([...long, long[7]]);
    expect(earlier.slice(0, 400).every((share) => share === 0)).toBe(true);
    expect([earlier[400], later[7]]).toEqual([1, 1]);
    expect(sharesOf([long[7]]).earlier).toEqual([0]);
  });
});
