import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLUED_UNITS } from '../../../src/segment/glued.ts';
import { segment } from '../../../src/segment/segment.ts';
import { decode, decodeSlice, encode, type Encoding } from '../../../src/text/decode.ts';

/** The blocks of a text, cut from its bytes. */
function piecesOf(text: string, encoding: Encoding = 'utf-8'): string[] {
  const bytes = encode(text, encoding);
  const decoded = decode(bytes, encoding);
  if (decoded === 'binary') throw new Error('taken for binary');
  const blocks = segment(bytes, decoded);
  return Array.from({ length: blocks.count }, (_, block) => {
    const cut = decodeSlice(bytes.subarray(blocks.byteStart[block], blocks.byteEnd[block]), encoding);
    if (cut !== blocks.textOf(block)) throw new Error(`block ${block} is not what its bytes hold`);
    return cut;
  });
}

const english = (from: number, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `Sentence number ${from + i} of the glued body says that boat ${(from + i) * 7} left the old harbour early.`,
  ); // prettier-ignore

describe('a body in one line', () => {
  it('falls into pieces at ends of sentences, and loses nothing', () => {
    const text = english(0, 60).join(' ');
    const pieces = piecesOf(text);
    expect(pieces.join(' ')).toBe(text);
    expect(pieces.length).toBeGreaterThan(15);
    for (const piece of pieces) expect(piece).toMatch(/^Sentence.*early\.$/);
  });

  it('stays whole below the limit', () => {
    expect(piecesOf(english(0, 60).join(' ').slice(0, GLUED_UNITS))).toHaveLength(1);
  });

  it('falls into the same pieces after another beginning', () => {
    const shared = english(100, 60).join(' ');
    const [first, second] = ['Once upon a time there was a prelude. ', `${english(0, 7).join(' ')} `].map(
      (beginning) => new Set(piecesOf(beginning + shared)),
    );
    const common = [...first].filter((piece) => second.has(piece));
    expect(common.length).toBeGreaterThan(0.8 * first.size);
  });

  it('keeps 50,000 words apart at places that the file holds', () => {
    const text = english(0, 3800).join(' ');
    expect(text.split(' ').length).toBeGreaterThan(50_000);
    expect(piecesOf(text).join(' ')).toBe(text);
  });

  it.each([
    ['Chinese', '市长说，河上的旧桥将关闭到明年夏天，学生要坐船过河。', ['utf-8', 'gb18030', 'utf-16le', 'utf-32be']],
    ['Japanese', '川にかかる古い橋は来年の夏まで通行止めになると市長が話した。「船が出る。」', ['utf-8', 'shift_jis', 'euc-jp']],
    ['Arabic', 'سيبقى الجسر القديم فوق النهر مغلقا حتى الصيف المقبل، كما قالت رئيسة البلدية؟ ', ['utf-8', 'windows-1256']],
    ['Thai', 'สะพานเก่าข้ามแม่น้ำจะปิดจนถึงฤดูร้อนหน้านายกเทศมนตรีกล่าวและสัญญาว่าจะมีเรือข้ามฟากลำใหม่ ', ['utf-8', 'windows-874']],
    ['Hindi', 'मेयर ने कहा कि नदी पर बना पुराना पुल अगली गर्मियों तक बंद रहेगा और सोमवार से नाव चलेगी। ', ['utf-8', 'utf-16be']],
    ['text without spaces behind full stops', 'The mayor said that the old bridge stays closed.', ['utf-8', 'windows-1252']],
  ] as const)('falls into pieces in %s', (_, sentence, encodings) => {
    const text = sentence.repeat(100).trim();
    for (const encoding of encodings) {
      const pieces = piecesOf(text, encoding);
      expect(pieces.length).toBeGreaterThan(15);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  }); // prettier-ignore

  it('without any border stays whole', () => {
    expect(piecesOf('a'.repeat(100_000))).toHaveLength(1);
  });

  it('gives pieces that cover all but white space, whatever stands in it', () => {
    const letters = fc.constantFrom('a', 'B', '.', ' ', '。', '」', '"', 'ก', '漢', '😀', '\u3000', '?', 'é');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 10, maxLength: 60 }), (parts) => {
        const line = parts.join('').repeat(150);
        const text = line.trim();
        const joined = piecesOf(line).join('');
        expect(joined.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
      { numRuns: 50 },
    );
  });

  it('with invalid bytes stays whole and whole is what the file holds', () => {
    const bytes = Buffer.concat([
      Buffer.from(`Größe, Maß. ${english(0, 60).join(' ')}`),
      Buffer.from([0xe2, 0x82]),
    ]);
    const decoded = decode(bytes);
    if (decoded === 'binary') throw new Error('taken for binary');
    expect(segment(bytes, decoded).count).toBe(1);
  });
});
