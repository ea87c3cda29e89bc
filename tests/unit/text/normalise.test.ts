import { describe, expect, it } from 'vitest';
import { CHARACTER_WORD, DIGIT, normalise, NormalisedText, WORD } from '../../../src/text/normalise.ts';

function wordsOf(text: string): string[] {
  const normalised = new NormalisedText().run(text);
  const units = normalised.text();
  return Array.from({ length: normalised.wordCount }, (_, word) =>
    units.slice(normalised.wordStart[word], normalised.wordEnd[word]),
  );
}

function hashOf(text: string): number {
  return new NormalisedText().run(text).wordHash[0];
}

describe('normalise', () => {
  it.each([
    ['case', 'The COUNCIL Voted', 'the council voted'],
    ['curly quotes', '“Yes,” she said. ‘No’', '"yes," she said. \'no\''],
    ['angle and corner quotes', '«Oui» 「はい」', '"oui" "はい"'],
    ['dashes', 'a – b — c ‐ d − e', 'a - b - c - d - e'],
    ['the ellipsis', 'wait…', 'wait...'],
    ['white space of every kind', '  a\u00a0\u3000b\r\n\tc\u2028 ', 'a b c'],
    ['invisible characters', 'soft\u00adhyphen zero\u200bwidth \u202ebidi\ufeff', 'softhyphen zerowidth bidi'],
    ['control characters and terminal escapes', 'a\u0007b \u001b[31mred', 'ab [31mred'],
    ['Markdown signs', '**Bold** and _so_ and `code` # head', 'bold and so and code head'],
    ['the Arabic tatweel', 'مـــرحبا', 'مرحبا'],
    ['full width letters', 'ＡＢＣ１２３', 'abc123'],
    ['ligatures', 'ﬁnal ﬂoor', 'final floor'],
    ['combining marks', 'cafe\u0301', 'café'],
    ['half width kana', 'ｶﾞﾗｽ ﾊﾟﾝ', 'ガラス パン'],
    ['jamo that are letters of their own', 'ㄱㅏ ㄱￂ', '가 가'],
    ['the final sigma', 'ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['entities', 'Fish &amp; chips &#8217;s &eacute;', "fish & chips 's é"],
    ['entities escaped twice', 'AT&amp;amp;T', 'at&t'],
    ['mojibake', 'donâ€™t cafÃ© SeÃ±or', "don't café señor"],
    ['tags', '<p class="x">One</p><b>two</b>', 'one two'],
    ['links of Markdown', 'see [the report](https://example.org/a_b) and ![a picture](x.png)', 'see the report and a picture'],
  ])('folds %s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  }); // prettier-ignore

  it.each(['a < b and c > d', 'R&D; see below', 'AT&T said', 'f[x] (y)', '&bogus;', 'Â ', 'São Paulo'])(
    'leaves alone what only looks like markup or mojibake: %s',
    (text) => {
      expect(normalise(text)).toBe(text.toLowerCase().trim());
    },
  );

  it('is empty for text without anything visible', () => {
    expect(normalise(' \u200b\ufeff \n')).toBe('');
  });

  it('has room for texts that become longer and for texts longer than its buffers', () => {
    expect(normalise('…'.repeat(3000))).toBe('...'.repeat(3000));
    expect(normalise('Word '.repeat(20_000))).toHaveLength(5 * 20_000 - 1);
  });

  it('does not slow down on text that is full of openings of markup', () => {
    const open = '<a &b ]('.repeat(30_000);
    expect(normalise(`${open}<b>x</b>`).startsWith('<a &b ](<a')).toBe(true);
  });
});

describe('the words of a normalised text', () => {
  it('are runs of letters and digits, with apostrophes and joints of numbers inside', () => {
    expect(wordsOf("Don't pay 1,500.50 on 3/4 at 10:30, he said; the dogs' home.")).toEqual(
      ["don't", 'pay', '1,500.50', 'on', '3/4', 'at', '10:30', 'he', 'said', 'the', 'dogs', 'home'],
    );
  }); // prettier-ignore

  it('hash alike with and without an apostrophe, and not with and without a decimal point', () => {
    expect(hashOf("don't")).toBe(hashOf('dont'));
    expect(hashOf('don’t')).toBe(hashOf('DONT'));
    expect(hashOf('1.5')).not.toBe(hashOf('15'));
    expect(hashOf('a')).not.toBe(hashOf('b'));
  });

  it('are single letters in scripts without spaces', () => {
    expect(wordsOf('港の町 ไทย abc')).toEqual(['港', 'の', '町', 'ไ', 'ท', 'ย', 'abc']);
  });

  it('have classes that tell letters, numbers and scripts without spaces apart', () => {
    const { wordClass, wordCount } = new NormalisedText().run('word 12b 港');
    expect([...wordClass.subarray(0, wordCount)]).toEqual([WORD, WORD | DIGIT, CHARACTER_WORD]);
  });

  it('are none in a line of signs', () => {
    expect(wordsOf('* * * --- ...')).toEqual([]);
  });
});
