import { describe, expect, test } from 'vitest';
import { compileUserRules } from '../../../src/boilerplate/compile-user-rules.ts';
import { rules as families } from '../../../src/boilerplate/rules/index.ts';
import { MAX_USER_RULES, userRuleName, type UserRule } from '../../../src/boilerplate/user-rule.ts';
import { CleancopyError } from '../../../src/model/errors.ts';
import { NormalisedText } from '../../../src/text/normalise.ts';

/** The name of the rule that takes a block. */
function taken(rules: readonly UserRule[], text: string, atEdge = true): string | undefined {
  const normalised = new NormalisedText();
  normalised.run(text);
  return compileUserRules(rules).match(normalised, () => text, atEdge)?.rule.name;
}

describe('the rules of a user', () => {
  test('take whole blocks, beginnings, ends and phrases, with placeholders', () => {
    const rules: readonly UserRule[] = [
      { name: 'whole', lines: ['Back to our front page'] },
      { name: 'beginning', starts: ['Reporting by *'] },
      { name: 'end', ends: ['for # weeks'] },
      { name: 'middle', contains: ['our readers’ club'] },
    ];
    expect(taken(rules, '  BACK to our  front page. ')).toBe('whole');
    expect(taken(rules, 'Back to our front page and more')).toBeUndefined();
    expect(taken(rules, 'Reporting by Odila Brandt in Lindhaven')).toBe('beginning');
    expect(taken(rules, 'Try it for 12 weeks')).toBe('end');
    expect(taken(rules, "Join our readers' club today")).toBe('middle');
  });

  test('find patterns in the text as it stands, with white space squeezed', () => {
    const rules: readonly UserRule[] = [{ name: 'photo', patterns: ['^Photo #[0-9]+: [A-Z]'] }];
    expect(taken(rules, 'Photo #12:\n  Odila Brandt')).toBe('photo');
    expect(taken(rules, 'photo #12: Odila Brandt')).toBeUndefined();
    expect(taken([{ name: 'photo', patterns: ['(?i)^photo #'] }], 'PHOTO #1')).toBe('photo');
  });

  test('touch no block that is longer than they say', () => {
    const text = 'Reporting by Odila Brandt '.repeat(5);
    for (const part of [{ starts: ['Reporting by'] }, { patterns: ['^Reporting by'] }]) {
      expect(taken([{ name: 'a', ...part }], text)).toBeUndefined();
      expect(taken([{ name: 'a', ...part, maxWords: 20 }], text)).toBe('a');
    }
  });

  test('act at the edge only where they say so', () => {
    for (const part of [{ lines: ['Read on'] }, { patterns: ['^Read on$'] }]) {
      const rules: readonly UserRule[] = [{ name: 'a', ...part, place: 'edge' }];
      expect(taken(rules, 'Read on', true)).toBe('a');
      expect(taken(rules, 'Read on', false)).toBeUndefined();
    }
  });

  test('cost no more than linear time on text that makes others backtrack', () => {
    const rules: readonly UserRule[] = [{ name: 'a', patterns: ['(a+)+$', '^(a|aa)+$'], maxWords: 1000 }];
    // an engine that backtracks would need longer than the universe is old
    expect(taken(rules, `${'a'.repeat(200_000)}b`)).toBeUndefined();
  });

  test('have numbers that are those of no family', () => {
    const many = Array.from({ length: MAX_USER_RULES }, (_, index) => ({
      name: `r${index}`,
      lines: [`line r${index}`],
    }));
    const compiled = compileUserRules(many);
    const normalised = new NormalisedText();
    for (const { name } of [many[0], many[MAX_USER_RULES - 1]]) {
      normalised.run(`line ${name}`);
      const number = (compiled.match(normalised, () => '', true)?.number ?? -1) + 1;
      expect(number).toBeLessThan(256);
      expect(userRuleName(number, compiled)).toBe(name);
    }
    for (let number = 0; number <= families.length + 1; number++)
      expect(userRuleName(number, compiled)).toBeUndefined();
    expect(() => compileUserRules([...many, { name: 'more' }])).toThrow('There are 129 rules, more than 128');
  });

  test.each([
    [[{ name: 'Not Good' }], 'a name is lower-case words with hyphens'],
    [[{ name: 'a","rule":"b' }], 'a name is lower-case words with hyphens'],
    [[{ name: 'share-widget' }], 'there is a rule of this name already'],
    [[{ name: 'a' }, { name: 'a' }], 'there is a rule of this name already'],
    [[{ name: 'a', patterns: ['('] }], 'The rule a has a pattern that cannot be used, (: missing closing )'],
    [[{ name: 'a', patterns: ['(a)\\1'] }], 'invalid escape sequence'],
    [[{ name: 'a', patterns: ['a{5000}'] }], 'invalid repeat count'],
  ])('are refused: %j', (rules: readonly UserRule[], message: string) => {
    const compile = (): unknown => compileUserRules(rules);
    expect(compile).toThrow(CleancopyError);
    expect(compile).toThrow(message);
  });
});
