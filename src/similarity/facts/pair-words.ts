import type { Comparison } from './facts-context.ts';
import { isAcronym, isSameRow, isSameWord } from './slips.ts';
import { CHARACTER, type Token } from './token.ts';

/** Cells of the table; larger hunks are paired in order. */
const MAX_CELLS = 900;
/** Pairs that are tried in hunks without a table. */
const MAX_TRIES = 5000;
/** Words that one word may have fallen into. */
const MAX_ROW = 6;

// Costs, scaled to integers: a word that is left over, a spelling, a row that was joined or split.
const LEFT_OVER = 10;
const SPELLING = 2;
const ROW = 3;

/**
 * The words of a hunk that have no counterpart on the other side: words that are spelled differently, were split or joined, or
 * stand for a row of names by their first letters are pairs. A smallest sum of costs over a table decides which.
 */
export function pairWords(
  left: readonly Token[],
  right: readonly Token[],
  context: Comparison,
): [Token[], Token[]] {
  if (left.length === 0 || right.length === 0) return [[...left], [...right]];
  if (left.length === 1 && right.length === 1)
    return isSameWord(left[0], right[0], context) ? [[], []] : [[...left], [...right]];
  if ((left.length + 1) * (right.length + 1) > MAX_CELLS) return pairInOrder(left, right, context);
  return pairByTable(left, right, context);
}

function pairByTable(
  left: readonly Token[],
  right: readonly Token[],
  context: Comparison,
): [Token[], Token[]] {
  const n = left.length;
  const m = right.length;
  const width = m + 1;
  const cost = new Int32Array((n + 1) * width).fill(0x7fffffff);
  // how a cell was reached: words taken from the left, times 16, plus words taken from the right; 0x100 set for pairs
  const step = new Uint16Array((n + 1) * width);
  cost[0] = 0;
  const reach = (cell: number, value: number, way: number): void => {
    if (value >= cost[cell]) return;
    cost[cell] = value;
    step[cell] = way;
  };
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = i * width + j;
      const value = cost[here];
      if (i < n) reach(here + width, value + LEFT_OVER, 0x10);
      if (j < m) reach(here + 1, value + LEFT_OVER, 0x01);
      if (i === n || j === m) continue;
      const a = left[i];
      const b = right[j];
      if (a.key === b.key) reach(here + width + 1, value, 0x111);
      else if (isSameWord(a, b, context)) reach(here + width + 1, value + SPELLING, 0x111);
      if (a.kind === CHARACTER || b.kind === CHARACTER) continue;
      for (let k = 2; k <= MAX_ROW; k++) {
        if (i + k <= n && matchesRow(b, left, i, k, context)) reach(here + k * width + 1, value + ROW, 0x101 + 0x10 * k);
        if (j + k <= m && matchesRow(a, right, j, k, context)) reach(here + width + k, value + ROW, 0x110 + k);
      }
      if (i + 2 <= n && j + 2 <= m && isSameRow(left.slice(i, i + 2), right.slice(j, j + 2), context))
        reach(here + 2 * width + 2, value + 2 * ROW, 0x122);
    }
  }
  const onlyLeft: Token[] = [];
  const onlyRight: Token[] = [];
  for (let i = n, j = m; i > 0 || j > 0;) {
    const way = step[i * width + j];
    const fromLeft = (way >> 4) & 15;
    const fromRight = way & 15;
    if ((way & 0x100) === 0) {
      if (fromLeft > 0) onlyLeft.push(left[i - 1]);
      else onlyRight.push(right[j - 1]);
    }
    i -= fromLeft;
    j -= fromRight;
  }
  return [onlyLeft.reverse(), onlyRight.reverse()];
} // prettier-ignore

/** Whether a word is a row of `length` words written together, or made of their first letters. */
function matchesRow(word: Token, tokens: readonly Token[], start: number, length: number, context: Comparison): boolean {
  let letters = 0;
  for (let i = start; i < start + length; i++) {
    if (tokens[i].kind === CHARACTER) return false;
    letters += tokens[i].word.length;
  }
  if (word.allCapitals && word.key.length === length && isAcronym(word, tokens.slice(start, start + length))) return true;
  return Math.abs(letters - word.word.length) <= 3 && isSameRow([word], tokens.slice(start, start + length), context);
} // prettier-ignore

/** Pairs each word with the first one on the other side that spells it, as far as the limit of tries reaches. */
function pairInOrder(
  left: readonly Token[],
  right: readonly Token[],
  context: Comparison,
): [Token[], Token[]] {
  const onlyLeft: Token[] = [];
  const onlyRight = [...right];
  let tries = 0;
  for (const token of left) {
    let found = -1;
    for (let j = 0; j < onlyRight.length && tries < MAX_TRIES; j++, tries++) {
      if (!isSameWord(token, onlyRight[j], context)) continue;
      found = j;
      break;
    }
    if (found < 0) onlyLeft.push(token);
    else onlyRight.splice(found, 1);
  }
  return [onlyLeft, onlyRight];
}
