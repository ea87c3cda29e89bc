import { Buffer } from 'node:buffer';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memberDefaults, type MemberOptions } from '../../../src/inputs/member.ts';
import { readMembers } from '../../../src/inputs/read-members.ts';
import { encode } from '../../../src/text/decode.ts';
import { warcRecord, warcResponse } from './make-warc.ts';

const news =
  'The ferry that crosses the harbour runs again after seven weeks, said the mayor of Marlow Vale.';
const page = (text: string): string =>
  `<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>${`<p>${text}</p>`.repeat(6)}</article></body></html>`;

/** What is in a web archive: texts by their names, or code and cause of a failure. */
async function read(
  content: Uint8Array,
  options: Partial<MemberOptions> = {},
  compression: 'none' | 'gzip' = 'none',
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const all = { ...memberDefaults, ...options };
  for await (const member of readMembers({ path: 'a.warc', content, compression, format: 'warc' }, all)) {
    found[member.name] =
      'failure' in member ? `${member.failure.code}: ${member.failure.cause}` : Buffer.from(member.bytes).toString();
  }
  return found;
} // prettier-ignore

const text = (address: string, body: Uint8Array | string, fields = ''): Buffer =>
  warcResponse(address, 'text/plain; charset=utf-8', body, { fields });

describe('a web archive', () => {
  test('holds pages and plain texts, and much that is no article', async () => {
    const archive = Buffer.concat([
      warcRecord({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, 'software: x\r\n'),
      warcRecord({ 'WARC-Type': 'request', 'Content-Type': 'application/http; msgtype=request' }, 'GET / HTTP/1.1\r\n\r\n'),
      warcResponse('http://example.org/news/1?a=b', 'text/html; charset=utf-8', page(news)),
      text('https://example.org/plain', 'One.\n'),
      text('https://example.org/plain', 'Two.\n'),
      warcResponse('http://example.org/a.png', 'image/png', Buffer.from([0x89, 0x50])),
      warcResponse('http://example.org/gone', 'text/html', page(news), { status: 404 }),
      warcRecord({ 'WARC-Type': 'revisit', 'Content-Type': 'application/http; msgtype=response' }, 'HTTP/1.1 200 OK\r\n\r\n'),
      warcRecord({ 'WARC-Type': 'conversion', 'WARC-Target-URI': '<http://example.org/c>', 'Content-Type': 'text/plain' }, 'Three.\n'),
      warcRecord({ 'WARC-Type': 'resource', 'Content-Type': 'text/plain' }, 'Four.\n'),
      warcRecord({ 'WARC-Type': 'metadata', 'Content-Type': 'text/plain' }, 'fetchTimeMs: 3\r\n'),
    ]);
    const expected = {
      'example.org%2Fnews%2F1%3Fa=b': `The ferry is back\n\n${Array.from({ length: 6 }, () => news).join('\n\n')}\n`,
      'example.org%2Fplain': 'One.\n',
      'example.org%2Fplain~2': 'Two.\n',
      'example.org%2Fc': 'Three.\n',
      '10': 'Four.\n',
    };
    expect(await read(archive)).toEqual(expected);
    // each record compressed for itself, as archives on the web are
    expect(await read(Buffer.concat([gzipSync(archive.subarray(0, 100)), gzipSync(archive.subarray(100))]), {}, 'gzip')).toEqual(expected);
  }); // prettier-ignore

  test('undoes chunks and compression', async () => {
    const body = 'Caf\u00e9. '.repeat(50);
    const chunks = (data: Uint8Array): Buffer =>
      Buffer.concat([
        Buffer.from('a;x=1\r\n'), data.subarray(0, 10), Buffer.from(`\r\n${(data.length - 10).toString(16).toUpperCase()}\r\n`), data.subarray(10), Buffer.from('\r\n0\r\n\r\n'),
      ]); // prettier-ignore
    const zipped = gzipSync(body);
    const archive = Buffer.concat([
      text('http://x/gzip', zipped, 'Content-Encoding: gzip\r\n'),
      text('http://x/deflate', deflateSync(body), 'content-encoding: deflate\r\n'),
      text('http://x/raw', deflateRawSync(body), 'content-encoding: deflate\r\n'),
      text('http://x/br', brotliCompressSync(body), 'Content-Encoding: br\r\n'),
      text('http://x/chunked', chunks(Buffer.from(body)), 'Transfer-Encoding: chunked\r\n'),
      text('http://x/both', chunks(zipped), 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'),
      text('http://x/joined', body, 'Transfer-Encoding: chunked\r\n'),
      text('http://x/identity', body, 'Content-Encoding: identity\r\n'),
    ]);
    const found = await read(archive);
    expect(Object.keys(found)).toHaveLength(8);
    for (const [name, content] of Object.entries(found)) expect([name, content]).toEqual([name, body]);
  });

  test('believes the server about the encoding of a page', async () => {
    const russian = 'Старый мост через реку закрыт до лета, сообщили в городском совете.';
    const archive = warcResponse(
      'http://x/koi',
      'text/html; charset=koi8-r',
      encode(page(russian), 'koi8-r'),
    );
    expect((await read(archive))['x%2Fkoi']).toContain(russian);
  });

  test('gives names that are safe and not too long', async () => {
    const long = `http://x/${'é/'.repeat(300)}`;
    const archive = Buffer.concat([text(long, 'a'), text(`${long}b`, 'b'), text('file:///../../etc/passwd', 'c'), text('..', 'd')]);
    const names = Object.keys(await read(archive));
    expect(names).toHaveLength(4);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThan(255);
      expect(name).toMatch(/^[^/\\.][^/\\]*$/);
    }
  }); // prettier-ignore
});

describe('a hostile web archive', () => {
  const bomb = gzipSync(Buffer.alloc(40_000_000, 'a'));
  test.each([
    ['grows beyond the ratio', text('http://x/a', bomb, 'Content-Encoding: gzip\r\n'), 'TOO_LARGE: it grows to more than 200 times'],
    ['is compressed a hundred times', text('http://x/a', 'x', `Content-Encoding: ${'gzip, '.repeat(100)}gzip\r\n`), 'UNDECODABLE: it was encoded 101 times'],
    ['has damaged chunks', text('http://x/a', '5\r\nabc', 'Transfer-Encoding: chunked\r\n'), 'UNDECODABLE: its chunks are damaged'],
    ['has damaged compression', text('http://x/a', 'x', 'Content-Encoding: gzip\r\n'), 'UNDECODABLE: its compression is damaged (Z_BUF_ERROR)'],
    ['has an encoding that nobody knows', text('http://x/a', 'x', 'Content-Encoding: zstd\r\n'), 'UNDECODABLE: its encoding "zstd" cannot be read'],
    ['holds no HTTP', warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': 'http://x/a', 'Content-Type': 'application/http' }, 'x'), 'UNDECODABLE: the record holds no whole HTTP message'],
  ])('%s', async (_, archive, cause) => {
    const found = await read(Buffer.concat([archive, text('http://x/b', 'One.')]));
    expect(found['x%2Fb']).toBe('One.');
    expect(found['x%2Fa']).toContain(cause);
  }); // prettier-ignore

  test('has an article above the limit, which is told and passed over', async () => {
    const archive = Buffer.concat([text('http://x/a', Buffer.alloc(200_000, 'a')), text('http://x/b', 'One.'), text('http://x/c', Buffer.alloc(70_000, 'a'))]);
    const found = await read(archive, { maxFileBytes: 60_000 });
    expect(Object.values(found).map((value) => value.slice(0, 10))).toEqual(['TOO_LARGE:', 'One.', 'TOO_LARGE:']);
  }); // prettier-ignore

  test.each([
    ['is something else', Buffer.from('hello\r\n'), 'a record does not begin with its version'],
    ['has no end of a line', Buffer.alloc(2 ** 20, 'a'), 'a line is too long'],
    ['has a field without an end', Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(2 ** 20, 'a')]), 'a line is too long'],
    ['has fields without an end', Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(100_000)}`), 'a record has too many fields'],
    ['states no length', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'), 'a record does not state its length'],
    ['states a length of 10^20', Buffer.from(`WARC/1.0\r\nContent-Length: 1${'0'.repeat(20)}\r\n\r\n`), 'a record does not state its length'],
    ['ends inside a record', text('http://x/a', 'One.').subarray(0, -6), 'it ends too early'],
    ['ends inside the fields', text('http://x/a', 'One.').subarray(0, 40), 'it ends too early'],
  ])('%s', async (_, archive, cause) => {
    await expect(read(archive)).rejects.toThrow(cause);
  }); // prettier-ignore
});
