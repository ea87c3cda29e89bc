import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/segment/segment.ts';
import { decode, decodePart, encode, type Decoded, type Encoding } from '../../../src/text/decode.ts';
import { cleanAndVerify } from '../../laws/clean.ts';
import { rebuild } from '../../../src/pipeline/rebuild.ts';

type Line = readonly [text: string, encoding?: Encoding];

const german = 'Die Brücke über den Fluß bleibt gesperrt, sagte der Bürgermeister.';
const french = 'Le pont reste fermé jusqu’à l’été, a déclaré la mairie de la ville.';
const russian = 'Старый мост через реку закрыт до лета, сообщили в городском совете.';
const japanese = '川にかかる古い橋は、来年の夏まで通行止めになると市は発表した。';
const ascii = 'A ferry will carry pupils and traders across the water.';

const write = (lines: readonly Line[], end = '\n'): Buffer =>
  Buffer.concat(lines.map(([text, encoding = 'utf-8']) => Buffer.from(encode(`${text}${end}`, encoding))));

function read(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  if (decoded === 'binary') throw new Error('this was taken for binary data');
  return decoded;
}

describe('a file in two encodings', () => {
  it.each([
    ['windows-1252', french],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', '城市委员会星期二晚上投票决定重建河上的古老石桥，工程将在冬季洪水之前完成。'],
    ['windows-1250', 'Starý most přes řeku zůstane zavřený až do léta, řekl starosta města.'],
    ['windows-1256', 'صوت مجلس المدينة يوم الثلاثاء على إعادة بناء الجسر الحجري القديم فوق النهر.'],
  ] as const)('has UTF-8 with lines in %s', (encoding, text) => {
    const lines: Line[] = [[german], [ascii], [text, encoding], [''], [text, encoding], [german], [german]];
    const { text: whole, others, ...decoded } = read(write(lines));
    expect(whole).toBe(lines.map(([line]) => `${line}\n`).join(''));
    const start = write(lines.slice(0, 2)).length;
    const end = write(lines.slice(0, 5)).length - 1;
    expect(others).toEqual([{ encoding, lines: [3, 5], bytes: [start, end] }]);
    expect(decoded).toMatchObject({ encoding: 'utf-8', guessed: true, replacements: 0, isExact: false });
  });

  it.each([
    ['windows-1252', french],
    ['windows-1251', russian],
    ['gb18030', '城市委员会星期二晚上投票决定重建河上的古老石桥，工程将在冬季洪水之前完成。'],
  ] as const)('has %s with a line in UTF-8', (encoding, own) => {
    const lines: Line[] = [[own, encoding], [japanese], [own, encoding], [own, encoding]];
    const { text, others, encoding: main } = read(write(lines));
    expect(text).toBe(lines.map(([line]) => `${line}\n`).join(''));
    expect(main).toBe(encoding);
    expect(others?.map((run) => [run.encoding, run.lines])).toEqual([['utf-8', [2, 2]]]);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines and bytes with %j, behind a mark too', (end) => {
    const mark = Buffer.from('\ufeff');
    const lines: Line[] = [[german], [french, 'windows-1252'], [german], [french, 'windows-1252']];
    const bytes = Buffer.concat([mark, write(lines, end)]);
    const decoded = read(bytes);
    expect(decoded.others?.map((run) => run.lines)).toEqual([[2, 2], [4, 4]]);
    for (const run of decoded.others ?? [])
      expect(decodePart(bytes.subarray(...run.bytes), run.bytes[0], decoded)).toBe(french);
    const blocks = segment(bytes, decoded);
    for (let block = 0; block < blocks.count; block++) {
      const [from, to] = [blocks.byteStart[block], blocks.byteEnd[block]];
      expect(decodePart(bytes.subarray(from, to), from, decoded)).toBe(blocks.textOf(block));
    }
  }); // prettier-ignore

  it('is given back byte for byte, and its copies are found', async () => {
    const files = {
      'a.txt': write([[french], [''], [german], [''], [russian]]),
      'b.txt': write([[german], [german], [`\u00a0${french}\u00a0`, 'windows-1252'], [''], ['\u00a0', 'windows-1252'], [ascii]]),
    };
    const { output, violations } = await cleanAndVerify(files, { strip: 'off' });
    expect(violations).toEqual([]);
    expect(output.articles[1]).toMatchObject({ encoding: 'utf-8', encodingGuessed: true, otherEncodings: [{ encoding: 'windows-1252', lines: [3, 5] }] });
    expect(Buffer.compare(rebuild(output.articles[1]), files['b.txt'])).toBe(0);
    expect(output.articles[1].removed.map(({ text }) => text.trim())).toContain(french);
  }); // prettier-ignore

  it('has glued bodies cut in both, and given back', async () => {
    const body = '城市委员会星期二晚上投票决定重建河上的古老石桥，工程将在冬季洪水之前完成。\u3000'.repeat(
      70,
    );
    const files = {
      'a.txt': write([[german], [body], [body, 'gb18030'], [german]]),
      'b.txt': write([[body, 'gb18030'], [body], [french.repeat(40), 'gb18030'], [german]]),
      'c.txt': write([[german], [`${french} `.repeat(60), 'windows-1252'], [german]]),
    };
    const { output, violations } = await cleanAndVerify(files, { strip: 'off' });
    expect(violations).toEqual([]);
    for (const article of output.articles) {
      expect(article.otherEncodings?.length).toBeGreaterThan(0);
      expect(article.paragraphs.length + article.removed.length).toBeGreaterThan(10);
      expect(Buffer.compare(rebuild(article), files[article.path as keyof typeof files])).toBe(0);
    }
  });
});

describe('one encoding', () => {
  it.each([
    ['damaged UTF-8', Buffer.concat([Buffer.from(german), Buffer.from([0xe2, 0x82]), Buffer.from(' x\n')])],
    ['UTF-8 with half a character on a line of its own', Buffer.concat([write([[german], [french]]), Buffer.from('caf'), Buffer.from([0xc3]), Buffer.from(' au lait\n')])],
    ['UTF-8 with a stray byte', Buffer.concat([write([[german], [french]]), Buffer.from([0xaf]), Buffer.from('\n')])],
    ['windows-1252 with a capital before a quotation mark', write([[french, 'windows-1252'], ['“CAFÉ”', 'windows-1252'], ['CAFÉ”', 'windows-1252'], [french, 'windows-1252']])],
    ['windows-1251', write([[russian, 'windows-1251'], ['Её', 'windows-1251'], [russian, 'windows-1251']])],
    ['gb18030 with two letters that are valid UTF-8', write([['联通', 'gb18030'], ['城市委员会星期二晚上投票决定重建河上的古老石桥。', 'gb18030']])],
  ])('is found in %s', (_, bytes) => {
    expect(read(bytes).others).toBeUndefined();
  }); // prettier-ignore
});
