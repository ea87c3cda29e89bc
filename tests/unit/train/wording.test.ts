import { describe, expect, it } from 'vitest';
import { Examples } from '../../train/examples.ts';
import type { Page } from '../../train/pages.ts';
import { Grams } from '../../train/score.ts';
import { Wording } from '../../train/wording.ts';

const article = 'The old bridge over the river will be rebuilt, the council said on Tuesday.';

const pageOf = (site: number): Page => ({
  id: String(site),
  site: `site${site}`,
  language: 'en',
  raw: [
    'Subscribe today',
    `Rare${'abcdefghijklmnopqrstuvwxyz'[site % 26].repeat(1 + Math.floor(site / 26))}`,
    article,
    'Subscribe and save',
  ].join('\n'),
  gold: article,
});

function examplesOf(sites: number): Examples {
  const examples = new Examples(new Grams());
  for (let site = 0; site < sites; site++) examples.add('pages', pageOf(site), 1, 0, 'nothing');
  return examples;
}

describe('Wording', () => {
  const examples = examplesOf(40);
  const known = examples.add('masked', pageOf(0), 1, 0, 'language');
  const wording = new Wording(examples.samples);
  const pages = examples.samples.filter(({ isPage }) => isPage);
  const train = (): Float64Array => wording.train(pages, examples.labels(), examples.weights());
  const weightOf = (word: string): number => train()[wording.words.indexOf(word)];

  it('takes the words that many sites use, in order', () => {
    expect(wording.words).toEqual(wording.words.toSorted());
    expect(wording.words).toContain('bridge');
    expect(wording.words.some((word) => word.startsWith('rare'))).toBe(false);
    expect(new Wording(examplesOf(10).samples).words).toEqual([]);
  });

  it('learns which words stand in articles and which around them', () => {
    expect(weightOf('subscribe')).toBeLessThan(-0.2);
    expect(weightOf('bridge')).toBeGreaterThan(0.1);
  });

  it('learns the same to the last bit again', () => {
    expect(train()).toEqual(train());
  });

  it('scores lines by their words, and copies in which the language is hidden by none', () => {
    const scores = new Float32Array(examples.count).fill(9);
    const masked = examples.samples[40];
    wording.score(train(), pages[0], scores);
    wording.score(train(), masked, scores);
    const [menu, rare, body] = scores;
    expect(menu).toBeLessThan(rare);
    expect(body).toBeGreaterThan(rare);
    expect([...scores.subarray(masked.start, masked.end)]).toEqual([0, 0, 0, 0]);
    expect([...known]).toEqual([0, 0, 1, 0]);
  });
});
