import { describe, expect, it } from 'vitest';
import { ContainmentScorer, GRAM_UNITS, withoutTruncationMark } from '../../../src/similarity/containment.ts';
import { normalise } from '../../../src/text/normalise.ts';

/** The same number by sets of strings. */
function bySets(part: string, whole: string): number {
  const gramsOf = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - GRAM_UNITS + 1) }, (_, i) => text.slice(i, i + GRAM_UNITS)));
  const [own, other] = [gramsOf(part), gramsOf(whole)];
  if (own.size === 0) return whole.includes(part) ? 1 : 0;
  return [...own].filter((gram) => other.has(gram)).length / own.size;
} // prettier-ignore

const contained = (part: string, whole: string): number => new ContainmentScorer().load(part).score(whole);

describe('containment', () => {
  it.each([
    ['a text in itself', 'harbour', 'harbour', 1],
    ['a piece in the whole', 'rbour', 'the harbour', 1],
    ['the whole in a piece', 'theharbour', 'harbour', 3 / 6],
    ['a text in nothing', 'harbour', '', 0],
    ['grams that come twice, counted once', 'ababababab', 'ababax', 1 / 2],
    ['grams that the whole has twice, counted once', 'abcdef', 'abcdeabcde', 1 / 2],
    ['pieces that stand elsewhere in the whole', 'abcdevwxyz', 'vwxyzabcde', 2 / 6],
    ['a text shorter than a gram, which is its own gram', 'abc', 'xabcx', 1],
    ['a text shorter than a gram, elsewhere', 'abc', 'acb', 0],
  ])('of %s', (_, part, whole, expected) => {
    expect(contained(part, whole)).toBe(expected);
    expect(bySets(part, whole)).toBe(expected);
  });

  it('is not the same the other way round', () => {
    expect([contained('stone', 'stonebridge'), contained('stonebridge', 'stone')]).toEqual([1, 1 / 7]);
  });

  it('forgets the text loaded before, and holds any number of others against one', () => {
    const scorer = new ContainmentScorer();
    scorer.load('a'.repeat(900) + 'harbour');
    expect(scorer.score('harbour')).toBe(3 / 8);
    scorer.load('harbour');
    expect(['aaaaaaaa', 'harbour', 'arbou', 'harbour'].map((whole) => scorer.score(whole))).toEqual([0, 1, 1 / 3, 1]);
  }); // prettier-ignore

  it('counts in texts that outgrow its table, and in short ones after them', () => {
    const long = Array.from({ length: 5000 }, (_, index) => (index * 7919).toString(36)).join('');
    const scorer = new ContainmentScorer();
    expect(scorer.load(long).score(long)).toBe(1);
    expect(scorer.load(long).score(long.slice(0, 900))).toBe(bySets(long, long.slice(0, 900)));
    expect(scorer.load('harbour').score(long)).toBe(0);
    expect(scorer.load('harbour').score(`${long}harbour`)).toBe(1);
  });
});

describe('a truncation mark', () => {
  const text = 'the council of the town voted to rebuild';

  it.each([
    ['three dots', `${text}...`],
    ['an ellipsis', `${text}…`],
    ['an ellipsis behind a space', `${text} …`],
    ['an ellipsis in brackets', `${text} [...]`],
    ['the count of characters that are missing', `${text}… [+2217 chars]`],
    ['the count behind a line break', `${text} ...\n[+12 chars]`],
    ['a link to the rest', `${text} … Read more`],
    ['a link in brackets', `${text}... (continue reading)`],
    ['more dots than three', `${text}......`],
  ])('is taken off: %s', (_, marked) => {
    expect(withoutTruncationMark(normalise(marked).replaceAll(' ', ''))).toBe(text.replaceAll(' ', ''));
  });

  it.each([
    ['an ellipsis in the middle', 'the council ... of the town voted to rebuild'],
    ['one in front of a whole sentence', 'the council voted ... and went home late in the night'],
    ['two dots', `${text}..`],
    ['an ellipsis that opens a text', '... and went home'],
    ['nothing', text],
    ['no text at all', ''],
  ])('is not: %s', (_, unmarked) => {
    expect(withoutTruncationMark(unmarked.replaceAll(' ', ''))).toBe(unmarked.replaceAll(' ', ''));
  });

  it('is the last one where a text has several', () => {
    expect(withoutTruncationMark('thecouncil...voted...')).toBe('thecouncil...voted');
  });
});
