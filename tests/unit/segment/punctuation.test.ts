import { describe, expect, it } from 'vitest';
import { endsSentence, isLowerCase, isUpperCase, opensQuote } from '../../../src/segment/punctuation.ts';
import { unitsOf } from '../../../src/text/units.ts';

describe('endsSentence', () => {
  it.each([
    'Yes.',
    'Yes!',
    'Yes?',
    'Yes…',
    '“Yes.”',
    '(Yes.)',
    'He said: ‘Yes!’»',
    '是。',
    'ہاں۔',
    'نعم؟',
    'हाँ।',
  ])('is true of %s', (text) => {
    expect(endsSentence(unitsOf(text), 0, text.length)).toBe(true);
  });

  it.each(['Yes', 'Yes,', 'Yes:', '“Yes”', ')', '"', 'Yes.x'])('is false of %s', (text) => {
    expect(endsSentence(unitsOf(text), 0, text.length)).toBe(false);
  });

  it('looks at the stretch alone', () => {
    expect(endsSentence(unitsOf('One. Two'), 0, 4)).toBe(true);
    expect(endsSentence(unitsOf('One. Two'), 5, 8)).toBe(false);
  });
});

describe('letters and quotes', () => {
  it('have case or not', () => {
    const code = (letter: string): number => letter.charCodeAt(0);
    expect(['a', 'é', 'ß', 'я'].map((letter) => isLowerCase(code(letter)))).toEqual([true, true, true, true]);
    expect(['A', 'É', 'Я'].map((letter) => isUpperCase(code(letter)))).toEqual([true, true, true]);
    expect(['A', '1', '港', 'م', '“'].some((letter) => isLowerCase(code(letter)))).toBe(false);
    expect(['a', '1', '港', 'م', '“'].some((letter) => isUpperCase(code(letter)))).toBe(false);
  });

  it('open or not', () => {
    expect(['“', '"', '„', '«', '‘', '「'].every((sign) => opensQuote(sign.charCodeAt(0)))).toBe(true);
    expect(['a', '”', '.'].some((sign) => opensQuote(sign.charCodeAt(0)))).toBe(false);
  });
});
