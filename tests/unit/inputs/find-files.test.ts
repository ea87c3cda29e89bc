import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFiles, type FoundFiles } from '../../../src/inputs/find-files.ts';
import { asOrdinaryUser, scratchFolder } from './scratch.ts';

const endings = ['.txt', '.txt.gz', '.txt.zst'];
const globs = endings.map((ending) => `**/*${ending}`);

const sorted = ({ files, problems }: FoundFiles): FoundFiles => ({
  files: files.toSorted((a, b) => (a.absolutePath < b.absolutePath ? -1 : 1)),
  problems: problems.toSorted((a, b) => (a.absolutePath < b.absolutePath ? -1 : 1)),
});

const find = async (root: string): Promise<FoundFiles> =>
  sorted(await findFiles(globs, { cwd: root, ignore: [], followSymlinks: false }));

const onWindows = process.platform === 'win32';

describe('a search in a folder', () => {
  it.skipIf(onWindows)('gives the files that match, and what is no file', async () => {
    const root = scratchFolder({
      'a.txt': '',
      'deep/er/b.txt.gz': '',
      'deep/c.txt.zst': '',
      'deep/d.TXT': '',
      'e.txt.bak': '',
      '.txt': '',
      '.hidden.txt': '',
      '.git/f.txt': '',
      'folder.txt/g.txt': '',
      'odd [x] {y} \\ \n *.txt': '',
    });
    symlinkSync('a.txt', join(root, 'link.txt'));
    symlinkSync('nowhere', join(root, 'dead.txt'));
    symlinkSync('deep', join(root, 'linked'));
    execFileSync('mkfifo', [join(root, 'deep', 'pipe.txt'), join(root, 'pipe.md')]);
    const { files, problems } = await find(root);
    expect(files.map(({ absolutePath }) => absolutePath.slice(root.length + 1))).toEqual([
      'a.txt',
      'deep/c.txt.zst',
      'deep/er/b.txt.gz',
      'folder.txt/g.txt',
      'odd [x] {y} \\ \n *.txt',
    ]);
    expect(problems.map(({ absolutePath }) => absolutePath)).toEqual([join(root, 'deep', 'pipe.txt')]);
  });

  it.skipIf(onWindows)('tells real paths and folders that cannot be read', async () => {
    const root = scratchFolder({ 'real/a.txt': '', 'real/closed/b.txt': '' });
    symlinkSync('real', join(root, 'alias'));
    chmodSync(root, 0o755);
    chmodSync(join(root, 'real', 'closed'), 0);
    const { files, problems } = await asOrdinaryUser(() => find(join(root, 'alias')));
    chmodSync(join(root, 'real', 'closed'), 0o755);
    expect(files).toEqual([
      { absolutePath: join(root, 'alias', 'a.txt'), realPath: join(root, 'real', 'a.txt') },
    ]);
    expect(problems).toMatchObject([{ absolutePath: join(root, 'alias', 'closed'), code: 'UNREADABLE' }]);
  });

  it('gives every visible file of these names, for any tree', async () => {
    const part = fc.constantFrom('a', 'b.txt', '.c', 'd.txt.gz', 'é', 'x y', '-', 'T.TXT');
    const paths = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(paths, async (tree) => {
        const root = realpathSync(mkdtempSync(join(tmpdir(), 'cleancopy-find-')));
        try {
          for (const path of tree) {
            try {
              mkdirSync(dirname(join(root, ...path)), { recursive: true });
              writeFileSync(join(root, ...path), '');
            } catch {
              // another path made a file or a folder of it
            }
          }
          const visible = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
            (path) =>
              statSync(join(root, path)).isFile() &&
              !path.split(sep).some((name) => name.startsWith('.')) &&
              endings.some((ending) => path.endsWith(ending)),
          );
          const { files, problems } = await find(root);
          expect(new Set(files.map(({ absolutePath }) => absolutePath))).toEqual(
            new Set(visible.map((path) => join(root, path))),
          );
          expect(files).toHaveLength(visible.length);
          expect(problems).toEqual([]);
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      }),
      { numRuns: 50 },
    );
  });
});
