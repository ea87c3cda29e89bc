import { rmSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { parquetReporter } from '../../../src/reporters/parquet.ts';
import { render } from '../../../src/reporters/render.ts';
import { cleanedText } from '../../../src/reporters/txt.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder({
    ...sampleFiles,
    'dated.txt': 'A title\n\n4 May 2021\n\nThe ferry will sail again from June.\n',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function write(inputs: readonly string[]): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of render(await ingest(inputs, { cwd: folder }), parquetReporter()))
    pieces.push(Uint8Array.from(piece as Uint8Array));
  const all = Buffer.concat(pieces);
  return all.buffer.slice(all.byteOffset, all.byteOffset + all.length);
}

test('Parquet has a row for each article, which a reader reads back', async () => {
  const rows = await parquetReadObjects({ file: await write(['.']) });
  const articles: Article[] = [];
  for await (const article of await ingest(['.'], { cwd: folder })) articles.push(article);
  expect(rows).toHaveLength(articles.length);
  for (const [index, article] of articles.entries()) {
    const { path, sha256, bytes, encoding, language, title, published, duplicateOf } = article;
    expect(rows[index]).toMatchObject({
      path,
      sha256,
      bytes,
      encoding,
      language,
      title,
      published: published === null ? null : new Date(`${published}T00:00:00Z`),
      duplicate_of: duplicateOf,
      text: cleanedText(article),
      fields: article.fields,
      paragraphs: article.paragraphs,
      removed: article.removed,
    });
  }
});

test('the head of the output is in the metadata of the file', async () => {
  const run = await ingest(['.'], { cwd: folder });
  const {
    key_value_metadata: pairs = [],
    num_rows: rows,
    row_groups: groups,
  } = parquetMetadata(await write(['.']));
  const head = pairs.find(({ key }) => key === 'cleancopy.head')?.value ?? '';
  expect(JSON.parse(head)).toEqual(run.head);
  expect([Number(rows), groups.length]).toEqual([run.head.summary.articles, 1]);
});

test('row groups are handed out as they fill, and all can be read', async () => {
  const [article] = await (async () => {
    const articles: Article[] = [];
    for await (const one of await ingest(['dated.txt'], { cwd: folder })) articles.push(one);
    return articles;
  })();
  const run = await ingest(['dated.txt'], { cwd: folder });
  const reporter = parquetReporter();
  const pieces = [reporter.open(run.head)];
  const count = 10_001;
  for (let index = 0; index < count; index++)
    pieces.push(reporter.article({ ...article, path: `${index}.txt` }, index));
  expect(pieces.filter((piece) => piece.length > 4)).toHaveLength(1);
  pieces.push(...reporter.close([], []));
  const all = Buffer.concat(pieces);
  const file = all.buffer.slice(all.byteOffset, all.byteOffset + all.length);
  expect(parquetMetadata(file).row_groups.map(({ num_rows: rows }) => Number(rows))).toEqual([10_000, 1]);
  const rows = await parquetReadObjects({ file, columns: ['path', 'published'] });
  expect(rows.map(({ path }) => String(path))).toEqual(
    Array.from({ length: count }, (_, index) => `${index}.txt`),
  );
});

test('the same inputs give the same bytes', async () => {
  expect(Buffer.from(await write(['.'])).equals(Buffer.from(await write(['.'])))).toBe(true);
});
