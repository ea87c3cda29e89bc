import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, NormalisedText } from '../../src/text/normalise.ts';
import { articleTexts, oddText, paragraph } from './news.ts';

/** A word that makes a text take the slow way, and what becomes of it. */
const forcing: ReadonlyArray<readonly [suffix: string, normal: string]> = [
  ['x&amp;y', 'x&y'],
  ['<b>end</b>', 'end'],
  ['cafÃ©', 'café'],
  ['Ｅ́nd', 'énd'],
];

interface Word {
  readonly text: string;
  readonly hash: number;
  readonly type: number;
}

function wordsOf(text: NormalisedText): Word[] {
  const units = text.text();
  return Array.from({ length: text.wordCount }, (_, index) => ({
    text: units.slice(text.wordStart[index], text.wordEnd[index]),
    hash: text.wordHash[index],
    type: text.wordClass[index],
  }));
}

/** Text without anything that makes it take the slow way by itself. */
const plainText: fc.Arbitrary<string> = fc.oneof(
  paragraph,
  fc
    .array(
      fc.constantFrom('The', 'don’t', '1,500.5', '3/4', 'Straße', 'ПРИВЕТ', 'ΟΔΟΣ', 'مرحبا', '東京', 'ไทย', '“so”', '—', '…', '*b*', '\u200b', '\u00ad', 'a.b', '#', ':', 'Æ', '½'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
); // prettier-ignore

describe('normalised text', () => {
  it('has single spaces between, none at the ends, and no capital, tag or control character', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const normal = normalise(text);
        expect(normal).toBe(normal.trim());
        expect(normal).not.toMatch(/\s\s|[^\S ]|\p{Cc}|[A-Z]/u);
      }),
      { numRuns: 1500 },
    );
  });

  it('is the same by the fast and by the slow way, word for word', () => {
    const fast = new NormalisedText();
    const slow = new NormalisedText();
    fc.assert(
      fc.property(plainText, fc.constantFrom(...forcing), (text, [suffix, normal]) => {
        const alone = wordsOf(fast.run(text));
        const together = wordsOf(slow.run(`${text} ${suffix}`));
        expect(together.slice(0, alone.length)).toEqual(alone);
        const before = fast.text();
        expect(slow.text()).toBe(before === '' ? normal : `${before} ${normal}`);
      }),
      { numRuns: 1500 },
    );
  });

  it('does not depend on what was normalised before with the same buffers', () => {
    const reused = new NormalisedText();
    fc.assert(
      fc.property(fc.array(oddText, { maxLength: 4 }), oddText, (before, text) => {
        for (const other of before) reused.run(other);
        const fresh = new NormalisedText().run(text);
        reused.run(text);
        expect(reused.text()).toBe(fresh.text());
        expect(wordsOf(reused)).toEqual(wordsOf(fresh));
      }),
      { numRuns: 100 },
    );
  });

  it('has words that follow each other and lie inside the text', () => {
    const text = new NormalisedText();
    fc.assert(
      fc.property(oddText, (value) => {
        text.run(value);
        let end = 0;
        for (let word = 0; word < text.wordCount; word++) {
          expect(text.wordStart[word]).toBeGreaterThanOrEqual(end);
          expect(text.wordEnd[word]).toBeGreaterThan(text.wordStart[word]);
          end = text.wordEnd[word];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('stays what it is when it is normalised again, for news without escaped markup', () => {
    fc.assert(
      fc.property(articleTexts, (articles) => {
        for (const text of articles.flat()) expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 100 },
    );
  });
});
