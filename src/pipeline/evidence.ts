import { corpusRule } from '../boilerplate/corpus.ts';
import { modelRule } from '../boilerplate/line-model/judge-page.ts';
import { reasons } from '../boilerplate/line-model/line-model.ts';
import { rules } from '../boilerplate/rules/index.ts';
import type { Evidence } from '../model/article.ts';

/** Names of rules by their number in `BlockTable.rule`: corpus evidence, the families, the model. */
export const ruleNames: readonly string[] = [corpusRule, ...rules.map(({ name }) => name), modelRule];

/** Number of the model among them. */
export const MODEL_RULE: number = ruleNames.length - 1;

export function evidenceOf(rule: number): Evidence {
  if (rule === 0) return 'corpus';
  return rule === MODEL_RULE ? 'model' : 'lexicon';
}

/** The words for what `BlockTable.reasons` holds. */
export function becauseOf(packed: number): string[] {
  const because: string[] = [];
  for (let rest = packed; rest !== 0; rest >>>= 8) because.push(reasons[(rest & 0xff) - 1]);
  return because;
}
