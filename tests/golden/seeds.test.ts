import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, Output } from '../../src/model/article.ts';
import { cleanCase } from './cases.ts';

let output: Output;

beforeAll(async () => {
  output = await cleanCase('news');
});

function article(path: string): Article {
  const found = output.articles.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`${path} is not in the output`);
  return found;
}

const textsOf = (blocks: ReadonlyArray<{ readonly text: string }>): string[] =>
  blocks.map(({ text }) => text);

describe('the page with a share button and a comment form', () => {
  const path = '000_1829c77755d6740a.txt';

  it('has its title and its deck in fields', () => {
    const { fields, title, subtitle, byline, published } = article(path);
    expect(title).toBe('Putin, Trump Agree to Halt Ukraine Energy Attacks But No Ceasefire');
    expect(subtitle).toBe('US and Russian Leaders Discuss Ukraine Crisis for Over 90 Minutes');
    expect([fields.title?.block, fields.subtitle?.block]).toEqual([0, 2]);
    expect([byline, published]).toEqual([null, null]);
  });

  it('keeps its five sub-headings as headings', () => {
    const headings = article(path).paragraphs.filter(({ kind }) => kind === 'heading');
    expect(textsOf(headings)).toEqual([
      'Putin Rejects Immediate Ceasefire, Demands End to Western Military Aid',
      'Russia’s Conditions for Peace Could Delay Ceasefire',
      'Trump’s Push for a Ukraine Peace Deal Sparks Global Concern',
      'Putin Pushes for Concessions as Russia Advances',
      'Western Allies Remain Skeptical of Putin’s Intentions',
    ]);
  });

  it('keeps every quote, in order', () => {
    const quotes = article(path).paragraphs.filter(({ kind }) => kind === 'quote');
    expect(textsOf(quotes)).toEqual([
      '“He is not ready for peace. He still wants to weaken Ukraine,” Zelensky said.',
      '“We have an understanding that we will be working quickly to have a Complete Ceasefire and, ultimately, an END to this very horrible War.”',
      '“The leaders agreed that the movement to peace will begin with an energy and infrastructure ceasefire.”',
      '“Ukraine can count on us,” Scholz affirmed after the Kremlin’s announcement.',
    ]);
  });

  it('loses the three lines of the page and nothing else', () => {
    const { removed, paragraphs } = article(path);
    expect(removed.map(({ text, reason }) => [text, reason])).toEqual([
      ['Share', 'boilerplate'],
      ['Leave a Reply', 'boilerplate'],
      ['Your email address will not be published. Required fields are marked *', 'boilerplate'],
    ]);
    expect(paragraphs.map(({ block }) => block)).toEqual(Array.from({ length: 23 }, (_, index) => index + 3));
  });
});

describe('the page that gives its article twice', () => {
  const path = '004_44774291fde36631.txt';

  it('keeps its lede as the first paragraph, before title and deck', () => {
    const { paragraphs, title, subtitle, fields } = article(path);
    expect(paragraphs[0].block).toBe(0);
    expect(paragraphs[0].text).toMatch(
      /^After a high-stakes conversation between Presidents Putin and Trump/,
    );
    expect(title).toBe('Putin and Trump Engage in Call: Energy Attack Pause but No Full Ceasefire');
    expect(subtitle).toBe(
      'Recent negotiations yield limited progress as Putin rejects comprehensive ceasefire terms.',
    );
    expect([fields.title?.block, fields.subtitle?.block]).toEqual([1, 3]);
  });

  it('loses the second title and everything from the second “Putin asserted” on, each with its witness', () => {
    const { removed } = article(path);
    const claims = removed.map((entry) => {
      expect(entry).toMatchObject({ reason: 'duplicate', match: 'exact', scope: 'within', similarity: 1 });
      return entry.reason === 'duplicate' ? [entry.block, entry.of] : [entry.block];
    });
    expect(claims).toEqual([
      [2, { path, block: 1 }],
      [11, { path, block: 5 }],
      [12, { path, block: 6 }],
      [13, { path, block: 7 }],
      [14, { path, block: 8 }],
      [15, { path, block: 9 }],
      [16, { path, block: 10 }],
    ]);
    expect(removed[1].text).toMatch(/^Putin asserted that any lasting truce/);
  });

  it('keeps each paragraph of the body once', () => {
    const { paragraphs } = article(path);
    expect(paragraphs.map(({ block }) => block)).toEqual([0, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(textsOf(paragraphs)).size).toBe(8);
  });
});

describe('the two pages together', () => {
  it('have nothing in common that could be removed', () => {
    const seeds = output.articles.filter(({ path }) => path.startsWith('00'));
    const across = seeds.flatMap(({ removed }) =>
      removed.filter((entry) => entry.reason === 'duplicate' && entry.scope === 'across'),
    );
    expect(seeds).toHaveLength(2);
    expect(across).toEqual([]);
    expect(seeds.flatMap(({ paragraphs }) => paragraphs.filter(({ variantOf }) => variantOf))).toEqual([]);
    expect(seeds.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null]);
  });
});

describe('an agency text in three papers', () => {
  it('is kept once, with a link to the copy whose number differs', () => {
    const [herald, mirror, reprint] = ['herald', 'mirror', 'reprint'].map((paper) =>
      article(`harbour-ferry-${paper}.txt`),
    );
    expect(herald.removed).toEqual([]);
    const copies = mirror.removed.filter((entry) => entry.reason === 'duplicate');
    expect(copies.map(({ block, match, of }) => [block, match, of])).toEqual([
      [2, 'near', { path: herald.path, block: 3 }],
      [5, 'exact', { path: herald.path, block: 8 }],
    ]);
    expect(mirror.paragraphs.map(({ variantOf }) => variantOf)).toEqual([
      { path: herald.path, block: 4, match: 'near', similarity: 0.9831, differs: ['number'] },
      undefined,
    ]);
    expect([reprint.duplicateOf, reprint.paragraphs]).toEqual([herald.path, []]);
  });
});
