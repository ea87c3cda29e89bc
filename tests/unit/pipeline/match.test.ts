import { describe, expect, it } from 'vitest';
import { bridge, cost, matchArticles } from '../matching/matched.ts';

/** Articles with a paragraph of their own and then the same lines. */
function withTail(count: number, ...tail: readonly string[]): string[][] {
  const things = 'bridge ferry museum market harbour tram barley glass school river'.split(' ');
  return Array.from({ length: count }, (_, index) => [
    `Visitors of the ${things[index % 10]} in Lindhaven said on day ${index} that ${things[(3 * index + 1) % 10]} and ${things[(7 * index + 2) % 10]} were all they had come for.`,
    ...tail,
  ]);
}

describe('match', () => {
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
