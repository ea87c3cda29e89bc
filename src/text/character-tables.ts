import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import type { MultiByteEncoding, SingleByteEncoding } from './encodings.ts';

const REPLACEMENT = 0xfffd;

/** Loaded when the first file needs it: most runs see UTF-8 alone. */
const require = createRequire(import.meta.url);

type Iconv = typeof import('iconv-lite');
let iconv: Iconv | undefined;

/**
 * The tables come from iconv-lite and not from the runtime's own TextDecoder, which depends on the ICU that Node was
 * built with and differs between its releases; and which cannot encode. Decoding itself is done here, because places in the file are needed.
 */
function decodeByTable(bytes: Uint8Array, encoding: string): string {
  iconv ??= require('iconv-lite') as Iconv;
  return iconv.decode(Buffer.from(bytes), encoding);
}

/** The code unit of each byte of a single-byte encoding; U+FFFD where it has no character. */
export interface SingleByteTable {
  readonly units: Uint16Array;
  /** The byte of each code unit that has one. */
  readonly bytes: ReadonlyMap<number, number>;
}

/**
 * A multi-byte encoding. Lead and trail bytes index `pairs`:
 *
 *     pairs[(lead - 0x80) * 256 + trail] = code point, or 0 where there is no character
 */
export interface MultiByteTable {
  /** Code unit of a byte that stands alone, or U+FFFD for a lead byte or none. */
  readonly units: Uint16Array;
  readonly pairs: Uint32Array;
  /** Characters of two code points and of three or four bytes, by their bytes as a number; 0 for no character. */
  readonly longer: Map<number, string>;
  /** Bytes of each character, as a number whose highest byte comes first. */
  readonly bytes: Map<string, number>;
}

const singles = new Map<SingleByteEncoding, SingleByteTable>();
const multis = new Map<MultiByteEncoding, MultiByteTable>();

/** What windows-1252 has at 0x80 to 0x9f, where it is not ISO-8859-1: the commonest table needs no package. */
const windows1252Specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function singleByteTable(encoding: SingleByteEncoding): SingleByteTable {
  let table = singles.get(encoding);
  if (table === undefined) {
    table = makeSingleByteTable(encoding);
    singles.set(encoding, table);
  }
  return table;
}

function makeSingleByteTable(encoding: SingleByteEncoding): SingleByteTable {
  const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  const upper = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
  const text =
    encoding === 'windows-1252'
      ? windows1252Specials + Buffer.from(upper.subarray(32)).toString('latin1')
      : decodeByTable(upper, encoding);
  // places without a character are controls in the first rows, as the WHATWG tables have it
  for (let i = 0; i < 128; i++) {
    const unit = text.charCodeAt(i);
    units[0x80 + i] = unit === REPLACEMENT && i < 32 ? 0x80 + i : unit;
  }
  const bytes = new Map<number, number>();
  units.forEach((unit, byte) => {
    if (unit !== REPLACEMENT && !bytes.has(unit)) bytes.set(unit, byte);
  });
  return { units, bytes };
}

/** Names of the tables that hold all characters in use, where the plain name holds fewer. */
const tableNames: Readonly<Record<MultiByteEncoding, string>> = {
  shift_jis: 'cp932',
  'euc-jp': 'euc-jp',
  'euc-kr': 'cp949',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
};

const LF = 10;

export function multiByteTable(encoding: MultiByteEncoding): MultiByteTable {
  let table = multis.get(encoding);
  if (table === undefined) {
    table = makeMultiByteTable(encoding);
    multis.set(encoding, table);
  }
  return table;
}

function makeMultiByteTable(encoding: MultiByteEncoding): MultiByteTable {
  const name = tableNames[encoding];
  const units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : REPLACEMENT));
  const alone = Uint8Array.from({ length: 256 }, (_, index) => (index % 2 === 0 ? 0x80 + index / 2 : LF));
  decodeByTable(alone, name)
    .split('\n')
    .slice(0, 128)
    .forEach((text, index) => {
      if (text.length === 1) units[0x80 + index] = text.charCodeAt(0);
    });
  const table: MultiByteTable = {
    units,
    pairs: new Uint32Array(128 * 256),
    longer: new Map<number, string>(),
    bytes: new Map<string, number>(),
  };
  units.forEach((unit, byte) => {
    if (unit !== REPLACEMENT) table.bytes.set(String.fromCharCode(unit), byte);
  });
  addPairs(table, name, 0);
  // the second plane of EUC-JP, behind 0x8F
  if (encoding === 'euc-jp') addPairs(table, name, 0x8f);
  return table;
}

/** All pairs with a line end behind each, which is part of no character, are decoded in one go. */
function addPairs(table: MultiByteTable, name: string, prefix: number): void {
  const keys: number[] = [];
  for (let lead = 0x81; lead < 0xff; lead++) {
    if (table.units[lead] !== REPLACEMENT) continue;
    for (let trail = 0x30; trail < 0xff; trail++) keys.push((lead << 8) | trail);
  }
  const size = prefix === 0 ? 3 : 4;
  const bytes = new Uint8Array(size * keys.length);
  keys.forEach((key, index) => {
    bytes.set([prefix, key >> 8, key & 0xff, LF].slice(4 - size), size * index);
  });
  decodeByTable(bytes, name)
    .split('\n')
    .slice(0, keys.length)
    .forEach((text, index) => {
      if (text === '' || text.includes('\ufffd')) return;
      const key = keys[index];
      const whole = prefix * 0x1_0000 + key;
      const codePoint = text.codePointAt(0) ?? 0;
      const isOne = text.length === (codePoint > 0xffff ? 2 : 1);
      // an ASCII letter behind something that is no lead byte
      if (!isOne && text.charCodeAt(text.length - 1) < 0x80) return;
      if (prefix === 0 && isOne) table.pairs[((key >> 8) - 0x80) * 256 + (key & 0xff)] = codePoint;
      else table.longer.set(whole, text);
      const isSecondChoice =
        table.bytes.has(text) || (name === 'cp932' && (key >> 8 === 0xed || key >> 8 === 0xee));
      if (!isSecondChoice) table.bytes.set(text, whole);
    });
}

/** The character of four bytes in GB18030, or `''`. It is remembered for the way back. */
export function fourByteCharacter(table: MultiByteTable, key: number): string {
  const known = table.longer.get(key);
  if (known !== undefined) return known;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(key);
  const decoded = decodeByTable(bytes, 'gb18030');
  const isOne = decoded.length === ((decoded.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  const text = isOne && decoded !== '\ufffd' ? decoded : '';
  table.longer.set(key, text);
  if (text !== '' && !table.bytes.has(text)) table.bytes.set(text, key);
  return text;
}

/** The bytes of a character in GB18030 that is no pair, as a number, or undefined. */
export function fourByteKey(table: MultiByteTable, character: string): number | undefined {
  iconv ??= require('iconv-lite') as Iconv;
  const bytes = iconv.encode(character, 'gb18030');
  if (bytes.length !== 4) return undefined;
  const key = bytes.readUInt32BE();
  return fourByteCharacter(table, key) === character ? key : undefined;
}
