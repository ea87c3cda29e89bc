import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Output } from '../../../src/model/article.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run } from './run-main.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));
const run = (argv: string): Promise<Run> => runMain(argv.split(' '), { cwd: folder });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const readOutput = (file: string): Output => JSON.parse(read(file)) as Output;

describe('report', () => {
  test('draws the same review as clean --report', async () => {
    await run('news -o clean.json --report one.html');
    const { exitCode, stderr, stdout } = await run('report clean.json -o two.html');
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'written to two.html\n',
    });
    expect(read('two.html')).toBe(read('one.html'));
    expect(read('two.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  });

  test('draws a jsonl, which lacks settings and groups alone', async () => {
    await run('news -o clean.jsonl --report one.html');
    expect((await run('report clean.jsonl -o two.html --quiet')).stderr).toBe('');
    const withoutIndex = (html: string): string =>
      html.replace(/<script[^>]*id="data-index">[^<]*<\/script>/, '');
    expect(withoutIndex(read('two.html'))).toBe(withoutIndex(read('one.html')));
  });

  test('leaves nothing behind when the output is broken', async () => {
    writeFileSync(join(folder, 'broken.json'), '{\n');
    const { exitCode, stderr } = await run('report broken.json -o review.html');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('broken.json');
    expect(() => read('review.html')).toThrow('ENOENT');
  });

  test('refuses to overwrite what it reads, and two outputs of one name', async () => {
    await run('news -o clean.json');
    expect((await run('report clean.json -o clean.json')).stderr).toContain('is also an input');
    expect((await run('news -o x.json --report x.json')).stderr).toContain('--output and --report both name');
    expect((await run('news -o x.json --report news/x.html')).stderr).toContain('inside the input folder');
  });
});

describe('clean --decisions', () => {
  const decisionsFor = (
    ...entries: readonly (readonly [path: string, block: number, verdict: string])[]
  ): void => {
    const { articles } = readOutput('clean.json');
    const decisions = entries.map(([path, block, verdict]) => ({
      path,
      sha256: articles.find((article) => article.path === path)?.sha256 ?? 'f'.repeat(64),
      block,
      verdict,
    }));
    writeFileSync(
      join(folder, 'decisions.json'),
      JSON.stringify({ schema: 'cleancopy-decisions/1', decisions }),
    );
  };

  test('keeps what was rejected, says so in the settings, and passes verify', async () => {
    await run('news -o clean.json');
    decisionsFor(['news/b.txt', 1, 'reject'], ['news/a.txt', 4, 'accept']);
    const { stderr, exitCode } = await run('news -o again.json --decisions decisions.json');
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain('warning');
    const again = readOutput('again.json');
    expect(again.settings.decisions).toMatch(/^[0-9a-f]{64}$/);
    const kept = again.articles
      .find(({ path }) => path === 'news/b.txt')
      ?.paragraphs.find(({ block }) => block === 1);
    expect(kept?.variantOf).toMatchObject({ path: 'news/a.txt', match: 'exact', differs: [] });
    expect(await run('verify again.json')).toMatchObject({ exitCode: 0 });
  });

  test('warns of each decision that no longer applies, and why', async () => {
    await run('news -o clean.json');
    decisionsFor(
      ['news/gone.txt', 1, 'reject'],
      ['news/a.txt', 99, 'reject'],
      ['news/a.txt', 1, 'reject'],
      ['news/a.txt', 2, 'accept'],
    );
    const { stderr } = await run('news -o again.json --decisions decisions.json');
    expect(stderr.split('\n').filter((line) => line.startsWith('warning:'))).toEqual([
      'warning: the decision to reject the removal of block 1 of news/gone.txt no longer applies: no input has the content that it was made for',
      'warning: the decision to reject the removal of block 99 of news/a.txt no longer applies: the file has no such block',
      'warning: the decision to reject the removal of block 1 of news/a.txt no longer applies: the block would not be removed',
      'warning: the decision to accept the removal of block 2 of news/a.txt no longer applies: the block would not be removed',
    ]);
  });

  test.each([
    ['not there', undefined, 'ENOENT'],
    ['no JSON', '{', 'JSON'],
    ['another file', '{}', '`schema` is not'],
    ['no list', '{"schema":"cleancopy-decisions/1"}', '`decisions` is no list'],
    ['a wrong entry', '{"schema":"cleancopy-decisions/1","decisions":[{"path":"a"}]}', 'entry 0'],
  ])('refuses a file that is %s', async (_, content, cause) => {
    if (content !== undefined) writeFileSync(join(folder, 'decisions.json'), content);
    const { stderr, exitCode } = await run('news -o again.json --decisions decisions.json');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/The decisions in \S*decisions\.json cannot be read/);
    expect(stderr).toContain(cause);
  });
});
