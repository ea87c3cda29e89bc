import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/pipeline/summarise.ts';
import { bridge, cost, farmer, ferry, matchArticles, museum } from '../matching/matched.ts';

const articles = [
  [bridge, cost, bridge, 'Leave a Reply'],
  [museum, cost.replace('4 million', '9 million'), ferry],
  [ferry, farmer.replace('waited', 'waitd')],
  [bridge, farmer],
];

describe('summarise', () => {
  it('counts articles, blocks, repeats and characters', () => {
    const { set } = matchArticles(articles);
    const lengths = articles.flat().map((text) => text.length);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const gone = [bridge, 'Leave a Reply', ferry, bridge, farmer].reduce((sum, text) => sum + text.length, 0);
    expect(summarise(set, 3)).toEqual({
      files: 7,
      articles: 4,
      skipped: 3,
      duplicateArticles: 0,
      bytes: total + 2 * (lengths.length - articles.length),
      blocks: { total: 11, kept: 6, boilerplate: 1, duplicate: 4, variant: 1, extension: 0 },
      duplicates: { exact: 3, near: 1, contained: 0, within: 1, across: 3 },
      characters: { total, kept: total - gone },
    });
  });

  it('counts articles of which nothing is left', () => {
    expect(summarise(matchArticles([[bridge, cost], [cost], [cost]]).set, 0).duplicateArticles).toBe(2);
  });

  it('is all zeros for an empty file', () => {
    const { blocks, characters, bytes } = summarise(matchArticles([[]]).set, 0);
    expect([bytes, ...Object.values(blocks), ...Object.values(characters)]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });
});
