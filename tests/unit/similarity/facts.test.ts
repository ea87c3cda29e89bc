import { describe, expect, it } from 'vitest';
import { differingFacts, factNames, facts } from '../../../src/similarity/facts.ts';

const differs = (a: string, b: string): string[] => factNames(differingFacts(a, b));

const base =
  'The council of Marlow Vale voted on Tuesday to rebuild the old stone bridge for 240 people, and the mayor did not say when.';

/** The base text with one thing put for another. */
function edited(from: string, to: string): string {
  if (!base.includes(from)) throw new Error(`${from} is not in the base text`);
  return base.replace(from, to);
}

describe('a difference in a fact', () => {
  it.each([
    ['a number', '240', '260', 'number'],
    ['a number that is missing', '240 people', 'people', 'number'],
    ['one digit of a number', '240', '2400', 'number'],
    ['a number word', 'the old stone bridge', 'the two stone bridges', 'number'],
    ['a decimal', '240', '2.40', 'number'],
    ['a week day', 'Tuesday', 'Monday', 'date'],
    ['a relative day', 'on Tuesday', 'yesterday', 'date'],
    ['a negation that is missing', 'did not say', 'did say', 'negation'],
    ['a negation that is new', 'voted on', 'never voted on', 'negation'],
    ['a name', 'Marlow Vale', 'Marlow Hill', 'name'],
    ['a name that is new', 'the mayor', 'the mayor Odila Brandt', 'name'],
  ])('is found: %s', (_, from, to, fact) => {
    const changed = edited(from, to);
    expect(differs(base, changed)).toContain(fact);
    expect(differs(changed, base)).toContain(fact);
  });

  it('is a date when the number stands beside a month', () => {
    const on = (day: string): string =>
      `The ferry sails again on ${day} of this year with all its passengers.`;
    expect(differs(on('June 3'), on('June 4'))).toEqual(['date']);
    expect(differs(on('3 juin'), on('4 juin'))).toEqual(['date']);
  });

  it.each([
    ['German', 'Die Brücke wird im Herbst gebaut.', 'Die Brücke wird im Herbst nicht gebaut.', 'negation'],
    ['French', 'Le pont sera rebâti en automne.', 'Le pont ne sera pas rebâti en automne.', 'negation'],
    ['Spanish', 'El barco sale el lunes.', 'El barco sale el martes.', 'date'],
    ['Russian', 'Мост построят осенью.', 'Мост не построят осенью.', 'negation'],
    ['Chinese', '港口的新博物馆星期日开馆。', '港口的新博物馆星期日没开馆。', 'negation'],
    ['Chinese numbers', '中午以前已有九百人参观。', '中午以前已有八百人参观。', 'number'],
    ['Arabic', 'سيفتح المتحف الجديد يوم الأحد', 'لن يفتح المتحف الجديد يوم الأحد', 'negation'],
  ])('is found in %s', (_, a, b, fact) => {
    expect(differs(a, b)).toContain(fact);
  });

  it('is found when two names change places', () => {
    const a = 'In the end Odila Brandt thanked the old director Teodor Quist for the bridge.';
    const b = 'In the end Teodor Quist thanked the old director Odila Brandt for the bridge.';
    expect(differs(a, b)).toEqual(['name']);
  });

  it('is found when two numbers change places', () => {
    const a = 'The ferry carries 240 passengers and 60 cars on each crossing.';
    const b = 'The ferry carries 60 passengers and 240 cars on each crossing.';
    expect(differs(a, b)).toEqual(['number']);
  });

  it('is named once, in the order of the list, when several facts differ', () => {
    const changed = edited('240', '260').replace('Tuesday', 'Monday').replace('did not', 'did').replace('Vale', 'Hill');
    expect(differs(base, changed)).toEqual([...facts]);
  }); // prettier-ignore

  it('is found between texts that are too long for the table', () => {
    const words = (last: string): string =>
      `${Array.from({ length: 2500 }, (_, index) => `w${'abcdefghij'[index % 10]}${index % 7 === 0 ? last : 'x'}`).join(' ')} and 240`;
    expect(differs(words('y'), words('z').replace('240', '260'))).toContain('number');
  });
});

describe('a difference that is no fact', () => {
  it.each([
    ['nothing', '', ''],
    ['white space', 'the old', 'the  old'],
    ['case', 'The council', 'THE COUNCIL'],
    ['punctuation', 'people, and', 'people and'],
    ['a slip', 'council', 'councel'],
    ['two letters that changed places', 'bridge', 'brigde'],
    ['a letter that is missing', 'rebuild', 'rebuld'],
    ['a slip in a name', 'Marlow', 'Marlwo'],
    ['another word', 'the old stone bridge', 'the ancient stone bridge'],
    ['a word that is missing', 'the old stone', 'the stone'],
    ['quotes', 'old stone', '“old stone”'],
    ['a contraction', 'did not', "didn't"],
    ['a number in words', '240', 'two hundred and forty'],
    ['another spelling of a day', 'Tuesday', 'Tues.'],
  ])('is let pass: %s', (_, from, to) => {
    expect(differs(base, edited(from, to))).toEqual([]);
  });

  it('is an accent, an apostrophe or a thousands separator', () => {
    expect(differs('The café of the señor at the old bridge', 'The cafe of the senor at the old bridge')).toEqual([]);
    expect(differs('The mayor’s house and O’Neill', "The mayor's house and O'Neill")).toEqual([]);
    expect(differs('It cost 41,000 crowns', 'It cost 41000 crowns')).toEqual([]);
    expect(differs('It cost 41.000 crowns', 'It cost 41,000 crowns')).toEqual([]);
    expect(differs('It cost 4.5 crowns', 'It cost 45 crowns')).toEqual(['number']);
  }); // prettier-ignore

  it.each([
    ['a dateline', 'LINDHAVEN, May 4 (Northwire) - '],
    ['a place', 'Lindhaven – '],
    ['a speaker', 'Odila Brandt: '],
    ['a list number', '12. '],
    ['a label', '(Northwire) '],
  ])('is %s in front', (_, prefix) => {
    expect(differs(base, prefix + base)).toEqual([]);
    expect(differs(prefix + base, base)).toEqual([]);
  });

  it('is a ticker in brackets', () => {
    const a = 'Shares of Marlow Breweries rose on the exchange in the morning.';
    const b = 'Shares of Marlow Breweries (LSE: MARB) rose on the exchange in the morning.';
    expect(differs(a, b)).toEqual([]);
  });

  it('is a sentence that stands elsewhere', () => {
    const [first, second, third] = ['The bridge costs 240 crowns.', 'The mayor Odila Brandt did not speak.', 'It opens in June.'];
    expect(differs([first, second, third].join(' '), [third, first, second].join(' '))).toEqual([]);
  }); // prettier-ignore
});

describe('a dateline', () => {
  it('passes in front only, not at the end', () => {
    expect(differs(base, `${base} Lindhaven, May 4 - Northwire`)).not.toEqual([]);
  });
});

describe('what reading real removals taught', () => {
  it('takes a word and its opposite for a negation', () => {
    expect(
      differs(
        'The Fed began its temporary and direct supply of reserves.',
        'The Fed began its temporary and indirect supply of reserves.',
      ),
    ).toEqual(['negation']);
  });

  it('takes a name in brackets for a name, and only capitals for a ticker', () => {
    expect(
      differs(
        '(Updates with comments from Google in the fifth paragraph.)',
        '(Updates with comments from Apple in the fifth paragraph.)',
      ),
    ).toEqual(['name']);
    expect(
      differs(
        'Shares of Marlow Motors (NYSE:MRLW) rose on Monday.',
        'Shares of Marlow Motors rose on Monday.',
      ),
    ).toEqual([]);
  });

  it('takes a number that opens a text for a fact unless a mark sets it off', () => {
    expect(
      differs('86 personnel are assisting in other roles.', '156 personnel are assisting in other roles.'),
    ).toEqual(['number']);
    expect(differs('1. Council votes for the bridge', 'Council votes for the bridge')).toEqual([]);
  });
});
