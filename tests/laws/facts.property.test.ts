import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFacts, differingFactsOfPart, factNames } from '../../src/similarity/facts.ts';
import { editDistance } from '../../src/similarity/facts/spelling.ts';
import { oddText, paragraph, sentence, word } from './news.ts';

const anyText = fc.oneof(paragraph, oddText, fc.string({ unit: 'binary', maxLength: 60 }));

/** A text with one of its words put for another, added or lost. */
const edited: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(paragraph, fc.nat(80), word, fc.nat(2))
  .map(([text, place, other, kind]) => {
    const words = text.split(' ');
    const at = place % words.length;
    if (kind === 0) return [text, words.with(at, other).join(' ')];
    return [text, kind === 1 ? words.toSpliced(at, 0, other).join(' ') : words.toSpliced(at, 1).join(' ')];
  });

describe('the facts guard', () => {
  it('says the very same of two texts in either order', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(anyText, anyText)), ([a, b]) => {
        expect(differingFacts(a, b)).toBe(differingFacts(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nothing where only white space, case, quotes, dashes or markup differ', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const others = [
          text.toUpperCase(),
          text.toLowerCase(),
          text.replaceAll(' ', '  '),
          text.replaceAll(' ', '\n'),
          text.normalize('NFD'),
          `**${text}**`,
          `<p>${text}</p>`,
          text.replaceAll('“', '"').replaceAll('”', '&quot;').replaceAll('—', '-'),
        ];
        for (const other of others) expect(differingFacts(text, other)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing where sentences stand in another order', () => {
    const sentences = fc.uniqueArray(sentence, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sentences, fc.infiniteStream(fc.nat()), (list, stream) => {
        const keys = list.map(() => stream.next().value);
        const moved = list.map((text, i) => [keys[i], text] as const).toSorted((x, y) => x[0] - y[0]);
        expect(differingFacts(list.join(' '), moved.map(([, text]) => text).join(' '))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a standalone number that changed, wherever it stands', () => {
    fc.assert(
      fc.property(paragraph, fc.nat(80), fc.nat(99_999), fc.nat(99_999), (text, place, first, second) => {
        fc.pre(first !== second);
        const words = text.split(' ');
        const at = 1 + (place % words.length);
        const a = words.toSpliced(at, 0, String(first)).join(' ');
        const b = words.toSpliced(at, 0, String(second)).join(' ');
        const named = factNames(differingFacts(a, b));
        expect(named.includes('number') || named.includes('date')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing in a part that the whole holds, in sentences or cut', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 6 }), fc.nat(5), fc.nat(200), (list, first, length) => {
        const whole = list.join(' ');
        expect(differingFactsOfPart(list.slice(first % list.length).join('  '), whole)).toBe(0);
        expect(differingFactsOfPart(`${whole.slice(0, length)}…`, whole)).toBe(0);
      }),
      { numRuns: 300 },
    );
  }); // prettier-ignore

  it('ends with an answer on any two texts', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(60), (a, b, times) => {
        for (const [left, right] of [[a, b], [a.repeat(times), b.repeat(times)], [a.repeat(times) + b, b + a.repeat(times)]]) {
          expect(differingFacts(left, right)).toBeLessThan(16);
          expect(differingFactsOfPart(left, right)).toBeLessThan(16);
        }
      }),
      { numRuns: 200 },
    );
  }); // prettier-ignore

  it('answers on a megabyte of one thing', () => {
    const units = [
      'a',
      'a ',
      'a. ',
      '1',
      '1,',
      '三',
      'ไ',
      '(',
      '<a ',
      '&amp',
      'U.S.',
      "n't ",
      'one hundred ',
      '$',
      '…',
    ];
    for (const unit of units) {
      const a = unit.repeat(1e5);
      const b = `${unit.repeat(1e5)}${unit}x`;
      expect(differingFacts(a, b)).toBeLessThan(16);
      expect(differingFactsOfPart(a, b)).toBeLessThan(16);
    }
  });
});

describe('the distance of two words', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

  it('is that of the full table, as far as the limit', () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(fullDistance(a, b), limit + 1));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Optimal string alignment by the textbook. */
function fullDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.length][b.length];
}
