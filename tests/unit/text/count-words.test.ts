import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/text/count-words.ts';
import { unitsOf } from '../../../src/text/units.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['   \n\t', 0],
    ['one', 1],
    ['The council  voted\ntwice.', 4],
    ["don't well-known 1,500.50", 3],
    ['— * * * ... “”', 0],
    ['“Yes” — she said', 3],
    ['a\u00a0b\u3000c\u2003d', 4],
    ['Größe über Привет مرحبا', 4],
    ['港の町に', 2],
    ['港の町', 2],
    ['東京 Tower', 2],
    ['ประเทศ', 3],
  ])('counts %j as %i', (text, words) => {
    expect(countWords(unitsOf(`. ${text} .`), 1, text.length + 3)).toBe(words);
  });
});
