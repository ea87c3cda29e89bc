import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, decodeSlice, encode } from '../../src/text/decode.ts';
import type { Encoding } from '../../src/text/encodings.ts';
import { BenchError, type BenchOptions } from './options.ts';

/** Languages with the legacy encodings they usually come in. */
const usual: Readonly<Record<string, readonly Encoding[]>> = {
  en: ['windows-1252'],
  fr: ['windows-1252', 'iso-8859-15'],
  de: ['windows-1252', 'iso-8859-15'],
  it: ['windows-1252'],
  es: ['windows-1252', 'iso-8859-15'],
  pt: ['windows-1252'],
  sv: ['windows-1252'],
  da: ['windows-1252'],
  fi: ['windows-1252'],
  pl: ['windows-1250', 'iso-8859-2'],
  cs: ['windows-1250', 'iso-8859-2'],
  hu: ['windows-1250', 'iso-8859-2'],
  ro: ['windows-1250', 'iso-8859-2'],
  lt: ['windows-1257', 'iso-8859-13'],
  tr: ['windows-1254'],
  vi: ['windows-1258'],
  ru: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
  uk: ['windows-1251', 'koi8-u'],
  bg: ['windows-1251', 'iso-8859-5'],
  el: ['windows-1253', 'iso-8859-7'],
  he: ['windows-1255', 'iso-8859-8'],
  ar: ['windows-1256', 'iso-8859-6'],
  th: ['windows-874'],
  ja: ['shift_jis', 'euc-jp'],
  ko: ['euc-kr'],
  zh: ['gb18030'],
  'zh-hant': ['big5'],
};
const unicode: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];
const MAX_PIECES = 200;

/**
 * How often the encoding of a piece of text is found out, so that the text comes out right. `--data DIR` holds one file for each
 * language, `ru.txt`, in UTF-8, one sentence a line; `--sample N` is the size of a piece in bytes, 500 by default.
 */
export function encodings(options: BenchOptions): void {
  const size = options.sample === 20 ? 500 : options.sample;
  let pieces = 0;
  let right = 0;
  for (const [language, legacy] of Object.entries(usual)) {
    const file = join(options.data, `${language}.txt`);
    if (!existsSync(file)) continue;
    const sentences = readFileSync(file, 'utf8').split(/\n|(?<=[.!?。]) ?/);
    for (const encoding of [...legacy, ...unicode]) {
      let count = 0;
      let good = 0;
      for (const text of piecesOf(sentences, encoding, size)) {
        count++;
        const found = decode(encode(text, encoding));
        if (found !== 'binary' && found.text === text) good++;
      }
      pieces += count;
      right += good;
      console.log(`${language} ${encoding} ${count} pieces, ${((100 * good) / count).toFixed(1)} % right`);
    }
  }
  if (pieces === 0) throw new BenchError(`There is no file such as ru.txt in ${options.data}.`);
  console.log(`${pieces} pieces, ${((100 * right) / pieces).toFixed(2)} % right`);
}

/** Sentences that the encoding can write, as pieces of about `size` bytes with some byte above ASCII. */
function* piecesOf(
  sentences: readonly string[],
  encoding: Encoding,
  size: number,
): Generator<string, void, undefined> {
  let text = '';
  let count = 0;
  for (const sentence of sentences) {
    const written = forLegacy(sentence.normalize('NFC'), encoding);
    const bytes = encode(written, encoding);
    if (decodeSlice(bytes, encoding) !== written) continue;
    text += `${written}\n`;
    const piece = encode(text, encoding);
    if (piece.length < size) continue;
    if (piece.some((byte) => byte >= 0x80) || unicode.includes(encoding)) {
      yield text;
      if (++count === MAX_PIECES) return;
    }
    text = '';
  }
}

/** Letters as legacy encodings have them: cedillas in Romanian, tone marks of their own in Vietnamese. */
function forLegacy(text: string, encoding: Encoding): string {
  if (encoding === 'windows-1250' || encoding === 'iso-8859-2') {
    return text.replaceAll('ș', 'ş').replaceAll('ț', 'ţ').replaceAll('Ș', 'Ş').replaceAll('Ț', 'Ţ');
  }
  if (encoding !== 'windows-1258') return text;
  return text.replace(/\P{ASCII}/gu, (letter) => {
    if (!Buffer.from(encode(letter, encoding)).equals(Buffer.from('?'))) return letter;
    const [base, ...marks] = letter.normalize('NFD');
    const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
    return (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC') + tone;
  });
}
