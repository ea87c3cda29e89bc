import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { blockKinds } from '../../../src/segment/blocks.ts';
import { isSpace } from '../../../src/segment/lines.ts';
import { segment } from '../../../src/segment/segment.ts';
import { decode } from '../../../src/text/decode.ts';

interface Block {
  readonly kind: string;
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

function blocksOf(input: string | Uint8Array): Block[] {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const decoded = decode(bytes);
  if (decoded === 'binary') throw new Error('taken for binary');
  const blocks = segment(bytes, decoded);
  return Array.from({ length: blocks.count }, (_, block) => ({
    kind: blockKinds[blocks.kind[block]],
    text: blocks.textOf(block),
    firstLine: blocks.firstLine[block],
    lastLine: blocks.lastLine[block],
    byteStart: blocks.byteStart[block],
    byteEnd: blocks.byteEnd[block],
  }));
}

const textsOf = (input: string | Uint8Array): string[] => blocksOf(input).map(({ text }) => text);
const kindsOf = (input: string): string[] => blocksOf(input).map(({ kind }) => kind);

const long =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.';
const other =
  'Engineers expect the work to cost about 4 million crowns, most of which will come from the regional fund for roads and public transport.';

describe('paragraphs', () => {
  it('are parted by blank lines, also when these hold spaces', () => {
    expect(textsOf(`${long}\n\n${other}\n \t \nEnd.\n\n\n\n`)).toEqual([long, other, 'End.']);
  });

  it('are parted by line ends where each line is a paragraph', () => {
    expect(textsOf(`${long}\n${other}\n${long}`)).toEqual([long, other, long]);
  });

  it('are parted both ways in one file', () => {
    expect(textsOf(`Title of the page\n\n${long}\n${other}\n\n${long}\n`)).toEqual([
      'Title of the page',
      long,
      other,
      long,
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('have lines and bytes of the raw file with %s', (_, end) => {
    const text = `Title${end}${end}  Größe: ${long}  ${end}End.`;
    const [title, body, last] = blocksOf(text);
    expect([title, body, last].map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([[1, 1], [3, 3], [4, 4]]);
    const bytes = Buffer.from(text);
    for (const block of [title, body, last]) {
      expect(bytes.subarray(block.byteStart, block.byteEnd).toString()).toBe(block.text);
    }
  }); // prettier-ignore

  it('count a CR before an LF as one line end and an LF before a CR as two', () => {
    expect(blocksOf('One.\r\nTwo.\n\rThree.').map(({ firstLine }) => firstLine)).toEqual([1, 2, 4]);
  });

  it('have offsets behind the mark and in units of two bytes', () => {
    const [first, second] = blocksOf(Buffer.from('\ufeffÜber\n\n Maß.', 'utf16le'));
    expect([first.byteStart, first.byteEnd, second.byteStart, second.byteEnd]).toEqual([2, 10, 16, 24]);
  });

  it('have offsets in a file with invalid bytes', () => {
    const bytes = Buffer.concat([Buffer.from('Größe Maß '), Buffer.from([0xe2, 0x82]), Buffer.from(' x.\nEnd.')]);
    const [first, second] = blocksOf(bytes);
    expect(first.text).toBe('Größe Maß \ufffd x.');
    expect([first.byteStart, first.byteEnd, second.byteStart]).toEqual([0, 18, 19]);
  }); // prettier-ignore

  it('begin and end with something visible, whatever white space stands around them', () => {
    expect(textsOf('\u3000港の町に新しい博物館が開館した。\u00a0\n\ufeff\u2003End.\f\v')).toEqual([
      '港の町に新しい博物館が開館した。',
      'End.',
    ]);
  });

  it('are found alike after a longer file and beyond the first room for lines', () => {
    const many = Array.from({ length: 3000 }, (_, line) => `Line number ${line} ends here.`);
    expect(textsOf(`${long}\n${other}`)).toEqual([long, other]);
    expect(textsOf(many.join('\n\n'))).toEqual(many);
    expect(textsOf(`${long}\n${other}`)).toEqual([long, other]);
  });

  it('are none in an empty file and in one of white space', () => {
    expect([blocksOf(''), blocksOf(' \n\t\r\n\u3000')]).toEqual([[], []]);
  });
});

describe('hard-wrapped text', () => {
  const wire = [
    'MARLOW VALE, April 9 - Prices for malting barley will stay',
    'steady until the harvest, the growers union said in its',
    'report for the first quarter of the year.',
  ];
  const second = [
    'It put the area sown at 41,000 hectares, as much as in the',
    'year before, and called the state of the young plants good.',
  ];

  it('is joined to paragraphs between blank lines', () => {
    expect(textsOf([...wire, '', ...second].join('\n'))).toEqual([wire.join('\n'), second.join('\n')]);
  });

  it('is parted by the indentation of first lines', () => {
    const text = [`    ${wire[0]}`, ...wire.slice(1), `    ${second[0]}`, second[1]].join('\n');
    expect(textsOf(text)).toEqual([wire.join('\n'), second.join('\n')]);
  });

  it('is parted by a tab as well', () => {
    const text = [`\t${wire[0]}`, ...wire.slice(1), `\t${second[0]}`, second[1]].join('\n');
    expect(textsOf(text)).toHaveLength(2);
  });

  it('keeps its line ends in the text of the block', () => {
    const [block] = blocksOf(wire.join('\r\n'));
    expect([block.text, block.firstLine, block.lastLine]).toEqual([wire.join('\r\n'), 1, 3]);
  });

  it('is found as one paragraph among long lines', () => {
    expect(textsOf([long, '', ...wire, '', other].join('\n'))).toEqual([long, wire.join('\n'), other]);
  });

  it('leaves a short title above alone', () => {
    expect(textsOf(['BARLEY PRICES SEEN STEADY', ...wire].join('\n'))[0]).toBe('BARLEY PRICES SEEN STEADY');
  });

  it('lets list items begin anew and keeps their continued lines', () => {
    const list = [
      '- the house shows four hundred pieces from the workshops of',
      'the town, among them a chandelier of blue glass which was',
      'found in a barn eleven years ago',
      '- adults pay seven crowns at the desk and pupils pay three,',
      'while children under six pay nothing',
    ];
    expect(textsOf(list.join('\n'))).toEqual([list.slice(0, 3).join('\n'), list.slice(3).join('\n')]);
  });
});

describe('the lines of a transcript that was wrapped', () => {
  const transcript = [
    'PRIME MINISTER: We have said from the first day that the line',
    'to the coast would be built, and it is being built as I speak',
    'JOURNALIST: But not by the year that you named when you opened',
    'the first station, and nobody has told us why it takes so long',
    'Q: When will it be done, and what will it have cost us by then,',
    'all in all, with the two bridges that have been added since?',
    'A: The line will be open to the harbour in the spring of 2031,',
    'and at 21:30 the first train will leave.',
  ];

  it('begin a paragraph with each speaker', () => {
    const pairs = [0, 2, 4, 6].map((first) => transcript.slice(first, first + 2).join('\n'));
    expect(textsOf(transcript.join('\n'))).toEqual(pairs);
  });

  it.each([
    ['a name in small letters', 'Marlow: the town that has the oldest bridge over the river and'],
    ['a number', '2031: that is when the line to the harbour will be open to all,'],
    ['two capitals', 'UK: the line to the harbour will be open to all in the spring,'],
    ['no space', 'HTTP:the line to the harbour will be open to all in the spring,'],
  ])('do not with %s', (_, line) => {
    const lines = [
      'The council has said from the first day that the line would be',
      line,
      'and the first train will leave the station at half past nine.',
    ];
    expect(textsOf(lines.join('\n'))).toEqual([lines.join('\n')]);
  });
});

describe('lines that only look wrapped', () => {
  it.each([
    ['a menu', ['Home', 'News', 'Sport', 'Weather', 'Travel', 'Culture', 'Contact']],
    ['a list', ['- adults seven crowns', '- pupils three crowns', '- children nothing']],
    [
      'verse',
      [
        'The river runs to the sea',
        'and nobody asks it why,',
        'it carries the leaf of a tree',
        'and a piece of the evening sky,',
        'it sings',
        'as it runs to the sea.',
      ],
    ],
    ['headings', ['What the tickets will cost', 'Who travels', 'When the ferry sails', 'Where to book']],
    ['three headings', ['What the tickets will cost', 'Who travels at half price', 'When the ferry sails']],
    ['short paragraphs', ['He said no.', 'She said yes, and that was that.', 'They left at noon.']],
    ['a dialogue', ['Q: Will you come?', 'A: I do not know.', 'Q: Why not?', 'A: Ask my brother.']],
    ['Chinese lines', ['港口的新博物馆星期日开馆。', '中午以前已有九百人参观。', '馆长说门票七克朗。']],
  ])('stay apart: %s', (_, lines) => {
    expect(textsOf(lines.join('\n'))).toEqual(lines);
  });
});

describe('kinds', () => {
  it.each([
    ['a short line without a full stop, with text behind', `What the tickets will cost\n\n${long}`, 'heading'],
    ['a question', `Who pays for the bridge?\n\n${long}`, 'heading'],
    ['a heading of Markdown', `## Costs\n\n${long}`, 'heading'],
    ['the same line at the end', 'What the tickets will cost', 'paragraph'],
    ['a line that leads on', `He said to the council:\n\n${long}`, 'paragraph'],
    ['a short sentence', `He said no.\n\n${long}`, 'paragraph'],
    ['a line that goes on in lower case', `and then they left the town\n\n${long}`, 'paragraph'],
    ['a long line without a full stop', `${long.slice(0, -1)}\n\n${long}`, 'paragraph'],
    ['a quotation with its speaker', `“We are ready,” she said.\n\n${long}`, 'quote'],
    ['a quotation in angle quotes', `«Nous sommes prêts», a-t-elle dit.\n\n${long}`, 'quote'],
    ['a quotation that goes on in the next block', `“We are ready for the winter\n\n${long}`, 'quote'],
    ['a quotation of electronic mail', `> We are ready\n\n${long}`, 'quote'],
    ['a paragraph that opens with a short quotation', `“Ready” is what the director of the museum called the house on Sunday when she opened the doors at last.\n\n${long}`, 'paragraph'],
    ['a bullet', `• adults seven crowns\n\n${long}`, 'list-item'],
    ['a hyphen', `- adults seven crowns\n\n${long}`, 'list-item'],
    ['a number', `12. adults seven crowns\n\n${long}`, 'list-item'],
    ['a number in brackets', `(3) adults seven crowns\n\n${long}`, 'list-item'],
    ['a letter with a bracket', `b) adults seven crowns\n\n${long}`, 'list-item'],
    ['a year', `2021. That was the year.\n\n${long}`, 'paragraph'],
    ['a number with a decimal point', `3.5 million crowns were paid for the bridge.\n\n${long}`, 'paragraph'],
    ['a dash in speech', `-Yes, said the mayor.\n\n${long}`, 'paragraph'],
  ])('tell %s', (_, text, kind) => {
    expect(kindsOf(text)[0]).toBe(kind);
  }); // prettier-ignore
});

describe('isSpace', () => {
  it('agrees with what regular expressions call white space', () => {
    const different: number[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      if (isSpace(unit) !== /\s/.test(String.fromCharCode(unit))) different.push(unit);
    }
    expect(different).toEqual([]);
  });
});
