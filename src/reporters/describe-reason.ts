import type { Match, WitnessReference } from '../model/article.ts';
import type { ShownEntry } from './place-blocks.ts';

/** Says where a block stands, for a person: `news/a.txt, line 12`. */
export type NameBlock = (reference: WitnessReference) => string;

const matchNames: Readonly<Record<Match, string>> = {
  exact: 'exact repeat of',
  near: 'near repeat of',
  contained: 'contained in',
};

/**
 * Why a block was removed, or what it is linked to, in plain words: one sentence for each reason, none for a block that was
 * kept without more.
 */
export function describeReason(entry: ShownEntry, nameBlock: NameBlock): string[] {
  const reasons: string[] = [];
  if ('reason' in entry) {
    if (entry.reason === 'boilerplate') {
      const { rule, evidence, confidence, because } = entry;
      const words = because === undefined ? '' : `: ${because.join(', ')}`;
      return [`boilerplate: ${rule} (${evidence}, confidence ${percent(confidence)})${words}`];
    }
    const { match, similarity, of, differs = [] } = entry;
    const score = match === 'exact' ? '' : `, ${percent(similarity)}`;
    reasons.push(`${matchNames[match]} ${nameBlock(of)}${score}${differing(differs)}`);
  }
  const { variantOf, extends: extended } = entry;
  if (variantOf !== undefined) {
    const { similarity, differs } = variantOf;
    reasons.push(`variant of ${nameBlock(variantOf)}, ${percent(similarity)}${differing(differs)}`);
  }
  if (extended !== undefined) {
    reasons.push(`holds ${nameBlock(extended)}, and more, ${percent(extended.similarity)}`);
  }
  return reasons;
}

function differing(facts: readonly string[]): string {
  return facts.length === 0 ? '' : `; another ${facts.join(' and ')}`;
}

/** A share as a percentage, rounded down to a tenth, so that 100 % means all. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000 + 1e-6) / 10} %`;
}
