import { describe, expect, it } from 'vitest';
import { BODY, SUBTITLE, TITLE } from '../../../src/matching/block-table.ts';
import { bridge, cost, matchArticles } from '../matching/matched.ts';

/** Articles with a paragraph of their own and then the same lines. */
function withTail(count: number, ...tail: readonly string[]): string[][] {
  const things = 'bridge ferry museum market harbour tram barley glass school river'.split(' ');
  return Array.from({ length: count }, (_, index) => [
    `Visitors of the ${things[index % 10]} in Lindhaven said on day ${index} that ${things[(3 * index + 1) % 10]} and ${things[(7 * index + 2) % 10]} were all they had come for.`,
    ...tail,
  ]);
}

/** Articles with the same first lines and then a paragraph of their own. */
const withHead = (count: number, ...head: readonly string[]): string[][] =>
  withTail(count).map((blocks) => [...head, ...blocks]);

describe('match', () => {
  it('keeps a title that many articles share in each of them', () => {
    const { set } = matchArticles(withHead(10, 'The Marlow Vale Harbour Office of Public Works and Ferries'));
    const first = Array.from({ length: 10 }, (_, article) => set.blocks.firstBlock[article]);
    expect(first.map((block) => set.blocks.role[block])).toEqual(first.map(() => TITLE));
  });

  it('takes a subtitle that three articles share for a teaser, and no field', () => {
    const teaser = 'Seven ferries that you will not want to miss this coming summer';
    const articles = withHead(3, teaser).map((blocks, index) => [
      `Council number ${index} votes on bridge`,
      ...blocks,
    ]);
    const { set, verdicts } = matchArticles(articles);
    expect(set.blocks.role[set.blocks.firstBlock[1] + 1]).toBe(BODY);
    expect(verdicts[0][1]).toBe('kept');
    expect([verdicts[1][1], verdicts[2][1]]).toEqual(['linked 0.1', 'linked 0.1']);
    const two = matchArticles(articles.slice(0, 2));
    expect(two.set.blocks.role[1]).toBe(SUBTITLE);
  });

  it('keeps a row of figures that two articles share, though a sentence would go', () => {
    const row = 'Shr loss 24 cts vs loss 19 cts in the year';
    const { verdicts } = matchArticles([
      [bridge, row],
      [cost, row],
      [`${cost} ${bridge}`, `${row}.`],
      [bridge.toUpperCase().replaceAll('E', 'I'), `${row}.`],
    ]);
    expect(verdicts[1][1]).toBe('linked 0.1');
    expect(verdicts[3][1]).toBe('near 0.1');
  });

  it('removes a short line that ends many articles, by what the set shows alone', () => {
    const { set, verdicts } = matchArticles(withTail(6, 'Marlow Vale desk note'));
    expect(verdicts.map((blocks) => blocks[1])).toEqual(Array.from({ length: 6 }, () => 'boilerplate'));
    expect([set.blocks.rule[1], set.blocks.confidence[1]]).toEqual([0, 58]);
  });

  it.each(['careful', 'off'] as const)('keeps it when stripping is %s', (strip) => {
    const { verdicts } = matchArticles(withTail(6, 'Marlow Vale desk note'), { strip });
    expect(verdicts.flat()).not.toContain('boilerplate');
  });

  it('keeps a short sentence that ends many articles', () => {
    const { verdicts } = matchArticles(withTail(6, 'Nobody was hurt.'));
    expect(verdicts.flat()).not.toContain('boilerplate');
  });

  it('tells how far it has come and fills in which article holds another', () => {
    const { set, duplicateOf } = matchArticles([[bridge, cost], [cost], []]);
    expect(duplicateOf).toEqual([-1, 0, -1]);
    expect(set.duplicateOf).toHaveLength(3);
  });
});
