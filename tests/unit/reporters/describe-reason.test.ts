import { expect, it } from 'vitest';

import { describeReason } from '../../../src/reporters/describe-reason.ts';

const removed = {
  block: 3,
  lines: [4, 4],
  bytes: [10, 20],
  text: 'Ten walks',
  reason: 'boilerplate',
  confidence: 0.876,
} as const;
const nameBlock = ({ path }: { readonly path: string }): string => path;

it('tells the words of the model for a removal, and the rule alone for the lexicon', () => {
  const because = ['few stop words', 'no sentence nearby'];
  const byModel = { ...removed, rule: 'line-model', evidence: 'model', because } as const;
  expect(describeReason(byModel, nameBlock)).toEqual([
    'boilerplate: line-model (model, confidence 87.6 %): few stop words, no sentence nearby',
  ]);
  const byRule = { ...removed, rule: 'most-read', evidence: 'lexicon' } as const;
  expect(describeReason(byRule, nameBlock)).toEqual(['boilerplate: most-read (lexicon, confidence 87.6 %)']);
});
