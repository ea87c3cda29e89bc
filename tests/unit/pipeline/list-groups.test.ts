import { describe, expect, it } from 'vitest';
import { listGroups, writeGroups } from '../../../src/pipeline/list-groups.ts';
import { summarise } from '../../../src/pipeline/summarise.ts';
import { toJson } from '../../../src/text/to-json.ts';
import { bridge, cost, farmer, ferry, matchArticles, museum } from '../matching/matched.ts';

const pathOf = (article: number): string => `${article}.txt`;
const articles = [
  [bridge, cost, bridge, 'Leave a Reply'],
  [museum, cost.replace('4 million', '9 million'), ferry],
  [ferry, farmer.replace('waited', 'waitd')],
  [bridge, farmer],
];

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

describe('writeGroups', () => {
  const longer = `${farmer} Nobody objected to it, although the costs had risen by half within a single year.`;

  it.each([
    ['copies and variants', articles, pathOf],
    [
      'parts and extensions',
      [[bridge, cost, farmer], [museum, `${bridge} ${cost}`], [ferry, longer], [longer]],
      pathOf,
    ],
    ['paths that JSON escapes', articles, (article: number): string => `ä "${article}"\u2028.txt`],
    ['nothing', [[bridge], [cost]], pathOf],
  ])('writes what toJson makes of the groups: %s', (_, texts, nameOf) => {
    const { set } = matchArticles(texts);
    const frame = (index: number): { before: string; after: string } => ({
      before: `${index}<`,
      after: '>\n',
    });
    const written = Array.from(writeGroups(set, nameOf, frame), (piece) => Buffer.from(piece).toString());
    const expected = [...listGroups(set, nameOf)].map((group, index) => `${index}<${toJson(group)}>\n`);
    expect(written.join('')).toBe(expected.join(''));
  });
});
