import stringSimilarity from 'string-similarity';
import type { BlockReference, GroupMember } from '../model/article.ts';
import { normalise } from '../text/normalise.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import type { Violation } from './violation.ts';

/** That a block repeats its witness. */
export interface Claim extends BlockReference {
  readonly text: string;
  readonly match: GroupMember['match'];
  readonly similarity: number;
  readonly of: BlockReference;
}

/**
 * Proves a claim on the texts themselves: exact copies are equal after normalisation, all others score what is
 * stated, recomputed with the package string-similarity.
 *
 * @param witnessText the normalised text of the witness
 * @param near least similarity, null when near-duplicates were not looked for
 */
export function* judge(
  claim: Claim,
  witnessText: string,
  near: number | null,
): Generator<Violation, void, undefined> {
  const { path, block, match, similarity } = claim;
  const witness = `${claim.of.path} block ${claim.of.block}`;
  if (match === 'contained') {
    yield { code: 'MATCH_UNPROVABLE', args: { match }, path, block };
    return;
  }
  const text = normalise(claim.text);
  if (match === 'exact') {
    if (text !== witnessText) yield { code: 'NOT_EXACT', args: { witness }, path, block };
    else if (similarity !== 1) {
      yield { code: 'SIMILARITY_DIFFERS', args: { witness, actual: 1, stated: similarity }, path, block };
    }
    return;
  }
  const score = stringSimilarity.compareTwoStrings(text, witnessText);
  const actual = roundSimilarity(score);
  if (near === null || score < near) {
    yield { code: 'BELOW_THRESHOLD', args: { witness, actual, least: near ?? 'off' }, path, block };
  }
  if (actual !== similarity) {
    yield { code: 'SIMILARITY_DIFFERS', args: { witness, actual, stated: similarity }, path, block };
  }
}
