import type { BinRows } from './feature-set.ts';
import { COMMENTS, OTHER_ARTICLES } from './line-groups.ts';
import type { PageLines } from './page-lines.ts';
import * as f from './shape-features.ts';

/**
 * Writes how far away the lines are that rules take.
 *
 * @param textSum words of sentences before each line
 * @param nextRule lines to the next one that a rule takes
 */
export function writeFurniture(
  { count, group }: PageLines,
  textSum: Float64Array,
  nextRule: Int32Array,
  rows: BinRows,
): void {
  const { values } = rows;
  let last = -1;
  for (let i = 0; i < count; i++) {
    values[i] = last < 0 ? 0 : i - last;
    if (group[i] === COMMENTS && textSum[i] > 0 && last < 0) last = i;
  }
  rows.sort(f.SINCE_COMMENTS, count);
  last = -1;
  for (let i = 0; i < count; i++) {
    values[i] = last < 0 ? 0 : i - last;
    if (group[i] === OTHER_ARTICLES && textSum[i] > 0) last = i;
  }
  rows.sort(f.SINCE_OTHERS, count);
  last = -1;
  for (let i = 0; i < count; i++) {
    values[i] = last < 0 ? 1000 : i - last;
    if (group[i] === COMMENTS) last = i;
  }
  rows.sort(f.SINCE_COMMENT, count);
  last = -1;
  for (let i = count - 1; i >= 0; i--) {
    values[i] = last < 0 ? 1000 : last - i;
    if (group[i] === COMMENTS) last = i;
  }
  rows.sort(f.TO_COMMENT, count);
  last = -1;
  for (let i = 0; i < count; i++) {
    values[i] = last < 0 ? 1000 : i - last;
    if (group[i] !== 0) last = i;
  }
  rows.sort(f.SINCE_RULE, count);
  for (let i = 0; i < count; i++) values[i] = nextRule[i];
  rows.sort(f.TO_RULE, count);
}
