import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isSpace } from '../../../src/segment/lines.ts';
import { segment } from '../../../src/segment/segment.ts';
import { decode, decodeSlice, encode, encodedSize, type Decoded } from '../../../src/text/decode.ts';
import { encodingOf, encodings, isMultiByte, type Encoding } from '../../../src/text/encodings.ts';

/** Sentences of our own, with the encodings they usually come in. */
const sentences: readonly (readonly [language: string, text: string, encodings: readonly Encoding[]])[] = [
  ['German', 'Die Straße über den Fluß bleibt während der Arbeiten für zwölf Wochen gesperrt, sagte die Bürgermeisterin.', ['windows-1252', 'iso-8859-15']],
  ['French', 'Le maire a déclaré que les élèves rentreront à l’école dès la fin de l’été, après les réparations du cœur de la cité.', ['windows-1252']],
  ['Spanish', 'El puente quedó cerrado después de la inundación, y los niños cruzarán el río en barca hasta el próximo año.', ['windows-1252']],
  ['Portuguese', 'A câmara não aprovou a construção da ponte, porque as inundações de março já destruíram três estradas da região.', ['windows-1252']],
  ['Italian', 'Il ponte è chiuso perché la città non può più pagare i lavori, che però saranno finiti già martedì.', ['windows-1252']],
  ['Swedish', 'Bron över ån är stängd tills vidare, säger kommunalrådet, som hoppas att färjan går på måndag.', ['windows-1252']],
  ['Finnish', 'Silta pysyy suljettuna ensi kesään asti, sanoo kaupunginjohtaja, joka lähtee itse lautalla töihin tänään.', ['windows-1252']],
  ['Polish', 'Most będzie zamknięty aż do następnej wiosny, powiedziała burmistrz, która obiecała też więcej świateł.', ['windows-1250', 'iso-8859-2']],
  ['Czech', 'Starý most přes řeku zůstane zavřený až do příštího léta, řekla starostka, která slíbila také větší přívoz.', ['windows-1250', 'iso-8859-2']],
  ['Hungarian', 'A régi híd jövő nyárig zárva marad, mondta a polgármester, aki újabb kompot is ígért a folyón át közlekedőknek.', ['windows-1250', 'iso-8859-2']],
  ['Lithuanian', 'Senasis tiltas per upę bus uždarytas iki kitų metų vasaros, sakė merė, žadėjusi daugiau keltų ir šviesų.', ['windows-1257', 'iso-8859-13']],
  ['Turkish', 'Eski köprü gelecek yaza kadar kapalı kalacak, dedi belediye başkanı; ırmağı geçmek için yeni bir vapur çalışacağını söyledi.', ['windows-1254']],
  ['Russian', 'Старый мост через реку закрыт до следующего лета, сказала глава города, обещавшая пустить паром уже в понедельник.', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866']],
  ['Ukrainian', 'Старий міст через річку зачинено до наступного літа, сказала міська голова, яка обіцяє пустити пором уже в понеділок, їздити ним і є безпечно.', ['windows-1251', 'koi8-u']],
  ['Greek', 'Η παλιά γέφυρα του ποταμού θα μείνει κλειστή μέχρι το επόμενο καλοκαίρι, είπε η δήμαρχος της πόλης.', ['windows-1253', 'iso-8859-7']],
  ['Hebrew', 'הגשר הישן מעל הנהר יישאר סגור עד הקיץ הבא, אמרה ראש העיר, שהבטיחה מעבורת חדשה ביום שני.', ['windows-1255', 'iso-8859-8']],
  ['Arabic', 'سيبقى الجسر القديم فوق النهر مغلقا حتى الصيف المقبل، كما قالت رئيسة البلدية التي وعدت بعبارة جديدة يوم الاثنين.', ['windows-1256', 'iso-8859-6']],
  ['Thai', 'สะพานเก่าข้ามแม่น้ำจะปิดจนถึงฤดูร้อนหน้า นายกเทศมนตรีกล่าว และสัญญาว่าจะมีเรือข้ามฟากลำใหม่ในวันจันทร์', ['windows-874']],
  ['Japanese', '川にかかる古い橋は来年の夏まで通行止めになると市長が話した。月曜日からは新しい渡し船が出るという。', ['shift_jis', 'euc-jp']],
  ['Korean', '강을 건너는 오래된 다리는 내년 여름까지 통행이 금지된다고 시장이 말했다. 월요일부터는 새 나룻배가 다닌다.', ['euc-kr']],
  ['Chinese', '市长说,河上的旧桥将关闭到明年夏天。从星期一开始,会有一条新的渡船运送学生和商人过河。', ['gb18030']],
  ['Chinese of Taiwan', '市長說,河上的舊橋將關閉到明年夏天。從星期一開始,會有一條新的渡船運送學生和商人過河。', ['big5']],
]; // prettier-ignore

function decoded(bytes: Uint8Array, asked?: Encoding): Decoded {
  const result = decode(bytes, asked);
  if (result === 'binary') throw new Error('taken for binary');
  return result;
}

const cases = sentences.flatMap(([language, text, names]) =>
  [...names, 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].map(
    (name) => [language, name as Encoding, text] as const,
  ),
);

describe('decode', () => {
  it.each(cases)('finds out that %s is in %s, and marks it as a guess', (_, encoding, sentence) => {
    const text = `${sentence}\n\n${sentence} 25\n`;
    const bytes = encode(text, encoding);
    expect(decoded(bytes)).toMatchObject({ text, guessed: true, replacements: 0, isExact: true });
  });

  it.each(encodings)('reads %s when it is asked to, without guessing', (encoding) => {
    const bytes = encode('Plain words.\n', encoding);
    expect(decoded(bytes, encoding)).toMatchObject({ encoding, text: 'Plain words.\n', guessed: false });
  });

  it('believes a byte-order mark more than what it is told', () => {
    const bytes = Buffer.from('\ufeffStraße');
    expect(decoded(bytes, 'windows-1251')).toMatchObject({ encoding: 'utf-8', text: 'Straße' });
  });

  it.each([
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
  ] as const)('reads the mark of %s', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), encode('Straße 😀\n', encoding)]);
    expect(decoded(bytes)).toMatchObject({ encoding, bomBytes: 4, text: 'Straße 😀\n', guessed: false });
  });

  it('keeps a line end behind a broken lead byte, and counts what it replaces', () => {
    const bytes = Buffer.from([0x93, 0x8c, 0x81, 10, 0x8b, 0x9e, 0xfd, 0xfe]);
    expect(decoded(bytes, 'shift_jis')).toMatchObject({ text: '東\ufffd\n京\ufffd', replacements: 2, isExact: false });
  }); // prettier-ignore

  it('notices characters with two codes, whose bytes the text alone does not give', () => {
    // U+FFE2 in the rows of NEC and of IBM
    const bytes = Buffer.from([0xee, 0xf9, 10]);
    const result = decoded(bytes, 'shift_jis');
    expect(result).toMatchObject({ text: '￢\n', replacements: 0, isExact: false });
  });
});

describe('the tables', () => {
  it.each(encodings.filter(isMultiByte))('have line ends in no character of %s, and sizes of all spaces', (encoding) => {
    for (let unit = 0x80; unit < 0x1_0000; unit++) {
      const character = String.fromCharCode(unit);
      const bytes = encode(character, encoding);
      if (bytes.length === 1 && bytes[0] === 0x3f) continue;
      expect(bytes.includes(10) || bytes.includes(13)).toBe(false);
      expect(decodeSlice(bytes, encoding)).toBe(character);
      expect(isSpace(unit) ? encodedSize(unit, encoding) : bytes.length).toBe(bytes.length);
    }
  }); // prettier-ignore

  it.each(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5', 'koi8-r', 'windows-1256'] as const)(
    'read all text that iconv-lite writes in %s',
    (encoding) => {
      for (const [, text] of sentences) {
        const bytes = iconv.encode(text, encoding);
        expect(decodeSlice(bytes, encoding)).toBe(iconv.decode(bytes, encoding));
      }
    },
  );

  it('give every byte back, or say that they do not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...encodings), (bytes, encoding) => {
        const result = decode(bytes, encoding);
        if (result === 'binary') return;
        const back = Buffer.from(encode(result.text, result.encoding));
        const rest = bytes.subarray(result.bomBytes);
        expect(result.isExact).toBe(result.replacements === 0 && back.equals(rest));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('segment', () => {
  it.each(cases)('cuts %s in %s at places that hold the same text', (_, encoding, sentence) => {
    const text = `  ${sentence}\r\n\r\n\u3000${sentence} 25\u00a0\n${sentence}`
      .replaceAll('\u3000', canEncode('\u3000', encoding) ? '\u3000' : ' ')
      .replaceAll('\u00a0', canEncode('\u00a0', encoding) ? '\u00a0' : ' ');
    const bytes = encode(text, encoding);
    const blocks = segment(bytes, decoded(bytes, encoding));
    const texts = Array.from({ length: blocks.count }, (_unused, block) =>
      decodeSlice(bytes.subarray(blocks.byteStart[block], blocks.byteEnd[block]), encoding),
    );
    expect(texts).toEqual([sentence, `${sentence} 25`, sentence]);
  });
});

function canEncode(character: string, encoding: Encoding): boolean {
  return decodeSlice(encode(character, encoding), encoding) === character;
}

describe('encodingOf', () => {
  it.each([
    ['Latin-1', 'windows-1252'],
    ['CP1251', 'windows-1251'],
    ['SJIS', 'shift_jis'],
    ['gbk', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['klingon', undefined],
  ])('knows %s', (name, encoding) => {
    expect(encodingOf(name)).toBe(encoding);
  });

  it('has the names of the schema', () => {
    const file = new URL('../../../src/model/output.schema.json', import.meta.url);
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { $defs: { encoding: { enum: string[] } } };
    expect(schema.$defs.encoding.enum).toEqual(encodings);
  });
});
