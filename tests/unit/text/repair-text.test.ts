import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/text/normalise.ts';
import { repairText } from '../../../src/text/repair-text.ts';

/** What scraping leaves in a text, and the text that was meant. */
const cases: readonly (readonly [what: string, broken: string, meant: string])[] = [
  ['entities', 'Fish &amp; chips &#8211; caf&eacute;', 'Fish & chips – café'],
  ['entities encoded twice', 'Fish &amp;amp; chips', 'Fish & chips'],
  ['tags', 'A <b>bold</b> word<br/>and another', 'A bold word and another'],
  ['Markdown links', 'See [the report](https://example.org/a_b) now', 'See the report now'],
  ['UTF-8 read as windows-1252', 'The cafÃ© wasnâ€™t open', 'The café wasn’t open'],
  ['UTF-8 read as windows-1252 twice', 'The cafÃƒÂ© was open', 'The café was open'],
  ['soft hyphens', 'Inter\u00adnational news', 'International news'],
  ['zero-width spaces and marks', 'One\u200b two\u2060 three\ufeff', 'One two three'],
  ['bidirectional controls', 'One \u202etwo\u202c three \u2066four\u2069', 'One two three four'],
  ['hard spaces', '5\u00a0km and 7\u202f%', '5 km and 7 %'],
  ['ligatures', 'The o\ufb03ce \ufb01nds \ufb02oods', 'The office finds floods'],
  ['accents beside their letters', 'cafe\u0301', 'café'],
];

describe('repairText', () => {
  it.each(cases)('repairs %s, which compare as equal already', (_, broken, meant) => {
    expect(repairText(broken)).toBe(meant);
    expect(normalise(broken)).toBe(normalise(meant));
  });

  it('leaves text alone that only looks broken, and joiners that letters need', () => {
    for (const text of [
      '5 < 7 & 8 > 6',
      'AT&T; R&D',
      'می\u200cخواهم',
      '👩\u200d🚒',
      'Ânes et Ãos',
      '日本語。',
    ])
      expect(repairText(text)).toBe(text);
  });

  it('full-width forms compare as equal, and stay as they are written', () => {
    expect(normalise('ＡＢＣ１２３')).toBe(normalise('abc123'));
    expect(repairText('ＡＢＣ')).toBe('ＡＢＣ');
  });
});
