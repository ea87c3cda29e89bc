import {
  countOf,
  describeBudget,
  describeFinding,
  describeUnlisted,
  describeVerdict,
  findingPlace,
} from './describe.ts';
import type { CheckReporter } from './check-reporter.ts';

/** A line for each finding, as compilers and linters write them: `path:line: sentence`; then the budgets and the verdict. */
export function textCheckReporter(): CheckReporter {
  return {
    open: () => '',
    finding: (finding) => `${findingPlace(finding)}: ${describeFinding(finding)}\n`,
    *close(verdict, unlisted) {
      const { findings, budgets, gone } = verdict;
      if (unlisted > 0) yield `${describeUnlisted(unlisted)}\n`;
      yield (
        `${countOf(findings.duplicate, 'repeat')}, ${findings.boilerplate.toLocaleString('en')} boilerplate, ` +
        `${countOf(findings['duplicate-article'], 'duplicate article')} in ${countOf(verdict.summary.articles, 'article')}\n`
      );
      for (const budget of budgets) yield `${budget.isOver ? 'OVER' : 'ok  '} ${describeBudget(budget)}\n`;
      if (gone > 0)
        yield `${countOf(gone, 'finding')} of the baseline no longer there; --update-baseline drops what is gone\n`;
      yield `${describeVerdict(verdict)}\n`;
    },
  };
}
