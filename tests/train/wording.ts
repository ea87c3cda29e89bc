import { NormalisedText } from '../../src/text/normalise.ts';
import type { Sample } from './examples.ts';

/** A word must stand on pages of this many sites, or it would tell the site and not the sort of line. */
const MIN_SITES = 30;
const RIDGE = 3;
const STEPS = 40;
/** Weights nearer to 0 are left out of the model. */
const MIN_WEIGHT = 0.2;

/** Words as columns, lines as rows: a logistic regression over which words a line has, each over the root of their number. */
export class Wording {
  readonly words: string[] = [];
  private readonly columns: ReadonlyMap<number, number>;

  constructor(samples: readonly Sample[]) {
    const sites = new Map<string, Set<string>>();
    for (const { isPage, texts, site } of samples) {
      if (!isPage) continue;
      for (const text of texts) {
        for (const word of text.toLowerCase().match(/\p{L}{2,24}/gu) ?? []) {
          const known = sites.get(word);
          if (known === undefined) sites.set(word, new Set([site]));
          else known.add(site);
        }
      }
    }
    const columns = new Map<number, number>();
    const text = new NormalisedText();
    const frequent = [...sites].filter(([, { size }]) => size >= MIN_SITES).map(([word]) => word);
    for (const word of frequent.toSorted()) {
      if (text.run(word).wordCount !== 1 || columns.has(text.wordHash[0])) continue;
      columns.set(text.wordHash[0], this.words.length);
      this.words.push(word);
    }
    this.columns = columns;
  }

  /** Weights by column, the bias last, learned from the chosen samples by gradient steps of AdaGrad over whole pages. */
  train(chosen: readonly Sample[], labels: Uint8Array, weights: Float64Array): Float64Array {
    const size = this.words.length;
    const trained = new Float64Array(size + 1);
    const gradient = new Float64Array(size + 1);
    const squares = new Float64Array(size + 1).fill(1e-8);
    for (let step = 0; step < STEPS; step++) {
      gradient.fill(0);
      for (let i = 0; i < size; i++) gradient[i] = RIDGE * trained[i];
      for (const sample of chosen) {
        for (let row = sample.start; row < sample.end; row++) {
          if (weights[row] === 0) continue;
          const line = row - sample.start;
          const scale = scaleOf(sample, line);
          let sum = 0;
          this.forEachColumn(sample, line, (column) => (sum += trained[column]));
          const p = 1 / (1 + Math.exp(-(trained[size] + scale * sum)));
          const error = weights[row] * (p - labels[row]);
          gradient[size] += error;
          this.forEachColumn(sample, line, (column) => (gradient[column] += error * scale));
        }
      }
      for (let i = 0; i <= size; i++) {
        squares[i] += gradient[i] * gradient[i];
        trained[i] -= (0.5 * gradient[i]) / Math.sqrt(squares[i]);
      }
    }
    return trained;
  }

  /** What the words of each line of a sample say, as the product computes it. */
  score(trained: Float64Array, sample: Sample, scores: Float32Array): void {
    for (let row = sample.start; row < sample.end; row++) {
      let sum = 0;
      if (sample.isEnglish) {
        this.forEachColumn(sample, row - sample.start, (column) => (sum += roundWeight(trained[column])));
      }
      scores[row] = sum * scaleOf(sample, row - sample.start);
    }
  }

  private forEachColumn({ lineStart, hashes }: Sample, line: number, visit: (column: number) => void): void {
    for (let at = lineStart[line]; at < lineStart[line + 1]; at++) {
      const column = this.columns.get(hashes[at]);
      if (column !== undefined) visit(column);
    }
  }
}

/** A weight as it stands in the file. */
export function roundWeight(weight: number): number {
  return Math.abs(weight) < MIN_WEIGHT ? 0 : Math.round(10 * weight) / 10;
}

function scaleOf({ lineStart }: Sample, line: number): number {
  return 1 / Math.sqrt(Math.max(1, lineStart[line + 1] - lineStart[line]));
}
