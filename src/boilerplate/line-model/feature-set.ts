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
  readonly edges: Float64Array;
  /** For each of `CELLS` equal parts of the way from the first to the last edge the bin of its lower end. */
  readonly grid: Uint8Array;
  /** Cells a unit. */
  readonly cells: number;
  /** What it means in words when the feature speaks for boilerplate: in its lower and in its upper half of bins. */
  readonly low: string;
  readonly high: string;
}

const CELLS = 256;

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
    return this.add({ name, bins: edges.length + 1, edges: Float64Array.from(edges), low, high });
  }

  /** A feature whose bins are kinds, or pairs of other features' bins. */
  kinds(name: string, bins: number, low: string, high: string = low): Feature {
    return this.add({ name, bins, edges: new Float64Array(0), low, high });
  }

  private add(feature: Omit<Feature, 'index' | 'grid' | 'cells'>): Feature {
    const { edges } = feature;
    const [first = 0] = edges;
    const cells = edges.length < 2 ? 0 : CELLS / (edges[edges.length - 1] - first);
    const grid = new Uint8Array(CELLS);
    if (cells > 0)
      edges.forEach((edge, bin) => {
        // a little above the edge, so that rounding never puts a value above its bin
        grid.fill(bin + 1, Math.ceil((edge - first) * cells + 0.01));
      });
    const added = { ...feature, grid, cells, index: this.features.length };
    this.features.push(added);
    return added;
  }
}

/** The bin of a value: that of its cell, or one of the next. */
export function binOf({ edges, grid, cells }: Feature, value: number): number {
  const cell = (value - edges[0]) * cells;
  let bin = cell > 0 ? grid[cell < CELLS ? Math.trunc(cell) : CELLS - 1] : 0;
  while (bin < edges.length && value >= edges[bin]) bin++;
  return bin;
}

/** The bin of a value among edges, for features whose bins are pairs. */
export function coarseOf(edges: Float64Array, value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]) bin++;
  return bin;
}

/**
 * Rows of bins, one a line, in a buffer that grows. They are written feature by feature, which keeps what a feature needs
 * at hand: `values` takes what it measures in each line, and `sort` puts that into bins.
 */
export class BinRows {
  bins: Uint8Array = new Uint8Array(0);
  values: Float64Array = new Float64Array(0);
  readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  reserve(lines: number): void {
    if (this.values.length >= lines) return;
    this.values = new Float64Array(2 * lines);
    this.bins = new Uint8Array(2 * lines * this.width);
  }

  /** Sorts the values of the first `count` lines into the bins of a feature. */
  sort({ index, edges, grid, cells }: Feature, count: number): void {
    const { bins, values, width } = this;
    const [first] = edges;
    const top = edges.length;
    for (let line = 0, at = index; line < count; line++, at += width) {
      const value = values[line];
      const cell = (value - first) * cells;
      let bin = cell > 0 ? grid[cell < CELLS ? Math.trunc(cell) : CELLS - 1] : 0;
      while (bin < top && value >= edges[bin]) bin++;
      bins[at] = bin;
    }
  }

  /** Writes one bin of a feature for all of the first `count` lines. */
  fill({ index }: Feature, bin: number, count: number): void {
    const { bins, width } = this;
    for (let line = 0, at = index; line < count; line++, at += width) bins[at] = bin;
  }
}
