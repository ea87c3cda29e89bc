import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run, type Surroundings } from './run-main.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (argv: string, surroundings: Partial<Surroundings> = {}): Promise<Run> =>
  runMain(argv.split(' '), { cwd: folder, ...surroundings });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const files = (name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .toSorted();

describe('txt', () => {
  test('writes a folder that mirrors the input, without articles that have no text of their own', async () => {
    const { exitCode, stdout, stderr } = await run('news -f txt -o cleaned');
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toContain('written to cleaned\n');
    expect(stderr).not.toContain('cleancopy verify');
    expect(files('cleaned')).toEqual(
      files('.').filter((file) => file.startsWith('news/') && !/news\/(?:c|empty|blank)\.txt/.test(file)),
    );
    expect(read('cleaned/news/sub/crlf.txt')).toMatch(/^Tickets [^\r\n]*year\.\n$/);
  });

  test('gives texts of which cleaning removes nothing more', async () => {
    await run('news -f txt -o cleaned -q');
    await run('news -f txt -o again -q', { cwd: join(folder, 'cleaned') });
    for (const file of files('cleaned/again/news'))
      expect(read(`cleaned/again/news/${file}`)).toBe(read(`cleaned/news/${file}`));
  });

  test('writes nothing outside its folder, whatever the paths are', async () => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    const { exitCode } = await run('../../news/a.txt -f txt -o cleaned', { cwd: join(folder, 'deep/er') });
    expect(exitCode).toBe(0);
    expect(files('deep/er/cleaned')).toEqual(['news/a.txt']);
  });

  test('follows no symbolic link in its folder', async () => {
    mkdirSync(join(folder, 'cleaned'));
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'cleaned/news'));
    const { exitCode, stderr } = await run('news -f txt -o cleaned');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is not a folder');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  test('overwrites nothing that differs, and is content with what is equal', async () => {
    await run('news -f txt -o cleaned');
    expect((await run('news -f txt -o cleaned')).exitCode).toBe(0);
    writeFileSync(join(folder, 'cleaned/news/a.txt'), 'mine');
    const { exitCode, stderr } = await run('news -f txt -o cleaned');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cleaned/news/a.txt exists and differs from what would be written');
    expect(read('cleaned/news/a.txt')).toBe('mine');
  });

  test('refuses two inputs that would be one file, before anything is written', async () => {
    mkdirSync(join(folder, 'deep/news'), { recursive: true });
    writeFileSync(join(folder, 'deep/news/a.txt'), 'Another text with the same place.');
    const { exitCode, stderr } = await run('news/a.txt ../news/a.txt -f txt -o cleaned', {
      cwd: join(folder, 'deep'),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('would both be written as news/a.txt');
    expect(existsSync(join(folder, 'deep/cleaned'))).toBe(false);
  });

  test('takes an output that is a symbolic link into an input for what it is', async () => {
    symlinkSync(join(folder, 'news'), join(folder, 'link'));
    expect((await run('news -f txt -o link/new')).stderr).toContain('lies inside the input folder news');
  });

  test('writes standard input as stdin.txt', async () => {
    await run('- -f txt -o cleaned -q', { stdin: 'A line from a pipe.' });
    expect(read('cleaned/stdin.txt')).toBe('A line from a pipe.\n');
  });
});

describe('dolma and parquet', () => {
  test('go to standard output and into files, parquet by its extension', async () => {
    const { stdout } = await run('news -f dolma -q');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toContain('news/a.txt');
    await run('news -f dolma -o docs.jsonl -q');
    expect(read('docs.jsonl')).toBe(stdout);
    const { stderr } = await run('news -o table.parquet');
    expect(stderr).toMatch(/with nothing unique left, without text here\nwritten to table\.parquet\n$/);
    const bytes = readFileSync(join(folder, 'table.parquet'), 'latin1');
    expect([bytes.slice(0, 4), bytes.slice(-4)]).toEqual(['PAR1', 'PAR1']);
  });

  test('parquet is not written to a terminal', async () => {
    const { exitCode, stderr } = await run('news -f parquet --no-progress', { isTTY: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--format parquet contradicts a terminal, which shows no bytes');
  });
});
