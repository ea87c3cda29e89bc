/** Encodings whose bytes are told apart without tables. */
const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;

/** One byte a character. */
const singleByteEncodings = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
] as const;

/** One to four bytes a character; the bytes of LF and CR never occur inside a longer one. */
const multiByteEncodings = ['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'] as const;

export type SingleByteEncoding = (typeof singleByteEncodings)[number];
export type MultiByteEncoding = (typeof multiByteEncodings)[number];

/** WHATWG names of the encodings that can be read, and UTF-32, which that standard leaves out. */
export type Encoding = (typeof unicodeEncodings)[number] | SingleByteEncoding | MultiByteEncoding;

/** All encodings that can be read, Unicode first. */
export const encodings: readonly Encoding[] = [
  ...unicodeEncodings,
  ...singleByteEncodings,
  ...multiByteEncodings,
];

/**
 * Other names in use, without signs and in lower case. As in the WHATWG standard, Latin-1 means windows-1252, and the names of national
 * subsets mean the set that grew out of them.
 */
const aliases: Readonly<Record<string, Encoding>> = {
  ascii: 'windows-1252',
  usascii: 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  iso88591: 'windows-1252',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  latin5: 'windows-1254',
  iso88599: 'windows-1254',
  iso885911: 'windows-874',
  iso88598i: 'iso-8859-8',
  tis620: 'windows-874',
  cp866: 'ibm866',
  koi8: 'koi8-r',
  koi8ru: 'koi8-u',
  mac: 'macintosh',
  macroman: 'macintosh',
  sjis: 'shift_jis',
  windows31j: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  ksc5601: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  euccn: 'gb18030',
  big5hkscs: 'big5',
  cp950: 'big5',
  utf16: 'utf-16le',
  utf32: 'utf-32le',
  ucs2: 'utf-16le',
};

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const byPlainName: ReadonlyMap<string, Encoding> = new Map([
  ...encodings.map((encoding) => [plainName(encoding), encoding] as const),
  ...encodings.flatMap((encoding) =>
    encoding.startsWith('windows-') ? [[`cp${encoding.slice(8)}`, encoding] as const] : [],
  ),
  ...Object.entries(aliases),
]);

/** The encoding of a name as people write it (`Latin-1`, `cp1251`, `SJIS`), or undefined. */
export function encodingOf(name: string): Encoding | undefined {
  return byPlainName.get(plainName(name));
}

const singles: ReadonlySet<string> = new Set(singleByteEncodings);
const multis: ReadonlySet<string> = new Set(multiByteEncodings);

export function isSingleByte(encoding: Encoding): encoding is SingleByteEncoding {
  return singles.has(encoding);
}

export function isMultiByte(encoding: Encoding): encoding is MultiByteEncoding {
  return multis.has(encoding);
}
