import type { ChalkInstance } from 'chalk';
import type { Summary } from '../model/article.ts';
import { showSafely } from '../model/errors.ts';
import type { Verdict } from '../model/finding.ts';
import { describeBudget, describeVerdict } from '../reporters/check/describe.ts';
import { count, formatNumber } from './count.ts';

/**
 * What a run did, in plain words, at most 80 columns wide but for file names.
 *
 * @param output what was written; undefined for standard output
 * @param isProvable whether `verify` reads it
 */
export function closingSummary(
  { files, articles, skipped, duplicateArticles, blocks, duplicates, characters }: Summary,
  output: string | undefined,
  colours: ChalkInstance,
  isProvable = true,
): string {
  const share = characters.total === 0 ? 100 : Math.floor((1000 * characters.kept) / characters.total) / 10;
  const lines = [
    `${colours.bold(count(files, 'file'))}: ${count(articles, 'article')}, ${formatNumber(skipped)} skipped`,
    `${colours.green('kept')}     ${formatNumber(blocks.kept)} of ${count(blocks.total, 'block')}, ${share} % of the characters`,
    `${colours.yellow('removed')}  ${formatNumber(blocks.boilerplate)} boilerplate, ${count(blocks.duplicate, 'repeat')}`,
  ];
  if (blocks.duplicate > 0) {
    const { exact, near, contained } = duplicates;
    lines.push(
      `repeats  ${formatNumber(exact)} exact, ${formatNumber(near)} near, ${formatNumber(contained)} contained`,
    );
  }
  if (blocks.variant > 0)
    lines.push(`variants ${formatNumber(blocks.variant)} kept: each repeats other text, see variantOf`);
  if (blocks.extension > 0)
    lines.push(`extended ${formatNumber(blocks.extension)} kept: an earlier text, and more`);
  if (duplicateArticles > 0) {
    lines.push(
      `articles ${formatNumber(duplicateArticles)} with nothing unique left, ${isProvable ? 'see duplicateOf' : 'without text here'}`,
    );
  }
  if (output !== undefined) lines.push(`written to ${showSafely(output)}`);
  if (output !== undefined && isProvable)
    lines.push(`to prove it: cleancopy verify ${showSafely(quote(output))}`);
  return `${lines.join('\n')}\n`;
}

/** What a check came to, for whoever does not read its output. */
export function checkConclusion(
  verdict: Verdict,
  { output, baseline }: { readonly output: string | undefined; readonly baseline: string | undefined },
): string {
  const lines: string[] = [];
  if (output !== undefined) {
    lines.push(
      ...verdict.budgets
        .filter(({ isOver }) => isOver)
        .map((budget) => `over budget: ${describeBudget(budget)}`),
    );
    lines.push(describeVerdict(verdict), `written to ${showSafely(output)}`);
  }
  if (baseline !== undefined) lines.push(`baseline written to ${showSafely(baseline)}`);
  else if (verdict.budgets.length === 0)
    lines.push('set a budget, such as --max-duplicate-share 10%, or accept what is there with --baseline');
  return lines.map((line) => `${line}\n`).join('');
}

/** A file name as a shell takes it. */
function quote(name: string): string {
  return /^[\w./,:@%+=~-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
