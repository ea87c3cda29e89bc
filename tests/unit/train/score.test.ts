import { describe, expect, it } from 'vitest';
import { aggregate, countGrams, Grams, scoreGrams } from '../../train/score.ts';

const grams = new Grams();
const count = (text: string): Map<number, number> => countGrams(grams.words(text));

describe('scoreGrams', () => {
  it('shares 4-grams among right, too much and too little', () => {
    const { truePositive, falsePositive, falseNegative } = scoreGrams(
      count('a b c d e f'),
      count('b c d e x'),
    );
    expect([truePositive, falsePositive, falseNegative].map((share) => share * 4)).toEqual([1, 1, 2]);
  });

  it('counts a short text as one gram', () => {
    expect(scoreGrams(count('a b'), count('a b')).truePositive).toBe(1);
    expect(scoreGrams(count('a b'), count('')).falseNegative).toBe(1);
  });
});

describe('aggregate', () => {
  it('takes F1 of the mean precision and the mean recall', () => {
    const right = { truePositive: 1, falsePositive: 0, falseNegative: 0 };
    const half = { truePositive: 0.5, falsePositive: 0.5, falseNegative: 0 };
    const { f1, precision, recall } = aggregate([right, half]);
    expect([precision, recall]).toEqual([0.75, 1]);
    expect(f1).toBeCloseTo(1.5 / 1.75);
  });

  it('leaves an empty text out of the precision', () => {
    const right = { truePositive: 1, falsePositive: 0, falseNegative: 0 };
    const none = { truePositive: 0, falsePositive: 0, falseNegative: 1 };
    expect(aggregate([right, none])).toMatchObject({ precision: 1, recall: 0.5 });
  });
}); // prettier-ignore
