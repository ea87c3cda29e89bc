import { describe, expect, it } from 'vitest';
import { repair, startsMarkup, startsMojibake } from '../../../src/text/repair.ts';
import { unitsOf } from '../../../src/text/units.ts';

describe('repair', () => {
  it('decodes entities with a semicolon and leaves names that do not exist', () => {
    expect(repair('&lt;3 &mdash; &#x27;x&#39; &nosuch; &amp')).toBe("<3 — 'x' &nosuch; &amp");
  });

  it('unwraps text that was escaped up to three times', () => {
    expect(repair('&amp;amp;amp;')).toBe('&');
    expect(repair('Ã¢â‚¬â„¢')).toBe('’');
  });

  it('repairs sequences of two and three bytes and leaves the text around them', () => {
    expect(repair('Ã¼ber â‚¬5 Ð¿Ñ€Ð¸Ð²ÐµÑ‚ Ãœ')).toBe('über €5 привет Ü');
  });

  it('leaves sequences that are no UTF-8 and letters that stand before quotes', () => {
    expect(repair('Ã o, â‚, à»¿')).toBe('Ã o, â‚, à»¿');
    expect(repair('¿Está? á»')).toBe('¿Está? á»');
  });

  it('puts a space where a tag breaks the line, and nothing where it does not', () => {
    expect(repair('a<br>b<br/>c<P>d</p>e<i>f</i>g<!-- x -->h')).toBe('a b c d efgh');
  });

  it('leaves tags that have no end within reach', () => {
    const long = `<a ${'x'.repeat(400)}>`;
    expect(repair(long)).toBe(long);
    expect(repair('a <b c <d')).toBe('a <b c <d');
  });

  it('drops targets of links but keeps the words, also without an opening bracket', () => {
    expect(repair('[one](http://x.y/z) two](#a) ![three](p.png)')).toBe('one two three');
    expect(repair('[not](a link)')).toBe('[not](a link)');
  });
});

describe('the first look', () => {
  it('tells markup from signs that stand alone', () => {
    expect(['&amp;', '<b>', '](x)', '</p>', '<!--x-->'].map((text) => startsMarkup(unitsOf(text), 0, text.length))).toEqual([true, true, true, true, true]);
    expect(['& b', '&;', '<3 >', '](a b)', '](', '&x'].map((text) => startsMarkup(unitsOf(text), 0, text.length))).toEqual([false, false, false, false, false, false]);
  }); // prettier-ignore

  it('tells mojibake from letters with accents', () => {
    expect(['Ã©', 'â€™', 'Ð°'].map((text) => startsMojibake(unitsOf(text), 0, text.length))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['São', 'âge', 'à la', 'Ê»'].map((text) => startsMojibake(unitsOf(text), 0, text.length))).toEqual([false, false, false, false]); // prettier-ignore
  });
});
