import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run, type Surroundings } from './run-main.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder({ ...sampleFiles, 'image.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
});
afterEach(() => rmSync(folder, { recursive: true }));
const run = (argv: string, surroundings: Partial<Surroundings> = {}): Promise<Run> =>
  runMain(argv.split(' '), { cwd: folder, ...surroundings });

describe('explain', () => {
  test('shows all articles on standard output, with witnesses by their lines', async () => {
    const { stdout, stderr, exitCode } = await run('explain a.txt b.txt');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^- boilerplate {2}= repeat/);
    expect(stdout).toMatch(/\na\.txt\n[^]*\nb\.txt\n/);
    expect(stdout).toContain(' 9 = The town council');
    expect(stdout).toContain('> exact repeat of line 3\n');
    expect(stdout).toContain('> exact repeat of a.txt, line 7\n');
  });

  test('shows removed text alone with --only removed', async () => {
    const { stdout } = await run('explain . --only removed');
    expect(stdout).toContain('= Until the bridge opens again');
    expect(stdout).not.toContain('sub/latin.txt\n');
    expect((await run('explain . --only kept')).exitCode).toBe(2);
  });

  test('takes the options of clean', async () => {
    const { stdout } = await run('explain a.txt b.txt --scope within --near off --contained off');
    expect(stdout).toContain('> exact repeat of line 3\n');
    expect(stdout).not.toContain('of a.txt');
    expect((await run('explain a.txt --near off --contained off --variants drop')).stderr).toContain(
      'contradicts',
    );
  });

  test('uses colours on a terminal alone', async () => {
    expect((await run('explain a.txt', { isTTY: true })).stdout).toContain(
      '\u001b[31m\u001b[9mThe town council',
    );
    expect((await run('explain a.txt --no-color', { isTTY: true })).stdout).not.toContain('\u001b');
    expect((await run('explain a.txt')).stdout).not.toContain('\u001b');
  });

  test('warns of what was skipped', async () => {
    const { stderr, exitCode } = await run('explain a.txt image.png');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('warning: image.png: This is not text');
    expect((await run('explain a.txt image.png --quiet')).stderr).toBe('');
  });

  test('ends quietly when its reader goes away', async () => {
    const gone: NodeJS.ErrnoException = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    expect(await run('explain a.txt', { stdoutError: gone })).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
