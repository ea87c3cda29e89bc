import { describe, expect, it } from 'vitest';
import { trainLogistic, type Rows } from '../../train/logistic.ts';

/** Two features of three bins each; only the first tells the label, in nine of ten rows. */
function examples(): Rows {
  const count = 900;
  const rows = new Uint8Array(2 * count);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    rows[2 * row] = row % 3;
    rows[2 * row + 1] = Math.floor(row / 3) % 3;
    const isOdd = Math.floor(row / 9) % 10 === 0;
    labels[row] = (row % 3 === 2) !== isOdd ? 1 : 0;
  }
  return {
    rows,
    width: 2,
    offsets: Int32Array.of(0, 3, 6),
    labels,
    weights: new Float64Array(count).fill(1),
    chosen: Int32Array.from({ length: count }, (_, row) => row),
    joined: new Uint8Array(6),
  };
}

const score = (weights: Float64Array, first: number, second: number): number =>
  weights[first] + weights[3 + second] + weights[6];

describe('trainLogistic', () => {
  it('gives each bin the logit of its share', () => {
    const weights = trainLogistic(examples(), { ridge: 0.01, smooth: 0 }, 100);
    expect(score(weights, 2, 0)).toBeCloseTo(Math.log(9), 1);
    expect(score(weights, 0, 1)).toBeCloseTo(-Math.log(9), 1);
    expect(Math.abs(weights[3] - weights[4])).toBeLessThan(0.05);
  });

  it('gives the same weights to the last bit again', () => {
    const once = trainLogistic(examples(), { ridge: 1, smooth: 1 }, 30);
    expect(trainLogistic(examples(), { ridge: 1, smooth: 1 }, 30)).toEqual(once);
  });

  it('holds neighbouring bins together by `smooth`', () => {
    const joined = Uint8Array.of(1, 1, 0, 1, 1, 0);
    const free = trainLogistic({ ...examples(), joined }, { ridge: 0.01, smooth: 0 }, 60);
    const held = trainLogistic({ ...examples(), joined }, { ridge: 0.01, smooth: 1000 }, 60);
    expect(Math.abs(held[2] - held[1])).toBeLessThan(0.5 * Math.abs(free[2] - free[1]));
  });

  it('learns from the chosen rows only', () => {
    const all = examples();
    const chosen = all.chosen.filter((row) => row % 3 !== 2);
    const weights = trainLogistic({ ...all, chosen }, { ridge: 0.01, smooth: 0 }, 60);
    expect(weights[2]).toBe(0);
  });
});
