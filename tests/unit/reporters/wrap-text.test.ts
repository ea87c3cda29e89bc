import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureColumns, wrapText } from '../../../src/reporters/wrap-text.ts';

describe('wrapText', () => {
  test('breaks at white space, which it squeezes', () => {
    expect([...wrapText('one  two\nthree\tfour', 9)]).toEqual(['one two', 'three', 'four']);
  });

  test('breaks between letters of scripts without spaces, each of which takes two columns', () => {
    expect([...wrapText('今天天气很好', 5)]).toEqual(['今天', '天气', '很好']);
  });

  test('cuts words that are longer than a line, and never inside a character', () => {
    expect([...wrapText('abcdefgh', 3)]).toEqual(['abc', 'def', 'gh']);
    expect([...wrapText('🚢🚢🚢', 3)]).toEqual(['🚢', '🚢', '🚢']);
  });

  test('gives no line for no text', () => {
    expect([...wrapText(' \n ', 10)]).toEqual([]);
  });

  test('keeps every character and every width', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', 'é', '語', '🚢', '\u0301') });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 12 }), (text, width) => {
        const lines = [...wrapText(text, width)];
        expect(lines.every((line) => measureColumns(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
      }),
    );
  });
});
