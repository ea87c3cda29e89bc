import { describe, expect, it } from 'vitest';
import { bridge, cost, farmer, ferry, matchArticles, museum } from './matched.ts';

const title = 'Council votes to rebuild the old bridge';
const holders = (articles: readonly (readonly string[])[]): readonly number[] =>
  matchArticles(articles).duplicateOf;

describe('an article of which nothing unique is left', () => {
  it('names the article that holds all its text', () => {
    expect(holders([[title, bridge, cost, ferry], [title, bridge, ferry]])).toEqual([-1, 0]); // prettier-ignore
  });

  it('may have boilerplate and separators of its own', () => {
    expect(holders([[title, bridge, cost], [title, bridge, '* * *', cost, 'Leave a Reply']])).toEqual([-1, 0]); // prettier-ignore
  });

  it('may differ by a slip', () => {
    expect(holders([[title, bridge, cost], [bridge.replace('bridge', 'brigde'), cost]])).toEqual([-1, 0]); // prettier-ignore
  });

  it('may be held by a later article when the longest copies are kept', () => {
    const { duplicateOf } = matchArticles([[cost], [title, `LINDHAVEN (Northwire) - ${cost}`, museum]], { keep: 'longest' }); // prettier-ignore
    expect(duplicateOf).toEqual([1, -1]);
  });
});

describe('an article that is no duplicate', () => {
  it.each([
    ['one with another title', [[title, bridge, cost], ['River crossing gets a second chance', bridge, cost]]],
    ['one with a paragraph more', [[title, bridge, cost], [title, bridge, cost, farmer]]],
    ['one with a short line more', [[title, bridge, cost], [title, bridge, cost, 'He said no.']]],
    ['one whose text stands in two others', [[museum, bridge], [farmer, cost], [bridge, cost]]],
    ['one that repeats itself', [[title, bridge, bridge]]],
    ['one with a variant', [[title, bridge, cost], [title, bridge, cost.replace('4 million', '9 million')]]],
    ['one without any text', [[title, bridge], []]],
    ['one of boilerplate alone', [[title, bridge], ['Leave a Reply']]],
  ])('is %s', (_, articles) => {
    expect(holders(articles)).toEqual(articles.map(() => -1));
  }); // prettier-ignore
});
