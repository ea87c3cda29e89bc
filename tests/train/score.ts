/** Counts of word 4-grams, as the article-extraction-benchmark scores texts. */
export class Grams {
  private readonly ids = new Map<string, number>();

  /** Words of a text as numbers. */
  words(text: string): Int32Array {
    const found = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
    return Int32Array.from(found, (word) => {
      let id = this.ids.get(word);
      if (id === undefined) this.ids.set(word, (id = this.ids.size + 1));
      return id;
    });
  }
}

export function countGrams(words: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  if (words.length === 0) return counts;
  const end = Math.max(1, words.length - 3);
  for (let i = 0; i < end; i++) {
    let high = 7;
    let low = 3;
    for (let k = i; k < Math.min(words.length, i + 4); k++) {
      low = Math.imul(low ^ words[k], 0x01000193);
      high = Math.imul(high, 31) + words[k];
    }
    const key = (high >>> 11) * 2 ** 32 + (low >>> 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export interface Score {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

export function scoreGrams(gold: ReadonlyMap<number, number>, predicted: ReadonlyMap<number, number>): Score {
  let common = 0;
  let all = 0;
  let wanted = 0;
  for (const [key, count] of predicted) {
    all += count;
    common += Math.min(count, gold.get(key) ?? 0);
  }
  for (const count of gold.values()) wanted += count;
  const sum = all + wanted - common || 1;
  return {
    truePositive: common / sum,
    falsePositive: (all - common) / sum,
    falseNegative: (wanted - common) / sum,
  };
}

/** F1 of the means of precision and recall over the pages. */
export function aggregate(scores: readonly Score[]): { f1: number; precision: number; recall: number } {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { truePositive: t, falsePositive: p, falseNegative: n } of scores) {
    if (t + p > 0) precisions.push(p === 0 && n === 0 ? 1 : t / (t + p));
    if (t + n > 0) recalls.push(p === 0 && n === 0 ? 1 : t / (t + n));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  return {
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    precision,
    recall,
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
