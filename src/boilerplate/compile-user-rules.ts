import { RE2JS, RE2JSException } from 're2js';
import { CleancopyError } from '../model/errors.ts';
import type { NormalisedText } from '../text/normalise.ts';
import { Lexicon, type LexiconMatch } from './lexicon.ts';
import type { BoilerplateRule } from './rule.ts';
import { rules as families } from './rules/index.ts';
import { FIRST_USER_RULE, MAX_USER_RULES, type UserRule, type UserRules } from './user-rule.ts';

const DEFAULT_MAX_WORDS = 16;
const nameShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_NAME_LENGTH = 60;

interface CompiledPatterns {
  readonly match: LexiconMatch;
  readonly patterns: readonly RE2JS[];
  /** Twice the words, since a letter of a script without spaces counts half. */
  readonly maxWeight: number;
}

/**
 * Makes rules of the user ready to run: their phrases in a lexicon of their own, their patterns by RE2, which has no
 * backtracking, so that no pattern and no text can hold a run up.
 *
 * @throws CleancopyError `RULE_NAME`, `RULE_PATTERN`, `RULES_TOO_MANY`
 */
export function compileUserRules(rules: readonly UserRule[]): UserRules {
  if (rules.length > MAX_USER_RULES)
    throw new CleancopyError('RULES_TOO_MANY', { count: rules.length, most: MAX_USER_RULES });
  refuseNames(rules);
  const asFamilies = rules.map(({ examples: _examples, patterns: _patterns, ...rule }): BoilerplateRule => ({
    ...rule,
    why: 'A rule of the user.',
    examples: { strip: [], keep: [] },
  }));
  const matches = asFamilies.map((rule, index): LexiconMatch => ({
    rule,
    number: FIRST_USER_RULE - index,
    confidence: 1,
    isEdgeOnly: rule.place === 'edge',
  }));
  const lexicon = new Lexicon(asFamilies);
  const patterns = rules
    .map((rule, index): CompiledPatterns => ({
      match: matches[index],
      patterns: (rule.patterns ?? []).map((pattern) => compilePattern(rule.name, pattern)),
      maxWeight: 2 * (rule.maxWords ?? DEFAULT_MAX_WORDS),
    }))
    .filter((compiled) => compiled.patterns.length > 0);
  return {
    rules,
    match(text, original, atEdge) {
      const found = lexicon.match(text, atEdge);
      if (found !== undefined) return matches[found.number];
      return matchPatterns(patterns, text, original, atEdge);
    },
  };
}

function matchPatterns(
  compiled: readonly CompiledPatterns[],
  { wordCount, characterWordCount }: NormalisedText,
  original: () => string,
  atEdge: boolean,
): LexiconMatch | undefined {
  const weight = 2 * wordCount - characterWordCount;
  let text: string | undefined;
  for (const { match, patterns, maxWeight } of compiled) {
    if (weight > maxWeight || (match.isEdgeOnly && !atEdge)) continue;
    text ??= original().trim().replaceAll(/\s+/g, ' ');
    for (const pattern of patterns) if (pattern.test(text)) return match;
  }
  return undefined;
}

function compilePattern(rule: string, pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const cause = error.message.replace('error parsing regexp: ', '');
    throw new CleancopyError('RULE_PATTERN', { rule, pattern, cause }, { cause: error });
  }
}

function refuseNames(rules: readonly UserRule[]): void {
  const taken = new Set(families.map(({ name }) => name));
  for (const { name } of rules) {
    const refuse = (cause: string): CleancopyError => new CleancopyError('RULE_NAME', { name, cause });
    if (!nameShape.test(name) || name.length > MAX_NAME_LENGTH)
      throw refuse(`a name is lower-case words with hyphens, at most ${MAX_NAME_LENGTH} letters`);
    if (taken.has(name)) throw refuse('there is a rule of this name already');
    taken.add(name);
  }
}
