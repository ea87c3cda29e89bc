import { Buffer } from 'node:buffer';

type Utf32 = 'utf-32le' | 'utf-32be';

const REPLACEMENT = 0xfffd;

/** The byte order that a mark of four bytes tells. FF FE 00 00 could be UTF-16 with a NUL, which no text has. */
export function utf32Bom(data: Uint8Array): Utf32 | undefined {
  if (data[0] === 0xff && data[1] === 0xfe && data[2] === 0 && data[3] === 0) return 'utf-32le';
  if (data[0] === 0 && data[1] === 0 && data[2] === 0xfe && data[3] === 0xff) return 'utf-32be';
  return undefined;
}

/** The byte order in which all of the data are code points; chance does not bring that about. */
export function looksLikeUtf32(data: Uint8Array): Utf32 | undefined {
  if (data.length === 0 || data.length % 4 !== 0) return undefined;
  return (['utf-32le', 'utf-32be'] as const).find((encoding) => {
    const order = encoding === 'utf-32le' ? 0 : 3;
    for (let i = 0; i < data.length; i += 4) {
      const codePoint = codePointAt(data, i, order);
      if (codePoint === 0 || !isCodePoint(codePoint)) return false;
    }
    return true;
  });
}

/** @param order 0 when the lowest byte comes first, 3 when the highest does */
function codePointAt(data: Uint8Array, at: number, order: 0 | 3): number {
  const byte = (place: number): number => data[at + (place ^ order)];
  return byte(0) + byte(1) * 2 ** 8 + byte(2) * 2 ** 16 + byte(3) * 2 ** 24;
}

function isCodePoint(value: number): boolean {
  return value < 0x11_0000 && (value < 0xd800 || value > 0xdfff);
}

/** Decodes UTF-32. What is no code point, and less than four bytes at the end, become U+FFFD. */
export function decodeUtf32(
  data: Uint8Array,
  encoding: Utf32,
): { readonly text: string; readonly replacements: number } {
  const order = encoding === 'utf-32le' ? 0 : 3;
  const out = new Uint16Array(Math.ceil(data.length / 2) + 1);
  let length = 0;
  let replacements = 0;
  for (let i = 0; i < data.length; i += 4) {
    const codePoint = i + 4 <= data.length ? codePointAt(data, i, order) : -1;
    if (codePoint < 0 || !isCodePoint(codePoint)) {
      replacements++;
      out[length++] = REPLACEMENT;
    } else if (codePoint > 0xffff) {
      out[length++] = 0xd7c0 + (codePoint >> 10);
      out[length++] = 0xdc00 | (codePoint & 0x3ff);
    } else out[length++] = codePoint;
  }
  return { text: Buffer.from(out.buffer, 0, 2 * length).toString('utf16le'), replacements };
}

export function encodeUtf32(text: string, encoding: Utf32): Uint8Array {
  const out = Buffer.allocUnsafe(4 * text.length);
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (encoding === 'utf-32le') out.writeUInt32LE(codePoint, length);
    else out.writeUInt32BE(codePoint, length);
    length += 4;
  }
  return out.subarray(0, length);
}
