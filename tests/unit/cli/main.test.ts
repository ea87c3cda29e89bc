import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Output, Summary } from '../../../src/model/article.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run, type Surroundings } from './run-main.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder({
    ...Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
    'one.txt': 'The only line of this article.\n',
    'image.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'none/readme.md': 'no text here',
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (argv: string, surroundings: Partial<Surroundings> = {}): Promise<Run> =>
  runMain(argv === '' ? [] : argv.split(' '), { cwd: folder, ...surroundings });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('clean', () => {
  test('is the default command, whatever comes first', async () => {
    const explicit = await run('clean one.txt');
    expect(explicit.exitCode).toBe(0);
    expect((JSON.parse(explicit.stdout) as Output).articles.map(({ path }) => path)).toEqual(['one.txt']);
    for (const argv of ['one.txt', '--near off one.txt --near 0.85', './one.txt', '--quiet one.txt']) {
      expect((await run(argv)).stdout).toBe(explicit.stdout);
    }
    expect((await run('-o x.json one.txt')).exitCode).toBe(0);
    expect(read('x.json')).toBe(explicit.stdout);
  });

  test('reads standard input as the article -', async () => {
    const { stdout, exitCode } = await run('-', { stdin: 'A line from a pipe.' });
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as Output).articles[0]).toMatchObject({ path: '-', bytes: 19 });
  });

  test('writes results alone to stdout, and the closing summary to stderr in at most 80 columns', async () => {
    const { stdout, stderr } = await run('news');
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toContain('10 files: 10 articles, 0 skipped');
    expect(stderr).toMatch(/kept {5}\d+ of 24 blocks, [\d.]+ % of the characters\n/);
    expect(stderr).toMatch(
      /removed {2}\d+ boilerplate, 8 repeats\nrepeats {2}6 exact, 1 near, 1 contained\n/,
    );
    expect(stderr).toContain('articles 1 with nothing unique left');
    for (const line of stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('says where it wrote, and how to prove it', async () => {
    const { stdout, stderr } = await run('news -o clean.json');
    expect(stdout).toBe('');
    expect(stderr).toContain('written to clean.json\nto prove it: cleancopy verify clean.json\n');
  });

  test('takes the format from the extension, from --format, and json otherwise', async () => {
    await run('one.txt -o a.jsonl');
    await run('one.txt -o a.ndjson');
    await run('one.txt -o a.out');
    await run('one.txt -o b.out --format jsonl');
    expect(read('a.jsonl')).toMatch(/^\{"path":"one.txt"[^\n]*\}\n$/);
    expect(read('a.ndjson')).toBe(read('a.jsonl'));
    expect(read('b.out')).toBe(read('a.jsonl'));
    expect(read('a.out')).toMatch(/^\{\n {2}"schema"/);
  });

  test('hands its options to the pipeline', async () => {
    const settings = async (argv: string): Promise<unknown> =>
      (JSON.parse((await run(`one.txt ${argv}`)).stdout) as Output).settings;
    expect(await settings('')).toEqual({
      scope: ['within', 'across'],
      near: 0.85,
      contained: 0.9,
      variants: 'keep',
      keep: 'first',
      strip: 'auto',
    });
    expect(
      await settings(
        '--scope within --near 0.9 --contained 0.95 --variants drop --keep longest --strip careful',
      ),
    ).toEqual({
      scope: ['within'],
      near: 0.9,
      contained: 0.95,
      variants: 'drop',
      keep: 'longest',
      strip: 'careful',
    });
    expect(await settings('--near off --contained off --scope across,within --strip off')).toMatchObject({
      scope: ['within', 'across'],
      near: null,
      contained: null,
      strip: 'off',
    });
  });

  test('takes --include and --exclude more than once', async () => {
    const { stdout } = await run(
      '. --include **/*.txt --include **/*.md --exclude news/** --exclude image.png',
    );
    expect((JSON.parse(stdout) as Output).articles.map(({ path }) => path)).toEqual([
      'none/readme.md',
      'one.txt',
    ]);
  });

  test('follows symbolic links inside folders only when asked to', async () => {
    mkdirSync(join(folder, 'links'));
    symlinkSync(join(folder, 'one.txt'), join(folder, 'links', 'link.txt'));
    writeFileSync(join(folder, 'links', 'file.txt'), 'A file.');
    const paths = async (argv: string): Promise<string[]> =>
      (JSON.parse((await run(argv)).stdout) as Output).articles.map(({ path }) => path);
    expect(await paths('links')).toEqual(['links/file.txt']);
    expect(await paths('links --follow-symlinks')).toHaveLength(2);
  });

  test('writes the summary alone beside the result', async () => {
    const { stdout } = await run('news --summary s.json');
    expect(JSON.parse(read('s.json')) as Summary).toEqual((JSON.parse(stdout) as Output).summary);
  });

  test('warns of articles that were kept whole or cut by more than half', async () => {
    const form = 'Your email address will not be published. Required fields are marked *';
    writeFileSync(join(folder, 'form.txt'), 'Leave a Reply\n\nShare this article');
    writeFileSync(join(folder, 'half.txt'), `The bridge is open.\n\n${form}`);
    const { stdout, stderr, exitCode } = await run('form.txt half.txt');
    const { articles } = JSON.parse(stdout) as Output;
    expect(articles.map(({ keptWhole, overRemoved }) => [keptWhole, overRemoved])).toEqual([
      [true, undefined],
      [undefined, true],
    ]);
    expect(stderr).toContain('warning: form.txt: all of it looks like boilerplate, so nothing was taken out');
    expect(stderr).toContain('warning: half.txt: more than half of it was taken out as boilerplate');
    expect(exitCode).toBe(0);
    expect((await run('form.txt --quiet')).stderr).toBe('');
  });

  test('exits with 3 and a warning when some inputs were skipped', async () => {
    const { exitCode, stdout, stderr } = await run('one.txt image.png');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('warning: image.png: This is not text');
    expect((JSON.parse(stdout) as Output).skipped).toMatchObject([{ path: 'image.png', code: 'BINARY' }]);
  });

  test('names ten skipped inputs and counts the others', async () => {
    for (let i = 0; i < 13; i++) writeFileSync(join(folder, `bad${i}.bin`), Buffer.from([0, 0, 1, 255, 0]));
    const { stderr } = await run('one.txt *.bin');
    expect(stderr.match(/warning: bad/g)).toHaveLength(10);
    expect(stderr).toContain('warning: 3 more inputs were skipped; the output lists all');
  });

  test('says nothing but results and errors with --quiet', async () => {
    expect(await run('one.txt image.png --quiet -o x.json')).toEqual({ exitCode: 3, stdout: '', stderr: '' });
    expect((await run('nothing-here.txt --quiet')).stderr).toContain('error: ');
  });

  test('leaves no temporary file beside the output', async () => {
    const before = readdirSync(folder);
    await run('news -o clean.json');
    expect(readdirSync(folder).toSorted()).toEqual([...before, 'clean.json'].toSorted());
  });

  test('replaces an older output, and a symbolic link in its place without following it', async () => {
    writeFileSync(join(folder, 'x.json'), 'old');
    symlinkSync(join(folder, 'elsewhere.json'), join(folder, 'link.json'));
    expect((await run('one.txt -o x.json')).exitCode).toBe(0);
    expect((await run('one.txt -o link.json')).exitCode).toBe(0);
    expect(read('x.json')).toContain('cleancopy/1');
    expect(read('link.json')).toBe(read('x.json'));
    expect(existsSync(join(folder, 'elsewhere.json'))).toBe(false);
  });

  test('gives the same bytes for any order of the arguments', async () => {
    const { stdout } = await run('news one.txt');
    expect((await run('one.txt news/sub news/c.txt news one.txt')).stdout).toBe(stdout);
  });
});

describe('clean refuses, with exit code 2, nothing on stdout and no file,', () => {
  test.each([
    ['', /Usage: cleancopy/],
    ['clean', /missing required argument 'input'/],
    ['--near', /argument missing/],
    ['one.txt --naer 0.9', /unknown option '--naer'\n\(Did you mean --near\?\)/],
    ['one.txt --workers two', /'two' is invalid\. It must be a whole number from 0 to 256/],
    ['one.txt --workers 257', /'257' is invalid/],
    ['one.txt --contained 0', /'0' is invalid\. It must be a number above 0 and at most 1, or off/],
    ['one.txt --contained x', /'x' is invalid/],
    ['one.txt --near 0', /'0' is invalid\. It must be a number above 0 and at most 1, or off/],
    ['one.txt --near 1.1', /'1.1' is invalid/],
    ['one.txt --near x', /'x' is invalid/],
    ['one.txt --scope inside', /'inside' is invalid\. It must be within, across, or within,across/],
    ['one.txt --keep last', /'last' is invalid\. Allowed choices are first, longest/],
    ['one.txt --variants merge', /Allowed choices are keep, drop/],
    ['one.txt --strip bold', /Allowed choices are auto, careful, full, off/],
    ['one.txt --format xml', /Allowed choices are json, jsonl, dolma, parquet, txt/],
    ['one.txt --format txt', /--format txt contradicts standard output; name a folder with --output DIR/],
    ['one.txt --format dolma -o x.json', /or name the output \*\.jsonl/],
    ['one.txt --format txt -o one.txt', /The output one\.txt is a file; name a folder/],
    ['news --format txt -o news/clean', /lies inside the input folder news/],
    ['news --format txt -o news', /lies inside the input folder news/],
    ['one.txt --format json -o x.jsonl', /--format json contradicts --output x\.jsonl/],
    [
      'one.txt --near off --contained off --variants drop',
      /--near off --contained off contradicts --variants drop/,
    ],
    ['one.txt -o x.json --summary ./x.json', /--output and --summary both name x\.json/],
    ['one.txt -o news', /The output news is a folder; name a file, such as news\/clean\.json/],
    ['one.txt -o new/', /The output new\/ is a folder/],
    ['one.txt -o new/x.json', /no folder new; create it first/],
    ['one.txt -o one.txt/x.json', /no folder one\.txt; create it first/],
    ['news -o news/x.json', /lies inside the input folder news/],
    ['news -o news/sub/x.json', /lies inside the input folder news/],
    ['. -o x.json', /lies inside the input folder \./],
    ['news --summary news/s.json', /news\/s\.json lies inside the input folder news/],
    ['one.txt -o one.txt', /also an input/],
    ['one.txt -o ./news/../one.txt', /also an input/],
    ['n*/a.txt -o news/a.txt', /also an input/],
    ['missing.txt', /missing\.txt/],
    ['none', /none/],
    ['none/*.txt', /none\/\*\.txt/],
    ['image.png', /image\.png/],
    ['verfy x.json', /There is no command, file or folder verfy\. Did you mean verify\?/],
    ['verify', /missing required argument 'output'/],
    ['verify missing.json', /cannot be read \(ENOENT|cannot be read/],
    ['verify one.txt', /one\.txt/],
    ['verify one.txt two.txt', /too many arguments/],
    ['verify x.json --naer 1', /Did you mean --near/],
    ['restore x.json', /required option '-o, --output <dir>' not specified/],
    ['restore missing.json -o raw', /cannot be read/],
  ])('%j', async (argv, message) => {
    const before = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    const { exitCode, stdout, stderr } = await run(argv);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual(before);
  });

  test('an output that is an input under another name', async () => {
    linkSync(join(folder, 'one.txt'), join(folder, 'same.json'));
    symlinkSync(join(folder, 'news'), join(folder, 'link'));
    expect((await run('one.txt -o same.json')).stderr).toContain('also an input');
    expect((await run('news -o link/x.json')).stderr).toContain('lies inside the input folder news');
  });

  test('no output beside a folder whose name begins alike', async () => {
    mkdirSync(join(folder, 'news2'));
    expect((await run('news -o news2/x.json')).exitCode).toBe(0);
  });
});

describe('verify and restore', () => {
  test('prove an output and give back the raw files', async () => {
    await run('news -o clean.json');
    const proved = await run('verify clean.json');
    expect(proved).toMatchObject({ exitCode: 0, stderr: '' });
    expect(proved.stdout).toContain('proved: 10 articles, 2,628 bytes, every byte accounted for');
    expect(proved.stdout).toContain('9 repeats: each witness is kept and scores what is stated');
    for (const line of proved.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const restored = await run('restore clean.json -o raw');
    expect(restored).toEqual({ exitCode: 0, stdout: '', stderr: '10 files restored into raw\n' });
    for (const [path, content] of Object.entries(sampleFiles)) {
      expect(readFileSync(join(folder, 'raw/news', path)).equals(Buffer.from(content))).toBe(true);
    }
    expect((await run('restore clean.json -o raw')).stderr).toContain('10 were there already');
  });

  test('verify takes the folder of the raw files from --root', async () => {
    await run('news -o clean.json');
    mkdirSync(join(folder, 'deep'));
    expect((await run('verify ../clean.json', { cwd: join(folder, 'deep') })).exitCode).toBe(1);
    expect((await run('verify ../clean.json --root ..', { cwd: join(folder, 'deep') })).exitCode).toBe(0);
  });

  test('verify prints each violation on stdout and exits with 1', async () => {
    await run('news -o clean.json --quiet');
    rmSync(join(folder, 'news/a.txt'));
    writeFileSync(join(folder, 'news/b.txt'), 'short');
    expect(await run('verify clean.json --quiet')).toEqual({
      exitCode: 1,
      stdout:
        'FILE_UNREADABLE news/a.txt: the raw file cannot be read (ENOENT)\n' +
        'SIZE_DIFFERS news/b.txt: the raw file has 5 bytes, the output says 585\n' +
        'not proved: 2 violations\n',
      stderr: '',
    });
  });

  test('verify says nothing of a proof with --quiet', async () => {
    await run('one.txt -o clean.json --quiet');
    expect(await run('verify clean.json --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('verify takes the thresholds of jsonl from --near and --contained', async () => {
    await run('news -o clean.jsonl --near 0.8');
    expect((await run('verify clean.jsonl --near 0.8')).stdout).toContain(
      'jsonl states no groups and no summary',
    );
    expect((await run('verify clean.jsonl --near 0.999')).exitCode).toBe(1);
    expect((await run('verify clean.jsonl --contained 0.9')).exitCode).toBe(0);
    expect((await run('verify clean.jsonl --contained 0.999')).exitCode).toBe(1);
  });

  test('verify keeps its exit code when nobody reads its violations', async () => {
    await run('news -o clean.json --quiet');
    rmSync(join(folder, 'news'), { recursive: true });
    const stdoutError = Object.assign(new Error('broken pipe'), { code: 'EPIPE' });
    expect(await run('verify clean.json', { stdoutError })).toEqual({ exitCode: 1, stdout: '', stderr: '' });
  });

  test('restore names an article that does not give its raw bytes, and exits with 1', async () => {
    await run('one.txt news -o clean.json');
    writeFileSync(join(folder, 'bad.json'), read('clean.json').replace('The only line', 'The only lime'));
    const { exitCode, stderr } = await run('restore bad.json -o raw');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error: one.txt was not restored');
    expect(stderr).toContain('10 files restored into raw');
  });

  test('restore refuses to overwrite', async () => {
    await run('one.txt -o clean.json');
    mkdirSync(join(folder, 'raw'));
    writeFileSync(join(folder, 'raw/one.txt'), 'mine');
    expect(await run('restore clean.json -o raw')).toMatchObject({ exitCode: 2 });
    expect(read('raw/one.txt')).toBe('mine');
  });
});

describe('the command line', () => {
  test.each([
    '--help',
    'clean --help',
    'verify --help',
    'restore --help',
    'help verify',
    'check --help',
    'help completion',
  ])('%s prints help with examples on stdout, at most 80 columns wide', async (argv) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Usage: [\s\S]*Examples?:\n {2}cleancopy /);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('prints the version of the package', async () => {
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    for (const flag of ['--version', '-V']) {
      expect(await run(flag)).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
    }
  });

  test('shows hostile file names harmlessly', async () => {
    const name = '\u001b]0;x\u0007\n.bin';
    writeFileSync(join(folder, name), Buffer.from([0, 1, 255, 0, 7]));
    const { stderr } = await runMain(['one.txt', name], { cwd: folder });
    expect(stderr).toContain('warning: \\x1b]0;x\\x07\\x0a.bin: ');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toContain('\u0007');
  });

  test.each([
    ['no terminal', {}, false, '', false],
    ['a terminal', {}, true, '', true],
    ['NO_COLOR on a terminal', { NO_COLOR: '1' }, true, '', false],
    ['an empty NO_COLOR on a terminal', { NO_COLOR: '' }, true, '', true],
    ['--no-color on a terminal', {}, true, ' --no-color', false],
    ['a dumb terminal', { TERM: 'dumb' }, true, '', false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, '', true],
    ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, true, '', false],
    ['FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '3', NO_COLOR: '1' }, false, '', false],
    ['FORCE_COLOR and --no-color', { FORCE_COLOR: '2' }, false, ' --no-color', false],
  ])('with %s', async (_, env, isTTY, flag, coloured) => {
    const { stderr } = await run(`one.txt --no-progress${flag}`, { env, isTTY });
    expect(stderr.includes('\u001b[')).toBe(coloured);
  });

  test('draws a progress bar on a terminal, and none with --no-progress, --quiet or elsewhere', async () => {
    const bar = /reading|comparing|writing/;
    expect((await run('news -o x.json --no-color', { isTTY: true })).stderr).toMatch(bar);
    expect((await run('news -o x.json --no-progress', { isTTY: true })).stderr).not.toMatch(bar);
    expect((await run('news -o x.json --quiet', { isTTY: true })).stderr).toBe('');
    expect((await run('news -o x.json')).stderr).not.toMatch(bar);
  });

  test('ends quietly when nobody reads stdout any more', async () => {
    const stdoutError = Object.assign(new Error('broken pipe'), { code: 'EPIPE' });
    expect(await run('one.txt --quiet', { stdoutError })).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('says that the disk is full, and what to do', async () => {
    const stdoutError = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const { exitCode, stderr } = await run('one.txt', { stdoutError });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error: The disk is full: standard output was not written. Free some space');
  });

  test('keeps the stack of an error that nobody foresaw', async () => {
    const stdoutError = Object.assign(new Error('surprise'), { code: 'EWEIRD' });
    const { exitCode, stderr } = await run('one.txt', { stdoutError });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/defect of cleancopy[\s\S]*surprise[\s\S]*\n +at /);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s ends a run with %d and leaves no file', async (signal, exitCode) => {
    const interrupted = await run('one.txt -o x.json', {
      onStart: (signals) => setImmediate(() => signals.emit(signal)),
    });
    expect(interrupted.exitCode).toBe(exitCode);
    expect(interrupted.stderr).toContain('interrupted; no unfinished file was left');
    expect(readdirSync(folder).filter((name) => name.endsWith('.json') || name.endsWith('.tmp'))).toEqual([]);
  });
});
