import { align, sentences, type Hunk } from './align.ts';
import { isCredit, isPrefix } from './edges.ts';
import type { Comparison } from './facts-context.ts';
import { hasNoCase } from './slips.ts';
import { judge } from './judge.ts';
import type { Token, Tokens } from './token.ts';

/** A word that stands in more places than this does not help to find a stretch. */
const MAX_PLACES = 8;
/** Least share of a sentence's words that must stand in a stretch, in order, for it to repeat it. */
const MIN_SHARE = 0.4;
/** A sentence that lacks its full stop has at least this many words. */
const MIN_CLAUSE = 8;

/** Where in `whole` the words of a sentence stand. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The facts in which `part` differs from what it repeats. Each sentence of the part is looked up in the whole: word by word,
 * and the offset that most words agree on says where its stretch begins. There the two are aligned. What the whole has
 * between two sentences of the part counts unless it consists of whole sentences.
 */
export function comparePart(part: Tokens, whole: Tokens, context: Comparison): number {
  const places = placesOf(whole.list);
  const pieces = sentences(part.list);
  const verbatim = sentencePlaces(whole.list);
  let mask = 0;
  let last: Stretch | undefined;
  let from = 0;
  pieces.forEach(({ key, tokens }, index) => {
    const same = nextOf(verbatim.get(key), last?.end ?? 0);
    if (same !== undefined) {
      const stretch = { start: same, end: same + tokens.length };
      if (last !== undefined && stretch.start > last.end) mask |= judgeBetween(whole, last.end, stretch.start, context);
      last = stretch;
      from += tokens.length;
      return;
    }
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const piece: Tokens = {
      ...part,
      list: tokens,
      fromStart: part.fromStart && isFirst,
      toEnd: part.toEnd && isLast,
    };
    const guess = findStretch(tokens, whole.list, places, last);
    if (guess === undefined) {
      // a label or a credit that the whole has not
      const isEdge =
        (isFirst && isPrefix(part, tokens.length)) || (from > 0 && isCredit(part, from)) || isFragment(tokens, whole.list);
      if (!isEdge) mask |= judge(piece, { ...whole, list: [], fromStart: false, toEnd: false }, [{ leftStart: 0, leftEnd: tokens.length, rightStart: 0, rightEnd: 0 }], context);
      from += tokens.length;
      return;
    }
    const list = whole.list.slice(guess.start, guess.end);
    const hunks = align(tokens, list);
    if (hunks === undefined) {
      mask |= judge(piece, { ...whole, list }, [{ leftStart: 0, leftEnd: tokens.length, rightStart: 0, rightEnd: list.length }], context);
      last = undefined;
    } else {
      const [inner, start, end] = withoutEnds(hunks, tokens, list, isLast);
      mask |= judge(piece, { ...whole, list, fromStart: false, toEnd: false }, inner, context);
      const stretch = { start: guess.start + start, end: guess.start + end };
      if (last !== undefined && stretch.start > last.end) mask |= judgeBetween(whole, last.end, stretch.start, context);
      last = stretch;
    }
    from += tokens.length;
  });
  return mask;
} // prettier-ignore

function placesOf(list: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  list.forEach(({ key }, index) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else if (known.length <= MAX_PLACES) known.push(index);
  });
  return places;
}

/** Where each sentence of the whole begins. */
function sentencePlaces(list: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let start = 0;
  for (const { key, tokens } of sentences(list)) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [start]);
    else if (known.length <= MAX_PLACES) known.push(start);
    start += tokens.length;
  }
  return places;
}

/** The first place from `least` on, or else the first place. */
function nextOf(places: readonly number[] | undefined, least: number): number | undefined {
  return places?.find((place) => place >= least) ?? places?.[0];
}

/** The stretch of the whole that a sentence repeats, with some slack, or undefined when it repeats none. */
function findStretch(
  tokens: readonly Token[],
  whole: readonly Token[],
  places: ReadonlyMap<string, readonly number[]>,
  last: Stretch | undefined,
): Stretch | undefined {
  const votes = new Map<number, number>();
  // the sentence behind the last one is the likeliest
  if (last !== undefined) votes.set(last.end, 0.5);
  tokens.forEach(({ key }, index) => {
    const known = places.get(key);
    if (known === undefined) return;
    // frequent words say little, but a sentence may have no others
    const weight = known.length > MAX_PLACES ? 0.01 : 1 / known.length;
    for (const place of known) votes.set(place - index, (votes.get(place - index) ?? 0) + weight);
  });
  const slack = 3 + (tokens.length >> 2);
  let best = 0;
  let bestVotes = 0;
  for (const [offset, count] of votes) {
    let sum = count;
    for (let near = 1; near <= 3; near++)
      sum += ((votes.get(offset - near) ?? 0) + (votes.get(offset + near) ?? 0)) / 2;
    if (sum > bestVotes) [best, bestVotes] = [offset, sum];
  }
  if (bestVotes === 0) return undefined;
  const start = Math.max(0, best - slack);
  const end = Math.min(whole.length, best + tokens.length + slack);
  const there = new Set(whole.slice(start, end).map(({ key }) => key));
  const share = tokens.filter(({ key }) => there.has(key)).length / tokens.length;
  return share < MIN_SHARE ? undefined : { start, end };
}

/** Whether a sentence is but a few letters that a word of the whole begins with: the rest of a cut. */
function isFragment(tokens: readonly Token[], whole: readonly Token[]): boolean {
  return (
    tokens.length === 1 && tokens[0].kind === 0 && whole.some(({ key }) => key.startsWith(tokens[0].key))
  );
}

/**
 * The hunks without what only the whole has before and behind, and without the cut last word of the part; and where in
 * the list the stretch begins and ends.
 */
function withoutEnds(
  hunks: readonly Hunk[],
  tokens: readonly Token[],
  list: readonly Token[],
  isLast: boolean,
): [Hunk[], number, number] {
  let start = 0;
  let end = list.length;
  let first = 0;
  let last = hunks.length;
  // the first words may have been found in front of the stretch, and the last ones behind it
  for (; first < last && isInsertion(hunks[first]); first++) {
    const { leftStart, rightEnd } = hunks[first];
    if (!equal(tokens, 0, list, rightEnd - leftStart, leftStart)) break;
    start = rightEnd - leftStart;
  }
  for (; last > first && isInsertion(hunks[last - 1]); last--) {
    const { leftEnd, rightStart } = hunks[last - 1];
    if (!equal(tokens, leftEnd, list, rightStart, tokens.length - leftEnd)) break;
    end = rightStart + tokens.length - leftEnd;
  }
  const inner: Hunk[] = [];
  for (const hunk of hunks.slice(first, last)) {
    const { leftStart, leftEnd } = hunk;
    let { rightStart, rightEnd } = hunk;
    const behind = tokens.length - leftEnd;
    // at the ends the part decides how much of the whole belongs to the stretch
    if (leftStart === 0 && behind > 0) start = rightStart = Math.max(rightStart, rightEnd - leftEnd - 1);
    if (behind === 0 && leftStart > 0)
      end = rightEnd = Math.min(rightEnd, rightStart + leftEnd - leftStart + 1);
    if (isInsertion(hunk) && isSentences(list, rightStart, rightEnd)) continue;
    const isCutWord =
      isLast &&
      behind === 0 &&
      leftEnd - leftStart === 1 &&
      rightStart < list.length &&
      list[rightStart].word.startsWith(tokens[leftStart].word);
    if (!isCutWord) inner.push({ leftStart, leftEnd, rightStart, rightEnd });
  }
  return [inner, start, end];
}

/** Only the whole has something here. */
const isInsertion = ({ leftStart, leftEnd }: Hunk): boolean => leftStart === leftEnd;

/** Whether `length` tokens are equal from two places on. */
function equal(a: readonly Token[], atA: number, b: readonly Token[], atB: number, length: number): boolean {
  if (atB < 0 || atB + length > b.length) return false;
  for (let i = 0; i < length; i++) if (a[atA + i].key !== b[atB + i].key) return false;
  return true;
}

function isSentences(list: readonly Token[], start: number, end: number): boolean {
  return opens(list[start]) && (end === list.length || opens(list[end]));
}

function opens({ opensSentence, gap }: Token): boolean {
  return opensSentence || gap.includes('\n');
}

/** The facts that the whole has between two neighbours of the part, unless these are whole sentences. */
function judgeBetween(whole: Tokens, start: number, end: number, context: Comparison): number {
  const { list } = whole;
  if (isSentences(list, start, end)) return 0;
  // a sentence without its full stop
  const isClause =
    opens(list[start]) && (end === list.length || list[end].capital || hasNoCase(list[end].word));
  if (isClause && end - start >= MIN_CLAUSE) return 0;
  const empty: Tokens = { ...whole, list: [], fromStart: false, toEnd: false };
  const inner = { ...whole, fromStart: false, toEnd: false };
  return judge(empty, inner, [{ leftStart: 0, leftEnd: 0, rightStart: start, rightEnd: end }], context);
}
