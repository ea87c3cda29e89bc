import { Buffer } from 'node:buffer';
import { fourByteCharacter, fourByteKey, multiByteTable, type MultiByteTable } from './character-tables.ts';
import type { MultiByteEncoding } from './encodings.ts';

const REPLACEMENT = 0xfffd;

/**
 * Decodes Shift_JIS, EUC, GB18030 or Big5. What is no character becomes U+FFFD; an ASCII byte behind a broken lead byte stays
 * what it is, so that a line end is never swallowed.
 */
export function decodeMultiByte(
  bytes: Uint8Array,
  encoding: MultiByteEncoding,
): { readonly text: string; readonly replacements: number } {
  const table = multiByteTable(encoding);
  const { units, pairs } = table;
  const hasFour = encoding === 'gb18030';
  // no character has more units than bytes
  const out = new Uint16Array(bytes.length);
  const end = bytes.length;
  let length = 0;
  let replacements = 0;
  for (let i = 0; i < end;) {
    const lead = bytes[i++];
    if (lead < 0x80 || units[lead] !== REPLACEMENT) {
      out[length++] = units[lead];
      continue;
    }
    const trail = i < end ? bytes[i] : 0;
    const codePoint = pairs[(lead - 0x80) * 256 + trail];
    if (codePoint !== 0) {
      i++;
      if (codePoint > 0xffff) {
        out[length++] = 0xd7c0 + (codePoint >> 10);
        out[length++] = 0xdc00 | (codePoint & 0x3ff);
      } else out[length++] = codePoint;
      continue;
    }
    const size = hasFour && trail >= 0x30 && trail <= 0x39 ? 4 : lead === 0x8f ? 3 : 2;
    const text = size === 2 && trail < 0x40 ? '' : longerCharacter(table, bytes, i - 1, size);
    if (text !== '') {
      i += size - 1;
      for (let k = 0; k < text.length; k++) out[length++] = text.charCodeAt(k);
      continue;
    }
    replacements++;
    out[length++] = REPLACEMENT;
    if (trail >= 0x80 && i < end) i++;
  }
  return { text: Buffer.from(out.buffer, 0, 2 * length).toString('utf16le'), replacements };
}

/** The character of `size` bytes at `start` that is not in `pairs`, or `''`. */
function longerCharacter(table: MultiByteTable, bytes: Uint8Array, start: number, size: number): string {
  if (start + size > bytes.length) return '';
  let key = 0;
  for (let i = start; i < start + size; i++) key = key * 256 + bytes[i];
  return size === 4 ? fourByteCharacter(table, key) : (table.longer.get(key) ?? '');
}

/** The bytes of a text; `?` where the encoding has no such character. */
export function encodeMultiByte(text: string, encoding: MultiByteEncoding): Uint8Array {
  const table = multiByteTable(encoding);
  const out = Buffer.allocUnsafe(4 * text.length);
  let length = 0;
  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out[length++] = unit;
      i++;
      continue;
    }
    const character = characterAt(table, text, i);
    i += character.length;
    const key =
      table.bytes.get(character) ?? (encoding === 'gb18030' ? fourByteKey(table, character) : undefined);
    if (key === undefined) out[length++] = 0x3f;
    else {
      const size = key < 0x100 ? 1 : key < 0x1_0000 ? 2 : key < 0x100_0000 ? 3 : 4;
      for (let k = size - 1; k >= 0; k--) out[length++] = Math.floor(key / 256 ** k) % 256;
    }
  }
  return out.subarray(0, length);
}

/** The character at `index`: a code point, or two where the encoding has one for both (four letters of Big5). */
function characterAt(table: MultiByteTable, text: string, index: number): string {
  const first = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const next = text.charCodeAt(index + first.length);
  if (next === 0x304 || next === 0x30c) {
    const both = first + String.fromCharCode(next);
    if (table.bytes.has(both)) return both;
  }
  return first;
}
