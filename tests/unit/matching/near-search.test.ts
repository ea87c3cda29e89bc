import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import type { IngestOptions } from '../../../src/pipeline/options.ts';
import { normalise } from '../../../src/text/normalise.ts';
import { bridge, cost, farmer, ferry, matchArticles, museum } from './matched.ts';

const ninety = cost.replace('4 million', '9 million');
const slip = (text: string): string => text.replace('regional', 'regoinal');

function verdicts(articles: readonly (readonly string[])[], options: IngestOptions = {}): readonly (readonly string[])[] {
  return matchArticles(articles, options).verdicts;
} // prettier-ignore

/** Texts of one template, which differ in their names and numbers alone. */
const daily = (day: number): string =>
  `Shares of ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[day % 26]}larn Motors closed at ${100 + day} crowns in Lindhaven on the last day of trade, said the exchange in its daily note.`;

describe('the kept text that a block is near to', () => {
  it('is the most similar copy', () => {
    const far = bridge.replace('stone ', '').replace('winter ', '');
    const close = bridge.replace('Tuesday', 'Tuseday');
    // too far from each other, and both near to the third
    const score = (text: string): number =>
      stringSimilarity.compareTwoStrings(normalise(far), normalise(text));
    const near = (score(close) + score(bridge)) / 2;
    expect(verdicts([[far], [museum, close], [farmer, bridge]], { near, contained: 'off' })).toEqual([
      ['kept'],
      ['kept', 'kept'],
      ['kept', 'near 1.1'],
    ]);
  });

  it('is a copy rather than a more similar variant, and the variant is the second link', () => {
    expect(verdicts([[ninety], [farmer, cost], [museum, `Marlow - ${slip(cost)}`]])).toEqual([
      ['kept'],
      ['kept', 'variant 0.0'],
      ['kept', 'near 1.1, variant 0.0'],
    ]);
  });

  it('is a variant when there is no copy', () => {
    expect(verdicts([[ninety], [farmer, cost]])[1][1]).toBe('variant 0.0');
  });

  it('is found for text in which every few words have a slip', () => {
    const noisy = bridge.split(' ').map((word, index) => (index % 5 === 2 ? `${word}l` : word)).join(' '); // prettier-ignore
    expect(verdicts([[bridge], [farmer, noisy]], { near: 0.8, contained: 'off' })[1][1]).toBe('near 0.0');
  });

  it('is none for text that has another length', () => {
    expect(verdicts([[bridge], [farmer, `${bridge} ${museum}`]], { contained: 'off' })[1][1]).toBe('kept');
  });

  it('may have other numbers where they are no facts', () => {
    const dated = `LINDHAVEN, May 4 (Northwire) - ${bridge}`;
    expect(verdicts([[bridge], [farmer, dated]])[1][1]).toBe('near 0.0');
  });
});

describe('texts of a template', () => {
  it('all stay, each linked to one of them', () => {
    const found = verdicts(Array.from({ length: 120 }, (_, day) => [farmer, daily(day)]));
    expect(found[0][1]).toBe('kept');
    for (const [, verdict] of found.slice(1)) expect(verdict).toMatch(/^variant \d+\.1$/);
  });

  it('go where they are copies of one among many', () => {
    const articles = Array.from({ length: 120 }, (_, day) => [farmer, daily(day)]);
    const copy = daily(77).replace('exchange', 'exchnage');
    const found = verdicts([...articles, [museum, copy]]);
    expect(found[120][1]).toMatch(/^near 77\.1/);
  });
});

describe('what stays though it repeats', () => {
  const title = 'Council of Marlow Vale votes to rebuild the old stone bridge';
  const heading = 'What the rebuilding of the old bridge will cost the town';

  it('is a title, linked to an earlier one with which it is equal or near', () => {
    expect(
      verdicts([
        [title, bridge],
        [title, cost],
      ])[1],
    ).toEqual(['linked 0.0', 'kept']);
    expect(verdicts([[title, bridge], [title.replace('stone', 'stnoe'), cost]])[1]).toEqual(['linked 0.0', 'kept']); // prettier-ignore
    expect(verdicts([[title, bridge], [title.replace('Marlow Vale', 'Lindhaven'), cost]], { near: 0.7 })[1][0]).toBe('variant 0.0'); // prettier-ignore
  });

  it('is a sub-heading', () => {
    expect(verdicts([[bridge, heading, cost, ferry], [farmer, heading, museum, ninety]])[1].slice(0, 3)).toEqual(['kept', 'linked 0.1', 'kept']); // prettier-ignore
  });

  it('is a row of figures', () => {
    const row = 'Shr loss 24 cts vs loss 19 cts in the year';
    expect(
      verdicts([
        [bridge, row],
        [farmer, row],
      ])[1],
    ).toEqual(['kept', 'linked 0.1']);
  });

  it('is not linked when it is short, since short lines are compared within their article alone', () => {
    expect(verdicts([['Bridge to be rebuilt', bridge], ['Bridge to be rebuilt', cost]])[1]).toEqual(['kept', 'kept']); // prettier-ignore
  });

  it('is removed as part of a repeated run, and no link is left of it', () => {
    const run = [bridge, heading, cost];
    expect(verdicts([[museum, ...run, ferry], [farmer, ...run]])[1]).toEqual(['kept', 'exact 0.1', 'exact 0.2', 'exact 0.3']); // prettier-ignore
  });

  it('is never removed, not even when variants are dropped', () => {
    expect(verdicts([[title, bridge], [title.replace('Marlow', 'Harlow'), cost]], { variants: 'drop', near: 0.8 })[1][0]).toMatch(/^(?:variant|linked) 0\.0$/); // prettier-ignore
  });
});

describe('a text all of whose shingles many others have', () => {
  const row = 'the index of the main market closed the day at a new high after a calm session';
  const tail = (day: number): string => Array.from({ length: 40 }, (_, word) => `w${day}x${word}`).join(' ');
  const others = Array.from({ length: 80 }, (_, day) => [`${row} ${tail(day)}`]);

  it('is compared with the blocks before it in its article', () => {
    const article = [museum, row, row.replace(' at', ', at')];
    expect(verdicts([...others, article], { contained: 'off' }).at(-1)).toEqual([
      'kept',
      'kept',
      'near 80.1',
    ]);
    expect(verdicts([...others, article], { contained: 'off', scope: ['across'] }).at(-1)).toEqual(['kept', 'kept', 'kept']); // prettier-ignore
  });
});

describe('a second link', () => {
  it('leads from a removed copy to what its witness is a variant of', () => {
    expect(verdicts([[cost], [museum, ninety], [ferry, slip(ninety)], [farmer, ninety]])).toEqual([
      ['kept'],
      ['kept', 'variant 0.0'],
      ['kept', 'near 1.1, variant 0.0'],
      ['kept', 'exact 1.1, variant 0.0'],
    ]);
  });

  it('is scored between the two, so there is none where they are too far apart', () => {
    const [first, second, third] = [cost, ninety, `Marlow Vale - ${ninety}`];
    const found = verdicts([[first], [museum, second], [farmer, third]], { near: 0.94 });
    expect(found[1][1]).toBe('variant 0.0');
    expect(found[2][1]).toBe('near 1.1');
  });

  it('lies in the scope', () => {
    expect(verdicts([[cost], [museum, ninety, ninety]], { scope: ['across'] })[1]).toEqual(['kept', 'variant 0.0', 'variant 0.0']); // prettier-ignore
    expect(verdicts([[cost, ninety], [museum, ninety, slip(ninety)]], { scope: ['within'] })).toEqual([['kept', 'variant 0.0'], ['kept', 'kept', 'near 1.1']]); // prettier-ignore
  });

  it('is missing with variants dropped, since then nothing is linked', () => {
    expect(verdicts([[cost], [museum, ninety], [ferry, ninety]], { variants: 'drop' })).toEqual([['kept'], ['kept', 'near 0.0'], ['kept', 'near 0.0']]); // prettier-ignore
  });
});
