import type { Whitespace } from '../model/article.ts';
import { gapBefore } from './rebuild.ts';

const noOthers: ReadonlyMap<number, string> = new Map();

/**
 * What stands between the blocks, in the short form of the output: the commonest text before a block, and the places
 * that differ from it.
 *
 * @param gaps the text before each block, and at last what stands behind the last one; one longer than the
 * number of blocks
 */
export function describeWhitespace(gaps: readonly string[]): Whitespace | undefined {
  const between = commonestInside(gaps);
  const others: [number, string][] = [];
  gaps.forEach((gap, block) => {
    if (gap !== gapBefore(block, gaps.length - 1, { between }, noOthers)) others.push([block, gap]);
  });
  if (between === '\n' && others.length === 0) return undefined;
  return { ...(between !== '\n' && { between }), ...(others.length > 0 && { others }) };
}

/** The most frequent gap between two blocks, the earlier one of equals; a newline when there is none. */
function commonestInside(gaps: readonly string[]): string {
  const last = gaps.length - 1;
  let place = 2;
  while (place < last && gaps[place] === gaps[1]) place++;
  // nearly all files have one gap throughout
  if (place >= last) return last > 1 ? gaps[1] : '\n';
  const counts = new Map<string, number>();
  for (let i = 1; i < last; i++) counts.set(gaps[i], (counts.get(gaps[i]) ?? 0) + 1);
  let best = '\n';
  let most = 0;
  for (const [gap, count] of counts) {
    if (count <= most) continue;
    best = gap;
    most = count;
  }
  return best;
}
