import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatOf, memberNameOf } from '../../../src/inputs/input-format.ts';
import { memberDefaults, safeName, safePath, type MemberOptions } from '../../../src/inputs/member.ts';
import { readMembers } from '../../../src/inputs/read-members.ts';
import { makeTar, paxRecord, tarMember } from './make-tar.ts';
import { scratchFolder } from './scratch.ts';

type Found = Record<string, string>;

/** The members of some bytes as if they were a file of this name: texts, or codes of failures. */
async function membersOf(path: string, content: Uint8Array | string, options: Partial<MemberOptions> = {}): Promise<Found> {
  const { compression, format } = formatOf(path);
  if (format === 'text') throw new Error('not a container');
  const found: Found = {};
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let source: string | Uint8Array = bytes;
  if (format === 'zip') {
    source = join(scratchFolder(), 'archive.zip');
    writeFileSync(source, bytes);
  }
  const container = { path, content: source, compression, format };
  for await (const member of readMembers(container, { ...memberDefaults, ...options })) {
    found[member.name] = 'failure' in member ? member.failure.code : Buffer.from(member.bytes).toString();
  }
  return found;
} // prettier-ignore

describe('formatOf', () => {
  test.each([
    ['a.txt', 'none', 'text'],
    ['a', 'none', 'text'],
    ['A.TXT.GZ', 'gzip', 'gzip'],
    ['a.txt.zst', 'zstd', 'gzip'],
    ['a.ndjson.gz', 'gzip', 'jsonl'],
    ['a.tgz', 'gzip', 'tar'],
    ['a.tar', 'none', 'tar'],
    ['a.htm', 'none', 'html'],
    ['a.zip', 'none', 'zip'],
  ])('knows %s', (path, compression, format) => {
    expect(formatOf(path)).toEqual({ compression, format });
  });

  test('names what comes out', () => {
    expect(['x/a.txt.gz', 'x/page.html', 'x/.gz'].map(memberNameOf)).toEqual([
      'a.txt',
      'page.txt',
      'article.txt',
    ]);
  });
});

describe('names', () => {
  test('cannot leave the folder they are restored into', () => {
    expect(safePath('../../etc/./passwd.txt')).toBe('%2E%2E/%2E%2E/etc/passwd.txt');
    expect(safePath('/abs//b.txt')).toBe('abs/b.txt');
    expect(safeName('a/b\\c:d\n\u0000é')).toBe('a%2Fb%5Cc%3Ad%0A%00é');
    expect(safeName('')).toBe('%00');
    expect(safeName('\ud800x')).toBe('%EF%BF%BDx');
  });
});

describe('compressed text', () => {
  test('comes out, also in several parts one behind the other', async () => {
    const parts = Buffer.concat([gzipSync('One. '), gzipSync('Two.')]);
    expect(await membersOf('a.txt.gz', parts)).toEqual({ 'a.txt': 'One. Two.' });
  });

  test('that is damaged or cut off is refused', async () => {
    const bytes = gzipSync('One sentence. '.repeat(100));
    await expect(membersOf('a.txt.gz', bytes.subarray(0, -20))).rejects.toMatchObject({ code: 'UNDECODABLE' });
    bytes[20] ^= 0xff;
    await expect(membersOf('a.txt.gz', bytes)).rejects.toMatchObject({ code: 'UNDECODABLE' });
  }); // prettier-ignore

  test('that would grow a thousandfold is stopped long before its end', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 'a'));
    const started = process.memoryUsage().rss;
    await expect(membersOf('a.txt.gz', bomb)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(process.memoryUsage().rss - started).toBeLessThan(90_000_000);
  });

  test('may be no larger than a file', async () => {
    const bytes = gzipSync('One sentence. '.repeat(100));
    expect(await membersOf('a.txt.gz', bytes, { maxFileBytes: 1399 })).toEqual({ 'a.txt': 'TOO_LARGE' });
    expect(Object.values(await membersOf('a.txt.gz', bytes, { maxFileBytes: 1400 }))[0]).toHaveLength(1400);
  });

  test.skipIf('createZstdDecompress' in zlib)('says when this Node cannot read zstd', async () => {
    await expect(membersOf('a.txt.zst', 'x')).rejects.toThrow(/cannot read zstd; use Node 22.15/);
  });
});

describe('JSON Lines', () => {
  test('give the text of each line, and name the lines that have none', async () => {
    const lines = [
      '\ufeff{"text":"First."}',
      '{"text":7}',
      '',
      '[1,2]',
      'no JSON',
      '{"text":"Largo \\ud83d\\ude00"}\r',
    ];
    expect(await membersOf('a.jsonl', lines.join('\n'))).toEqual({
      1: 'First.',
      2: 'UNDECODABLE',
      4: 'UNDECODABLE',
      5: 'UNDECODABLE',
      6: 'Largo 😀',
    });
  });

  test('take text and name from the members that are asked for', async () => {
    const lines = '{"body":"One.","id":"x/1"}\n{"body":"Two.","id":"x/1"}\n{"body":"Three."}\n';
    expect(await membersOf('a.ndjson', lines, { textField: 'body', idField: 'id' })).toEqual({
      'x%2F1': 'One.',
      'x%2F1~2': 'Two.',
      3: 'UNDECODABLE',
    });
  });

  test('do not take a member of Object for one of the line', async () => {
    expect(await membersOf('a.jsonl', '{}', { textField: 'constructor' })).toEqual({ 1: 'UNDECODABLE' });
  });

  test('do not keep a line that is too long', async () => {
    const lines = `{"text":"${'x'.repeat(500)}"}\n{"text":"y"}\n`;
    expect(await membersOf('a.jsonl', lines, { maxFileBytes: 100 })).toEqual({ 1: 'TOO_LARGE', 2: 'y' });
  });
});

describe('tar archives', () => {
  test('give their text files, with long names, and nothing else', async () => {
    const long = `${'folder/'.repeat(30)}article.txt`;
    const archive = makeTar(
      tarMember('a.txt', 'One.'),
      tarMember('sub/', '', '5'),
      tarMember('link.txt', '', '2'),
      tarMember('picture.png', 'PNG'),
      tarMember('pax', paxRecord('path', long), 'x'),
      tarMember('short.txt', 'Two.'),
      tarMember('././@LongLink', `${long}2.txt\0`, 'L'),
      tarMember('short.txt', 'Three.'),
      tarMember('../../evil.txt', 'Four.'),
      tarMember('a.txt', 'Five.'),
    );
    expect(await membersOf('a.tar', archive)).toEqual({
      'a.txt': 'One.',
      [long]: 'Two.',
      [`${long}2.txt`]: 'Three.',
      '%2E%2E/%2E%2E/evil.txt': 'Four.',
      'a.txt~2': 'Five.',
    });
    expect(Object.keys(await membersOf('a.tgz', gzipSync(archive)))).toHaveLength(5);
  });

  test('that are damaged or cut off are refused, after what came before', async () => {
    const archive = makeTar(tarMember('a.txt', 'One.'), tarMember('b.txt', 'x'.repeat(2000)));
    await expect(membersOf('a.tar', archive.subarray(0, 2000))).rejects.toMatchObject({ code: 'UNDECODABLE' });
    await expect(membersOf('a.tar', archive.subarray(0, 1100))).rejects.toMatchObject({ code: 'UNDECODABLE' });
    archive[1030] ^= 1;
    await expect(membersOf('a.tar', archive)).rejects.toThrow(/wrong sum/);
  }); // prettier-ignore

  test('pass over what is too large, and refuse names without end', async () => {
    const archive = makeTar(tarMember('a.txt', 'x'.repeat(2000)), tarMember('b.txt', 'y'));
    expect(await membersOf('a.tar', archive, { maxFileBytes: 1000 })).toEqual({ 'a.txt': 'TOO_LARGE', 'b.txt': 'y' });
    const name = makeTar(tarMember('x', 'n'.repeat(70_000), 'L'), tarMember('b.txt', 'y'));
    await expect(membersOf('a.tar', name)).rejects.toThrow(/name is too long/);
  }); // prettier-ignore

  test('give the text of pages and of compressed files in them, when these are asked for', async () => {
    const archive = makeTar(
      tarMember('a.html', page('The ferry is back')),
      tarMember('b.txt.gz', gzipSync('One.')),
    );
    const found = await membersOf('a.tar', archive, { accepts: () => true });
    expect(found['a.html']).toMatch(/^The ferry is back\n\n/);
    expect(found['b.txt.gz']).toBe('One.');
  });
});

describe('zip archives', () => {
  // made by the program zip: a.txt (stored), b.txt (deflated, 2,000 letters), c.png
  const archive = (): Buffer => makeZip([['a.txt', 'One.', false], ['b.txt', 'x'.repeat(2000), true], ['c.png', 'PNG', false]]); // prettier-ignore

  test('give their text files', async () => {
    expect(await membersOf('a.zip', archive())).toEqual({ 'a.txt': 'One.', 'b.txt': 'x'.repeat(2000) });
  });

  test('pass over what is too large', async () => {
    expect(await membersOf('a.zip', archive(), { maxFileBytes: 1000 })).toEqual({
      'a.txt': 'One.',
      'b.txt': 'TOO_LARGE',
    });
  });

  test('that lie about a size, or lead out of the folder, or are none, are refused', async () => {
    const bytes = archive();
    // the directory states 1,999 bytes for b.txt
    const at = bytes.lastIndexOf(Buffer.from([0xd0, 0x07, 0, 0]));
    bytes[at] = 0xcf;
    expect(await membersOf('a.zip', bytes)).toEqual({ 'a.txt': 'One.', 'b.txt': 'UNDECODABLE' });
    const evil = makeZip([['../evil.txt', 'x', false]]);
    await expect(membersOf('a.zip', evil)).rejects.toMatchObject({ code: 'UNDECODABLE' });
    await expect(membersOf('a.zip', 'no archive')).rejects.toMatchObject({ code: 'UNDECODABLE' });
  });
});

/** A zip archive: local headers with contents, the directory, its end. */
function makeZip(files: readonly (readonly [name: string, content: string, deflate: boolean])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, deflate] of files) {
    const data = deflate ? zlib.deflateRawSync(content) : Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(Buffer.from(content)), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, names, end]);
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const paragraph =
  'The ferry that crosses the harbour every morning is running again after a winter of repairs, and the pupils of the northern shore no longer walk for an hour.';

function page(title: string): string {
  const body = Array.from({ length: 6 }, (_, i) => `<p>${i}. ${paragraph} &copy;</p>`).join('');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>${title}</h1>${body}</article><script>alert(1)</script><footer>All rights</footer></body></html>`;
}

describe('saved pages', () => {
  test('give title and paragraphs, without navigation and scripts', async () => {
    const found = await membersOf('news.html', page('The ferry is back'));
    expect(Object.keys(found)).toEqual(['news.txt']);
    expect(found['news.txt'].split('\n\n')).toHaveLength(7);
    expect(found['news.txt']).toMatch(/^The ferry is back\n\n0\. The ferry that/);
    expect(found['news.txt']).toContain('©');
    expect(found['news.txt']).not.toMatch(/Home|alert|rights/);
  });

  test('are read in the encoding they state', async () => {
    const html = page('Die Fähre fährt wieder').replace('utf-8', 'windows-1252');
    const found = await membersOf('a.html', Buffer.from(html, 'latin1'));
    expect(found['a.txt']).toMatch(/^Die Fähre fährt wieder/);
  });

  test('without an article, or nested without end, are refused', async () => {
    expect(await membersOf('a.html', '<html><body></body></html>')).toEqual({ 'a.txt': 'UNDECODABLE' });
    expect(await membersOf('a.html', '<div>'.repeat(100_000))).toEqual({ 'a.txt': 'TOO_LARGE' });
    expect(await membersOf('a.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]))).toEqual({ 'a.txt': 'BINARY' });
  }); // prettier-ignore
});
