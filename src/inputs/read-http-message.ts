import { Buffer } from 'node:buffer';
import * as zlib from 'node:zlib';
import { FREE_BYTES, tooLargeFailure, type MemberOptions, type ReadBytes } from './member.ts';

/** A response of a web server, as an archive holds it. */
export interface HttpMessage {
  readonly status: number;
  /** As stated, or empty. */
  readonly contentType: string;
  /** What was done to the content, in the order in which it has to be undone. */
  readonly codings: readonly string[];
  readonly body: Uint8Array;
}

const MAX_HEADER_BYTES = 2 ** 16;
/** Codings of one message; a longer row is an attack. */
const MAX_CODINGS = 4;

/** Reads the head of a message; undefined when that is no HTTP or has no end. */
export function readHttpMessage(message: Uint8Array): HttpMessage | undefined {
  const data = Buffer.from(message.buffer, message.byteOffset, message.length);
  const head = data.toString('latin1', 0, MAX_HEADER_BYTES);
  const end = /\r?\n\r?\n/.exec(head);
  if (end === null) return undefined;
  const [first, ...lines] = head.slice(0, end.index).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? {1,4}(\d{3})(?: |$)/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const listed = (name: string): string[] =>
    (fields.get(name) ?? '').toLowerCase().split(',').map((coding) => coding.trim()).reverse(); // prettier-ignore
  const codings = [...listed('transfer-encoding'), ...listed('content-encoding')].filter(
    (coding) => coding !== '' && coding !== 'identity',
  );
  return {
    status: Number(status),
    contentType: fields.get('content-type') ?? '',
    codings,
    body: message.subarray(end.index + end[0].length),
  };
}

const inflaters: Readonly<Record<string, (data: Uint8Array, options: zlib.ZlibOptions) => Buffer>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  deflate: (data, options) => ((data[0] & 0x0f) === 8 ? zlib.inflateSync(data, options) : zlib.inflateRawSync(data, options)),
  br: zlib.brotliDecompressSync,
}; // prettier-ignore

/** The content of a message: chunks joined, decompressed within the limits. Damage, and codings that cannot be read, are failures. */
export function decodeBody({ body, codings }: HttpMessage, { maxFileBytes, maxRatio }: MemberOptions): ReadBytes {
  if (codings.length > MAX_CODINGS)
    return refuse(`it was encoded ${codings.length} times over, and the limit is ${MAX_CODINGS}`);
  let bytes = body;
  for (const coding of codings) {
    if (coding === 'chunked') {
      const joined = joinChunks(bytes);
      if (joined === undefined) return refuse('its chunks are damaged');
      bytes = joined;
      continue;
    }
    if (!Object.hasOwn(inflaters, coding)) return refuse(`its encoding "${coding}" cannot be read`);
    const most = Math.min(maxFileBytes, Math.max(FREE_BYTES, Math.floor(maxRatio * bytes.length)));
    try {
      bytes = inflaters[coding](bytes, { maxOutputLength: most });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code !== 'ERR_BUFFER_TOO_LARGE') return refuse(`its compression is damaged (${code})`);
      if (most === maxFileBytes) return { failure: tooLargeFailure(most, maxFileBytes) };
      const cause = `it grows to more than ${maxRatio} times its size, and the limit is ${maxRatio} (--max-ratio)`;
      return { failure: { code: 'TOO_LARGE', cause } };
    }
  }
  return { bytes };
} // prettier-ignore

function refuse(cause: string): ReadBytes {
  return { failure: { code: 'UNDECODABLE', cause } };
}

/**
 * The content of a chunked body: each chunk is its length in hexadecimal digits, perhaps with an extension behind a semicolon, on a line of
 * its own, then so many bytes and a line end; a length of 0 ends it. Programs that archive often leave the field and join the chunks:
 * what does not begin with a length is taken as it stands. Undefined when the chunks end too early.
 */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const data = Buffer.from(body.buffer, body.byteOffset, body.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const line = /^([0-9a-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,200})?\r\n/i.exec(data.toString('latin1', at, at + 256));
    if (line === null) return at === 0 ? body : undefined;
    const length = Number.parseInt(line[1], 16);
    if (length === 0) return Buffer.concat(parts);
    const start = at + line[0].length;
    if (start + length > data.length) return undefined;
    parts.push(data.subarray(start, start + length));
    at = start + length;
    if (data[at] === 13 && data[at + 1] === 10) at += 2;
    else return undefined;
  }
} // prettier-ignore
