import type { BinRows, Feature } from './feature-set.ts';
import * as f from './shape-features.ts';

/** What windows over the lines are computed from; the sums run over all lines before one, and the last is over all. */
export interface WindowColumns {
  /** Words of sentences, and of all lines. */
  readonly textSum: Float64Array;
  readonly wordSum: Float64Array;
  /** Words of the lexicon. */
  readonly furnitureSum: Float64Array;
  /** Lines that a rule takes, repeated ones, short ones with figures, and those like titles. */
  readonly hitSum: Float64Array;
  readonly repeatedSum: Float64Array;
  readonly datedSum: Float64Array;
  readonly capitalSum: Float64Array;
  /** The shape of each line: its length, its first and its last sign; below `SIGNATURES`. */
  readonly signature: Uint16Array;
}

const SIGNATURES = 1 << 11;
/** How many lines of a window have each signature; 0 between calls. */
const alike = new Uint16Array(SIGNATURES);

/** Writes the features of the lines around each line, for windows of all sizes. */
export function writeWindows(columns: WindowColumns, count: number, rows: BinRows): void {
  const { values } = rows;
  const { textSum, wordSum, furnitureSum } = columns;
  for (let window = 0; window < f.windows.length; window++) {
    const reach = f.windows[window];
    for (let i = 0; i < count; i++) {
      const from = Math.max(0, i - reach);
      values[i] = (textSum[i] - textSum[from]) / Math.max(1, wordSum[i] - wordSum[from]);
    }
    rows.sort(f.DENSITY_BEFORE[window], count);
    for (let i = 0; i < count; i++) {
      const to = Math.min(count, i + 1 + reach);
      values[i] = (textSum[to] - textSum[i + 1]) / Math.max(1, wordSum[to] - wordSum[i + 1]);
    }
    rows.sort(f.DENSITY_AFTER[window], count);
    for (let i = 0; i < count; i++) values[i] = textSum[i] - textSum[Math.max(0, i - reach)];
    rows.sort(f.MASS_BEFORE[window], count);
    for (let i = 0; i < count; i++) values[i] = textSum[Math.min(count, i + 1 + reach)] - textSum[i + 1];
    rows.sort(f.MASS_AFTER[window], count);
    for (let i = 0; i < count; i++) {
      const from = Math.max(0, i - reach);
      const to = Math.min(count, i + 1 + reach);
      values[i] = (furnitureSum[to] - furnitureSum[from]) / Math.max(1, wordSum[to] - wordSum[from]);
    }
    rows.sort(f.NEAR_FURNITURE[window], count);
    writeShare(columns.hitSum, reach, f.HITS[window], count, rows);
    writeShare(columns.repeatedSum, reach, f.REPEATED_NEAR[window], count, rows);
    writeShare(columns.datedSum, reach, f.DATED_NEAR[window], count, rows);
    writeShare(columns.capitalSum, reach, f.CAPITAL_NEAR[window], count, rows);
    countAlike(columns.signature, count, reach, values);
    rows.sort(f.ALIKE[window], count);
  }
}

/** Sorts the share of lines up to `reach` away that `sum` counts. */
function writeShare(sum: Float64Array, reach: number, feature: Feature, count: number, rows: BinRows): void {
  const { values } = rows;
  for (let i = 0; i < count; i++) {
    const from = Math.max(0, i - reach);
    const to = Math.min(count, i + 1 + reach);
    values[i] = (sum[to] - sum[from]) / (to - from);
  }
  rows.sort(feature, count);
}

/** Counts the other lines of a line's shape up to `reach` lines away, in a window that moves along. */
function countAlike(signature: Uint16Array, count: number, reach: number, values: Float64Array): void {
  for (let i = 0; i < Math.min(count, reach); i++) alike[signature[i]]++;
  for (let i = 0; i < count; i++) {
    if (i + reach < count) alike[signature[i + reach]]++;
    if (i > reach) alike[signature[i - reach - 1]]--;
    values[i] = alike[signature[i]] - 1;
  }
  for (let i = Math.max(0, count - 1 - reach); i < count; i++) alike[signature[i]] = 0;
}
