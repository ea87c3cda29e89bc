import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { containedFiles, makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';
import { finish, runCommand, start } from './run-command.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
  for (const [path, text] of Object.entries(containedFiles)) writeFileSync(join(folder, 'news', path), text);
  mkdirSync(join(folder, 'many'));
  for (let i = 0; i < 100; i++)
    writeFileSync(join(folder, 'many', `${i}.txt`), `${i} ${containedFiles['1.txt']} ${i}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const leftovers = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const environment = 'NODE_OPTIONS="--import ./preload.mjs"';

/** Has every thread call a function with each message before it is handled. */
function preload(before: string): void {
  const code = `import { isMainThread, parentPort } from 'node:worker_threads';
    const before = ${before};
    if (!isMainThread) {
      const on = parentPort.on.bind(parentPort);
      parentPort.on = (name, handle) => on(name, (message) => { before(message); handle(message); });
    }`;
  writeFileSync(join(folder, 'preload.mjs'), code);
}

describe('--workers', () => {
  test.each(['json', 'parquet'])('gives the same bytes for every number: %s', async (format) => {
    for (const workers of [0, 2, 3]) {
      const args = ['news', 'many', '-q', '-f', format, '-o', `${workers}.${format}`, '--workers', `${workers}`];
      expect(await runCommand(args, folder)).toMatchObject({ exitCode: 0, stderr: '' });
    }
    const [none, two, three] = [0, 2, 3].map((workers) => read(`${workers}.${format}`));
    expect(none.length).toBeGreaterThan(1000);
    expect([two === none, three === none]).toEqual([true, true]);
  }); // prettier-ignore

  test('ends a check, whose articles are not written', async () => {
    const checked = await Promise.all(
      [0, 2].map((workers) => runCommand(['check', 'news', '--workers', `${workers}`], folder)),
    );
    expect(checked[1]).toEqual(checked[0]);
  });

  test.each(['read', 'write'])(
    'ends with exit code 2 and no output when a worker dies while it is to: %s',
    async (name) => {
      preload(`(message) => { if (message.name === '${name}') process.exit(7); }`);
      const script = `${environment} cleancopy news many -o dead.json --workers 2`;
      const { exitCode, stdout, stderr } = await runCommand(script, folder);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'error: A worker thread ended before its work was done (exit code 7), so nothing was written; try fewer with --workers, or 0 for none.\n',
      );
      expect(existsSync(join(folder, 'dead.json'))).toBe(false);
      expect(leftovers()).toEqual([]);
    },
  );

  test('are ended by SIGINT, and no file is left', async () => {
    preload(
      `() => { process.stderr.write('busy'); for (const since = Date.now(); Date.now() < since + 600000;); }`,
    );
    const child = start(['news', '-o', 'asleep.json', '--workers', '2'], folder, {
      NODE_OPTIONS: '--import ./preload.mjs',
    });
    const finished = finish(child);
    // a thread writes through the thread that started it, which tells that both are there
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ exitCode: 130 });
    expect(existsSync(join(folder, 'asleep.json'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });
});
