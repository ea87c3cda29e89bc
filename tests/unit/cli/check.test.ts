import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run, type Surroundings } from './run-main.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder({
    ...Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
    'image.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (argv: string, surroundings: Partial<Surroundings> = {}): Promise<Run> =>
  runMain(argv.split(' '), { cwd: folder, ...surroundings });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('check', () => {
  test('without a budget lists what it finds, passes, and says how to set one', async () => {
    const { exitCode, stdout, stderr } = await run('check news');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('news/a.txt:9: repeats line 3: "');
    expect(stdout).toMatch(/\nno budget was set, so nothing can fail\n$/);
    expect(stderr).toContain('set a budget, such as --max-duplicate-share 10%');
  });

  test('exits with 0 within the budgets, 1 over them, 3 when inputs were skipped; 1 wins', async () => {
    expect((await run('check news --max-duplicate-share 90%')).exitCode).toBe(0);
    expect((await run('check news --max-duplicate-share 1%')).exitCode).toBe(1);
    expect((await run('check news --max-duplicate-articles 0')).exitCode).toBe(1);
    expect((await run('check news --max-loss .05')).exitCode).toBe(1);
    expect((await run('check news image.png --max-duplicate-share 0.9')).exitCode).toBe(3);
    expect((await run('check news image.png --max-duplicate-share 0')).exitCode).toBe(1);
  });

  test('accepts what the baseline holds, and one copy more is new', async () => {
    const update = await run('check news --baseline ok.json --update-baseline --max-duplicate-share 0');
    expect(update.exitCode).toBe(0);
    expect(update.stderr).toContain('baseline written to ok.json');
    const same = await run('check news --baseline ok.json');
    expect(same.exitCode).toBe(0);
    expect(same.stdout).toMatch(/^0 repeats, [^]*the baseline accepts \d+ findings\n$/);
    writeFileSync(join(folder, 'news/zz.txt'), sampleFiles['b.txt']);
    const more = await run('check news --baseline ok.json');
    expect(more.exitCode).toBe(1);
    expect(more.stdout).toContain('news/zz.txt: holds nothing that is not in news/b.txt');
    expect((await run('check news --baseline ok.json --max-duplicate-articles 1')).exitCode).toBe(0);
  });

  test('writes several formats of one analysis', async () => {
    const { exitCode, stdout, stderr } = await run(
      'check news --max-duplicate-articles 0 --write sarif=a.sarif --write junit=b.xml --write markdown=c.md',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('failed: 1 of 1 budget exceeded');
    expect(stderr).toBe('');
    expect(JSON.parse(read('a.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('b.xml')).toContain('failures="1"');
    expect(read('c.md')).toContain('## cleancopy check: failed');
  });

  test('says on stderr what came out when the findings go into a file', async () => {
    const { stdout, stderr } = await run('check news --max-duplicate-articles 0 -f json -o x.json');
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'over budget: --max-duplicate-articles: articles with nothing of their own: 1, allowed: 0\n' +
        'failed: 1 of 1 budget exceeded\nwritten to x.json\n',
    );
    expect(JSON.parse(read('x.json'))).toMatchObject({ passed: false });
  });

  test('lists as many findings as it is told', async () => {
    const lines = async (argv: string): Promise<number> =>
      (await run(argv)).stdout.split('\n').filter((line) => line.startsWith('news/')).length;
    const all = await lines('check news');
    expect(all).toBeGreaterThan(3);
    expect(await lines('check news --list 2')).toBe(2);
    expect(await lines('check news --list 0')).toBe(0);
    expect(await lines('check news --list all')).toBe(all);
    expect((await run('check news --list 2')).stdout).toContain(`${all - 2} more findings not listed`);
  });

  test('finds the same bytes twice', async () => {
    const first = await run('check news -f sarif');
    expect((await run('check news -f sarif')).stdout).toBe(first.stdout);
  });

  test('leaves no file when it fails on the way', async () => {
    const before = readdirSync(folder);
    const stdoutError = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const { exitCode } = await run('check news --write json=x.json', { stdoutError });
    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('writes the other formats when nobody reads the first', async () => {
    const stdoutError = Object.assign(new Error('broken pipe'), { code: 'EPIPE' });
    await run('check news --write json=x.json', { stdoutError });
    expect(existsSync(join(folder, 'x.json'))).toBe(true);
  });

  test.each([
    ['check', /missing required argument 'input'/],
    [
      'check news --max-duplicate-share 5',
      /'5' is invalid\. It must be a number from 0 to 1, or per cent, such as 5%/,
    ],
    ['check news --max-duplicate-share 101%', /is invalid/],
    ['check news --max-loss -1', /is invalid/],
    ['check news --max-loss x%', /is invalid/],
    ['check news --max-duplicate-articles 1.5', /It must be a whole number, 0 or more/],
    [
      'check news --max-duplicate-shar 1',
      /unknown option '--max-duplicate-shar'\n\(Did you mean --max-duplicate-share/,
    ],
    ['check news -f xml', /Allowed choices are text, json, sarif, junit, github, markdown/],
    ['check news --write x.json', /It must be a format and a file, such as sarif=cleancopy\.sarif/],
    ['check news --write sarif=', /It must be a format and a file/],
    ['check news --list some', /It must be a whole number, 0 or more/],
    ['check news --update-baseline', /name the file with --baseline FILE/],
    [
      'check news --baseline none.json',
      /The baseline none\.json cannot be read \(ENOENT\); make one with --update-baseline/,
    ],
    ['check news --baseline image.png', /The baseline image\.png cannot be used: it is not JSON/],
    ['check news -o a.txt --write json=./a.txt', /--output and --write both name \.\/a\.txt/],
    ['check news --baseline a.json --update-baseline -o a.json', /--output and --baseline both name a\.json/],
    ['check news -o news/x.json', /lies inside the input folder news/],
    ['check news --write json=none/x.json', /no folder none; create it first/],
    ['check nothing.txt', /nothing\.txt/],
    ['chek news', /There is no command, file or folder chek\. Did you mean check\?/],
  ])('refuses %j with exit code 2, nothing on stdout and no file', async (argv, message) => {
    const before = readdirSync(folder, { recursive: true });
    const { exitCode, stdout, stderr } = await run(argv);
    expect(stderr).toMatch(message);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});
