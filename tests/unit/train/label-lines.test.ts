import { describe, expect, it } from 'vitest';
import { labelLines } from '../../train/label-lines.ts';

const article = [
  'The town council voted on Tuesday to rebuild the old bridge.',
  'What it costs',
  'The work will cost about four million crowns, said the mayor.',
].join('\n');

describe('labelLines', () => {
  it('keeps the lines that the article holds in its order', () => {
    const lines = ['Home', ...article.split('\n'), '***', 'Most read this week in town'];
    expect([...labelLines(lines, article)]).toEqual([0, 1, 1, 1, -1, 0]);
  });

  it('keeps a line of which most stands in the article', () => {
    const line = 'Updated: The town council voted on Tuesday to rebuild the old bridge.';
    expect([...labelLines([line], article)]).toEqual([1]);
    expect([...labelLines(['The council never voted at all about any new bridge'], article)]).toEqual([0]);
  });

  it('does not keep a few words that stand elsewhere in the article', () => {
    expect([...labelLines(['the mayor', ...article.split('\n')], article)]).toEqual([0, 1, 1, 1]);
  });

  it('labels nothing where there is nothing', () => {
    expect([...labelLines([], article)]).toEqual([]);
    expect([...labelLines(['a', ''], '')]).toEqual([0, -1]);
  });
});
