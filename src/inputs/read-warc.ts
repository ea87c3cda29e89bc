import { createHash } from 'node:crypto';
import { safeName, tooLargeFailure, type Member, type MemberOptions, type ReadBytes } from './member.ts';
import { PieceReader } from './piece-reader.ts';
import { readHtml } from './read-html.ts';
import { decodeBody, readHttpMessage } from './read-http-message.ts';
import { SourceError } from './source-error.ts';

/**
 * A web archive (WARC, ISO 28500) is a row of records, each with lines of named fields, a blank line, and so many bytes as the
 * field Content-Length says:
 *
 *     WARC/1.0 CRLF
 *     WARC-Type: response CRLF  WARC-Target-URI: http://… CRLF  Content-Length: 4711 CRLF
 *     CRLF
 *     … CRLF CRLF
 *
 * A response is an HTTP message as it came over the wire, a resource and a conversion are the content alone.
 */
const MAX_HEADER_BYTES = 2 ** 16;
const MAX_HEADER_LINES = 256;
/** What an HTTP header may add to an article. */
const HTTP_HEADER_BYTES = 2 ** 16;
const MAX_NAME_UNITS = 180;

type Fields = ReadonlyMap<string, string>;

/**
 * The pages and plain texts of a web archive, in its order, one in memory at a time: records of the type response with a status of
 * 2xx, resource and conversion, whose content is HTML or plain text. All other records are no articles and are passed over.
 */
export async function* readWarc(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  const damaged = (what: string): SourceError =>
    new SourceError(path, { code: 'UNDECODABLE', cause: `the web archive is damaged: ${what}` });
  const reader = new PieceReader(pieces, () => damaged('it ends too early'));
  for (let number = 1; ; number++) {
    const fields = await takeFields(reader, damaged);
    if (fields === undefined) return;
    const stated = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(stated)) throw damaged('a record does not state its length');
    const bytes = Number(stated);
    if (!mayBeArticle(fields)) {
      await reader.skip(bytes);
      continue;
    }
    const name = nameOf(fields, number);
    if (bytes > options.maxFileBytes + HTTP_HEADER_BYTES) {
      await reader.skip(bytes);
      yield { name, failure: tooLargeFailure(bytes, options.maxFileBytes) };
      continue;
    }
    const content = bytes === 0 ? new Uint8Array() : await reader.take(bytes);
    if (content === undefined) throw damaged('it ends too early');
    const article = articleIn(fields, content, options);
    if (article !== undefined) yield { name, ...article };
  }
}

/** The named fields of the next record, by their names in lower case; undefined at the end. */
async function takeFields(reader: PieceReader, damaged: (what: string) => SourceError): Promise<Fields | undefined> {
  const tooLong = (): Error => damaged('a line is too long');
  let version = await reader.takeLine(MAX_HEADER_BYTES, tooLong);
  // two blank lines end a record
  for (let blank = 0; version === '' && blank < MAX_HEADER_LINES; blank++)
    version = await reader.takeLine(MAX_HEADER_BYTES, tooLong);
  if (version === undefined) return undefined;
  if (!/^WARC\/\d{1,3}\.\d{1,3}$/.test(version)) throw damaged('a record does not begin with its version');
  const fields = new Map<string, string>();
  for (let count = 0; count < MAX_HEADER_LINES; count++) {
    const line = await reader.takeLine(MAX_HEADER_BYTES, tooLong);
    if (line === undefined) throw damaged('it ends too early');
    if (line === '') return fields;
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  throw damaged('a record has too many fields');
} // prettier-ignore

const typeOf = (fields: Fields): string => (fields.get('warc-type') ?? '').toLowerCase();

/** Whether a record can hold an article, by its fields alone. */
function mayBeArticle(fields: Fields): boolean {
  const contentType = (fields.get('content-type') ?? '').toLowerCase();
  if (typeOf(fields) === 'response') return contentType.startsWith('application/http');
  return (typeOf(fields) === 'resource' || typeOf(fields) === 'conversion') && kindOf(contentType) !== undefined;
} // prettier-ignore

/** The text of a record, why it could not be read, or undefined when it is no article. */
function articleIn(fields: Fields, content: Uint8Array, options: MemberOptions): ReadBytes | undefined {
  if (typeOf(fields) !== 'response') return textOf(fields.get('content-type') ?? '', content, options);
  const message = readHttpMessage(content);
  if (message === undefined)
    return { failure: { code: 'UNDECODABLE', cause: 'the record holds no whole HTTP message' } };
  const isDone = message.status >= 200 && message.status < 300;
  if (!isDone || kindOf(message.contentType) === undefined) return undefined;
  const body = decodeBody(message, options);
  return 'failure' in body ? body : textOf(message.contentType, body.bytes, options);
}

/** What content of this type is: a page, plain text, or nothing that is read. */
function kindOf(contentType: string): 'html' | 'text' | undefined {
  const [type] = contentType.toLowerCase().split(';');
  if (type.trim() === 'text/plain') return 'text';
  return ['text/html', 'application/xhtml+xml'].includes(type.trim()) ? 'html' : undefined;
}

function textOf(contentType: string, bytes: Uint8Array, { maxFileBytes }: MemberOptions): ReadBytes {
  if (bytes.length > maxFileBytes) return { failure: tooLargeFailure(bytes.length, maxFileBytes) };
  if (kindOf(contentType) === 'text') return { bytes };
  const charset = /charset\s*=\s*["']?([\w-]{1,30})/i.exec(contentType)?.[1];
  return readHtml(bytes, charset);
}

/** The address without its scheme, as one safe part of a path: as a folder tree it could name a file as well as a folder. */
function nameOf(fields: Fields, number: number): string {
  const address = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '').replace(/^[a-z][a-z0-9+.-]{0,20}:\/{0,2}/i, '');
  if (address === '') return String(number);
  const name = safeName(address);
  if (name.length <= MAX_NAME_UNITS) return name;
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 16);
  // no half of an escape at the end
  return `${name.slice(0, MAX_NAME_UNITS - digest.length - 1).replace(/%[0-9A-F]?$/, '')}~${digest}`;
} // prettier-ignore
