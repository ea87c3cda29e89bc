import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
  writeFileSync(join(folder, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4]));
  // enough articles that an output does not fit into a pipe's buffer
  mkdirSync(join(folder, 'many'));
  for (let i = 0; i < 2000; i++) {
    writeFileSync(
      join(folder, 'many', `${i}.txt`),
      `${createHash('sha512').update(String(i)).digest('hex')}\n`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (argv: readonly string[] | string): Promise<Finished> => runCommand(argv, folder);
const leftovers = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

describe('the executable', () => {
  test('cleans, proves and restores', async () => {
    expect(await run(['news', '-o', 'clean.json'])).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await run(['verify', 'clean.json'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await run(['restore', 'clean.json', '-o', 'raw'])).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await run('diff -r news raw/news')).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('exits with 1 for a failed proof, 2 for wrong use, and 3 for skipped inputs', async () => {
    await run(['news', '-o', 'exit.json']);
    expect((await run(['verify', 'exit.json', '--root', 'many'])).exitCode).toBe(1);
    expect((await run(['--unknown'])).exitCode).toBe(2);
    expect((await run(['news', 'image.png'])).exitCode).toBe(3);
  });

  test('prints its help on stderr and exits with 2 when it is given nothing', async () => {
    const { exitCode, stdout, stderr } = await run([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: cleancopy');
  });

  test('reads a pipe', async () => {
    const { exitCode, stdout } = await run('printf "One line from a pipe." | cleancopy - --quiet');
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as Output).articles[0].path).toBe('-');
  });

  test('writes no escapes and no progress where there is no terminal', async () => {
    const { stdout, stderr } = await run(['news']);
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stderr.split('\n')[0]).toMatch(/^10 files: /);
  });

  test('ends quietly when the reader of a pipe goes away', async () => {
    const { stdout, stderr } = await run('cleancopy many --quiet | head -n 2; echo "${PIPESTATUS[0]}"');
    expect([stdout, stderr]).toEqual(['{\n  "schema": "cleancopy/1",\n0\n', '']);
  });

  test('writes to a device and to a pipe as they are', async () => {
    expect((await run(['news', '-o', '/dev/null'])).exitCode).toBe(0);
    expect(statSync('/dev/null').isFile()).toBe(false);
    const { stdout } = await run('cleancopy news -q -o /dev/stdout | tail -n 1');
    expect(stdout).toBe('}\n');
  });

  test.runIf(existsSync('/dev/full'))('says that the disk is full, on stdout and as a file', async () => {
    for (const command of ['cleancopy many > /dev/full', 'cleancopy many -o /dev/full']) {
      const { exitCode, stderr } = await run(command);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^error: The disk is full: .* was not written\. Free some space/);
    }
  });

  test('leaves neither half a file nor a temporary one when writing fails on the way', async () => {
    // a limit on the size of files (in blocks of 1024 bytes) is what a full disk is to the writer
    const { exitCode, stderr } = await run('ulimit -f 100; trap "" XFSZ; cleancopy many -o failed.json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error: failed.json was not written (EFBIG)');
    expect(existsSync(join(folder, 'failed.json'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  test('keeps the older output when writing fails', async () => {
    writeFileSync(join(folder, 'older.json'), 'older');
    await run('ulimit -f 100; trap "" XFSZ; cleancopy many -o older.json');
    expect(readFileSync(join(folder, 'older.json'), 'utf8')).toBe('older');
  });

  test("gives its output the rights of the user's umask", async () => {
    await run('umask 027; cleancopy news -q -o rights.json');
    expect(statSync(join(folder, 'rights.json')).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s while it reads standard input exits with %d at once, and leaves no file',
    async (signal, code) => {
      const child = start(['-', '-o', 'interrupted.json'], folder);
      const finished = finish(child);
      // more than a pipe holds, so that the write is only done when the command is reading
      await new Promise((resolve) => child.stdin?.write('half a line '.repeat(50_000), resolve));
      child.kill(signal);
      expect(await finished).toMatchObject({
        exitCode: code,
        stdout: '',
        stderr: '\ninterrupted; no unfinished file was left\n',
      });
      expect(existsSync(join(folder, 'interrupted.json'))).toBe(false);
      expect(leftovers()).toEqual([]);
    },
  );
});
