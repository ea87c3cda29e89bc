import fc from 'fast-check';
import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import { DiceScorer, leastLengthRatio } from '../../src/similarity/dice.ts';
import { differingFacts, factNames } from '../../src/similarity/facts.ts';
import { roundSimilarity } from '../../src/text/round-similarity.ts';
import { oddText, paragraph, word } from './news.ts';

/** Texts of few different characters, so that bigrams repeat, and of all characters there are. */
const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '\ud83d'), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  oddText,
  paragraph,
).map((value) => value.replace(/\s+/g, '')); // prettier-ignore

describe('the Dice kernel', () => {
  it('gives the very number of the package, also when it is loaded again and again', () => {
    const scorer = new DiceScorer();
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 6 }), (loaded, others) => {
        scorer.load(loaded);
        for (const other of [...others, loaded, `${loaded}x`]) {
          expect(scorer.score(other)).toBe(stringSimilarity.compareTwoStrings(loaded, other));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same number when its table has had to grow', () => {
    const scorer = new DiceScorer();
    const long = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 600,
      maxLength: 4000,
    });
    fc.assert(
      fc.property(long, long, text, (a, b, short) => {
        const edited = `${a.slice(0, 500)}${b.slice(500)}`;
        for (const [first, second] of [[a, edited], [short, a], [edited, short]] as const) {
          expect(scorer.load(first).score(second)).toBe(stringSimilarity.compareTwoStrings(first, second));
        }
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('cannot reach a threshold when the lengths differ by more than the least ratio', () => {
    fc.assert(
      fc.property(text, text, fc.double({ min: 0.01, max: 1, noNaN: true }), (a, b, threshold) => {
        const [short, long] = [a, b].map((value) => Math.max(0, value.length - 1)).toSorted((x, y) => x - y);
        fc.pre(short > 0 && short / long < leastLengthRatio(threshold) - 1e-12);
        expect(stringSimilarity.compareTwoStrings(a, b)).toBeLessThan(threshold);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a rounded similarity', () => {
  it('is the largest ten-thousandth that is not above the number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (similarity) => {
        const rounded = roundSimilarity(similarity);
        expect(rounded).toBeLessThanOrEqual(similarity);
        const steps = Math.round(rounded * 1e4);
        expect(steps / 1e4).toBe(rounded);
        expect((steps + 1) / 1e4).toBeGreaterThan(similarity);
        expect(roundSimilarity(rounded)).toBe(rounded);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the facts guard', () => {
  it('finds nothing between a text and itself, nor when white space or case of a sentence start changes', () => {
    fc.assert(
      fc.property(fc.oneof(paragraph, oddText), (value) => {
        expect(differingFacts(value, value)).toBe(0);
        expect(differingFacts(value, value.replaceAll(' ', '  '))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('never lets another number in the middle of a sentence pass', () => {
    fc.assert(
      fc.property(paragraph, fc.nat(9_999), fc.nat(9_999), (value, first, second) => {
        fc.pre(first !== second);
        const sentence = (number: number): string => `${value} It took ${number} people to lift the stone.`;
        expect(factNames(differingFacts(sentence(first), sentence(second)))).toEqual(['number']);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of two texts in either order', () => {
    fc.assert(
      fc.property(paragraph, fc.nat(40), word, (a, place, other) => {
        const b = a
          .split(' ')
          .with(place % a.split(' ').length, other)
          .join(' ');
        expect(differingFacts(a, b) === 0).toBe(differingFacts(b, a) === 0);
      }),
      { numRuns: 300 },
    );
  });
});
