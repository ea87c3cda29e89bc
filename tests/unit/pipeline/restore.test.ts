import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article, Output } from '../../../src/model/article.ts';
import { restoreOutput, type RestoreOptions, type Restored } from '../../../src/pipeline/restore.ts';
import { drawOutput, makeFolder, makeSample, sampleFiles } from './sample-folder.ts';

let scratch = '';
let target = '';
beforeEach(() => {
  scratch = makeFolder();
  target = join(scratch, 'raw');
});
afterEach(() => rmSync(scratch, { recursive: true }));

async function restore(output: Output, options?: RestoreOptions): Promise<Restored[]> {
  const file = join(scratch, 'output.json');
  writeFileSync(file, await drawOutput(output, 'json'));
  const results: Restored[] = [];
  for await (const restored of restoreOutput(file, target, options)) results.push(restored);
  return results;
}

async function outputOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Output> {
  const sample = await makeSample(files);
  sample.remove();
  return sample.output;
}

function withPath(output: Output, path: string): Output {
  return { ...output, articles: output.articles.map((article) => ({ ...article, path })) };
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

describe('restore', () => {
  test('gives back the raw files of every encoding and line end, byte for byte', async () => {
    const results = await restore(await outputOf(sampleFiles));
    expect(results.map(({ result }) => result)).toEqual(Object.keys(sampleFiles).map(() => 'written'));
    expect(filesUnder(target).toSorted()).toEqual(Object.keys(sampleFiles).toSorted());
    for (const [path, content] of Object.entries(sampleFiles)) {
      expect(readFileSync(join(target, path)).equals(Buffer.from(content))).toBe(true);
    }
  });

  test('gives back any bytes that are text', async () => {
    const pieces = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      ' ',
      '\t',
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\u3000',
      '\f',
      'a',
      'Zwei Wörter.',
      '\ufffd',
      '漢字',
      '- ',
      '"',
      '😀',
      '\u0001',
      '\u001b[31m',
      '&amp;',
    );
    const invalid = fc.constantFrom(
      ...[[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80]].map((b) => Buffer.from(b)),
    );
    const piece = fc.oneof(
      { weight: 6, arbitrary: pieces.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: invalid },
    );
    const bytes = fc.array(piece, { maxLength: 30 }).map((parts) => Buffer.concat(parts));
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('utf8', 'utf16'), async (content, kind) => {
        rmSync(target, { recursive: true, force: true });
        // enough valid characters that the damaged ones do not make it another encoding
        const raw =
          kind === 'utf8'
            ? Buffer.concat([content, Buffer.from('äöü'.repeat(40))])
            : Buffer.concat([Buffer.from([0xff, 0xfe]), content]);
        const sample = await makeSample({ 'x.txt': raw, 'y.txt': 'text' });
        sample.remove();
        await restore(sample.output);
        const restored = sample.output.articles.length === 2 ? readFileSync(join(target, 'x.txt')) : raw;
        expect(restored.equals(raw)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('restores standard input as stdin.txt', async () => {
    const [restored] = await restore(withPath(await outputOf({ 'a.txt': 'One line' }), '-'));
    expect(restored).toMatchObject({ path: '-', file: join(target, 'stdin.txt'), bytes: 8 });
    expect(readFileSync(join(target, 'stdin.txt'), 'utf8')).toBe('One line');
  });

  test('drops what leads from the working folder to the input', async () => {
    await restore(withPath(await outputOf({ 'a.txt': 'One line' }), '../../news/a.txt'));
    expect(filesUnder(target)).toEqual(['news/a.txt']);
  });

  test('leaves a file alone that is there already and equal', async () => {
    const output = await outputOf({ 'a.txt': 'One line' });
    expect((await restore(output))[0].result).toBe('written');
    expect((await restore(output))[0].result).toBe('unchanged');
  });

  test('writes nothing of an article that does not give the raw bytes, and goes on', async () => {
    const output = await outputOf({ 'a.txt': 'One line', 'b.txt': 'Another line' });
    const [first, second] = output.articles;
    const damaged: Article = { ...first, paragraphs: [{ ...first.paragraphs[0], text: 'One lime' }] };
    const results = await restore({ ...output, articles: [damaged, second] });
    expect(results.map(({ path, result }) => [path, result])).toEqual([
      ['a.txt', 'damaged'],
      ['b.txt', 'written'],
    ]);
    expect(filesUnder(target)).toEqual(['b.txt']);
  });

  test('checks the hash of what it writes', async () => {
    const output = await outputOf({ 'a.txt': 'One line' });
    await restore(output);
    const hash = createHash('sha256')
      .update(readFileSync(join(target, 'a.txt')))
      .digest('hex');
    expect(output.articles[0].sha256).toBe(hash);
  });

  test('reports each file, and stops with the reason of an aborted signal', async () => {
    const output = await outputOf({ 'a.txt': 'One line', 'b.txt': 'Another' });
    const events: unknown[] = [];
    await restore(output, { onProgress: (event) => events.push(event) });
    expect(events).toEqual([
      { done: 1, total: 2, bytes: 8 },
      { done: 2, total: 2, bytes: 15 },
    ]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(restore(output, { signal })).rejects.toThrow('enough');
  });
});

describe('restore refuses', () => {
  test.each(['/etc/passwd', 'a/../../b', 'a/..', '..', '../..', './a', 'a//b', 'a/', 'a\0b'])(
    'the path %j',
    async (path) => {
      const output = withPath(await outputOf({ 'a.txt': 'One line' }), path);
      await expect(restore(output)).rejects.toMatchObject({ code: 'UNSAFE_PATH' });
      expect(existsSync(target)).toBe(false);
    },
  );

  test('two articles that would become one file, before it writes any', async () => {
    const output = await outputOf({ 'a.txt': 'One line', 'b.txt': 'Another line' });
    const [first, second] = output.articles;
    const clash = { ...output, articles: [first, { ...second, path: '../a.txt' }] };
    await expect(restore(clash)).rejects.toMatchObject({ code: 'PATH_COLLISION', args: { target: 'a.txt' } });
    expect(existsSync(target)).toBe(false);
  });

  test('to overwrite a file that differs', async () => {
    const output = await outputOf({ 'a.txt': 'One line' });
    mkdirSync(target);
    writeFileSync(join(target, 'a.txt'), 'One lime');
    await expect(restore(output)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('One lime');
  });

  test('to go through a symbolic link in the target', async () => {
    const outside = join(scratch, 'outside');
    mkdirSync(outside);
    mkdirSync(target);
    symlinkSync(outside, join(target, 'news'));
    const output = withPath(await outputOf({ 'a.txt': 'One line' }), 'news/a.txt');
    await expect(restore(output)).rejects.toMatchObject({ code: 'UNSAFE_PATH' });
    expect(readdirSync(outside)).toEqual([]);
  });

  test('to write through a symbolic link in place of a file', async () => {
    const outside = join(scratch, 'outside.txt');
    mkdirSync(target);
    symlinkSync(outside, join(target, 'a.txt'));
    await expect(restore(await outputOf({ 'a.txt': 'One line' }))).rejects.toMatchObject({
      code: 'UNSAFE_PATH',
    });
    expect(existsSync(outside)).toBe(false);
  });

  test('a target that is a file, naming it', async () => {
    writeFileSync(target, '');
    await expect(restore(await outputOf({ 'a.txt': 'One line' }))).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
  });
});
