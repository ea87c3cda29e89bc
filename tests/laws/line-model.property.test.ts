import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePage } from '../../src/boilerplate/line-model/judge-page.ts';
import { reasons } from '../../src/boilerplate/line-model/line-model.ts';
import { rebuild } from '../../src/pipeline/rebuild.ts';
import { readLines } from '../unit/boilerplate/line-model/read-lines.ts';
import { clean, cleanAndVerify, keptBlocks } from './clean.ts';
import { paragraph, word } from './news.ts';

const furniture = fc.constantFrom(
  'Home',
  'News',
  'Sport',
  'Log in',
  'Subscribe',
  'Share',
  'Advertisement',
  'Most read',
  'Leave a Reply',
  'We use cookies to improve this site.',
  'Privacy policy',
  'All rights reserved',
  'Startseite',
  'Se connecter',
  '首页',
  'Read more »',
  'Photo: A. Nother/Agency',
  '12 May 2021',
  '3 comments',
);
const link = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const anything = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replaceAll(/[\0\r\n]/g, ' '));
const menuLine = fc.oneof({ weight: 4, arbitrary: furniture }, { weight: 3, arbitrary: link }, anything);
const bodyLine = fc.oneof({ weight: 6, arbitrary: paragraph }, link, anything);
/** A page: a menu, an article, and what stands behind it, with blank lines here and there. */
const page: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(menuLine, { maxLength: 30 }),
    fc.array(bodyLine, { maxLength: 12 }),
    fc.array(menuLine, { maxLength: 30 }),
    fc.array(fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', ' \n'), { minLength: 1, maxLength: 9 }),
  )
  .map(([lead, body, tail, ends]) =>
    [...lead, ...body, ...tail].map((line, index) => line + ends[index % ends.length]).join(''),
  );

describe('the line model', () => {
  it('judges any file: each line in or out, with a confidence and one to three reasons', () => {
    fc.assert(
      fc.property(page, (text) => {
        const lines = readLines(text);
        const model = judgePage(lines);
        expect(model.kept.length).toBeGreaterThanOrEqual(lines.count);
        for (let line = 0; line < lines.count; line++) {
          expect(model.kept[line]).toBeLessThanOrEqual(1);
          const confidence = model.confidenceOf(line);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          const found = model.reasonsOf(line);
          expect(found.length).toBeGreaterThan(0);
          expect(found.length).toBeLessThanOrEqual(3);
          for (const reason of found) expect(reasons[reason]).toBeTypeOf('string');
        }
      }),
    );
  });

  it('says the same of a file again', () => {
    fc.assert(
      fc.property(page, page, (text, other) => {
        const first = judgePage(readLines(text)).kept.slice();
        judgePage(readLines(other));
        expect(judgePage(readLines(text)).kept).toEqual(first);
      }),
    );
  });
});

describe('cleaning pages', () => {
  const strip = fc.constantFrom('auto' as const, 'full' as const, 'careful' as const, 'off' as const);

  it('gives an output that is proved, and that gives every byte back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), strip, async (texts, how) => {
        const files = Object.fromEntries(texts.map((text, index) => [`${index}.txt`, Buffer.from(text)]));
        const { output, violations } = await cleanAndVerify(files, { strip: how });
        expect(violations).toEqual([]);
        for (const article of output.articles) {
          expect(Buffer.compare(rebuild(article), files[article.path])).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says why for what the model takes, and for nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(page, strip, async (text, how) => {
        const [article] = (await clean({ 'a.txt': Buffer.from(text) }, { strip: how })).articles;
        for (const entry of article.removed) {
          if (entry.reason !== 'boilerplate') continue;
          const isByModel = entry.evidence === 'model';
          expect([entry.because !== undefined, entry.rule === 'line-model']).toEqual([isByModel, isByModel]);
          expect(isByModel && article.source === 'article').toBe(false);
        }
        const sources = { auto: article.source, full: 'page', careful: 'article', off: 'article' };
        expect(article.source).toBe(sources[how]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves something of every file that has text', async () => {
    await fc.assert(
      fc.asyncProperty(page, strip, async (text, how) => {
        const [article] = (await clean({ 'a.txt': Buffer.from(text) }, { strip: how })).articles;
        const hasText = article.removed.length > 0 || keptBlocks(article).length > 0;
        expect(keptBlocks(article).length > 0).toBe(hasText);
        const boilerplate = article.removed.filter(({ reason }) => reason === 'boilerplate');
        expect(article.keptWhole === true && boilerplate.length > 0).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing from an article without furniture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 12 }), async (paragraphs) => {
        const [article] = (await clean({ 'a.txt': Buffer.from(paragraphs.join('\n\n')) })).articles;
        expect(article.source).toBe('article');
        expect(article.removed.filter(({ reason }) => reason === 'boilerplate')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
