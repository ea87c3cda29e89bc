import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Output } from '../../../src/model/article.ts';
import { drawOutput, makeSample, type Sample } from '../pipeline/sample-folder.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await makeSample();
});
afterAll(() => sample.remove());

describe('the json reporter', () => {
  test('draws the output as one JSON object', async () => {
    expect(JSON.parse(await drawOutput(sample.output, 'json'))).toEqual(sample.output);
  });

  test('gives each article, each group and each skipped input a line of its own', async () => {
    const skipped = [{ path: 'x', code: 'BINARY', message: 'm' }] as const;
    const lines = (await drawOutput({ ...sample.output, skipped }, 'json')).split('\n');
    const items = lines.filter((line) => line.startsWith('    {')).map((line) => line.replace(/,$/, ''));
    const { articles, groups } = sample.output;
    expect(items.map((line) => JSON.parse(line) as unknown)).toEqual([...articles, ...groups, ...skipped]);
    const frame = lines
      .filter((line) => !line.startsWith('    {'))
      .map((line) => line.replace(/: \{.*\},$/, ': {},'));
    expect(frame).toEqual([
      '{',
      '  "schema": "cleancopy/1",',
      `  "version": "${sample.output.version}",`,
      '  "settings": {},',
      '  "summary": {},',
      '  "articles": [',
      '  ],',
      '  "groups": [',
      '  ],',
      '  "skipped": [',
      '  ]',
      '}',
      '',
    ]);
  });

  test('draws empty lists on one line', async () => {
    const text = await drawOutput({ ...sample.output, articles: [], groups: [], skipped: [] }, 'json');
    expect(text.endsWith('  "articles": [],\n  "groups": [],\n  "skipped": []\n}\n')).toBe(true);
  });

  test('puts the members in the order of their types', async () => {
    const first = (JSON.parse(await drawOutput(sample.output, 'json')) as Output).articles[0];
    expect(Object.keys(first).slice(0, 4)).toEqual(['path', 'sha256', 'bytes', 'encoding']);
    expect(Object.keys(first.paragraphs[0])).toEqual(['block', 'lines', 'bytes', 'text', 'kind']);
    expect(Object.keys(first.removed[0]).slice(4)).toEqual(['reason', 'match', 'scope', 'similarity', 'of']);
  });
});

describe('the jsonl reporter', () => {
  test('draws one article a line and nothing else', async () => {
    const text = await drawOutput(sample.output, 'jsonl');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(sample.output.articles);
    expect(text.endsWith('}\n')).toBe(true);
  });
});

test('what a terminal or an old reader could act on is escaped in JSON', async () => {
  const hostile = '\u001b[31m\u009b31m\u007f\u0085\u2028\u2029\ud800\r\n';
  const [article] = sample.output.articles;
  const changed: Article = { ...article, title: hostile };
  const text = await drawOutput({ ...sample.output, articles: [changed] }, 'jsonl');
  expect(text.trimEnd()).toMatch(/^[^\p{Cc}\u2028\u2029\p{Surrogate}]*$/u);
  expect((JSON.parse(text) as Article).title).toBe(hostile);
});
