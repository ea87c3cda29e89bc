import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { explainArticle, explainLegend, type Palette } from '../../../src/reporters/explain.ts';
import { measureColumns } from '../../../src/reporters/wrap-text.ts';
import { containedFiles, makeSample, sampleFiles, type Sample } from '../pipeline/sample-folder.ts';
import { hostileFiles } from './hostile-files.ts';

const mark =
  (name: string) =>
  (text: string): string =>
    `<${name}>${text}</${name}>`;
const plain = (text: string): string => text;
const names = ['kept', 'variant', 'extension', 'boilerplate', 'duplicate', 'path', 'field', 'dim'] as const;
const paletteOf = (paint: (name: string) => (text: string) => string): Palette =>
  Object.fromEntries(names.map((name) => [name, paint(name)])) as Palette;

function explain(
  article: Article | undefined,
  width: number,
  onlyRemoved = false,
  palette?: Palette,
): string {
  if (article === undefined) throw new Error('no article');
  const nameBlock = ({ path, block }: { path: string; block: number }): string => `${path}, block ${block}`;
  const options = { width, palette: palette ?? paletteOf(() => plain), onlyRemoved, nameBlock };
  return [...explainArticle(article, options)].join('');
}

const controls =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

let sample: Sample | undefined;
afterEach(() => sample?.remove());
const articleOf = (path: string): Article | undefined =>
  sample?.output.articles.find((article) => article.path === path);

describe('explainArticle', () => {
  test('shows each block in order, with line, symbol and reasons', async () => {
    sample = await makeSample(sampleFiles);
    const text = explain(articleOf('b.txt'), 80);
    expect(text).toMatch(/^b\.txt\n5 blocks, .* of the characters kept, 2 repeated, 1 variant\n\n/);
    expect(text).toContain('1   title: River crossing gets a second chance at last\n');
    expect(text).toContain('3 = Until the bridge opens again');
    expect(text).toContain('    > exact repeat of a.txt, block 3\n');
    expect(text).toMatch(/> near repeat of a\.txt, block 5, 9\d(?:\.\d)? %\n/);
    expect(text).toMatch(
      /7 ~ Engineers expect[^]*> variant of a\.txt, block 2, 9\d(?:\.\d)? %; another number\n/,
    );
  });

  test('names extensions and contained text', async () => {
    sample = await makeSample(containedFiles);
    const all = sample.output.articles.map((article) => explain(article, 100)).join('');
    expect(all).toMatch(/> contained in 1\.txt, block 3/);
    expect(all).toMatch(/ \+ Local farmer[^]*> holds 2\.txt, block 2, and more, /);
  });

  test('leaves out what was kept when only removed text is asked for', async () => {
    sample = await makeSample(sampleFiles);
    const text = explain(articleOf('b.txt'), 80, true);
    expect(text).toContain('= Until the bridge');
    expect(text).not.toContain('River crossing');
    expect(text).not.toContain('Engineers');
  });

  test('paints by what became of a block', async () => {
    sample = await makeSample(sampleFiles);
    const text = explain(articleOf('b.txt'), 200, false, paletteOf(mark));
    expect(text).toContain('<path>b.txt</path>');
    expect(text).toContain('<field>title: </field><kept>River crossing gets a second chance at last</kept>');
    expect(text).toContain('<dim>3</dim> = <duplicate>Until the bridge');
    expect(text).toContain('<variant>Engineers');
  });

  test('stays within the width, down to 40 columns', async () => {
    sample = await makeSample(sampleFiles);
    for (const width of [1, 40, 80, 120]) {
      for (const article of sample.output.articles) {
        for (const line of explain(article, width).split('\n')) {
          expect(measureColumns(line)).toBeLessThanOrEqual(Math.max(40, width));
        }
      }
    }
    expect(explainLegend.length).toBeLessThan(80);
  });

  test('lets no control character through, and cuts endless lines', async () => {
    sample = await makeSample(hostileFiles);
    expect(sample.output.articles.length).toBe(Object.keys(hostileFiles).length);
    for (const article of sample.output.articles) {
      const text = explain(article, 80);
      // a line of words is a body without line ends, which is shown in its pieces; one without spaces is cut
      expect(text.length).toBeLessThan(article.path.endsWith('long.txt') ? 1_300_000 : 100_000);
      expect(text).not.toMatch(controls);
    }
    expect(explain(articleOf('escapes.txt'), 80)).toContain('\\x1b[31mwith\\x1b[0m');
    expect(explain(articleOf('long.txt'), 80)).toMatch(/… and 9\d\d,\d{3} more characters\n/);
  });
});
