import { Buffer } from 'node:buffer';
import { PieceReader } from './piece-reader.ts';
import { SourceError } from './source-error.ts';
import { safePath, tooLargeFailure, type Member, type MemberOptions } from './member.ts';

/**
 * A tar archive is a row of members, each a header and its content, both filled up to whole blocks:
 *
 *     0    100   108  116  124   136   148       156   157       257     263  265 ...   345     500  512
 *     | name | mode | uid | gid | size | mtime | sum | type | linkname | ustar | ver | ... | prefix | |
 *
 * Numbers are octal digits, or binary when their first bit is set. A member of type `x` or `L` holds the long name of the next one.
 */
const BLOCK = 512;
/** Longest name that is read; more is damage or an attack. */
const MAX_NAME_BYTES = 2 ** 16;

/** The files of a tar archive that `accepts` takes, in their order, piece by piece: nothing else is kept in memory. */
export async function* readTar(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  const reader = new PieceReader(pieces, () => damaged(path, 'it ends too early'));
  let longName: string | undefined;
  let longSize: number | undefined;
  for (;;) {
    const header = await reader.take(BLOCK);
    if (header === undefined || header.every((byte) => byte === 0)) return;
    checkSum(header, path);
    const type = String.fromCharCode(header[156]);
    const size = longSize ?? numberAt(header, 124, 12, path);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (type === 'x' || type === 'L') {
      if (size > MAX_NAME_BYTES) throw damaged(path, 'a name is too long');
      const content = await reader.take(size + padding);
      if (content === undefined) throw damaged(path, 'it ends too early');
      if (type === 'L') longName = textOf(content.subarray(0, size));
      else {
        const records = paxRecords(content.subarray(0, size));
        longName = records.get('path') ?? longName;
        const stated = records.get('size');
        if (stated !== undefined && /^\d{1,15}$/.test(stated)) longSize = Number(stated);
      }
      continue;
    }
    const name = safePath(longName ?? nameOf(header));
    longName = undefined;
    longSize = undefined;
    // '0' and NUL are files; folders, links and devices have no content that could be an article
    const isFile = type === '0' || type === '\0' || type === '7';
    if (isFile && name !== '' && options.accepts(name)) {
      if (size > options.maxFileBytes) {
        yield { name, failure: tooLargeFailure(size, options.maxFileBytes) };
        await reader.skip(size + padding);
      } else {
        const content = await reader.take(size + padding);
        if (content === undefined) throw damaged(path, 'it ends too early');
        yield { name, bytes: content.subarray(0, size) };
      }
    } else await reader.skip(size + padding);
  }
}

function damaged(path: string, what: string): SourceError {
  return new SourceError(path, { code: 'UNDECODABLE', cause: `the archive is damaged: ${what}` });
}

/** The sum of a header's bytes, its own field counted as spaces, tells a header from anything else. */
function checkSum(header: Uint8Array, path: string): void {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i];
  if (numberAt(header, 148, 8, path) !== sum) throw damaged(path, 'a header has a wrong sum');
}

function numberAt(header: Uint8Array, start: number, length: number, path: string): number {
  const field = header.subarray(start, start + length);
  if (field[0] & 0x80) {
    const value = field.subarray(1).reduce((number, byte) => number * 256 + byte, field[0] & 0x3f);
    if (Number.isSafeInteger(value)) return value;
  } else {
    const digits = textOf(field).trim();
    if (digits === '') return 0;
    if (/^[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  }
  throw damaged(path, 'a header has a wrong number');
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const isUstar = textOf(header.subarray(257, 263)).startsWith('ustar');
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Text up to the first NUL. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8');
}

/** `"27 path=some/name.txt\n"`, one behind the other; the number is the length of the whole record. */
function paxRecords(content: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  const data = Buffer.from(content);
  for (let start = 0; start < data.length;) {
    const space = data.indexOf(0x20, start);
    const length = space < 0 ? Number.NaN : Number(data.toString('latin1', start, space));
    if (!Number.isSafeInteger(length) || length < 5 || start + length > data.length) break;
    const record = data.toString('utf8', space + 1, start + length - 1);
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    start += length;
  }
  return records;
}
