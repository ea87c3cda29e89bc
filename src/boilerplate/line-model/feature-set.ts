/**
 * A measure of a line that was sorted into bins; the model has one weight a bin. Bins make a sum of weights out of
 * any curve, and the weights can be read.
 */
export interface Feature {
  readonly name: string;
  /** Place in a row of bins. */
  readonly index: number;
  readonly bins: number;
  /** Lower ends of bins 1 and up; empty for features whose bins are kinds. */
  readonly edges: readonly number[];
  /** What it means in words when the feature speaks for boilerplate: in its lower and in its upper half of bins. */
  readonly low: string;
  readonly high: string;
}

/** The features of one stage, in the order of their declaration. */
export class FeatureSet {
  readonly features: Feature[] = [];

  get width(): number {
    return this.features.length;
  }

  /** Number of bins of all features. */
  get size(): number {
    return this.features.reduce((sum, { bins }) => sum + bins, 0);
  }

  /** A feature by its measure: bin 0 is below the first edge. */
  scale(name: string, edges: readonly number[], low: string, high: string = low): Feature {
    return this.add({ name, bins: edges.length + 1, edges, low, high });
  }

  /** A feature whose bins are kinds, or pairs of other features' bins. */
  kinds(name: string, bins: number, low: string, high: string = low): Feature {
    return this.add({ name, bins, edges: [], low, high });
  }

  private add(feature: Omit<Feature, 'index'>): Feature {
    const added = { ...feature, index: this.features.length };
    this.features.push(added);
    return added;
  }
}

/** The bin of a value. */
export function binOf(feature: Feature, value: number): number {
  return coarseOf(feature.edges, value);
}

/** The bin of a value among edges, for features whose bins are pairs. */
export function coarseOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]) bin++;
  return bin;
}

/** Writes the bin of a value into the row that begins at `base`. */
export function put(bins: Uint8Array, base: number, feature: Feature, value: number): void {
  bins[base + feature.index] = binOf(feature, value);
}

/** Rows of bins, one a line, in a buffer that grows. */
export class BinRows {
  bins: Uint8Array = new Uint8Array(0);
  readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  reserve(lines: number): void {
    if (this.bins.length < lines * this.width) this.bins = new Uint8Array(2 * lines * this.width);
  }
}
