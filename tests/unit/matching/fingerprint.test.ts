import { describe, expect, it } from 'vitest';
import { fingerprint, isComparable } from '../../../src/matching/fingerprint.ts';
import { TextTable } from '../../../src/matching/text-table.ts';
import { NormalisedText } from '../../../src/text/normalise.ts';

const sentence = 'The council voted on Tuesday to rebuild the old stone bridge.';
const normalised = new NormalisedText();
const add = (table: TextTable, text: string, withShingles = true): number =>
  fingerprint(normalised.run(text), table, withShingles);

describe('fingerprint', () => {
  it('gives equal texts one number and others their own', () => {
    const table = new TextTable();
    const numbers = [sentence, 'Another text.', sentence.toUpperCase(), `  ${sentence}`, 'Another  text.'];
    expect(numbers.map((text) => add(table, text))).toEqual([0, 1, 0, 0, 1]);
    expect(table.count).toBe(2);
  });

  it('tells texts apart that differ in one sign or in where a word ends', () => {
    const table = new TextTable();
    const texts = ['a b', 'ab', 'a b.', 'ab.', 'b a', 'a  bc', 'ab c', 'aa', 'aaa'];
    expect(new Set(texts.map((text) => add(table, text))).size).toBe(texts.length);
  });

  it('is -1 for a block without words', () => {
    const table = new TextTable();
    expect(['* * *', '---', '', '\u200b'].map((text) => add(table, text))).toEqual([-1, -1, -1, -1]);
    expect(table.count).toBe(0);
  });

  it('counts the bigrams of the text without white space', () => {
    const table = new TextTable();
    for (const text of ['ab cd', 'a', sentence]) add(table, text);
    expect([...table.bigrams.subarray(0, 3)]).toEqual([3, 0, sentence.replaceAll(' ', '').length - 1]);
  });

  it('stores a shingle for each three words of a comparable text, once for all its copies', () => {
    const table = new TextTable();
    for (const text of [sentence, sentence, 'Too short.', '港の町に新しい博物館が開館し、正午までに九百人が訪れた。']) add(table, text);
    expect([...table.shingleCount.subarray(0, 3)]).toEqual([9, 0, 21]);
    expect(table.shingles.size).toBe(30);
  }); // prettier-ignore

  it('stores no shingles when near-duplicates are not looked for', () => {
    const table = new TextTable();
    add(table, sentence, false);
    expect([table.comparable[0], table.shingleCount[0], table.shingles.size]).toEqual([1, 0, 0]);
  });

  it('goes on when the table has had to grow', () => {
    const table = new TextTable();
    const count = 10_000;
    for (let index = 0; index < count; index++) add(table, `Text number ${index}`);
    const again = Array.from({ length: count }, (_, index) => add(table, `Text number ${index}`));
    expect(again).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});

describe('a text is compared across files', () => {
  it.each([
    ['one two three four five six seven', false],
    ['one two three four five six seven eight', true],
    ['港'.repeat(23), false],
    ['港'.repeat(24), true],
    [`one two three four ${'港'.repeat(12)}`, true],
    [`one two three ${'港'.repeat(12)}`, false],
    ['* - * - * - * - *', false],
  ])('when it is long enough: %s', (text, expected) => {
    expect(isComparable(normalised.run(text))).toBe(expected);
  });
});
