import { describe, expect, it } from 'vitest';
import { WordCounts } from '../../../src/matching/word-counts.ts';
import { NormalisedText } from '../../../src/text/normalise.ts';

const a = 'The mayor Odila Brandt opened the bridge.';
const b = 'The mayor Odila Brand opened the bridge.';

/** Whether a word occurs besides in these two, in an input of these texts. */
function occurs(word: string, texts: readonly string[]): boolean | undefined {
  const counts = new WordCounts();
  const normalised = new NormalisedText();
  for (const text of texts) counts.add(normalised.run(text));
  return counts.around(a, b).occursElsewhere?.(word);
}

describe('whether a word occurs elsewhere in the input', () => {
  it('is no for a word of the two texts alone, however often they have it', () => {
    expect(['Brandt', 'Brand', 'the', 'Odila'].map((word) => occurs(word, [a, b]))).toEqual([false, false, false, false]); // prettier-ignore
  });

  it('is yes for a word of another text, in any case', () => {
    expect(occurs('Brandt', [a, b, 'Nobody told Brandt.'])).toBe(true);
    expect(occurs('BRANDT', [a, b, 'Nobody told brandt.'])).toBe(true);
    expect(occurs('Brand', [a, b, 'Nobody told Brandt.'])).toBe(false);
  });

  it('is no for what nobody has written, in an empty input, and for what is not one word', () => {
    expect(occurs('Quist', [a, b])).toBe(false);
    expect(occurs('Brandt', [])).toBe(false);
    expect(occurs('Odila Brandt', [a, b, 'Odila Brandt, Odila Brandt'])).toBe(false);
    expect(occurs('', [a, b])).toBe(false);
  });

  it('is yes for a word that is more frequent than is counted', () => {
    expect(occurs('the', [a, b, 'the '.repeat(300)])).toBe(true);
  });
});
