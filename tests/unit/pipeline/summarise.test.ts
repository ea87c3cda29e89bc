import { describe, expect, it } from 'vitest';
import { listGroups } from '../../../src/pipeline/list-groups.ts';
import { summarise } from '../../../src/pipeline/summarise.ts';
import { bridge, cost, farmer, ferry, matchArticles, museum } from '../matching/matched.ts';

const pathOf = (article: number): string => `${article}.txt`;
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

describe('listGroups', () => {
  it('gives each kept block that something repeats, with all that repeats it, in file order', () => {
    const groups = [...listGroups(matchArticles(articles).set, pathOf)];
    expect(groups).toEqual([
      {
        kept: { path: '0.txt', block: 0 },
        copies: [
          { path: '0.txt', block: 2, match: 'exact', similarity: 1 },
          { path: '3.txt', block: 0, match: 'exact', similarity: 1 },
        ],
      },
      {
        kept: { path: '0.txt', block: 1 },
        copies: [
          { path: '1.txt', block: 1, match: 'variant', similarity: expect.closeTo(0.98, 1) as number },
        ],
      },
      {
        kept: { path: '1.txt', block: 2 },
        copies: [{ path: '2.txt', block: 0, match: 'exact', similarity: 1 }],
      },
      {
        kept: { path: '2.txt', block: 1 },
        copies: [{ path: '3.txt', block: 1, match: 'near', similarity: expect.closeTo(0.98, 1) as number }],
      },
    ]);
  });

  it('holds a copy in the group of each block of its witness, and a linked copy in both of its groups', () => {
    const longer = `${farmer} Nobody objected to it, although the costs had risen by half within a single year.`;
    const merged = [[bridge, cost, farmer], [museum, `${bridge} ${cost}`], [ferry, longer], [longer]];
    const { set } = matchArticles(merged);
    const near1 = expect.closeTo(1, 2) as number;
    expect([...listGroups(set, pathOf)]).toEqual([
      { kept: { path: '0.txt', block: 0 }, copies: [{ path: '1.txt', block: 1, match: 'contained', similarity: near1 }] },
      { kept: { path: '0.txt', block: 1 }, copies: [{ path: '1.txt', block: 1, match: 'contained', similarity: near1 }] },
      {
        kept: { path: '0.txt', block: 2 },
        copies: [
          { path: '2.txt', block: 1, match: 'extension', similarity: 1 },
          { path: '3.txt', block: 0, match: 'extension', similarity: 1 },
        ],
      },
      { kept: { path: '2.txt', block: 1 }, copies: [{ path: '3.txt', block: 0, match: 'exact', similarity: 1 }] },
    ]);
    expect(summarise(set, 0)).toMatchObject({
      blocks: { total: 8, kept: 6, duplicate: 2, variant: 0, extension: 1 },
      duplicates: { exact: 1, near: 0, contained: 1, within: 0, across: 2 },
    });
  }); // prettier-ignore

  it('is empty when nothing repeats', () => {
    expect([...listGroups(matchArticles([[bridge], [cost]]).set, pathOf)]).toEqual([]);
  });
});
