import fc from 'fast-check';
import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import { DUPLICATE, EXTENSION, KEPT, witnessRun, type BlockTable } from '../../src/matching/block-table.ts';
import type { IngestOptions } from '../../src/pipeline/options.ts';
import { normalise } from '../../src/text/normalise.ts';
import { matchArticles, type Matched } from '../unit/matching/matched.ts';
import { retoldTexts } from './news.ts';

const [near, contained] = [0.85, 0.9];

/** What brute force says of a text in another: the share of its distinct 5-grams that the other has. */
function containment(part: string, whole: string): number {
  const gramsOf = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 4) }, (_, index) => text.slice(index, index + 5));
  const own = new Set(gramsOf(part.replaceAll(' ', '').replace(/[.[(]*\.{3}[^.]{0,20}$/, '')));
  const other = new Set(gramsOf(whole.replaceAll(' ', '')));
  return [...own].filter((gram) => other.has(gram)).length / own.size;
}

/** Share of the runs of three words of a text that another has. */
function sharedRuns(text: string, other: string): number {
  const runsOf = (whole: string): Set<string> => {
    const words = whole.split(/[^\p{L}\p{N},]+/u).filter((word) => word !== '');
    return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
  };
  const own = runsOf(text);
  const others = runsOf(other);
  return [...own].filter((run) => others.has(run)).length / own.size;
}

interface Compared {
  readonly blocks: BlockTable;
  /** Normalised texts by block. */
  readonly texts: readonly string[];
  /** Blocks that are long enough to be compared, in the order in which they were decided. */
  readonly comparable: readonly number[];
}

function compared(articles: readonly (readonly string[])[], options: IngestOptions): Compared {
  const { set }: Matched = matchArticles(articles, { near, contained, strip: 'off', ...options });
  const texts = articles.flat().map((text) => normalise(text));
  const { blocks } = set;
  const length = (block: number): number => texts[block].replaceAll(' ', '').length;
  const comparable = texts
    .map((_, block) => block)
    .filter((block) => blocks.text[block] >= 0 && set.texts.comparable[blocks.text[block]] === 1);
  if (options.keep === 'longest') comparable.sort((a, b) => length(b) - length(a) || a - b);
  expect(blocks.count).toBe(texts.length);
  return { blocks, texts, comparable };
}

/** Each block without a link, and the kept blocks that were decided before it. */
function* unlinked({ blocks, comparable }: Compared): Generator<readonly [block: number, before: number[]]> {
  for (const [index, block] of comparable.entries()) {
    if (blocks.verdict[block] !== KEPT) continue;
    yield [block, comparable.slice(0, index).filter((other) => blocks.verdict[other] !== DUPLICATE)];
  }
}

const options: fc.Arbitrary<IngestOptions> = fc.record({
  keep: fc.constantFrom('first' as const, 'longest' as const),
  variants: fc.constantFrom('keep' as const, 'drop' as const),
});
const runs = { numRuns: 150 };

describe('a kept block without a link', () => {
  it('is near to no kept block before it, as brute force finds', () => {
    fc.assert(
      fc.property(retoldTexts, options, (articles, asked) => {
        const all = compared(articles, asked);
        for (const [block, before] of unlinked(all)) {
          const rivals = before.filter(
            (other) => stringSimilarity.compareTwoStrings(all.texts[block], all.texts[other]) >= near,
          );
          expect(rivals).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('is held by no kept block before it, and holds none', () => {
    fc.assert(
      fc.property(retoldTexts, options, (articles, asked) => {
        const all = compared(articles, asked);
        for (const [block, before] of unlinked(all)) {
          const { texts } = all;
          expect(before.filter((other) => containment(texts[block], texts[other]) >= contained)).toEqual([]);
          expect(before.filter((other) => containment(texts[other], texts[block]) >= contained)).toEqual([]);
        }
      }),
      runs,
    );
  });
});

describe('a kept block that is at most an extension', () => {
  it('is held by no two kept blocks before it that follow each other', () => {
    fc.assert(
      fc.property(retoldTexts, options, (articles, asked) => {
        const { blocks, texts, comparable } = compared(articles, asked);
        for (const [index, block] of comparable.entries()) {
          if (blocks.verdict[block] !== KEPT && blocks.verdict[block] !== EXTENSION) continue;
          const before = new Set(comparable.slice(0, index));
          for (const [first, second] of neighbours(blocks)) {
            // whether two blocks follow each other is known when all between them are decided: with `longest`, short ones come last
            const between = Array.from({ length: second - first + 1 }, (_, step) => first + step);
            if (!between.every((part) => before.has(part))) continue;
            // a piece that has a tenth of the text's runs of three words is looked at; grams are common by chance
            if (![first, second].every((part) => sharedRuns(texts[block], texts[part]) > 0.2)) continue;
            expect(containment(texts[block], `${texts[first]} ${texts[second]}`)).toBeLessThan(contained);
          }
        }
      }),
      runs,
    );
  });
});

/** Pairs of kept blocks with no kept block between them. */
function neighbours({ count, verdict, article }: BlockTable): [number, number][] {
  const kept = Array.from({ length: count }, (_, block) => block).filter((block) => verdict[block] !== DUPLICATE);
  return kept
    .slice(1)
    .map((block, index): [number, number] => [kept[index], block])
    .filter(([first, second]) => article[first] === article[second]);
} // prettier-ignore

describe('a linked block', () => {
  it('has a witness that was decided before it and is kept, of blocks that follow each other', () => {
    fc.assert(
      fc.property(retoldTexts, options, (articles, asked) => {
        const { blocks, comparable } = compared(articles, asked);
        const order = new Map(comparable.map((block, index) => [block, index]));
        for (const [index, block] of comparable.entries()) {
          if (blocks.witness[block] < 0) continue;
          const run = witnessRun(blocks, block);
          expect(new Set(run.map((part) => blocks.article[part])).size).toBe(1);
          for (const part of run) {
            expect(blocks.verdict[part]).not.toBe(DUPLICATE);
            // a short witness is not in the order
            expect(order.get(part) ?? -1).toBeLessThan(index);
          }
        }
      }),
      runs,
    );
  });
});
