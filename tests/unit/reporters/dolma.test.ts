import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { reporters } from '../../../src/reporters/index.ts';
import { render } from '../../../src/reporters/render.ts';
import { cleanedText } from '../../../src/reporters/txt.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';

interface Document {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly created?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const dated = 'A title for the day\n\nBy Odila Brandt\n\n4 May 2021\n\n';
const body =
  'The ferry will sail again from the first of June, the port authority said on Tuesday after three winters.\n';

let folder = '';
beforeAll(() => {
  folder = makeFolder({ ...sampleFiles, 'dated.txt': dated + body });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function documents(): Promise<Document[]> {
  let text = '';
  for await (const piece of render(await ingest(['.'], { cwd: folder }), reporters.dolma()))
    text += String(piece);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);
}

test('dolma has a document for each article with text of its own', async () => {
  const found = await documents();
  // a.txt without c.txt, its copy; the two empty files have no text
  expect(found.map(({ id }) => id)).toEqual([
    'a.txt',
    'b.txt',
    'dated.txt',
    'sub/bom.txt',
    'sub/crlf.txt',
    'sub/invalid.txt',
    'sub/latin.txt',
    'sub/utf16.txt',
  ]);
  expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['.', 'sub']));
  for (const { text } of found) expect(text).not.toBe('');
});

test('a document has the fields and types that corpus pipelines ask for', async () => {
  for (const { id, text, source, created, metadata } of await documents()) {
    expect([typeof id, typeof text, typeof source, typeof metadata]).toEqual([
      'string',
      'string',
      'string',
      'object',
    ]);
    expect(created ?? '2021-05-04T00:00:00.000Z').toBe('2021-05-04T00:00:00.000Z');
  }
  const found = (await documents()).find(({ id }) => id === 'dated.txt');
  expect(found).toMatchObject({
    text: (dated + body).trimEnd(),
    created: '2021-05-04T00:00:00.000Z',
    metadata: {
      title: 'A title for the day',
      byline: 'Odila Brandt',
      published: '2021-05-04',
      removed: { boilerplate: 0, duplicate: 0 },
    },
  });
});

test('cleaned text is what is kept, in the order of the file', async () => {
  const articles: Article[] = [];
  for await (const article of await ingest(['.'], { cwd: folder })) articles.push(article);
  for (const article of articles) {
    const text = cleanedText(article);
    let from = 0;
    for (const block of [...Object.values(article.fields), ...article.paragraphs].sort(
      (a, b) => a.block - b.block,
    )) {
      if (article.duplicateOf !== null) continue;
      expect(text.indexOf(block.text, from)).toBe(from);
      from += block.text.length + 2;
    }
    expect(text.length).toBe(Math.max(0, from - 2));
  }
  expect(articles.filter((article) => article.duplicateOf !== null).map(cleanedText)).toEqual(['']);
});
