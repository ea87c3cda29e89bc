import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decode, decodeSlice, encode, encodedSize, type Decoded } from '../../../src/text/decode.ts';

function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  if (result === 'binary') throw new Error('taken for binary');
  return result;
}

const mark = '\ufeff';
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decode', () => {
  it.each([
    ['plain ASCII', Buffer.from('One.'), 'utf-8', 0, 'One.', false],
    ['an empty file', Buffer.from(''), 'utf-8', 0, '', false],
    ['UTF-8', Buffer.from('Größe 港 😀'), 'utf-8', 0, 'Größe 港 😀', false],
    ['UTF-8 with a mark', Buffer.from(`${mark}Größe`), 'utf-8', 3, 'Größe', false],
    ['a mark alone', Buffer.from(mark), 'utf-8', 3, '', false],
    ['UTF-16LE with a mark', Buffer.from(`${mark}Größe 😀`, 'utf16le'), 'utf-16le', 2, 'Größe 😀', false],
    ['UTF-16BE with a mark', swapped(`${mark}Größe 😀`), 'utf-16be', 2, 'Größe 😀', false],
    ['UTF-16LE without a mark', Buffer.from('Some plain words.', 'utf16le'), 'utf-16le', 0, 'Some plain words.', true],
    ['UTF-16BE without a mark', swapped('Größe und Maß.'), 'utf-16be', 0, 'Größe und Maß.', true],
    ['windows-1252', Buffer.from('Stra\xdfe', 'latin1'), 'windows-1252', 0, 'Straße', true],
    ['quotes and dashes of windows-1252', Buffer.from('\x93so\x94 \x96 \x80 5 \x85', 'latin1'), 'windows-1252', 0, '“so” – € 5 …', true],
    ['a first letter with the highest byte', Buffer.from('\xff\xe9', 'latin1'), 'windows-1252', 0, 'ÿé', true],
    ['a second mark, which is text', Buffer.from(`${mark}${mark}x`), 'utf-8', 3, `${mark}x`, false],
  ] as const)('reads %s', (_, bytes, encoding, bomBytes, text, guessed) => {
    expect(decoded(bytes)).toMatchObject({
      encoding,
      bomBytes,
      text,
      guessed,
      replacements: 0,
      isExact: true,
    });
  }); // prettier-ignore

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x10, 0x4a, 0x46])],
    ['an archive without zeros', Buffer.from([0x1f, 0x8b, 0x08, 0x91, 0xe3, 0x99])],
    ['zeros in ASCII', Buffer.from('a\0b\0\0c')],
    ['zeros in UTF-8 with a mark', Buffer.from(`${mark}a\0b`)],
    ['zeros in UTF-16', Buffer.from(`${mark}a\0b`, 'utf16le')],
    ['zeros in both halves', Buffer.from([0, 0, 0, 1, 65, 0, 0, 2])],
    ['zeros in an odd number of bytes', Buffer.from('a\0b')],
    ['many control characters', Buffer.from([1, 2, 3, 4, 0x80, 0x81, 65, 66])],
    [
      'halves of surrogates without a mark',
      Buffer.concat([Buffer.from('plain words', 'utf16le'), Buffer.from([0x00, 0xd8])]),
    ],
  ])('takes %s for binary', (_, bytes) => {
    expect(decode(bytes)).toBe('binary');
  });

  it('replaces invalid bytes in UTF-8 and counts them, without those that the file holds itself', () => {
    const bytes = Buffer.concat([Buffer.from('Größe, Maß '), Buffer.from([0xe2, 0x82]), Buffer.from(' \ufffd!')]);
    expect(decoded(bytes)).toMatchObject({ encoding: 'utf-8', text: 'Größe, Maß \ufffd \ufffd!', replacements: 1 });
  }); // prettier-ignore

  it('keeps a valid replacement character without counting it', () => {
    expect(decoded(Buffer.from('x \ufffd y')).replacements).toBe(0);
  });

  it('counts half a unit at the end of UTF-16, and surrogates without partner', () => {
    const half = Buffer.concat([Buffer.from(`${mark}ab`, 'utf16le'), Buffer.from([0x41])]);
    expect(decoded(half)).toMatchObject({ text: 'ab\ufffd', replacements: 1 });
    const lone = Buffer.concat([Buffer.from(`${mark}a`, 'utf16le'), Buffer.from([0x00, 0xd8, 0x62, 0x00])]);
    expect(decoded(lone)).toMatchObject({ text: 'a\ufffdb', replacements: 1 });
  });

  it('prefers windows-1252 when hardly any sequence is valid UTF-8', () => {
    expect(decoded(Buffer.from('\xe9t\xe9 \xc3\xa9 d\xe9j\xe0', 'latin1')).encoding).toBe('windows-1252');
    expect(decoded(Buffer.concat([Buffer.from('été déjà '), Buffer.from([0xff])])).encoding).toBe('utf-8');
  });
});

describe('encode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)('gives the bytes again in %s', (encoding) => {
    const text = 'Straße – “so” € …\n';
    const bytes = encode(text, encoding);
    expect(decodeSlice(bytes, encoding)).toBe(text);
    if (encoding === 'windows-1252') return;
    expect(decodeSlice(encode('港 😀 \ufeff', encoding), encoding)).toBe('港 😀 \ufeff');
  }); // prettier-ignore

  it('knows all 256 bytes of windows-1252', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect([...encode(decodeSlice(bytes, 'windows-1252'), 'windows-1252')]).toEqual([...bytes]);
  });

  it('puts a question mark for what windows-1252 lacks', () => {
    expect([...encode('a港', 'windows-1252')]).toEqual([0x61, 0x3f]);
  });
});

describe('encodedSize', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('is the size of white space in %s', (encoding) => {
    for (const space of ['\t', ' ', '\u00a0', '\u3000', '\ufeff']) {
      expect(encodedSize(space.charCodeAt(0), encoding)).toBe(encode(space, encoding).length);
    }
  });

  it('is one byte in windows-1252', () => {
    expect(encodedSize(0xa0, 'windows-1252')).toBe(1);
  });
});
