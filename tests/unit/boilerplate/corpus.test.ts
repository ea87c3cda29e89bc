import { describe, expect, it } from 'vitest';
import { findRecurring } from '../../../src/boilerplate/corpus.ts';

/** A block: its text, and P for a paragraph, T for something behind the last one, X for removed already. */
type Row = readonly [text: number, zone: 'P' | 'T' | 'X'];

/** What goes, as "article.block", with its confidence. */
function recurring(articles: readonly (readonly Row[])[]): Record<string, number> {
  const rows = articles.flat();
  const article = articles.flatMap((blocks, index) => blocks.map(() => index));
  const removed: Record<string, number> = {};
  findRecurring(
    {
      count: rows.length,
      article: Uint32Array.from(article),
      text: Int32Array.from(rows, ([text]) => text),
      eligible: (block) => rows[block][1] === 'T',
      isRemoved: (block) => rows[block][1] === 'X',
      inTail: (block) => rows[block][1] !== 'P',
    },
    Math.max(0, ...rows.map(([text]) => text)) + 1,
    articles.length,
    (block, confidence) => {
      removed[`${article[block]}.${block - article.indexOf(article[block])}`] = confidence;
    },
  );
  return removed;
}

const articles = (count: number, blocks: (index: number) => readonly Row[]): (readonly Row[])[] =>
  Array.from({ length: count }, (_, index) => blocks(index));
const own = (index: number): Row => [100 + index, 'P'];

describe('a short block behind the last paragraph', () => {
  it('goes when five articles have it, and stays when four have it', () => {
    expect(Object.keys(recurring(articles(5, (index) => [own(index), [1, 'T']])))).toHaveLength(5);
    expect(recurring(articles(4, (index) => [own(index), [1, 'T']]))).toEqual({});
  });

  it('is surer the more articles have it', () => {
    const few = recurring(articles(5, (index) => [own(index), [1, 'T']]));
    const many = recurring(articles(50, (index) => [own(index), [1, 'T']]));
    expect([few['0.1'], many['0.1']]).toEqual([0.5, 0.95]);
  });

  it('goes with the blocks before it, one after the other from the last one up', () => {
    const removed = recurring(articles(6, (index) => [own(index), [1, 'T'], [2, 'T']]));
    expect(Object.keys(removed)).toHaveLength(12);
  });

  it('stays when something of the article stands behind it', () => {
    expect(recurring(articles(6, (index) => [own(index), [1, 'T'], [50 + index, 'T']]))).toEqual({});
  });

  it('goes when only boilerplate and separators stand behind it', () => {
    const removed = recurring(articles(6, (index) => [own(index), [1, 'T'], [2, 'X'], [-1, 'T']]));
    expect(Object.keys(removed)).toEqual(expect.arrayContaining(['0.1', '5.1']));
    expect(Object.keys(removed)).toHaveLength(6);
  });

  it('stays when one article repeats it many times', () => {
    expect(recurring([[own(0), ...Array.from({ length: 9 }, (): Row => [1, 'T'])]])).toEqual({});
  });

  it('stays when it also stands among the paragraphs of other articles', () => {
    const mixed = articles(10, (index) => (index < 8 ? [own(index), [1, 'T']] : [[1, 'P'], own(index)]));
    expect(recurring(mixed)).toEqual({});
  });

  it('must stand in one of a thousand articles of a large set', () => {
    const large = articles(6001, (index) => (index < 6 ? [own(index), [1, 'T']] : [own(index)]));
    expect(recurring(large)).toEqual({});
    expect(Object.keys(recurring(large.slice(0, 6000)))).toHaveLength(6);
  });
});
