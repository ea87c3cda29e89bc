import { describe, expect, it } from 'vitest';
import { DiceScorer, leastLengthRatio } from '../../../src/similarity/dice.ts';

const score = (a: string, b: string): number => new DiceScorer().load(a).score(b);

describe('the Dice coefficient', () => {
  it.each([
    ['night', 'nacht', 0.25],
    ['same', 'same', 1],
    ['', '', 1],
    ['a', 'a', 1],
    ['a', 'ab', 0],
    ['ab', 'cd', 0],
    ['aaaa', 'aa', 0.5],
    ['abab', 'baba', 2 / 3],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(score(a, b)).toBe(expected);
    expect(score(b, a)).toBe(expected);
  });

  it('gives the same when a text is asked for twice', () => {
    const scorer = new DiceScorer().load('aabb');
    expect([scorer.score('aaab'), scorer.score('aaab'), scorer.score('aabb')]).toEqual([2 / 3, 2 / 3, 1]);
  });

  it('forgets what was loaded before, also after its table has grown', () => {
    const scorer = new DiceScorer().load('nightnight');
    const long = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
    expect(scorer.load(long).score(long.slice(0, -1))).toBe((2 * 2998) / (2999 + 2998));
    expect(scorer.load('nacht').score('night')).toBe(0.25);
  });
});

describe('the least ratio of lengths', () => {
  it('is that of a text and its own beginning at the threshold', () => {
    expect(leastLengthRatio(1)).toBe(1);
    // 17 of 23 bigrams, all of them shared: 2 * 17 / (17 + 23) = 0.85
    expect(leastLengthRatio(0.85)).toBeCloseTo(17 / 23, 12);
  });
});
