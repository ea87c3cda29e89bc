import { Buffer } from 'node:buffer';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Decision } from '../../../../src/model/decisions.ts';
import { CleancopyError } from '../../../../src/model/errors.ts';
import { ingest } from '../../../../src/pipeline/ingest.ts';
import type { IngestOptions, ProgressEvent } from '../../../../src/pipeline/options.ts';
import { makeTar, tarMember } from '../../inputs/make-tar.ts';
import { containedFiles, makeFolder, sampleFiles } from '../sample-folder.ts';
import { outputOf } from './output-of.ts';

const fixtures = new URL('../../../../fixtures/', import.meta.url);
let folder = '';
beforeAll(() => {
  folder = makeFolder(sampleFiles);
  mkdirSync(join(folder, 'more'));
  for (const [name, text] of Object.entries(containedFiles)) writeFileSync(join(folder, 'more', name), text);
  for (const room of ['encodings', 'languages', 'layouts', 'news', 'pages']) {
    for (const entry of readdirSync(new URL(room, fixtures), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) writeFileSync(join(folder, 'more', `${room} ${entry.name}`), readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  writeFileSync(join(folder, 'more', 'image.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4]));
  const lines = Object.values(containedFiles).map((text, id) => JSON.stringify({ id: `ü${id}`, body: text }));
  writeFileSync(join(folder, 'news.jsonl'), lines.join('\n'));
  writeFileSync(join(folder, 'news.tar'), makeTar(...Object.entries(sampleFiles).map(([name, content]) => tarMember(name, content))));
  writeFileSync(join(folder, 'more', 'packed.txt.gz'), gzipSync(containedFiles['1.txt']));
}); // prettier-ignore
afterAll(() => rmSync(folder, { recursive: true }));

const run = (inputs: readonly string[], options: IngestOptions): Promise<string> =>
  outputOf(inputs, { cwd: folder, ...options });

describe('workers give the same output as one thread', () => {
  test.each([2, 3, 5])('%d of them', async (workers) => {
    expect(await run(['.'], { workers })).toBe(await run(['.'], { workers: 1 }));
  });

  const phrases = {
    name: 'my-rule',
    contains: ['glass opened'],
    patterns: ['[Tt]ickets cost'],
    maxWords: 99,
  };
  test.each<[string, readonly string[], IngestOptions]>([
    ['archives and JSON Lines', ['.', 'news.tar', 'news.jsonl'], { textField: 'body', idField: 'id' }],
    [
      'standard input among files',
      ['-', 'more'],
      { stdin: Buffer.from(`${'Nobody objected. '.repeat(9)}\n`) },
    ],
    ['a file outside', ['more', '../nothing-there.txt'], {}],
    ['rules of the user', ['.'], { rules: [phrases] }],
    ['repaired text and one encoding for all', ['.'], { repair: 'text', encoding: 'windows-1252' }],
    ['exact repeats only', ['.'], { near: 'off', contained: 'off' }],
    ['the longest copy kept, variants dropped', ['.'], { keep: 'longest', variants: 'drop' }],
    ['a limit on the size of files', ['.'], { maxFileSize: 600 }],
  ])('with %s', async (_, inputs, options) => {
    expect(await run(inputs, { ...options, workers: 3 })).toBe(await run(inputs, { ...options, workers: 0 }));
  });

  it('with decisions of a person', async () => {
    const alone = await ingest(['.'], { cwd: folder, workers: 0 });
    const decisions: Decision[] = [];
    for await (const { sha256, path, removed } of alone)
      for (const { block } of removed)
        decisions.push({ sha256, path, block, verdict: block % 2 === 0 ? 'accept' : 'reject' });
    expect(decisions.length).toBeGreaterThan(5);
    decisions.push({ sha256: '0'.repeat(64), path: 'gone.txt', block: 1, verdict: 'reject' });
    const [one, three] = [0, 3].map((workers) => run(['.'], { decisions, workers }));
    expect(await three).toBe(await one);
  });

  it('twice, and beside the articles as objects', async () => {
    const several = await ingest(['.'], { cwd: folder, workers: 2 });
    const drawn: string[] = [];
    for (let time = 0; time < 2; time++) {
      let text = '';
      for await (const piece of several.json(() => ({ before: '', after: '\n' }))) text += Buffer.from(piece).toString();
      drawn.push(text);
    }
    let objects = '';
    for await (const article of several) objects += `${JSON.stringify(article)}\n`;
    expect(drawn[1]).toBe(drawn[0]);
    expect(drawn[0].trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(
      objects.trim().split('\n').map((line) => JSON.parse(line) as unknown),
    );
  }); // prettier-ignore
});

describe('workers', () => {
  it.each([-1, 1.5, NaN, 257])('cannot be %d of them', async (workers) => {
    const refused = ingest(['.'], { cwd: folder, workers });
    await expect(refused).rejects.toThrow(/workers cannot be .*; it must be a whole number from 0 to 256/);
  });

  it('tell of progress to the end of each stage', async () => {
    const events: ProgressEvent[] = [];
    await run(['more'], { workers: 2, onProgress: (event) => events.push(event) });
    for (const stage of ['read', 'write'] as const) {
      const own = events.filter((event) => event.stage === stage);
      expect(own[0]).toMatchObject({ done: 0, bytes: 0 });
      const last = own[own.length - 1];
      expect(last.done).toBe(last.total);
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).toSorted((a, b) => a - b));
    }
  });

  it.each(['read', 'match', 'write'] as const)('end with the reason of the signal at: %s', async (at) => {
    const controller = new AbortController();
    const onProgress = ({ stage }: ProgressEvent): void => {
      if (stage === at) controller.abort(new Error('enough'));
    };
    await expect(run(['.'], { workers: 2, onProgress, signal: controller.signal })).rejects.toThrow('enough');
  });

  it('leave a file out that changed after it was read, and match the rest anew', async () => {
    const cwd = makeFolder(containedFiles);
    let isChanged = false;
    const onProgress = ({ stage }: ProgressEvent): void => {
      if (stage === 'match' && !isChanged) appendFileSync(join(cwd, '2.txt'), ' More.');
      if (stage === 'match') isChanged = true;
    };
    const { skipped, paths } = await ingest(['.'], { cwd, onProgress, workers: 2 });
    expect(skipped.map(({ path, code }) => [path, code])).toEqual([['2.txt', 'CHANGED']]);
    expect(paths).toEqual(['1.txt', '3.txt', '4.txt']);
    rmSync(cwd, { recursive: true });
  });

  it('stop the output when a file changes before it is written', async () => {
    const cwd = makeFolder(containedFiles);
    const changing = await ingest(['.'], { cwd, workers: 2 });
    appendFileSync(join(cwd, '3.txt'), ' More.');
    const drawn = (async (): Promise<void> => {
      for await (const piece of changing.json(() => ({ before: '', after: '' }))) void piece;
    })();
    await expect(drawn).rejects.toSatisfy(
      (error) => error instanceof CleancopyError && error.code === 'INPUTS_CHANGING',
    );
    rmSync(cwd, { recursive: true });
  });

  it('refuse what nothing can be read of, as one thread does', async () => {
    await expect(run(['more/image.txt', 'nothing'], { workers: 2 })).rejects.toSatisfy(
      (error) => error instanceof CleancopyError && error.code === 'NO_INPUT',
    );
  });
});
