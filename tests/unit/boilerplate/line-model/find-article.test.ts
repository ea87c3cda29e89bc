import { describe, expect, it } from 'vitest';
import { findArticle } from '../../../../src/boilerplate/line-model/find-article.ts';

const find = (
  logits: readonly number[],
  weight: readonly number[],
): { kept: number[]; threshold: number } => {
  const found = findArticle(Float32Array.from(logits), Float32Array.from(weight), logits.length, 0.1, 0.5);
  return { kept: [...found.kept], threshold: found.threshold };
};

describe('findArticle', () => {
  it('keeps to the threshold when some of the text is kept', () => {
    expect(find([-3, 2, 2, -1], [2, 30, 30, 90])).toEqual({ kept: [0, 1, 1, 0], threshold: 0.1 });
  });

  it('lowers it until a part of the text is kept', () => {
    const { kept, threshold } = find([-4, -0.9, -0.8, -4], [2, 60, 80, 30]);
    expect(kept).toEqual([0, 1, 1, 0]);
    expect(threshold).toBeCloseTo(-1.4);
  });

  it('does not lower it for lines that are sure to be none of the article, or too short for text', () => {
    expect(find([-5, -6, -5], [40, 50, 60]).kept).toEqual([0, 0, 0]);
    expect(find([-1, -1, -1], [4, 5, 6])).toEqual({ kept: [0, 0, 0], threshold: 0.1 });
  });
});
