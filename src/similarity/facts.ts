import type { Fact } from '../model/article.ts';
import { normalise } from '../text/normalise.ts';
import { align, MIN_SENTENCE, subtract, withoutCommonSentences, type Hunk } from './facts/align.ts';
import type { Comparison, FactsContext } from './facts/facts-context.ts';
import { judge } from './facts/judge.ts';
import { NAME } from './facts/masks.ts';
import { comparePart } from './facts/part.ts';
import type { Tokens } from './facts/token.ts';
import { cleanText, tokenise } from './facts/tokenise.ts';
import { findWindow } from './facts/window.ts';

export type { FactsContext } from './facts/facts-context.ts';

/**
 * The facts guard: what a difference between two near-duplicates touches. Two texts that agree except for
 * numbers, dates, negations or names say different things, so neither is a copy of the other.
 *
 * What both texts begin and end with is cut off first, and sentences that both have are set aside, so a moved sentence is no
 * difference. The words of the rest are aligned one by one (`facts/align.ts`). Numbers, dates and denials are compared
 * by what they mean (`facts/tokenise.ts`), so "$5m" is "5 million dollars" and "isn't" is "is not". Where the texts still
 * differ, spellings of one word are paired (`facts/pair-words.ts`), and what is left over is sorted into facts
 * and harmless differences (`facts/judge.ts`).
 */

/** All facts, in the order of the bits of a mask. */
export const facts: readonly Fact[] = ['number', 'date', 'negation', 'name'];

/** The facts of a mask by name. */
export function factNames(mask: number): Fact[] {
  return facts.filter((_, bit) => mask & (1 << bit));
}

/**
 * The facts in which two near-duplicates differ, as a mask over `facts`; 0 when the one is a copy of the other.
 * The same number whichever text comes first.
 *
 * @param a the original text of the one block, not normalised, because case tells names
 * @param b the original text of the other
 */
export function differingFacts(a: string, b: string, context: FactsContext = {}): number {
  if (a === b) return 0;
  const [first, second] = a < b ? [a, b] : [b, a];
  const [left, right] = findWindow(first, second);
  const mask = compare(left, right, { ...context, unpunctuated: isPunctuated(a) !== isPunctuated(b) });
  return mask !== 0 && normalise(a) === normalise(b) ? 0 : mask;
}

/**
 * The facts in which a part differs from the stretch of `whole` that it repeats: text that was truncated, split, merged or
 * extended. What only `whole` has before, behind, or as whole sentences between is no difference; a cut last word and
 * an ellipsis of the part are none either.
 *
 * @param part the original text of the shorter block, most of which stands in `whole`
 * @param whole the original text of the longer one, or of several paragraphs joined by newlines
 */
export function differingFactsOfPart(part: string, whole: string, context: FactsContext = {}): number {
  const body = withoutEllipsis(part);
  if (whole.includes(body)) return 0;
  return comparePart(
    tokenise(cleanText(body), true, body.length === part.length),
    tokenise(cleanText(whole), true, true),
    context,
  );
}

/** Ends of a text that was cut off, behind an ellipsis. */
const cutMarks = /^(?:\[?\+?\d+ chars\]?|\(?(?:read|see|show) more\)?|continue reading|more|\]|\)|\.|»)*$/i;
const MAX_CUT_MARK = 40;

/** The text without the ellipsis at its end, and what stands behind it: "… [+542 chars]", "[...]", "... Read more". */
function withoutEllipsis(text: string): string {
  const body = text.trim();
  const at = Math.max(body.lastIndexOf('…'), body.lastIndexOf('...'));
  if (at < 0 || body.length - at > MAX_CUT_MARK) return body;
  let start = at;
  while (start > 0 && '.…[( '.includes(body[start - 1])) start--;
  const tail = body.slice(at).replace(/^[.…\])\s]+/, '').replace(/^\[/, '');
  return cutMarks.test(tail.replace(/\s/g, ' ')) ? body.slice(0, start) : body;
} // prettier-ignore

/** Whether a text has any of the marks that nearly every text has. */
function isPunctuated(text: string): boolean {
  return text.length < 80 || /[.,:;!?-]/.test(text);
}

/** Tokens of a text in which common sentences are looked for first. */
const LONG = 200;

function compare(left: Tokens, right: Tokens, context: Comparison): number {
  // long texts are shorter without their common sentences, short ones are aligned sooner
  const isLong = left.list.length > LONG && right.list.length > LONG;
  const hunks = isLong ? undefined : align(left.list, right.list);
  if (hunks?.length === 0) return 0;
  if (hunks !== undefined && !maySwap(hunks)) return judge(left, right, hunks, context);
  const [listLeft, listRight] = withoutCommonSentences(left.list, right.list);
  const restLeft = { ...left, list: listLeft };
  const restRight = { ...right, list: listRight };
  const rest = hunks !== undefined && listLeft === left.list ? hunks : align(listLeft, listRight);
  if (rest?.length === 0) return 0;
  if (rest !== undefined) return judge(restLeft, restRight, rest, context);
  // too different to be aligned: what is left when equal words are taken off, as one change
  const [onlyLeft, onlyRight] = subtract(listLeft, listRight);
  const hunk = { leftStart: 0, leftEnd: onlyLeft.length, rightStart: 0, rightEnd: onlyRight.length };
  const mask = judge({ ...left, list: onlyLeft }, { ...right, list: onlyRight }, [hunk], context);
  return mask === 0 ? NAME : mask;
}

/** Whether both sides have enough of their own for a sentence to have moved. */
function maySwap(hunks: readonly Hunk[]): boolean {
  let left = 0;
  let right = 0;
  for (const { leftStart, leftEnd, rightStart, rightEnd } of hunks) {
    left += leftEnd - leftStart;
    right += rightEnd - rightStart;
  }
  return left >= MIN_SENTENCE && right >= MIN_SENTENCE;
}
