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
  const between = commonest(gaps.slice(1, -1));
  const others: [number, string][] = [];
  gaps.forEach((gap, block) => {
    if (gap !== gapBefore(block, gaps.length - 1, { between }, noOthers)) others.push([block, gap]);
  });
  if (between === '\n' && others.length === 0) return undefined;
  return { ...(between !== '\n' && { between }), ...(others.length > 0 && { others }) };
}

/** The most frequent string, the earlier one of equals; a newline when there is none. */
function commonest(strings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const string of strings) counts.set(string, (counts.get(string) ?? 0) + 1);
  let best = '\n';
  let most = 0;
  for (const [string, count] of counts) {
    if (count <= most) continue;
    best = string;
    most = count;
  }
  return best;
}
