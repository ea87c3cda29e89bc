import { describe, expect, it } from 'vitest';
import { differingFacts, factNames } from '../../../../src/similarity/facts.ts';

const differs = (a: string, b: string): string[] => factNames(differingFacts(a, b));
const about = (amount: string): string =>
  `The harbour council will spend ${amount} on the stone bridge this year.`;

describe('a number that is written another way', () => {
  it.each([
    ['21', 'twenty-one'],
    ['200 million', 'two hundred million'],
    ['200 million', '200m'],
    ['200 million', '200,000,000'],
    ['$5m', '$5 million'],
    ['$5 million', '5 million dollars'],
    ['US$5 million', '5 million US dollars'],
    ['5 per cent', '5%'],
    ['5 percent', 'five per cent'],
    ['3.5bn euros', '€3.5 billion'],
    ['1,234.50', '1.234,5'],
    ['a hundred and five crowns', '105 crowns'],
    ['٢٤٠', '240'],
    ['२४०', '240'],
    ['２４０', '240'],
    ['the third part', 'the 3rd part'],
    ['zweihundertfünfzig Kronen', '250 Kronen'],
    ['treinta y uno', '31'],
    ['208 mjllion', '208 million'],
  ])('is no difference: %s and %s', (a, b) => {
    expect(differs(about(a), about(b))).toEqual([]);
    expect(differs(about(b), about(a))).toEqual([]);
  });

  it.each([
    ['三百万', '300万'],
    ['三百万', '3,000,000'],
    ['百分之五', '5%'],
    ['二〇二四', '2024'],
    ['两千', '2000'],
  ])('is no difference in Chinese: %s and %s', (a, b) => {
    expect(differs(`港口委员会今年将为石桥支出${a}元。`, `港口委员会今年将为石桥支出${b}元。`)).toEqual([]);
  });
});

describe('another number', () => {
  it.each([
    ['$5m', '€5m'],
    ['$5m', '$5bn'],
    ['21', 'twenty-two'],
    ['two hundred million', 'three hundred million'],
    ['two hundred million', 'two hundred thousand'],
    ['5 per cent', '6 per cent'],
    ['5 per cent', '5'],
    ['4.5', '45'],
    ['5 km', '5 miles'],
    ['8 a.m.', '8 p.m.'],
    ['1 of 20', '20 of 1'],
    ['٢٤٠', '241'],
    ['once in nine', 'once in mine'],
    ['one or two parts', 'two or one parts'],
  ])('is a number: %s and %s', (a, b) => {
    expect(differs(about(a), about(b))).toEqual(['number']);
    expect(differs(about(b), about(a))).toEqual(['number']);
  });

  it('is a number below zero', () => {
    expect(differs('The night was cold: -7 degrees at the harbour.', 'The night was cold: 7 degrees at the harbour.')).toEqual(['number']);
  }); // prettier-ignore

  it('is a number in Chinese, and a date before the sign of a day', () => {
    expect(differs('港口今年将支出三百万元。', '港口今年将支出四百万元。')).toEqual(['number']);
    expect(differs('新桥将于5月3日开放给所有居民。', '新桥将于5月4日开放给所有居民。')).toEqual(['date']);
  });

  it('is a digit in a code, but not a letter that a scanner took for a digit', () => {
    expect(differs('They met at the G7 in the harbour.', 'They met at the G9 in the harbour.')).toEqual([
      'number',
    ]);
    expect(differs('They met in the cold harbour town.', 'They met in the c0ld harb0ur t0wn.')).toEqual([]);
    expect(differs('So the old harbour is busy again.', '5o the o1d harbour i5 busy again.')).toEqual([]);
  });
});
