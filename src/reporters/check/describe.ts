import { showSafely } from '../../model/errors.ts';
import type { BudgetName, BudgetResult, Finding, Verdict } from '../../model/finding.ts';

/** Longest piece of text in a sentence, in UTF-16 code units. */
const MAX_QUOTE = 60;

/** What a budget counts, and its option. */
const budgets: Readonly<Record<BudgetName, { readonly option: string; readonly what: string }>> = {
  maxDuplicateShare: { option: '--max-duplicate-share', what: 'repeats, of all characters' },
  maxBoilerplateShare: { option: '--max-boilerplate-share', what: 'boilerplate, of all characters' },
  maxDuplicateArticles: { option: '--max-duplicate-articles', what: 'articles with nothing of their own' },
  maxLoss: { option: '--max-loss', what: 'largest loss of one article' },
  maxNewFindings: { option: '--baseline', what: 'findings that the baseline does not hold' },
};

/** The option that sets a budget. */
export function budgetOption({ name }: BudgetResult): string {
  return budgets[name].option;
}

/** What a budget counts, in a few words. */
export function budgetSubject({ name }: BudgetResult): string {
  return budgets[name].what;
}

/** A number of a budget: a share in per cent, or a count. */
export function budgetNumber({ name }: BudgetResult, value: number): string {
  return name === 'maxDuplicateArticles' || name === 'maxNewFindings' ? String(value) : percent(value);
}

/** "--max-loss: largest loss of one article is 83.2 % (a.txt), at most 50 % is allowed" */
export function describeBudget(budget: BudgetResult): string {
  const where = budget.path === undefined ? '' : ` (${showSafely(budget.path)})`;
  const actual = budgetNumber(budget, budget.actual);
  const limit = budgetNumber(budget, budget.limit);
  return `${budgetOption(budget)}: ${budgetSubject(budget)}: ${actual}${where}, allowed: ${limit}`;
}

/** A share in per cent with two decimals at most, rounded up, so that what is over a limit is never shown as equal to it. */
export function percent(share: number): string {
  // 12 digits first, which takes away what floating point adds: 0.07 is 7.000000000000001 %
  return `${Math.ceil(Number((10_000 * share).toPrecision(12))) / 100} %`;
}

/** What a finding is, in one sentence without its place, safe for a terminal. */
export function describeFinding(finding: Finding): string {
  const { kind, rule, match, similarity, evidence, share = 0 } = finding;
  switch (kind) {
    case 'boilerplate':
      return `boilerplate, ${rule}${evidence === 'corpus' ? ' (stands in many articles)' : ''}: ${quote(finding)}`;
    case 'duplicate': {
      const how = match === 'exact' ? '' : ` (${String(match)}, ${String(similarity)})`;
      return `repeats ${witnessPlace(finding)}${how}: ${quote(finding)}`;
    }
    case 'duplicate-article':
      return `holds nothing that is not in ${witnessPlace(finding)}`;
    case 'loss':
      return `loses ${percent(share)} of its characters`;
  }
}

/** `path:line` of a finding, or its path, safe for a terminal. */
export function findingPlace({ path, lines }: Finding): string {
  return showSafely(lines === undefined ? path : `${path}:${lines[0]}`);
}

function witnessPlace({ path, witness }: Finding): string {
  if (witness === undefined) return '';
  const { lines } = witness;
  if (witness.path === path && lines !== undefined) return `line ${lines[0]}`;
  return showSafely(lines === undefined ? witness.path : `${witness.path}:${lines[0]}`);
}

/** The text of a finding on one line, in quotes. */
function quote({ text = '' }: Finding): string {
  const line = text
    .slice(0, 4 * MAX_QUOTE)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const isLong = line.length > MAX_QUOTE || text.length > 4 * MAX_QUOTE;
  const cut = isLong ? `${line.slice(0, MAX_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return `"${showSafely(cut)}"`;
}

/** What a check comes to, in one line. */
export function describeVerdict({ passed, budgets: results, accepted }: Verdict): string {
  const over = results.filter(({ isOver }) => isOver).length;
  const rest = accepted === 0 ? '' : `; the baseline accepts ${countOf(accepted, 'finding')}`;
  if (results.length === 0) return `no budget was set, so nothing can fail${rest}`;
  if (passed) return `passed: ${countOf(results.length, 'budget')} kept${rest}`;
  return `failed: ${over} of ${countOf(results.length, 'budget')} exceeded${rest}`;
}

/** A number with its noun. */
export function countOf(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}

/** How findings that are not listed are mentioned; empty when there are none. */
export function describeUnlisted(unlisted: number): string {
  return unlisted === 0 ? '' : `${countOf(unlisted, 'more finding')} not listed; --list all lists them`;
}
