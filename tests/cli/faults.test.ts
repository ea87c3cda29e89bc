import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/model/article.ts';
import { makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';
import { finish, runCommand, start, type Finished } from './run-command.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
  mkdirSync(join(folder, 'many'));
  for (let i = 0; i < 1500; i++) {
    writeFileSync(
      join(folder, 'many', `${i}.txt`),
      `${createHash('sha512').update(String(i)).digest('hex')}\n`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (argv: readonly string[] | string): Promise<Finished> => runCommand(argv, folder);
const read = (name: string): Output => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Output;
const isRoot = process.getuid?.() === 0;
/** Runs a script as somebody who may not do everything. */
const ordinary = (script: string): string =>
  isRoot
    ? `export -f cleancopy; setpriv --reuid 65534 --regid 65534 --clear-groups bash -c '${script}'`
    : script;

describe('inputs that fail', () => {
  test.runIf(existsSync('/proc/self/mem'))('a read error in a file is told, and the rest is cleaned', async () => {
    const { exitCode } = await run('cleancopy -q news /proc/self/mem -o out.json');
    expect(exitCode).toBe(3);
    expect(read('out.json').skipped).toEqual([
      expect.objectContaining({ code: 'UNREADABLE', message: expect.stringContaining('(EIO)') as string }),
    ]);
    expect(read('out.json').articles).toHaveLength(Object.keys(sampleFiles).length);
  }); // prettier-ignore

  test('a file and a folder without the right to read them are told', async () => {
    await run('mkdir -p secret/shut; echo x > secret/a.txt; echo y > secret/b.txt; echo z > secret/shut/c.txt');
    chmodSync(join(folder, 'secret', 'a.txt'), 0o000);
    chmodSync(join(folder, 'secret', 'shut'), 0o000);
    chmodSync(folder, 0o777);
    const { stdout, exitCode } = await run(ordinary('cleancopy -q secret'));
    chmodSync(join(folder, 'secret', 'shut'), 0o755);
    expect(exitCode).toBe(3);
    const { skipped, articles } = JSON.parse(stdout) as Output;
    expect(skipped.map(({ path, code }) => `${path} ${code}`)).toEqual(['secret/a.txt UNREADABLE', 'secret/shut UNREADABLE']);
    expect(articles.map(({ path }) => path)).toEqual(['secret/b.txt']);
  }); // prettier-ignore

  test('names with line ends, escapes and quotes are read, and shown harmlessly', async () => {
    const name = 'a\n\u001b[31m"b\'.txt';
    mkdirSync(join(folder, 'odd'));
    writeFileSync(join(folder, 'odd', name), 'A sentence.\n');
    writeFileSync(join(folder, 'odd', `${name}.png`), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    const { exitCode, stderr } = await run(['odd', `odd/${name}.png`, '-o', 'odd.json', '--no-color']);
    expect(exitCode).toBe(3);
    expect(stderr).not.toContain('\u001b');
    expect(read('odd.json').articles[0].path).toBe(`odd/${name}`);
    expect((await run(['verify', 'odd.json'])).exitCode).toBe(0);
    expect((await run(['restore', 'odd.json', '-o', 'odd-raw'])).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'odd-raw', 'odd', name), 'utf8')).toBe('A sentence.\n');
  });

  test('a name that is no UTF-8 is told, never passed over', async () => {
    await run(`mkdir -p bytes; echo One. > bytes/a.txt; echo Two. > $'bytes/\\xff.txt'`);
    expect(readdirSync(Buffer.from(join(folder, 'bytes')), { encoding: 'buffer' })).toHaveLength(2);
    const { exitCode, stdout } = await run('cleancopy -q bytes');
    expect(exitCode).toBe(3);
    const { skipped, articles } = JSON.parse(stdout) as Output;
    expect(articles.map(({ path }) => path)).toEqual(['bytes/a.txt']);
    expect(skipped.map(({ path, code }) => `${path} ${code}`)).toEqual(['bytes/\ufffd.txt VANISHED']);
  });

  test('a pipe among the files is told and not waited for', async () => {
    await run('mkdir -p pipes; mkfifo pipes/a.txt; echo One. > pipes/b.txt');
    const { exitCode, stdout } = await run('cleancopy -q pipes');
    expect(exitCode).toBe(3);
    expect((JSON.parse(stdout) as Output).skipped[0]).toMatchObject({ path: 'pipes/a.txt', code: 'UNREADABLE' });
  }); // prettier-ignore
});

describe('outputs that fail', () => {
  test('a folder without the right to write says so, and nothing is left', async () => {
    mkdirSync(join(folder, 'locked'), { mode: 0o555 });
    chmodSync(folder, 0o777);
    const { exitCode, stderr } = await run(ordinary('cleancopy -q news -o locked/out.json'));
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('locked/out.json was not written (EACCES)')]);
    expect(readdirSync(join(folder, 'locked'))).toEqual([]);
  }); // prettier-ignore

  test.each([
    ['the heap, all', ['node', '--max-old-space-size=12']],
    ['the heap, some', ['node', '--max-old-space-size=24']],
    // what typed arrays take from; below about 700 MB Node does not start
    ['the address space, all', ['prlimit', `--as=${800 * 2 ** 20}`, 'node']],
    ['the address space, some', ['prlimit', `--as=${960 * 2 ** 20}`, 'node']],
  ])('out of memory leaves a whole output or none: %s', async (_, [command, ...args]) => {
    writeFileSync(join(folder, 'memory.txt'), 'x\n'.repeat(400_000));
    const executable = new URL('../../bin/cleancopy.js', import.meta.url).pathname;
    const child = spawn(command, [...args, executable, 'memory.txt', '-q', '-o', 'memory.json'], {
      cwd: folder,
    });
    const { exitCode, stderr } = await finish(child);
    rmSync(join(folder, 'memory.txt'));
    const isThere = existsSync(join(folder, 'memory.json'));
    const isWhole = isThere && read('memory.json').summary.blocks.total === 400_000;
    rmSync(join(folder, 'memory.json'), { force: true });
    expect([isThere, isWhole]).toEqual([exitCode === 0, exitCode === 0]);
    expect(stderr).not.toContain('defect');
  });
});

describe('runs that are killed', () => {
  test('leave the older output or a whole new one, whatever the moment', async () => {
    const outcomes = new Set<string>();
    for (const delayMs of [20, 80, 140, 180, 220, 260, 300, 400, 600, 900]) {
      writeFileSync(join(folder, 'killed.json'), 'older');
      const child = start(['many', '-q', '-o', 'killed.json'], folder);
      const finished = finish(child);
      setTimeout(() => child.kill('SIGKILL'), delayMs);
      await finished;
      const text = readFileSync(join(folder, 'killed.json'), 'utf8');
      if (text === 'older') outcomes.add('older');
      else outcomes.add(String((JSON.parse(text) as Output).articles.length));
    }
    expect([...outcomes].filter((outcome) => outcome !== 'older' && outcome !== '1500')).toEqual([]);
    expect(outcomes).toContain('older');
    // what a killed run leaves is a temporary file, which the next run does not take for an input
    const next = await run(['.', '-q', '--include', 'many/*', '-o', '/dev/null']);
    expect(next.exitCode).toBe(0);
  });

  test('two at once on one output leave a whole one', async () => {
    const both = await Promise.all([
      run('cleancopy -q many -o both.json'),
      run('cleancopy -q news -o both.json'),
    ]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect([1500, Object.keys(sampleFiles).length]).toContain(read('both.json').articles.length);
    expect((await run('cleancopy verify -q both.json')).exitCode).toBe(0);
  });
});
