import { describe, expect, it } from 'vitest';

import { endsInParticle, isHangul, stemHash } from '../../../../src/boilerplate/line-model/hangul.ts';
import { NormalisedText } from '../../../../src/text/normalise.ts';

const normalised = new NormalisedText();

function particleOf(word: string): boolean {
  const { units, length } = normalised.run(word);
  return endsInParticle(units, 0, length);
}

describe('Hangul', () => {
  it('is syllables alone', () => {
    expect([...'가힣한'].map((letter) => isHangul(letter.charCodeAt(0)))).toEqual([true, true, true]);
    expect([...'aж中かㄱ'].map((letter) => isHangul(letter.charCodeAt(0)))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('has particles at the ends of words', () => {
    expect(['도서관은', '바다를', '학교에', '말했다', '서울에서', '것으로'].map(particleOf)).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    expect(['뉴스', '정치', '은', '광고', '사회', 'the', '2024'].map(particleOf)).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });

  it('has the hash of a word without its particle', () => {
    const { units, length } = normalised.run('도서관은');
    const stem = stemHash(units, 0, length);
    expect(stem).toBe(normalised.run('도서관').wordHash[0]);
  });
});
