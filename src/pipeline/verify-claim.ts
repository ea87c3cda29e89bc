import stringSimilarity from 'string-similarity';
import type { GroupMember, Match, Settings, WitnessReference } from '../model/article.ts';
import { withoutTruncationMark } from '../similarity/containment.ts';
import { normalise } from '../text/normalise.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import type { Violation } from './violation.ts';

/** That a block repeats its witness. */
export interface Claim {
  readonly path: string;
  readonly block: number;
  readonly text: string;
  readonly match: Match;
  /** What the groups call it. */
  readonly role: GroupMember['match'];
  readonly similarity: number;
  readonly of: WitnessReference;
}

/** The thresholds that the output states; null where a kind of repeat was not looked for. */
export type Thresholds = Pick<Settings, 'near' | 'contained'>;

/** Characters of the grams that containment counts. */
const GRAM_UNITS = 5;

/**
 * Proves a claim on the texts themselves: exact copies are equal after normalisation, near ones score what is stated, recomputed
 * with the package string-similarity, and contained ones have the stated share of their 5-grams in the witness, counted
 * anew.
 *
 * @param witnessTexts the normalised texts of the blocks of the witness
 */
export function* judge(
  claim: Claim,
  witnessTexts: readonly string[],
  thresholds: Thresholds,
): Generator<Violation, void, undefined> {
  const { path, block, match, similarity } = claim;
  const witness = `${claim.of.path} block ${claim.of.block}`;
  const text = normalise(claim.text);
  if (match === 'exact') {
    if (text !== witnessTexts.join(' ')) yield { code: 'NOT_EXACT', args: { witness }, path, block };
    else if (similarity !== 1) {
      yield { code: 'SIMILARITY_DIFFERS', args: { witness, actual: 1, stated: similarity }, path, block };
    }
    return;
  }
  const [part, whole] = claim.role === 'extension' ? [witnessTexts, [text]] : [[text], witnessTexts];
  const score =
    match === 'near'
      ? stringSimilarity.compareTwoStrings(text, witnessTexts.join(' '))
      : containment(part.join(' '), whole.join(' '));
  const least = thresholds[match];
  const actual = roundSimilarity(score);
  if (least === null || score < least) {
    yield { code: 'BELOW_THRESHOLD', args: { witness, actual, least: least ?? 'off' }, path, block };
  }
  if (actual !== similarity) {
    yield { code: 'SIMILARITY_DIFFERS', args: { witness, actual, stated: similarity }, path, block };
  }
}

/** Share of the distinct 5-grams of `part` that `whole` has, white space and then a truncation mark left out; with sets. */
function containment(part: string, whole: string): number {
  const partGrams = gramsOf(withoutTruncationMark(part.replaceAll(' ', '')));
  const wholeGrams = gramsOf(whole.replaceAll(' ', ''));
  let shared = 0;
  for (const gram of partGrams) if (wholeGrams.has(gram)) shared++;
  return partGrams.size === 0 ? 0 : shared / partGrams.size;
}

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let i = 0; i + GRAM_UNITS <= text.length; i++) grams.add(text.slice(i, i + GRAM_UNITS));
  return grams;
}
