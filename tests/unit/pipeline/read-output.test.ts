import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOutput, type OutputPart, type ReadLimits } from '../../../src/pipeline/read-output.ts';
import { drawOutput, makeFolder, makeSample, type Sample } from './sample-folder.ts';

let sample: Sample;
let json = '';
let jsonl = '';
const scratch = makeFolder();
beforeAll(async () => {
  sample = await makeSample();
  json = await drawOutput(
    { ...sample.output, skipped: [{ path: 'x', code: 'BINARY', message: 'm' }] },
    'json',
  );
  jsonl = await drawOutput(sample.output, 'jsonl');
});
afterAll(() => {
  sample.remove();
  rmSync(scratch, { recursive: true });
});

async function read(content: string | Uint8Array, limits?: ReadLimits): Promise<OutputPart[]> {
  const file = join(scratch, 'output');
  writeFileSync(file, content);
  const parts: OutputPart[] = [];
  for await (const part of readOutput(file, limits)) parts.push(part);
  return parts;
}

/** A limit that only line by line reading can stay under. */
const streamed: ReadLimits = { maxReformattedBytes: 10 };

describe('readOutput', () => {
  test('gives head, articles, groups and skipped inputs of our own layout, line by line', async () => {
    const parts = await read(json, streamed);
    const { schema, version, settings, summary, articles, groups } = sample.output;
    expect(parts[0]).toEqual({ kind: 'head', head: { schema, version, settings, summary } });
    expect(parts.flatMap((part) => (part.kind === 'article' ? [part.article] : []))).toEqual(articles);
    expect(parts.flatMap((part) => (part.kind === 'group' ? [part.group] : []))).toEqual(groups);
    expect(parts.at(-1)).toEqual({ kind: 'skipped', skipped: { path: 'x', code: 'BINARY', message: 'm' } });
  });

  test('gives the articles of jsonl, line by line, and passes over empty lines', async () => {
    const articles = sample.output.articles.map((article) => ({ kind: 'article', article }));
    expect(await read(jsonl, streamed)).toEqual(articles);
    expect(await read(`\n${jsonl.replaceAll('\n', '\r\n\r\n')}`, streamed)).toEqual(articles);
  });

  test.each([
    ['indented', (value: unknown) => JSON.stringify(value, null, 2)],
    ['on one line', (value: unknown) => JSON.stringify(value)],
    ['with its members in another order', (value: unknown) => JSON.stringify(reverse(value), null, '\t')],
  ])('gives the same parts of an output that another tool has laid out anew: %s', async (_, draw) => {
    expect(await read(draw(JSON.parse(json)))).toEqual(await read(json));
  });

  test('reads an output without articles', async () => {
    const empty = await drawOutput({ ...sample.output, articles: [], groups: [], skipped: [] }, 'json');
    expect((await read(empty, streamed)).map(({ kind }) => kind)).toEqual(['head']);
  });
});

function reverse(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).toReversed());
}

describe('readOutput refuses', () => {
  test('a file that is not there', async () => {
    const parts = readOutput(join(scratch, 'nothing.json'));
    await expect(parts.next()).rejects.toMatchObject({ code: 'OUTPUT_UNREADABLE' });
  });

  test.each(['', '\n\n'])('an empty file: %j', async (content) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'OUTPUT_EMPTY' });
  });

  test('our own layout that is cut off, after each of its lines', async () => {
    const lines = json.trimEnd().split('\n');
    for (let count = 6; count < lines.length; count++) {
      const cut = `${lines.slice(0, count).join('\n')}\n`;
      await expect(read(cut)).rejects.toMatchObject({ code: 'OUTPUT_INCOMPLETE', args: { line: count } });
    }
  });

  test('an output that is cut off in the middle of a line', async () => {
    const line = jsonl.indexOf('\n') + 1;
    await expect(read(jsonl.slice(0, line + 50))).rejects.toMatchObject({
      code: 'OUTPUT_INCOMPLETE',
      args: { line: 2 },
    });
    const pretty = JSON.stringify(JSON.parse(json), null, 2);
    await expect(read(pretty.slice(0, 2000))).rejects.toMatchObject({ code: 'OUTPUT_INCOMPLETE' });
  });

  test.each([
    ['a missing comma between two articles', (text: string) => text.replace('},\n    {', '}\n    {'), 8],
    ['a comma too many', (text: string) => text.replace('}\n  ],\n  "groups"', '},\n  ],\n  "groups"'), 17],
    ['something behind the end', (text: string) => `${text}x\n`, 29],
    ['broken JSON in the head', (text: string) => text.replace('"near":0.85', '"near":?'), 4],
    ['broken JSON in an article', (text: string) => text.replace('"path":"b.txt"', '"path":b.txt'), 8],
  ])('%s, naming the line', async (_, damage, line) => {
    const damaged = damage(json);
    expect(damaged).not.toBe(json);
    await expect(read(damaged)).rejects.toMatchObject({ code: 'OUTPUT_BROKEN', args: { line } });
  });

  test('broken JSON in another layout, naming the line', async () => {
    const lines = JSON.stringify(JSON.parse(json), null, 2).split('\n');
    lines[20] = lines[20].replace(':', '=');
    await expect(read(lines.join('\n'))).rejects.toMatchObject({ code: 'OUTPUT_BROKEN', args: { line: 21 } });
  });

  test('bytes that are not UTF-8, naming the line', async () => {
    const bytes = Buffer.from(jsonl);
    bytes[bytes.indexOf('\n') + 30] = 0xff;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'OUTPUT_BROKEN', args: { line: 2 } });
  });

  test.each([
    ['a missing member', (text: string) => text.replace('"language":"en",', ''), 'language', 'is missing'],
    [
      'an unknown member',
      (text: string) => text.replace('"language"', '"x":1,"language"'),
      'x',
      'is not known',
    ],
    [
      'a wrong type',
      (text: string) => text.replace('"lines":[1,1]', '"lines":[1,"1"]'),
      'fields.title.lines[1]',
      'must be of the type integer',
    ],
    [
      'a wrong value',
      (text: string) => text.replace('"exact"', '"equal"'),
      'removed[0].match',
      /must be "exact"/,
    ],
    [
      'a negative number',
      (text: string) => text.replace('"block":0', '"block":-1'),
      'fields.title.block',
      /at least 0/,
    ],
    [
      'an empty path',
      (text: string) => text.replace('"path":"a.txt"', '"path":""'),
      'path',
      'must not be empty',
    ],
    [
      'a hash that is none',
      (text: string) => text.replace(/"sha256":"./, '"sha256":"X'),
      'sha256',
      /must match/,
    ],
    [
      'three bytes',
      (text: string) => text.replace('"bytes":[0,39]', '"bytes":[0,39,1]'),
      'fields.title.bytes',
      /2 to 2 entries/,
    ],
  ])('%s, naming line and member', async (_, damage, member, expected) => {
    const damaged = damage(jsonl);
    expect(damaged).not.toBe(jsonl);
    const args = { line: 1, member, expected: expect.stringMatching(expected) as string };
    await expect(read(damaged)).rejects.toMatchObject({ code: 'OUTPUT_SHAPE', args });
  });

  test.each(['[]', 'null', '42', '"text"', '{"a":1}', 'plain text'])(
    'JSON that is no output: %s',
    async (content) => {
      await expect(read(content)).rejects.toMatchObject({
        code: expect.stringMatching(/^OUTPUT_(SHAPE|BROKEN)$/) as string,
      });
    },
  );

  test('an output of another generation', async () => {
    const other = json.replace('cleancopy/1', 'cleancopy/9');
    await expect(read(other)).rejects.toMatchObject({ code: 'OUTPUT_SHAPE', args: { member: 'schema' } });
  });

  test('a line, or a file in another layout, that is larger than the limit', async () => {
    await expect(read('x'.repeat(3_000_000), { maxLineBytes: 1000 })).rejects.toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
    });
    const pretty = JSON.stringify(JSON.parse(json), null, 2);
    await expect(read(pretty, streamed)).rejects.toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      args: { maxBytes: 10 },
    });
  });
});
