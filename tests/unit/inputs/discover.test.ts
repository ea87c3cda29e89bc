import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { DiscoverOptions, Discovery } from '../../../src/inputs/discover.ts';
import { discover } from '../../../src/inputs/discover.ts';
import { asOrdinaryUser, scratchFolder } from './scratch.ts';

function find(
  cwd: string,
  inputs: readonly string[],
  options: Partial<DiscoverOptions> = {},
): Promise<Discovery> {
  return discover(inputs, { cwd, include: [], exclude: [], followSymlinks: false, ...options });
}

async function paths(
  cwd: string,
  inputs: readonly string[],
  options: Partial<DiscoverOptions> = {},
): Promise<string[]> {
  const { sources, problems } = await find(cwd, inputs, options);
  expect(problems).toEqual([]);
  return sources.map((source) => source.path);
}

const onWindows = process.platform === 'win32';

describe('discover: what is found', () => {
  it('finds every text file below a folder and nothing else', async () => {
    const cwd = scratchFolder({
      'n/a.txt': 'a',
      'n/deep/er/b.txt': 'b',
      'n/c.md': 'c',
      'n/d.TXT': 'd',
      'e.txt': 'e',
    });
    expect(await paths(cwd, ['n'])).toEqual(['n/a.txt', 'n/deep/er/b.txt']);
  });

  it('orders paths by code units, whatever the order of inputs or of folders', async () => {
    const names = ['n/a/x.txt', 'n/a-b.txt', 'n/Z.txt', 'n/é.txt', 'n/a.txt', 'n/10.txt', 'n/9.txt'];
    const cwd = scratchFolder(Object.fromEntries(names.map((name) => [name, name])));
    const inOrder = ['n/10.txt', 'n/9.txt', 'n/Z.txt', 'n/a-b.txt', 'n/a.txt', 'n/a/x.txt', 'n/é.txt'];
    expect(await paths(cwd, ['n'])).toEqual(inOrder);
    expect(await paths(cwd, [...names].toReversed())).toEqual(inOrder);
  });

  it('reads a file once that is named in several ways', async () => {
    const cwd = scratchFolder({ 'n/a.txt': 'a' });
    const inputs = ['./n/a.txt', 'n/a.txt', 'n', 'n/', join(cwd, 'n', 'a.txt'), 'n/*.txt', 'n/../n'];
    expect(await paths(cwd, inputs)).toEqual(['n/a.txt']);
  });

  it('takes a named file whatever its extension, also a hidden one', async () => {
    const cwd = scratchFolder({ 'a.html': 'a', '.hidden': 'b' });
    expect(await paths(cwd, ['a.html', '.hidden'])).toEqual(['.hidden', 'a.html']);
  });

  it('skips hidden files and folders inside a folder', async () => {
    const cwd = scratchFolder({ 'n/a.txt': 'a', 'n/.b.txt': 'b', 'n/.git/c.txt': 'c' });
    expect(await paths(cwd, ['n'])).toEqual(['n/a.txt']);
  });

  it('takes standard input beside files and tells it from a file called "-"', async () => {
    const cwd = scratchFolder({ 'a.txt': 'a', '-': 'dash' });
    expect((await find(cwd, ['-', 'a.txt', '-', './-'])).sources).toEqual([
      { path: '-', absolutePath: '-' },
      { path: './-', absolutePath: join(cwd, '-') },
      { path: 'a.txt', absolutePath: join(cwd, 'a.txt') },
    ]);
  });

  it('writes paths outside the working folder relative to it', async () => {
    const cwd = scratchFolder({ 'work/x.txt': 'x', 'other/a.txt': 'a' });
    expect(await paths(join(cwd, 'work'), ['../other', join(cwd, 'other')])).toEqual(['../other/a.txt']);
  });

  it('expands a glob, also one with a dot segment or an absolute one', async () => {
    const cwd = scratchFolder({ 'n/a1.txt': '', 'n/a2.md': '', 'n/b1.txt': '', 'm/a3.txt': '' });
    expect(await paths(cwd, ['n/a*'])).toEqual(['n/a1.txt', 'n/a2.md']);
    expect(await paths(cwd, ['./{n,m}/a*.txt'])).toEqual(['m/a3.txt', 'n/a1.txt']);
    expect(await paths(join(cwd, 'm'), ['../n/b*'])).toEqual(['../n/b1.txt']);
    expect(await paths(cwd, [`${cwd.replaceAll('\\', '/')}/n/*.txt`])).toEqual(['n/a1.txt', 'n/b1.txt']);
  });

  it.skipIf(onWindows)(
    'takes names with glob characters, spaces and backslashes literally when they exist',
    async () => {
      const cwd = scratchFolder({
        '[a]/x.txt': '',
        'a/y.txt': '',
        'b*.txt': '',
        'bc.txt': '',
        'c\\d/e f.txt': '',
        '(1)!.txt': '',
      });
      expect(await paths(cwd, ['[a]'])).toEqual(['[a]/x.txt']);
      expect(await paths(cwd, ['b*.txt'])).toEqual(['b*.txt']);
      symlinkSync('e f.txt', join(cwd, 'c\\d', 'g.txt'));
      expect(await paths(cwd, ['c\\d'])).toEqual(['c\\d/e f.txt']);
      expect(await paths(cwd, ['c\\d'], { followSymlinks: true })).toEqual(['c\\d/e f.txt']);
      expect(await paths(cwd, ['(1)!.txt'])).toEqual(['(1)!.txt']);
    },
  );

  it('takes what include says and leaves out what exclude says, relative to each folder', async () => {
    const cwd = scratchFolder({
      'n/a.txt': '',
      'n/b.md': '',
      'n/old/c.txt': '',
      'n/old/d.md': '',
      'n/x/old/e.txt': '',
    });
    expect(await paths(cwd, ['n'], { include: ['*.md'] })).toEqual(['n/b.md', 'n/old/d.md']);
    expect(await paths(cwd, ['n'], { include: ['old/*', 'a.*'] })).toEqual([
      'n/a.txt',
      'n/old/c.txt',
      'n/old/d.md',
    ]);
    expect(await paths(cwd, ['n'], { exclude: ['old'] })).toEqual(['n/a.txt']);
    expect(await paths(cwd, ['n'], { exclude: ['old/**'] })).toEqual(['n/a.txt', 'n/x/old/e.txt']);
    expect(await paths(cwd, ['n/old/c.txt'], { include: ['*.md'], exclude: ['*.txt'] })).toEqual([
      'n/old/c.txt',
    ]);
  });
});

describe.skipIf(onWindows)('discover: symbolic links', () => {
  it('does not follow links inside a folder, but one that is named', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '', 'far/b.txt': '', 'far/c.txt': '' });
    symlinkSync(join(cwd, 'far', 'b.txt'), join(cwd, 'n', 'link.txt'));
    symlinkSync(join(cwd, 'far'), join(cwd, 'n', 'folder'));
    expect(await paths(cwd, ['n'])).toEqual(['n/a.txt']);
    expect(await paths(cwd, ['n/link.txt'])).toEqual(['n/link.txt']);
    expect(await paths(cwd, ['n/folder'])).toEqual(['n/folder/b.txt', 'n/folder/c.txt']);
    expect(await paths(cwd, ['n'], { followSymlinks: true })).toEqual([
      'n/a.txt',
      'n/folder/b.txt',
      'n/folder/c.txt',
    ]);
  });

  it('keeps the first path of a file that has several, in any order of inputs', async () => {
    const cwd = scratchFolder({ 'm/real.txt': '' });
    symlinkSync(join(cwd, 'm', 'real.txt'), join(cwd, 'm', 'alias.txt'));
    symlinkSync(join(cwd, 'm'), join(cwd, 'z'));
    expect(await paths(cwd, ['m'], { followSymlinks: true })).toEqual(['m/alias.txt']);
    expect(await paths(cwd, ['z', 'm'])).toEqual(['m/real.txt']);
    expect(await paths(cwd, ['m', 'z'])).toEqual(['m/real.txt']);
    expect(await paths(cwd, ['z/real.txt', 'm/alias.txt'])).toEqual(['m/alias.txt']);
  });

  it('ends on links that lead in a circle and still finds every file', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '', 'n/deep/b.txt': '' });
    symlinkSync('..', join(cwd, 'n', 'deep', 'up'));
    symlinkSync('.', join(cwd, 'n', 'self'));
    symlinkSync('deep', join(cwd, 'n', 'other'));
    expect(await paths(cwd, ['n'], { followSymlinks: true })).toEqual(['n/a.txt', 'n/deep/b.txt']);
  });

  it('ends on links that make a thousand million names', async () => {
    const cwd = scratchFolder({ 'n/l30/a.txt': '' });
    for (let level = 0; level < 30; level++) {
      mkdirSync(join(cwd, 'n', `l${level}`));
      for (const name of ['x', 'y']) symlinkSync(`../l${level + 1}`, join(cwd, 'n', `l${level}`, name));
    }
    const found = await paths(cwd, ['n'], { followSymlinks: true });
    expect(found).toHaveLength(1);
  });

  it('reports a dead link that is named or would be followed', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '' });
    symlinkSync('nowhere', join(cwd, 'n', 'dead.txt'));
    const problem = {
      path: 'n/dead.txt',
      code: 'UNREADABLE',
      cause: 'it is a symbolic link that leads nowhere',
    };
    expect((await find(cwd, ['n'])).problems).toEqual([]);
    expect((await find(cwd, ['n'], { followSymlinks: true })).problems).toEqual([problem]);
    expect((await find(cwd, ['n/dead.txt'])).problems).toEqual([problem]);
  });
});

describe('discover: what cannot be read', () => {
  it('reports a missing file, an empty name, and folders and globs that give nothing', async () => {
    const cwd = scratchFolder({ 'n/a.md': '', 'x.txt': '' });
    const { sources, problems } = await find(cwd, ['gone.txt', '', 'n', 'n/*.txt', 'x.txt', 'x.txt/y']);
    expect(sources.map((source) => source.path)).toEqual(['x.txt']);
    expect(problems).toEqual([
      { path: '', code: 'UNREADABLE', cause: 'an input has an empty name' },
      { path: 'gone.txt', code: 'UNREADABLE', cause: 'there is no file or folder of this name (ENOENT)' },
      {
        path: 'n',
        code: 'UNREADABLE',
        cause: 'no file in this folder matches "**/*.txt" or "**/*.txt.gz" or "**/*.txt.zst"',
      },
      { path: 'n/*.txt', code: 'UNREADABLE', cause: 'no file has this name, and none matches it as a glob' },
      {
        path: 'x.txt/y',
        code: 'UNREADABLE',
        cause: 'a part of this path is a file and not a folder (ENOTDIR)',
      },
    ]);
  });

  it('names the globs that matched nothing in a folder', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '' });
    const { problems } = await find(cwd, ['n'], { include: ['*.md', 'x/*'] });
    expect(problems[0].cause).toBe('no file in this folder matches "**/*.md" or "x/*"');
  });

  it.skipIf(onWindows)('reports folders that may not be read and finds all else', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '', 'n/shut/b.txt': '', 'n/open/c.txt': '', 'shut/d.txt': '' });
    chmodSync(cwd, 0o755);
    for (const folder of ['n/shut', 'shut']) chmodSync(join(cwd, folder), 0o000);
    const { sources, problems } = await asOrdinaryUser(() => find(cwd, ['n', 'shut', '*/shut/*.txt']));
    for (const folder of ['n/shut', 'shut']) chmodSync(join(cwd, folder), 0o755);
    expect(sources.map((source) => source.path)).toEqual(['n/a.txt', 'n/open/c.txt']);
    expect(problems).toEqual([
      { path: 'n/shut', code: 'UNREADABLE', cause: 'permission denied (EACCES)' },
      { path: 'shut', code: 'UNREADABLE', cause: 'permission denied (EACCES)' },
    ]);
  });

  it.skipIf(onWindows)('reports a named pipe without opening it, named or inside a folder', async () => {
    const cwd = scratchFolder({ 'n/a.txt': '' });
    execFileSync('mkfifo', [join(cwd, 'n', 'pipe.txt')]);
    const problem = {
      path: 'n/pipe.txt',
      code: 'UNREADABLE',
      cause: 'it is a named pipe, not a regular file',
    };
    for (const input of ['n', 'n/pipe.txt', 'n/*.txt'])
      expect((await find(cwd, [input])).problems).toEqual([problem]);
    expect((await find(cwd, ['/dev/null'])).problems[0].cause).toBe('it is a device, not a regular file');
  });

  it('does not throw at names that no file can have', async () => {
    const cwd = scratchFolder();
    const { problems } = await find(cwd, ['a\0b', 'x'.repeat(5000), '[', '{a,', '*'.repeat(70_000)]);
    expect(problems).toHaveLength(5);
  });
});
