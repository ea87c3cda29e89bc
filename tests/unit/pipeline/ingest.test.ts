import { Buffer } from 'node:buffer';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { CleancopyError } from '../../../src/model/errors.ts';
import { version } from '../../../src/model/version.ts';
import { ingest, type Ingestion } from '../../../src/pipeline/ingest.ts';
import type { ProgressEvent } from '../../../src/pipeline/options.ts';
import { bridge, cost, farmer } from '../matching/matched.ts';
import { makeFolder } from './sample-folder.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder;
}

async function articlesOf(run: Ingestion): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of run) articles.push(article);
  return articles;
}

async function refusal(attempt: Promise<unknown>): Promise<CleancopyError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CleancopyError) return error;
  throw new Error(`not refused as it should be: ${String(error)}`);
}

describe('ingest', () => {
  it('has a final head before the first article, and articles in the order of their paths', async () => {
    const cwd = folderOf({ 'b.txt': bridge, 'a/c.txt': cost, 'B.txt': bridge, 'a.txt': farmer });
    const run = await ingest(['b.txt', '.'], { cwd });
    expect(run.head).toMatchObject({ schema: 'cleancopy/1', version, summary: { articles: 4, duplicates: { exact: 1 } } });
    expect((await articlesOf(run)).map(({ path }) => path)).toEqual(['B.txt', 'a.txt', 'a/c.txt', 'b.txt']);
  }); // prettier-ignore

  it('can be iterated again, with the same result', async () => {
    const run = await ingest(['.'], { cwd: folderOf({ 'a.txt': bridge, 'b.txt': bridge }) });
    expect(await articlesOf(run)).toEqual(await articlesOf(run));
    expect([...run.groups]).toEqual([...run.groups]);
    expect([...run.groups]).toHaveLength(1);
  });

  it('takes include and exclude for folders', async () => {
    const cwd = folderOf({ 'a.txt': bridge, 'b.md': cost, 'c.md': farmer });
    const run = await ingest(['.'], { cwd, include: ['*.md'], exclude: ['c.*'] });
    expect((await articlesOf(run)).map(({ path }) => path)).toEqual(['b.md']);
  });

  it('names what could not be read in skipped, and goes on', async () => {
    const cwd = folderOf({ 'a.txt': bridge, 'b.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) });
    const run = await ingest(['missing.txt', '.'], { cwd });
    expect(run.skipped.map(({ path, code }) => [path, code])).toEqual([
      ['b.txt', 'BINARY'],
      ['missing.txt', expect.stringMatching(/UNREADABLE|VANISHED/)],
    ]);
    expect(run.skipped.every(({ message }) => message.length > 10 && !message.includes(cwd))).toBe(true);
    expect(run.head.summary).toMatchObject({ files: 3, articles: 1, skipped: 2 });
  });

  it('refuses a run in which nothing can be read, and says why', async () => {
    const cwd = folderOf({ 'a.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'b.md': bridge });
    expect((await refusal(ingest(['a.txt'], { cwd }))).code).toBe('NO_INPUT');
    expect((await refusal(ingest(['a.txt'], { cwd }))).message).toContain('a.txt');
    expect((await refusal(ingest(['nowhere'], { cwd }))).message).toContain('nowhere');
    expect((await refusal(ingest([], { cwd }))).message).toContain('no input was named');
  });

  it('refuses an option before anything is read', async () => {
    expect((await refusal(ingest(['nowhere'], { near: 2 }))).code).toBe('BAD_OPTION');
  });
});

describe('standard input', () => {
  it('is an article with the path "-", as bytes or as a stream', async () => {
    const text = `${bridge}\n\n${bridge}`;
    const fromBytes = await articlesOf(await ingest(['-'], { stdin: Buffer.from(text) }));
    const chunks = [text.slice(0, 10), text.slice(10)].map((part) => Buffer.from(part));
    const fromStream = await articlesOf(await ingest(['-'], { stdin: Readable.from(chunks) }));
    expect(fromStream).toEqual(fromBytes);
    expect(fromBytes[0]).toMatchObject({ path: '-', removed: [{ of: { path: '-', block: 0 } }] });
  });

  it('is skipped when the stream breaks, and the files are read', async () => {
    const cwd = folderOf({ 'a.txt': bridge });
    const stdin = new Readable({ read: (): void => void stdin.destroy(new Error('the pipe broke')) });
    const run = await ingest(['-', 'a.txt'], { cwd, stdin });
    expect(run.skipped).toMatchObject([{ path: '-', code: 'UNREADABLE' }]);
    expect((await articlesOf(run)).map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('is compared with files', async () => {
    const run = await ingest(['-', 'a.txt'], {
      cwd: folderOf({ 'a.txt': bridge }),
      stdin: Buffer.from(bridge),
    });
    const [stdin, file] = await articlesOf(run);
    expect([stdin.path, file.duplicateOf]).toEqual(['-', '-']);
  });
});

describe('a file that changes during the run', () => {
  // the event comes once reading is done, before the file is looked at again
  const whenRead =
    (act: () => void): ((event: ProgressEvent) => void) =>
    ({ stage, done, total }) => {
      if (stage === 'read' && done === total) act();
    };

  it('is left out as changed, and the rest is matched anew', async () => {
    const cwd = folderOf({ 'a.txt': bridge, 'b.txt': bridge, 'c.txt': cost });
    let left = 1;
    const onProgress = whenRead(() => {
      if (left-- > 0) appendFileSync(join(cwd, 'a.txt'), ' More.');
    });
    const run = await ingest(['.'], { cwd, onProgress });
    expect(run.skipped.map(({ path, code }) => [path, code])).toEqual([['a.txt', 'CHANGED']]);
    const articles = await articlesOf(run);
    expect(articles.map(({ path, removed }) => [path, removed.length])).toEqual([['b.txt', 0], ['c.txt', 0]]);
    expect(run.head.summary).toMatchObject({ files: 3, articles: 2, skipped: 1 });
  }); // prettier-ignore

  it('is left out when it vanished', async () => {
    const cwd = folderOf({ 'a.txt': bridge, 'b.txt': cost });
    const run = await ingest(['.'], { cwd, onProgress: whenRead(() => rmSync(join(cwd, 'a.txt'), { force: true })) });
    expect(run.skipped.map(({ path, code }) => [path, code])).toEqual([['a.txt', 'CHANGED']]);
  }); // prettier-ignore

  it('is skipped as vanished when it went before it was read', async () => {
    const cwd = folderOf({ 'a.txt': bridge, 'b.txt': cost });
    const onProgress = ({ stage, done }: ProgressEvent): void => {
      if (stage === 'read' && done === 0) rmSync(join(cwd, 'a.txt'), { force: true });
    };
    const run = await ingest(['.'], { cwd, onProgress });
    expect(run.skipped.map(({ path, code }) => [path, code])).toEqual([['a.txt', 'VANISHED']]);
    expect(run.head.summary).toMatchObject({ files: 2, articles: 1, skipped: 1 });
  });

  it('ends the run when files never stop changing', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `${index}.txt`);
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, bridge])));
    let length = 1;
    const onProgress = whenRead(() => {
      for (const name of names) writeFileSync(join(cwd, name), 'x'.repeat(length));
      length++;
    });
    const error = await refusal(ingest(['.'], { cwd, onProgress }));
    expect([error.code, error.message]).toEqual(['INPUTS_CHANGING', expect.stringMatching(/\d\.txt/)]);
  });

  it('stops the articles when it changes while they are handed out', async () => {
    // together larger than what is kept in memory, so that the files are read again
    const large = (letter: string): string => `${letter.repeat(50)} `.repeat(60_000);
    const cwd = folderOf({ 'a.txt': large('a'), 'b.txt': large('b'), 'c.txt': large('c') });
    const run = await ingest(['.'], { cwd });
    appendFileSync(join(cwd, 'a.txt'), ' More.');
    const error = await refusal(articlesOf(run));
    expect([error.code, error.message]).toEqual(['INPUTS_CHANGING', expect.stringContaining('a.txt')]);
  });
});

describe('progress and interruption', () => {
  it('goes through its stages, each to its end', async () => {
    const events: ProgressEvent[] = [];
    const cwd = folderOf({ 'a.txt': bridge, 'b.txt': cost });
    const run = await ingest(['.'], { cwd, onProgress: (event) => events.push(event) });
    await articlesOf(run);
    const order = [...new Set(events.map(({ stage }) => stage))].filter((stage) => stage !== 'discover');
    expect(order).toEqual(['read', 'match', 'write']);
    const bytes = bridge.length + cost.length;
    expect(events).toContainEqual({ stage: 'read', done: 2, total: 2, bytes });
    expect(events).toContainEqual({ stage: 'write', done: 2, total: 2, bytes });
  });

  it('does not begin when the signal was given before', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(ingest(['-'], { stdin: Buffer.from(bridge), signal })).rejects.toThrow('enough');
  });

  it.each(['read', 'match'] as const)('ends with the reason of the signal while it does: %s', async (at) => {
    const controller = new AbortController();
    const onProgress = ({ stage }: ProgressEvent): void => {
      if (stage === at) controller.abort(new Error('enough'));
    };
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, `${bridge} ${index}\n\n`.repeat(60)])));
    await expect(ingest(['.'], { cwd, signal: controller.signal, onProgress })).rejects.toThrow('enough');
  }); // prettier-ignore

  it('ends while articles are handed out', async () => {
    const controller = new AbortController();
    const run = await ingest(['-'], { stdin: Buffer.from(bridge), signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(articlesOf(run)).rejects.toThrow('enough');
  });
});
