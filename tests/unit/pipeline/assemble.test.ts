import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { emptySet } from '../../../src/pipeline/article-set.ts';
import { assemble } from '../../../src/pipeline/assemble.ts';
import { match } from '../../../src/pipeline/match.ts';
import { resolveSettings } from '../../../src/pipeline/options.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { bridge, cost, farmer, memoryReader } from '../matching/matched.ts';

/** The articles of these files, named 0.txt, 1.txt and so on. */
function articlesOf(...contents: readonly (string | Uint8Array)[]): Article[] {
  const settings = resolveSettings({});
  const files = contents.map((content) => Buffer.from(content as string));
  const set = emptySet();
  files.forEach((bytes, source) => prepare(bytes, source, settings, set));
  match(set, settings, memoryReader(set, files));
  return set.files.map(({ source }, article) => assemble(set, article, files[source], (number) => `${number}.txt`));
} // prettier-ignore

describe('assemble', () => {
  it('draws an article with everything that was decided about it', () => {
    const text = `Council votes to rebuild the bridge\n\nBy Odila Brandt\n\n4 May 2021\n\n${bridge}\n\n${bridge}\n\nShare\n`;
    const [article] = articlesOf(text);
    expect(article).toMatchObject({
      path: '0.txt',
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: text.length,
      encoding: 'utf-8',
      language: 'en',
      title: 'Council votes to rebuild the bridge',
      subtitle: null,
      byline: 'Odila Brandt',
      published: '2021-05-04',
      duplicateOf: null,
      whitespace: { between: '\n\n' },
    });
    expect(article.fields).toMatchObject({ title: { block: 0, lines: [1, 1], bytes: [0, 35] }, byline: { text: 'By Odila Brandt' }, published: { block: 2 } });
    expect(article.paragraphs).toMatchObject([{ block: 3, lines: [7, 7], text: bridge, kind: 'paragraph' }]);
    expect(article.removed).toMatchObject([
      { block: 4, text: bridge, reason: 'duplicate', match: 'exact', scope: 'within', similarity: 1, of: { path: '0.txt', block: 3 } },
      { block: 5, text: 'Share', reason: 'boilerplate', rule: 'share-widget', evidence: 'lexicon', confidence: 1 },
    ]);
  }); // prettier-ignore

  it('names witnesses and variants in other articles by path and block', () => {
    const [, second] = articlesOf(
      `${bridge}\n\n${cost}`,
      `${farmer}\n\n${bridge.replace('bridge', 'brigde')}\n\n${cost.replace('4 million', '9 million')}`,
    );
    expect(second.removed).toMatchObject([
      { match: 'near', scope: 'across', of: { path: '0.txt', block: 0 } },
    ]);
    expect(second.removed[0]).not.toHaveProperty('differs');
    expect(second.paragraphs[1].variantOf).toMatchObject({ path: '0.txt', block: 1, differs: ['number'] });
  });

  it('names all blocks of a witness of several, what a text extends, and what a removed copy is linked to besides', () => {
    const longer = `${farmer} Nobody objected to it, although the costs had risen by half within a single year.`;
    const articles = articlesOf(
      [bridge, cost, farmer].join('\n\n'),
      `${bridge} ${cost}`,
      longer,
      `${longer}\n\n${cost.replace('4 million', '9 million')}`,
    );
    expect(articles[1].removed).toMatchObject([
      { match: 'contained', of: { path: '0.txt', block: 0, blocks: [0, 1] } },
    ]);
    const link = { path: '0.txt', block: 2, similarity: 1 };
    expect(articles[2].paragraphs[0].extends).toEqual(link);
    expect(articles[3].removed).toMatchObject([
      { match: 'exact', of: { path: '2.txt', block: 0 }, extends: link },
    ]);
    expect(articles[3].removed[0]).not.toHaveProperty('variantOf');
    expect(articles[3].paragraphs[0].variantOf).toEqual({
      path: '0.txt',
      block: 1,
      match: 'near',
      similarity: expect.closeTo(0.98, 1) as number,
      differs: ['number'],
    });
  });

  it('links a title that repeats another, with nothing that differs', () => {
    const title = 'Council of Marlow Vale votes to rebuild the old stone bridge';
    const [, second] = articlesOf(`${title}\n\n${bridge}`, `${title}\n\n${cost}`);
    expect(second.fields.title?.variantOf).toEqual({
      path: '0.txt',
      block: 0,
      match: 'exact',
      similarity: 1,
      differs: [],
    });
  });

  it('names the article that holds all of another', () => {
    expect(articlesOf(`${bridge}\n\n${cost}`, cost).map(({ duplicateOf }) => duplicateOf)).toEqual([null, '0.txt']);
  }); // prettier-ignore

  it('puts the corpus down as the evidence where no rule was', () => {
    const lines = ['glass', 'ferry', 'tram', 'barley', 'stone'].map(
      (thing) => `All that Lindhaven knew about ${thing} in those years was told by ${thing} makers and ${thing} sellers of the town.\n\nMarlow desk note`,
    );
    const [{ removed }] = articlesOf(...lines);
    expect(removed).toMatchObject([{ rule: 'recurring-short-block', evidence: 'corpus', confidence: 0.5 }]);
  }); // prettier-ignore

  it('leaves out what is usual', () => {
    const [article] = articlesOf('One.\n');
    for (const member of ['encodingGuessed', 'bom', 'replacements', 'whitespace']) {
      expect(article).not.toHaveProperty(member);
    }
    expect(article.paragraphs[0]).not.toHaveProperty('raw');
    expect(article.paragraphs[0]).not.toHaveProperty('variantOf');
  });

  it('states what is not', () => {
    const [mark, guess, damaged] = articlesOf(
      Buffer.from('\ufeffOne.', 'utf16le'),
      Buffer.from('Stra\xdfe.', 'latin1'),
      Buffer.concat([Buffer.from('Größe Maß '), Buffer.from([0xe2, 0x82]), Buffer.from('.\n\nZwei \ufffd.')]),
    );
    expect(mark).toMatchObject({ encoding: 'utf-16le', bom: true, whitespace: { others: [[1, '']] } });
    expect(guess).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
    expect(damaged.replacements).toBe(1);
    expect(damaged.paragraphs.map(({ raw }) => raw)).toEqual([
      Buffer.concat([Buffer.from('Größe Maß '), Buffer.from([0xe2, 0x82]), Buffer.from('.')]).toString(
        'base64',
      ),
      undefined,
    ]);
  });

  it('is plain JSON', () => {
    for (const article of articlesOf(`${bridge}\n\n${cost}`, cost, '')) {
      expect(JSON.parse(JSON.stringify(article))).toEqual(article);
    }
  });

  it('has a language only where the text tells, without looking at boilerplate', () => {
    const languages = articlesOf('12 34', `Die Brücke über die Lind bleibt bis zum Frühjahr für den Verkehr gesperrt, sagte der Bürgermeister.\n\n${'Leave a Reply\n\n'.repeat(9)}`).map(({ language }) => language);
    expect(languages).toEqual([null, 'de']);
  }); // prettier-ignore
});
