import { Buffer } from 'node:buffer';
import type { Failure } from './explain-failure.ts';
import { safeName, tooLargeFailure, type Member, type MemberOptions } from './member.ts';

const LF = 10;

/**
 * The articles of JSON Lines: of each line the string in `textField`, named by `idField` or by the number of the line. Blank
 * lines are passed over. A line that is no such object is a failure of its own.
 */
export async function* readJsonl(
  pieces: AsyncIterable<Uint8Array>,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  const used = new Map<string, number>();
  let number = 0;
  for await (const line of splitLines(pieces, options.maxFileBytes)) {
    number++;
    if ('failure' in line) yield { name: String(number), failure: line.failure };
    else if (line.bytes.some((byte) => byte !== 0x20 && byte !== 9 && byte !== 13)) {
      const member = readLine(line.bytes, number, options);
      const count = used.get(member.name) ?? 0;
      used.set(member.name, count + 1);
      yield count === 0 ? member : { ...member, name: `${member.name}~${count + 1}` };
    }
  }
}

type Line = { readonly bytes: Uint8Array } | { readonly failure: Failure };

/** Lines without their ends. Of a line that is too long nothing is kept. */
async function* splitLines(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Line => {
    const line = length > maxBytes ? { failure: tooLargeFailure(length, maxBytes) } : { bytes: Buffer.concat(parts, length) };
    parts = [];
    length = 0;
    return line;
  }; // prettier-ignore
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, start)) {
      add(piece.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < piece.length) add(piece.subarray(start));
  }
  if (length > 0) yield take();
}

function readLine(bytes: Uint8Array, number: number, { textField, idField }: MemberOptions): Member {
  const name = String(number);
  const refuse = (cause: string): Member => ({ name, failure: { code: 'UNDECODABLE', cause } });
  let value: unknown;
  try {
    // a mark may stand before the first line
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    return refuse(`the line is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = Object.hasOwn(object, textField) ? object[textField] : undefined;
  if (typeof text !== 'string')
    return refuse(`the line has no string in its member ${JSON.stringify(textField)}; name it with --text-field`);
  // half a surrogate pair, which JSON can hold and UTF-8 cannot, becomes U+FFFD here
  const encoded = Buffer.from(text, 'utf8');
  if (idField === null) return { name, bytes: encoded };
  const id = Object.hasOwn(object, idField) ? object[idField] : undefined;
  if (typeof id === 'string' || typeof id === 'number') return { name: safeName(String(id)), bytes: encoded };
  return refuse(`the line has no string or number in its member ${JSON.stringify(idField)} (--id-field)`);
} // prettier-ignore
