import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/** WHATWG names of the encodings that can be read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** True when neither a byte-order mark nor the bytes themselves prove the encoding. */
  readonly guessed: boolean;
  /** Size of the byte-order mark: 0, 2 or 3. */
  readonly bomBytes: number;
  /** The text behind the byte-order mark. */
  readonly text: string;
  /** How many invalid sequences became U+FFFD. */
  readonly replacements: number;
}

/** How much of a file is looked at to tell text from binary data and UTF-16 from both. */
const SNIFF_BYTES = 65_536;

/**
 * Decodes a file: a byte-order mark decides, then valid UTF-8, then UTF-16 by its zero bytes, then the better
 * of damaged UTF-8 and windows-1252. `'binary'` when it holds NUL characters or an image's or archive's signature.
 */
export function decode(bytes: Uint8Array): Decoded | 'binary' {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return decodeUtf8(data.subarray(3), 3);
  if (data[0] === 0xff && data[1] === 0xfe) return decodeUtf16(data.subarray(2), 'utf-16le', 2);
  if (data[0] === 0xfe && data[1] === 0xff) return decodeUtf16(data.subarray(2), 'utf-16be', 2);
  if (data.includes(0)) return hasBinarySignature(data) ? 'binary' : withoutBom(data);
  if (isAscii(data)) return plain('utf-8', data.toString('latin1'), 0, false);
  if (isUtf8(data)) return plain('utf-8', data.toString('utf8'), 0, false);
  if (hasBinarySignature(data)) return 'binary';
  return looksLikeUtf8(data)
    ? decodeUtf8(data, 0)
    : plain('windows-1252', decodeSlice(data, 'windows-1252'), 0, true);
}

/** The text of a piece of a file that begins and ends between characters. */
export function decodeSlice(bytes: Uint8Array, encoding: Encoding): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (encoding) {
    case 'utf-8':
      return isAscii(data) ? data.toString('latin1') : data.toString('utf8');
    case 'utf-16le':
      return utf16le.decode(data);
    case 'utf-16be':
      return utf16be.decode(data);
    case 'windows-1252':
      return decodeWindows1252(data);
  }
}

/** The bytes of a text; `?` where windows-1252 has no such character. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return encodeWindows1252(text);
  }
}

/** Size of one white-space character in a file, in bytes. */
export function encodedSize(unit: number, encoding: Encoding): number {
  if (encoding === 'windows-1252') return 1;
  if (encoding !== 'utf-8') return 2;
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

const utf16le = new TextDecoder('utf-16le', { ignoreBOM: true });
const utf16be = new TextDecoder('utf-16be', { ignoreBOM: true });

/**
 * What windows-1252 has at 0x80 to 0x9f, where it is not ISO-8859-1; the five bytes without a character are controls,
 * as in the WHATWG table. Not left to TextDecoder, which takes these bytes for ISO-8859-1 in some releases of Node.
 */
const windows1252Specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows1252Special = /[\u0080-\u009f]/g;
const windows1252Bytes: ReadonlyMap<string, number> = new Map(
  [...windows1252Specials].map((character, index) => [character, 0x80 + index]),
);

function decodeWindows1252(data: Buffer): string {
  const text = data.toString('latin1');
  return text.replace(windows1252Special, (control) => windows1252Specials[control.charCodeAt(0) - 0x80]);
}

function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    return windows1252Bytes.get(character) ?? (unit < 0x100 ? unit : 0x3f);
  });
}

function plain(encoding: Encoding, text: string, bomBytes: number, guessed: boolean): Decoded {
  return { encoding, guessed, bomBytes, text, replacements: 0 };
}

function decodeUtf8(data: Buffer, bomBytes: number): Decoded | 'binary' {
  if (data.includes(0)) return 'binary';
  const text = data.toString('utf8');
  const replacements = isUtf8(data) ? 0 : countReplacements(text) - countReplacementBytes(data);
  return { encoding: 'utf-8', guessed: false, bomBytes, text, replacements };
}

function decodeUtf16(data: Buffer, encoding: 'utf-16le' | 'utf-16be', bomBytes: number): Decoded | 'binary' {
  const text = decodeSlice(data, encoding);
  if (text.includes('\0')) return 'binary';
  // a replacement character that the file itself holds encodes back to itself
  const back = encode(text, encoding);
  let replacements = data.length % 2;
  for (let i = 0; i + 1 < data.length && i + 1 < back.length; i += 2) {
    if (data[i] !== back[i] || data[i + 1] !== back[i + 1]) replacements++;
  }
  return { encoding, guessed: false, bomBytes, text, replacements };
}

/** UTF-16 without a mark: Western text has its zero bytes on one side. Anything else with zeros is binary. */
function withoutBom(data: Buffer): Decoded | 'binary' {
  if (data.length % 2 !== 0) return 'binary';
  const sample = data.subarray(0, SNIFF_BYTES);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]++;
  const units = sample.length / 2;
  const encoding = zeros[1] > 0.3 * units && zeros[0] < 0.02 * units ? 'utf-16le' : 'utf-16be';
  if (encoding === 'utf-16be' && !(zeros[0] > 0.3 * units && zeros[1] < 0.02 * units)) return 'binary';
  const decoded = decodeUtf16(data, encoding, 0);
  if (decoded === 'binary' || decoded.replacements > 0) return 'binary';
  return { ...decoded, guessed: true };
}

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x1f, 0x8b], // gzip
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

function hasBinarySignature(data: Buffer): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => data[index] === byte))) return true;
  // text has hardly any control characters but tabs and line ends
  const sample = data.subarray(0, SNIFF_BYTES);
  let controls = 0;
  for (const byte of sample)
    if (byte > 0 && byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) controls++;
  return controls > 0.05 * sample.length;
}

/** Whether a file that is not valid UTF-8 has more valid sequences of it than invalid bytes. */
function looksLikeUtf8(data: Buffer): boolean {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i];
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 1;
    let k = 1;
    while (k < length && (data[i + k] & 0xc0) === 0x80) k++;
    if (length > 1 && k === length) valid++;
    else invalid++;
    i += k - 1;
  }
  return valid > invalid;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** Replacement characters that the file itself holds: EF BF BD. */
function countReplacementBytes(data: Buffer): number {
  let count = 0;
  const pattern = Buffer.from([0xef, 0xbf, 0xbd]);
  for (let at = data.indexOf(pattern); at >= 0; at = data.indexOf(pattern, at + 3)) count++;
  return count;
}
