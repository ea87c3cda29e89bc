import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { singleByteTable } from './character-tables.ts';
import { detectEncoding } from './detect-encoding.ts';
import { isMultiByte, isSingleByte, type Encoding, type SingleByteEncoding } from './encodings.ts';
import {
  eachStretch,
  findMixture,
  sequenceLength,
  type EncodingRun,
  type Mixture,
} from './mixed-encodings.ts';
import { decodeMultiByte, encodeMultiByte } from './multi-byte.ts';
import { decodeUtf32, encodeUtf32, looksLikeUtf32, utf32Bom } from './utf-32.ts';

export type { Encoding } from './encodings.ts';
export type { EncodingRun } from './mixed-encodings.ts';

/** A file as text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** True when neither a byte-order mark nor the bytes themselves prove the encoding. */
  readonly guessed: boolean;
  /** Size of the byte-order mark: 0, 2, 3 or 4. */
  readonly bomBytes: number;
  /** The text behind the byte-order mark. */
  readonly text: string;
  /** The same in the bytes of the file, where they are valid UTF-8; the text is then made when it is asked for. */
  readonly utf8?: Uint8Array;
  /** How many invalid sequences became U+FFFD. */
  readonly replacements: number;
  /** Whether encoding the text gives all bytes again: nothing was replaced, and no character has two codes. */
  readonly isExact: boolean;
  /** Lines in another encoding than `encoding`, which is that of most; absent where there are none. */
  readonly others?: readonly EncodingRun[];
  /** With `others`: whether encoding each line in its own encoding gives all bytes again. */
  readonly isExactByLine?: boolean;
}

/** What the bytes of a file have to be decoded by. */
export type FileEncoding = Pick<Decoded, 'encoding' | 'others'>;

/** How much of a file is looked at to tell text from binary data and UTF-16 from both. */
const SNIFF_BYTES = 65_536;

/**
 * Decodes a file: a byte-order mark decides, then `asked`, then valid UTF-8, then UTF-32 and UTF-16 by their bytes, then
 * whether UTF-8 is mixed with another encoding line by line, then whether it is damaged UTF-8, and at last the statistics of `detectEncoding`. `'binary'` when it holds NUL characters or an image's or
 * archive's signature.
 *
 * @param asked the encoding of a file without a mark, which is then no guess
 */
export function decode(bytes: Uint8Array, asked?: Encoding): Decoded | 'binary' {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return decodeMarkedUtf8(data);
  const utf32 = utf32Bom(data);
  if (utf32 !== undefined) return decodeWhole(data.subarray(4), utf32, 4, false);
  if (data[0] === 0xff && data[1] === 0xfe) return decodeUtf16(data.subarray(2), 'utf-16le', 2);
  if (data[0] === 0xfe && data[1] === 0xff) return decodeUtf16(data.subarray(2), 'utf-16be', 2);
  if (asked !== undefined) return decodeAs(data, asked);
  if (data.includes(0)) return hasSignature(data) ? 'binary' : withoutBom(data);
  if (isUtf8(data)) return new ValidUtf8(data, 0);
  if (hasBinarySignature(data)) return 'binary';
  const mixture = findMixture(data);
  if (mixture !== undefined) return decodeMixed(data, mixture, 0);
  if (looksLikeUtf8(data)) return decodeUtf8(data, 0);
  return decodeWhole(data, detectEncoding(data), 0, true);
}

function decodeAs(data: Buffer, encoding: Encoding): Decoded | 'binary' {
  if (encoding === 'utf-8') return decodeUtf8(data, 0);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16(data, encoding, 0);
  return decodeWhole(data, encoding, 0, false);
}

/** Decodes what is no UTF-8 and no UTF-16. */
function decodeWhole(
  data: Buffer,
  encoding: Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>,
  bomBytes: number,
  guessed: boolean,
): Decoded | 'binary' {
  if (isSingleByte(encoding)) {
    const text = decodeSingleByte(data, encoding);
    if (text.includes('\0')) return 'binary';
    const replacements = countReplacements(text);
    return { encoding, guessed, bomBytes, text, replacements, isExact: replacements === 0 };
  }
  const { text, replacements } = isMultiByte(encoding)
    ? decodeMultiByte(data, encoding)
    : decodeUtf32(data, encoding);
  if (text.includes('\0')) return 'binary';
  const isExact = replacements === 0 && Buffer.compare(encode(text, encoding), data) === 0;
  return { encoding, guessed, bomBytes, text, replacements, isExact };
}

/** UTF-8 with a mark, into which lines in another encoding may have been pasted. */
function decodeMarkedUtf8(data: Buffer): Decoded | 'binary' {
  const rest = data.subarray(3);
  if (isUtf8(rest) || rest.includes(0)) return decodeUtf8(rest, 3);
  const mixture = findMixture(rest);
  return mixture?.encoding === 'utf-8' ? decodeMixed(rest, mixture, 3) : decodeUtf8(rest, 3);
}

function decodeMixed(data: Buffer, { encoding, others }: Mixture, bomBytes: number): Decoded | 'binary' {
  let text = '';
  let replacements = 0;
  let isExactByLine = true;
  eachStretch(0, data.length, encoding, others, (start, end, own) => {
    const decoded = decodeAs(data.subarray(start, end), own);
    if (decoded === 'binary') throw new Error('text without NUL bytes was decoded to NUL');
    text += decoded.text;
    replacements += decoded.replacements;
    isExactByLine &&= decoded.isExact;
  });
  const moved = others.map((run) => ({
    ...run,
    bytes: [run.bytes[0] + bomBytes, run.bytes[1] + bomBytes] as const,
  }));
  return {
    encoding,
    guessed: true,
    bomBytes,
    text,
    replacements,
    isExact: false,
    others: moved,
    isExactByLine,
  };
}

/** The text of a piece of a file that begins at `start` of it and ends between characters. */
export function decodePart(piece: Uint8Array, start: number, { encoding, others }: FileEncoding): string {
  if (others === undefined) return decodeSlice(piece, encoding);
  let text = '';
  eachStretch(start, start + piece.length, encoding, others, (from, to, own) => {
    text += decodeSlice(piece.subarray(from - start, to - start), own);
  });
  return text;
}

/** The text of a piece in one encoding that begins and ends between characters. */
export function decodeSlice(bytes: Uint8Array, encoding: Encoding): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return isAscii(data) ? data.toString('latin1') : data.toString('utf8');
  if (isSingleByte(encoding)) return decodeSingleByte(data, encoding);
  if (isMultiByte(encoding)) return decodeMultiByte(data, encoding).text;
  if (encoding === 'utf-16le') return utf16le.decode(data);
  return encoding === 'utf-16be' ? utf16be.decode(data) : decodeUtf32(data, encoding).text;
}

/** The bytes of a text; `?` where an encoding that is not Unicode has no such character. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (isSingleByte(encoding)) return encodeSingleByte(text, encoding);
  if (isMultiByte(encoding)) return encodeMultiByte(text, encoding);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? Buffer.from(text, 'utf16le').swap16() : encodeUtf32(text, encoding);
}

/** Size of one white-space character in a file, in bytes. */
export function encodedSize(unit: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  if (isSingleByte(encoding)) return 1;
  if (isMultiByte(encoding))
    return unit < 0x80 ? 1 : encodeMultiByte(String.fromCharCode(unit), encoding).length;
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 4;
}

const utf16le = new TextDecoder('utf-16le', { ignoreBOM: true });
const utf16be = new TextDecoder('utf-16be', { ignoreBOM: true });

function decodeSingleByte(data: Buffer, encoding: SingleByteEncoding): string {
  if (isAscii(data)) return data.toString('latin1');
  const { units } = singleByteTable(encoding);
  const out = new Uint16Array(data.length);
  for (let i = 0; i < data.length; i++) out[i] = units[data[i]];
  return Buffer.from(out.buffer).toString('utf16le');
}

function encodeSingleByte(text: string, encoding: SingleByteEncoding): Uint8Array {
  const { bytes } = singleByteTable(encoding);
  return Uint8Array.from(text, (character) => bytes.get(character.charCodeAt(0)) ?? 0x3f);
}

/** What nearly all files are. Most that read it need the code units alone, which come from its bytes faster than from a string. */
class ValidUtf8 implements Decoded {
  readonly encoding: Encoding = 'utf-8';
  readonly guessed = false;
  readonly replacements = 0;
  readonly isExact = true;
  readonly bomBytes: number;
  readonly utf8: Buffer;

  /** @param utf8 the file behind its mark; as long as it is not overwritten, the text can be asked for */
  constructor(utf8: Buffer, bomBytes: number) {
    this.utf8 = utf8;
    this.bomBytes = bomBytes;
  }

  get text(): string {
    return decodeSlice(this.utf8, 'utf-8');
  }
}

function decodeUtf8(data: Buffer, bomBytes: number): Decoded | 'binary' {
  if (data.includes(0)) return 'binary';
  if (isUtf8(data)) return new ValidUtf8(data, bomBytes);
  const text = data.toString('utf8');
  const replacements = countReplacements(text) - countReplacementBytes(data);
  return { encoding: 'utf-8', guessed: false, bomBytes, text, replacements, isExact: false };
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
  return { encoding, guessed: false, bomBytes, text, replacements, isExact: replacements === 0 };
}

/** Zero bytes without a mark: UTF-32 and UTF-16 have them in certain places. Anything else is binary. */
function withoutBom(data: Buffer): Decoded | 'binary' {
  const utf32 = looksLikeUtf32(data);
  if (utf32 !== undefined) return decodeWhole(data, utf32, 0, true);
  if (data.length % 2 !== 0) return 'binary';
  const encoding = guessUtf16(data.subarray(0, SNIFF_BYTES));
  if (encoding === undefined) return 'binary';
  const decoded = decodeUtf16(data, encoding, 0);
  if (decoded === 'binary' || decoded.replacements > 0) return 'binary';
  return { ...decoded, guessed: true };
}

/** Least share of units that must be in a script's own rows of Unicode, in either order of the bytes. */
const LEAST_SCRIPT_SHARE = 0.9;
const MAX_ZERO_LOWS = 0.02;
const MOSTLY = 0.6;
/** Noise that is no text at all scatters over all 256 rows; an alphabet has two or three of them. */
const LEAST_ALPHABET_SHARE = 0.75;

/**
 * UTF-16 without a mark. Text has its spaces, line ends and digits in row 0 and its letters in a few rows more (Chinese in 82); so
 * in the right order the high bytes are few, and a zero among them stands where ASCII does.
 */
function guessUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let best: 'utf-16le' | 'utf-16be' | undefined;
  let bestScore = 0;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const high = encoding === 'utf-16le' ? 1 : 0;
    let plausible = 0;
    let zeroLows = 0;
    let units = 0;
    const rows = new Uint32Array(256);
    for (let i = 0; i + 1 < sample.length; i += 2) {
      units++;
      const row = sample[i + high];
      rows[row]++;
      if (sample[i + 1 - high] === 0) zeroLows++;
      if (isTextUnit(row, sample[i + 1 - high])) plausible++;
    }
    const share = plausible / units;
    // among ideographs a zero byte may come last, in Latin text it does not
    if (rows[0] > MOSTLY * units && zeroLows > MAX_ZERO_LOWS * units) return undefined;
    // in the wrong order ASCII letters are ideographs, too; in the right order ideographs are no ASCII letters
    const score = share + rows[0] / units;
    const isText = share > LEAST_SCRIPT_SHARE && (isAlphabet(rows, units) || isIdeographic(rows, units));
    if (isText && rows[0] > 0 && score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

/** Whether nearly all units are ASCII, Latin letters of Europe, or of two rows more. */
function isAlphabet(rows: Uint32Array, units: number): boolean {
  const [first, second] = rows.slice(2, 0x20).toSorted((a, b) => b - a);
  return rows[0] + rows[1] + rows[0x1e] + rows[0x20] + first + second > LEAST_ALPHABET_SHARE * units;
}

function isIdeographic(rows: Uint32Array, units: number): boolean {
  let count = rows[0] + rows[0x20] + rows[0x30] + rows[0xff];
  for (let row = 0x4e; row < 0xa0; row++) count += rows[row];
  for (let row = 0xac; row < 0xd8; row++) count += rows[row];
  return count > LEAST_SCRIPT_SHARE * units;
}

/** Whether text is likely to hold the unit: ASCII without controls, letters of living scripts, their punctuation. */
function isTextUnit(row: number, low: number): boolean {
  if (row === 0) return low === 9 || low === 10 || low === 13 || (low >= 0x20 && low < 0x7f) || low >= 0xa0;
  return (
    (row >= 1 && row <= 0x17) || // Latin to Khmer
    row === 0x1e || // Latin of Vietnam
    (row >= 0x20 && row <= 0x22) || // punctuation
    row === 0x30 || // kana
    (row >= 0x4e && row <= 0x9f) || // ideographs
    (row >= 0xac && row <= 0xd7) || // Hangul
    row === 0xfe ||
    row === 0xff // full-width forms
  );
}

const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x1f, 0x8b], // gzip
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

function hasSignature(data: Buffer): boolean {
  return signatures.some((signature) => signature.every((byte, index) => data[index] === byte));
}

function hasBinarySignature(data: Buffer): boolean {
  if (hasSignature(data)) return true;
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
    if (data[i] < 0x80) continue;
    const length = sequenceLength(data, i);
    if (length > 0) valid++;
    else invalid++;
    i += Math.max(1, length) - 1;
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
