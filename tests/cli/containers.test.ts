import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/model/article.ts';
import { warcResponse } from '../unit/inputs/make-warc.ts';
import { makeTar, tarMember } from '../unit/inputs/make-tar.ts';
import { makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';
import { runCommand, type Finished } from './run-command.ts';

const articles = Object.entries(sampleFiles).filter(([, content]) => typeof content === 'string') as [
  string,
  string,
][];

let folder = '';
beforeAll(() => {
  folder = makeFolder({});
  mkdirSync(join(folder, 'packed'));
  const lines = articles.map(([id, text]) => JSON.stringify({ id, text })).join('\n');
  const put = (name: string, content: Uint8Array | string): void =>
    writeFileSync(join(folder, name), content);
  put('packed/a.txt.gz', gzipSync(sampleFiles['a.txt']));
  put('packed/b.txt', sampleFiles['b.txt']);
  put('news.jsonl', lines);
  put('news.jsonl.gz', gzipSync(lines));
  put('news.tar', makeTar(...Object.entries(sampleFiles).map(([name, content]) => tarMember(name, content))));
  const records = articles.map(([name, text]) => warcResponse(`http://news/${name}`, 'text/plain', text));
  put('news.warc', Buffer.concat(records));
  put('news.warc.gz', Buffer.concat(records.map((record) => gzipSync(record))));
  put('bomb.txt.gz', gzipSync(Buffer.alloc(60_000_000, 'a')));
  put('cut.tar', readFileSync(join(folder, 'news.tar')).subarray(0, 5000));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (argv: readonly string[] | string): Promise<Finished> => runCommand(argv, folder);
const read = (name: string): Output => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Output;

describe('inputs that hold articles', () => {
  test.each([
    ['packed', 2],
    ['news.jsonl', articles.length],
    ['news.jsonl.gz --id-field id', articles.length],
    ['news.tar', Object.keys(sampleFiles).length],
    ['- --input-format jsonl < news.jsonl', articles.length],
    ['news.warc', articles.length],
    ['news.warc.gz', articles.length],
  ])('are cleaned, proved and restored: %s', async (input, count) => {
    const cleaned = await run(`cleancopy -q -o out.json ${input}`);
    expect(cleaned).toMatchObject({ exitCode: 0, stderr: '' });
    const output = read('out.json');
    expect(output.articles).toHaveLength(count);
    expect(output.articles.some(({ container }) => container !== undefined)).toBe(true);
    expect(await run('cleancopy verify -q out.json')).toMatchObject({ exitCode: 0, stdout: '' });
    rmSync(join(folder, 'raw'), { recursive: true, force: true });
    expect(await run('cleancopy restore -q out.json -o raw')).toMatchObject({ exitCode: 0, stdout: '' });
    for (const { path, bytes } of output.articles)
      expect(readFileSync(join(folder, 'raw', path))).toHaveLength(bytes);
  });

  test('give what the same articles give as files', async () => {
    await run('mkdir -p plain; tar xf news.tar -C plain; cleancopy -q plain -o plain.json');
    await run('cleancopy -q news.tar -o packed.json');
    const [plain, packed] = ['plain.json', 'packed.json'].map(read);
    expect(packed.summary).toEqual(plain.summary);
    expect(packed.articles.map(({ sha256, paragraphs, removed }) => [sha256, paragraphs.length, removed.length])).toEqual(
      plain.articles.map(({ sha256, paragraphs, removed }) => [sha256, paragraphs.length, removed.length]),
    );
  }); // prettier-ignore

  test('are named in skipped, with the cause, as far as they cannot be read', async () => {
    expect((await run('cleancopy -q -o out.json packed bomb.txt.gz cut.tar')).exitCode).toBe(3);
    const { skipped, articles: found } = read('out.json');
    expect(skipped.map(({ path, code }) => [path, code])).toEqual([
      ['bomb.txt.gz', 'TOO_LARGE'],
      ['cut.tar', 'UNDECODABLE'],
    ]);
    expect(skipped[0].message).toContain('(--max-ratio)');
    expect(found.some(({ path }) => path.startsWith('cut.tar/'))).toBe(true);
  });

  test('that were edited fail the proof', async () => {
    await run(
      'cleancopy -q news.jsonl -o out.json; cp news.jsonl kept; sed -i s/council/circles/ news.jsonl',
    );
    const { exitCode, stdout } = await run('cleancopy verify out.json; cp kept news.jsonl; exit 0');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('HASH_DIFFERS news.jsonl/1:');
  });

  test('are never overwritten by the output', async () => {
    const { exitCode, stderr } = await run('cleancopy -q "*.jsonl" -o news.jsonl');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('news.jsonl is also an input');
  });
});

describe('limits', () => {
  test('an article that is too large is skipped, and the option that says so is named', async () => {
    writeFileSync(join(folder, 'large.txt'), 'One sentence. '.repeat(100));
    const tooSmall = await run('cleancopy -q packed large.txt --max-file-size 1KB -o out.json');
    expect(tooSmall.exitCode).toBe(3);
    expect(read('out.json').skipped[0]).toMatchObject({ path: 'large.txt', code: 'TOO_LARGE' });
    expect(read('out.json').skipped[0].message).toContain('the limit is 1000 (--max-file-size)');
    expect((await run('cleancopy -q packed large.txt --max-file-size 2KiB -o out.json')).exitCode).toBe(0);
  });

  test.each(['0', '1GB', 'many', '5XB'])('--max-file-size %s is refused', async (size) => {
    const { exitCode, stderr } = await run(['packed', '--max-file-size', size]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It must be from 1 to');
  });
});

describe('--encoding', () => {
  test('is what files are read in, and what verify is told by the output, or on its command line', async () => {
    mkdirSync(join(folder, 'legacy'));
    writeFileSync(join(folder, 'legacy', 'a.txt'), Buffer.from([0xc4, 0xee, 0xec, 10]));
    await run('cleancopy -q legacy --encoding cp1251 -o legacy.json');
    expect(read('legacy.json').articles[0]).toMatchObject({ encoding: 'windows-1251' });
    expect(read('legacy.json').articles[0].encodingGuessed).toBeUndefined();
    expect(JSON.stringify(read('legacy.json').articles[0])).toContain('Дом');
    expect((await run('cleancopy verify legacy.json')).exitCode).toBe(0);
    await run('cleancopy -q legacy --encoding cp1251 -o legacy.jsonl');
    expect((await run('cleancopy verify legacy.jsonl')).exitCode).toBe(1);
    expect((await run('cleancopy verify legacy.jsonl --encoding cp1251')).exitCode).toBe(0);
    expect((await run('cleancopy verify legacy.json --encoding koi8-r')).exitCode).toBe(2);
    const { exitCode, stderr } = await run('cleancopy legacy --encoding klingon');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('It must be one of utf-8')]);
  });
});

describe('--repair text', () => {
  test('puts the repaired text beside the one of the file, which is proved', async () => {
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'a.txt'), 'The caf\u00c3\u00a9 &amp; the <b>bar</b> are open again after seven weeks.\n'); // prettier-ignore
    await run('cleancopy -q broken --repair text -o broken.json');
    const [article] = read('broken.json').articles;
    const [block] = [...article.paragraphs, ...Object.values(article.fields)];
    expect(block.text).toContain('caf\u00c3\u00a9 &amp;');
    expect(block.repaired).toBe('The café & the bar are open again after seven weeks.');
    expect((await run('cleancopy verify broken.json')).exitCode).toBe(0);
    expect((await run('cleancopy restore -q broken.json -o mended; cmp mended/broken/a.txt broken/a.txt')).exitCode).toBe(0); // prettier-ignore
    await run('sed -i "s/café & the bar/café or the bar/" broken.json');
    expect((await run('cleancopy verify broken.json')).stdout).toContain('TEXT_DIFFERS');
  });
});
