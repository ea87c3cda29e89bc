import { showSafely } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { CheckReporter } from './check-reporter.ts';
import {
  budgetNumber,
  budgetOption,
  budgetSubject,
  describeFinding,
  describeUnlisted,
  describeVerdict,
  findingPlace,
  percent,
} from './describe.ts';

/** A page for a job summary or a comment: the verdict, the budgets, what was found, and the files that lose most. */
export function markdownCheckReporter(): CheckReporter {
  // the verdict stands first, so what is listed is kept until the end
  const listed: Finding[] = [];
  return {
    open: () => '',
    finding(finding) {
      listed.push(finding);
      return '';
    },
    *close(verdict, unlisted) {
      const { passed, budgets, findings, characters, worst, skipped, summary, gone } = verdict;
      const share = (part: number): string => percent(characters.total === 0 ? 0 : part / characters.total);
      yield `## cleancopy check: ${passed ? 'passed' : 'failed'}\n\n${escapeMarkdown(describeVerdict(verdict))}\n`;
      if (budgets.length > 0)
        yield '\n| budget | what | found | allowed | |\n| --- | --- | ---: | ---: | --- |\n';
      for (const budget of budgets) {
        const { actual, limit, isOver } = budget;
        yield `| \`${budgetOption(budget)}\` | ${budgetSubject(budget)} | ${budgetNumber(budget, actual)} | ${budgetNumber(budget, limit)} | ${isOver ? '❌ over' : '✅ kept'} |\n`;
      }
      yield '\n| found | number | of all characters |\n| --- | ---: | ---: |\n';
      yield `| repeats | ${findings.duplicate} | ${share(characters.duplicate)} |\n`;
      yield `| boilerplate | ${findings.boilerplate} | ${share(characters.boilerplate)} |\n`;
      yield `| articles with nothing of their own | ${findings['duplicate-article']} of ${summary.articles} | |\n`;
      if (gone > 0) yield `| accepted by the baseline and gone | ${gone} | |\n`;
      if (worst.length > 0)
        yield '\n### Articles that lose most\n\n| article | characters | share |\n| --- | ---: | ---: |\n';
      for (const { path, removed, total } of worst)
        yield `| ${escapeMarkdown(path)} | ${removed} | ${percent(removed / total)} |\n`;
      if (skipped.length > 0) yield '\n### Inputs that could not be read\n\n';
      for (const { path, message } of skipped)
        yield `- ${escapeMarkdown(path)}: ${escapeMarkdown(message)}\n`;
      if (listed.length === 0) return;
      yield `\n<details><summary>Findings</summary>\n\n`;
      for (const finding of listed)
        yield `- ${escapeMarkdown(findingPlace(finding))}: ${escapeMarkdown(describeFinding(finding))}\n`;
      if (unlisted > 0) yield `\n${escapeMarkdown(describeUnlisted(unlisted))}\n`;
      yield '\n</details>\n';
    },
  };
}

/** Text that stays text: neither HTML, nor Markdown, nor the border of a table's cell; also no link and no mention. */
function escapeMarkdown(text: string): string {
  return showSafely(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~$^]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])|^(\s*)-/, (part) => `${part.slice(0, -1)}\\${part.slice(-1)}`)
    .replaceAll(/[@:]|\bwww\b/g, (part) => `${part.slice(0, -1)}&#${part.charCodeAt(part.length - 1)};`);
}
