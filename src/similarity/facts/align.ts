import type { Token } from './token.ts';

/** A place where two token lists differ: half-open ranges, one of which may be empty. */
export interface Hunk {
  readonly leftStart: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly rightEnd: number;
}

/** Differences (words of either side) beyond which no alignment is made. */
const MAX_DIFFERENCES = 400;
/** Shorter sentences may be names behind an abbreviation ("Mr. Smith"), and are compared where they stand. */
export const MIN_SENTENCE = 3;
/** Steps beyond which no alignment is made. */
const MAX_STEPS = 4_000_000;

/**
 * The places where two token lists differ, in order, or undefined when they differ too much to be aligned. The greedy
 * algorithm of Myers ("An O(ND) difference algorithm and its variations", 1986): a shortest list of insertions and
 * deletions in time proportional to the length times the number of differences.
 */
export function align(left: readonly Token[], right: readonly Token[]): Hunk[] | undefined {
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left[start].key === right[start].key) start++;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1].key === right[rightEnd - 1].key) {
    leftEnd--;
    rightEnd--;
  }
  if (start === leftEnd && start === rightEnd) return [];
  if (start === leftEnd || start === rightEnd || (leftEnd - start === 1 && rightEnd - start === 1))
    return [{ leftStart: start, leftEnd, rightStart: start, rightEnd }];
  const numbers = new Map<string, number>();
  const trace = search(numbered(left, start, leftEnd, numbers), numbered(right, start, rightEnd, numbers));
  return trace === undefined ? undefined : hunksOf(trace, start, leftEnd, rightEnd);
}

/** Tokens by the number of their key, which is faster to compare. */
function numbered(
  tokens: readonly Token[],
  start: number,
  end: number,
  numbers: Map<string, number>,
): Int32Array {
  const result = new Int32Array(end - start);
  for (let i = start; i < end; i++) {
    const { key } = tokens[i];
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    result[i - start] = number;
  }
  return result;
}

/** For each number of differences, how far each diagonal reaches on the left; undefined beyond the limits. */
function search(left: Int32Array, right: Int32Array): Int32Array[] | undefined {
  const n = left.length;
  const m = right.length;
  const limit = Math.min(n + m, MAX_DIFFERENCES);
  if (Math.abs(n - m) > limit) return undefined;
  const trace: Int32Array[] = [];
  let steps = 0;
  let before = new Int32Array(3);
  for (let d = 0; d <= limit; d++) {
    // reach[k + d + 1] is the furthest place on diagonal k = left - right
    const reach = new Int32Array(2 * d + 3).fill(-1);
    for (let k = -d; k <= d; k += 2) {
      if (k > n || -k > m) continue;
      const down = k === -d || (k !== d && before[k + d - 1] < before[k + d + 1]);
      let x = d === 0 ? 0 : down ? before[k + d + 1] : before[k + d - 1] + 1;
      if (x < 0) continue;
      const from = x;
      while (x < n && x - k < m && left[x] === right[x - k]) x++;
      steps += 1 + x - from;
      reach[k + d + 1] = x;
      if (x >= n && x - k >= m) {
        trace.push(reach);
        return trace;
      }
    }
    if (steps > MAX_STEPS) return undefined;
    trace.push(reach);
    before = reach;
  }
  return undefined;
}

function hunksOf(trace: readonly Int32Array[], start: number, leftEnd: number, rightEnd: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = leftEnd - start;
  let y = rightEnd - start;
  let openX = x;
  let openY = y;
  for (let d = trace.length - 1; d > 0; d--) {
    const before = trace[d - 1];
    const k = x - y;
    const down = k === -d || (k !== d && before[k + d - 1] < before[k + d + 1]);
    const fromX = down ? before[k + d + 1] : before[k + d - 1];
    const fromY = fromX - (down ? k + 1 : k - 1);
    const editX = down ? fromX : fromX + 1;
    // equal tokens lie between this edit and the ones behind it
    if (editX < x) {
      if (openX > x || openY > y)
        hunks.push({ leftStart: start + x, leftEnd: start + openX, rightStart: start + y, rightEnd: start + openY });
      openX = editX;
      openY = down ? fromY + 1 : fromY;
    }
    x = fromX;
    y = fromY;
  }
  // the equal tokens before the first edit
  if (openX > x || openY > y)
    hunks.push({ leftStart: start + x, leftEnd: start + openX, rightStart: start + y, rightEnd: start + openY });
  return hunks.reverse();
} // prettier-ignore

/** What is left when the words of both sides are taken off one for one, wherever they stand: tokens of either side. */
export function subtract(left: readonly Token[], right: readonly Token[]): [Token[], Token[]] {
  return [missingFrom(right, left), missingFrom(left, right)];
}

function missingFrom(there: readonly Token[], here: readonly Token[]): Token[] {
  const counts = new Map<string, number>();
  for (const { key } of there) counts.set(key, (counts.get(key) ?? 0) + 1);
  return here.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    if (count > 0) counts.set(key, count - 1);
    return count === 0;
  });
}

/** The lists without the sentences that both have, wherever these stand; each sentence is used once. */
export function withoutCommonSentences(
  left: readonly Token[],
  right: readonly Token[],
): [readonly Token[], readonly Token[]] {
  const ofLeft = sentences(left, ({ stops }) => stops);
  const ofRight = sentences(right, ({ stops }) => stops);
  if (ofLeft.length < 2 || ofRight.length < 2) return [left, right];
  const there = new Map<string, number>();
  for (const { key } of ofRight) there.set(key, (there.get(key) ?? 0) + 1);
  const common = new Map<string, number>();
  const restLeft: Token[] = [];
  for (const sentence of ofLeft) {
    const count = there.get(sentence.key) ?? 0;
    if (count > 0 && sentence.tokens.length >= MIN_SENTENCE) {
      there.set(sentence.key, count - 1);
      common.set(sentence.key, (common.get(sentence.key) ?? 0) + 1);
    } else restLeft.push(...sentence.tokens);
  }
  const restRight: Token[] = [];
  for (const sentence of ofRight) {
    const count = common.get(sentence.key) ?? 0;
    if (count > 0) common.set(sentence.key, count - 1);
    else restRight.push(...sentence.tokens);
  }
  return [restLeft, restRight];
}

/** A sentence with the keys of its tokens. */
export interface Sentence {
  readonly key: string;
  readonly tokens: readonly Token[];
}

export function sentences(
  tokens: readonly Token[],
  opens: (token: Token) => boolean = ({ opensSentence }) => opensSentence,
): Sentence[] {
  const found: Sentence[] = [];
  for (let start = 0, end = 0; start < tokens.length; start = end) {
    end = start + 1;
    while (end < tokens.length && !opens(tokens[end])) end++;
    const piece = tokens.slice(start, end);
    found.push({ key: piece.map(({ key }) => key).join(' '), tokens: piece });
  }
  return found;
}
