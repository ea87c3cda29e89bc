import fc from 'fast-check';
import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import { addProfile, mostShared, PROFILE_BUCKETS } from '../../src/similarity/bigram-profile.ts';
import { ContainmentScorer, GRAM_UNITS, withoutTruncationMark } from '../../src/similarity/containment.ts';
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

/** Containment by sets of strings. */
function containmentBySets(part: string, whole: string): number {
  const gramsOf = (value: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, value.length - GRAM_UNITS + 1) }, (_, at) => value.slice(at, at + GRAM_UNITS)));
  const [own, other] = [gramsOf(part), gramsOf(whole)];
  if (own.size === 0) return whole.includes(part) ? 1 : 0;
  return [...own].filter((gram) => other.has(gram)).length / own.size;
} // prettier-ignore

describe('the containment kernel', () => {
  it('gives the very number of sets of strings, also when it is loaded again and again', () => {
    const scorer = new ContainmentScorer();
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 6 }), (part, others) => {
        scorer.load(part);
        for (const whole of [...others, part, `x${part}y`, part.slice(1), others.join('')]) {
          expect(scorer.score(whole)).toBe(containmentBySets(part, whole));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same number when its table has had to grow', () => {
    const scorer = new ContainmentScorer();
    const long = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 600, maxLength: 4000 });
    fc.assert(
      fc.property(long, long, text, (a, b, short) => {
        for (const [part, whole] of [[a, a.slice(300) + b], [b, a], [short, a], [a, short]] as const) {
          expect(scorer.load(part).score(whole)).toBe(containmentBySets(part, whole));
        }
      }),
      { numRuns: 60 },
    );
  }); // prettier-ignore

  it('is 1 for a piece of a text, and takes no more than its end off a text that was cut', () => {
    fc.assert(
      fc.property(text, text, text, (before, part, behind) => {
        expect(new ContainmentScorer().load(part).score(before + part + behind)).toBe(1);
        const cut = withoutTruncationMark(part);
        expect(part.startsWith(cut)).toBe(true);
        expect(cut === part || part.slice(cut.length).includes('...')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the profile of bigrams', () => {
  it('never says that two texts share less than they do', () => {
    const repeated = fc.tuple(text, fc.nat(300)).map(([value, times]) => value.slice(0, 4).repeat(times));
    fc.assert(
      fc.property(fc.oneof(text, repeated), fc.oneof(text, repeated), (a, b) => {
        const profiles = new Uint8Array(2 * PROFILE_BUCKETS);
        for (const [index, value] of [a, b].entries()) {
          const units = Uint16Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
          expect(addProfile(units, value.length, profiles, index * PROFILE_BUCKETS)).toBe(Math.max(0, value.length - 1));
        }
        const bigrams = a.length + b.length - 2;
        fc.pre(bigrams > 0 && a.length > 1 && b.length > 1);
        const shared = (stringSimilarity.compareTwoStrings(a, b) * bigrams) / 2;
        expect(mostShared(profiles, 0, PROFILE_BUCKETS)).toBeGreaterThanOrEqual(Math.round(shared));
      }),
      { numRuns: 1000 },
    );
  }); // prettier-ignore
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
