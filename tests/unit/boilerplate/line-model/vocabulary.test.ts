import { describe, expect, it } from 'vitest';
import {
  contentHash,
  languagePlaces,
  Vocabulary,
} from '../../../../src/boilerplate/line-model/vocabulary.ts';
import { NormalisedText } from '../../../../src/text/normalise.ts';

const vocabulary = new Vocabulary();

const placeOf = (word: string): number => vocabulary.find(new NormalisedText().run(word).wordHash[0]);

function languagesOf(word: string): number[] {
  const counts = new Uint32Array(languagePlaces);
  vocabulary.countLanguages(placeOf(word), 1, counts);
  return [...counts.keys()].filter((language) => counts[language] > 0);
}

describe('Vocabulary', () => {
  it('knows stop words by their languages', () => {
    const [english] = languagesOf('the');
    expect(languagesOf('the')).toHaveLength(1);
    expect(vocabulary.isStopWord(placeOf('the'), english)).toBe(true);
    expect(vocabulary.isStopWord(placeOf('und'), english)).toBe(false);
    expect(languagesOf('de').length).toBeGreaterThan(3);
  });

  it.each(['der', 'les', 'los', 'não', 'della', 'się', 'het', 'или', 'في', '的', 'は'])(
    'has the stop word %s',
    (word) => {
      expect(languagesOf(word).length).toBeGreaterThan(0);
    },
  );

  it('knows words of the phrases of the lexicon that are no stop words', () => {
    expect(vocabulary.isFurniture(placeOf('newsletter'))).toBe(true);
    expect(vocabulary.isFurniture(placeOf('the'))).toBe(false);
  });

  it('knows nothing of other words', () => {
    expect(placeOf('xylothorpe')).toBe(0);
    expect(vocabulary.isStopWord(0, 0)).toBe(false);
    expect(vocabulary.isFurniture(0)).toBe(false);
  });
});

describe('contentHash', () => {
  const content = (text: string): number[] => {
    const { wordHash, wordClass, wordCount } = new NormalisedText().run(text);
    return Array.from({ length: wordCount }, (_, word) => contentHash(wordHash, wordClass, word));
  };

  it('is the hash of a word, and 0 for a number', () => {
    const [bridge, number] = content('bridge 1999');
    expect(bridge).not.toBe(0);
    expect(number).toBe(0);
  });

  it('is that of a pair of letters in scripts without spaces', () => {
    const [first, second, third] = content('石桥石');
    expect(first).toBe(0);
    expect(second).not.toBe(third);
    expect(content('新石桥')[2]).toBe(second);
  });
});

describe('the learned words of a vocabulary', () => {
  const learned = new Vocabulary('-1.5 subscribe\n0.7 bridge');
  const weightOf = (word: string): number => learned.weightOf(learned.find(new NormalisedText().run(word).wordHash[0]));

  it('have their weights, and all others none', () => {
    expect(weightOf('Subscribe')).toBe(-1.5);
    expect(weightOf('bridge')).toBeCloseTo(0.7);
    expect([weightOf('the'), weightOf('xylothorpe')]).toEqual([0, 0]);
  });

  it('may be none', () => {
    expect(new Vocabulary('').find(new NormalisedText().run('xylothorpe').wordHash[0])).toBe(0);
  });
}); // prettier-ignore
