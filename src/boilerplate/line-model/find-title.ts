import type { PageLines } from './page-lines.ts';

/** Share of the first line's words that a later line must have to be the title of the article. */
const MIN_TITLE_SHARE = 0.6;
const MIN_TITLE_WORDS = 3;

/**
 * A page names its article in its first line, and again over the text: the last line before `end`, or else the first
 * behind it, that has most of the first line's words. -1 when there is none.
 */
export function findTitle(lines: PageLines, end: number): number {
  const { content, wordStart, count } = lines;
  let first = 0;
  while (first < Math.min(count, 4) && lines.weight[first] < MIN_TITLE_WORDS) first++;
  if (first >= count) return -1;
  const words = new Set<number>();
  for (let word = wordStart[first]; word < wordStart[first + 1]; word++) words.add(content[word]);
  words.delete(0);
  let found = -1;
  for (let i = first + 1; i < count; i++) {
    if (i > end && found >= 0) break;
    if (lines.weight[i] < MIN_TITLE_WORDS || lines.weight[i] > 30) continue;
    let own = 0;
    let shared = 0;
    for (let word = wordStart[i]; word < wordStart[i + 1]; word++) {
      if (content[word] === 0) continue;
      own++;
      if (words.has(content[word])) shared++;
    }
    if (shared >= 2 && shared >= MIN_TITLE_SHARE * own && shared >= 0.4 * words.size) found = i;
  }
  return found;
}
