import { showSafely } from '../../model/errors.ts';
import type { BudgetResult, Finding, FindingKind } from '../../model/finding.ts';
import type { CheckReporter } from './check-reporter.ts';
import { budgetOption, describeBudget, describeFinding, describeUnlisted, findingPlace } from './describe.ts';

/** The findings that a budget is about. */
const kindsOf: Readonly<Record<BudgetResult['name'], readonly FindingKind[]>> = {
  maxDuplicateShare: ['duplicate'],
  maxBoilerplateShare: ['boilerplate'],
  maxDuplicateArticles: ['duplicate-article'],
  maxLoss: ['loss'],
  maxNewFindings: ['duplicate', 'boilerplate', 'duplicate-article'],
};

/**
 * JUnit XML: a test case for each budget, which fails when it is exceeded and then lists its findings, and one with an error for
 * each input that could not be read.
 */
export function junitCheckReporter(): CheckReporter {
  // the counts stand before the cases, so what is listed is kept until the end
  const listed: Finding[] = [];
  return {
    open: () => '',
    finding(finding) {
      listed.push(finding);
      return '';
    },
    *close({ budgets, skipped }, unlisted) {
      const failures = budgets.filter(({ isOver }) => isOver).length;
      const counts = `tests="${budgets.length + skipped.length}" failures="${failures}" errors="${skipped.length}" skipped="0"`;
      yield '<?xml version="1.0" encoding="UTF-8"?>\n';
      yield `<testsuites name="cleancopy check" ${counts} time="0">\n`;
      yield `  <testsuite name="cleancopy check" ${counts} time="0">\n`;
      for (const budget of budgets) yield* testCase(budget, listed, unlisted);
      for (const { path, code, message } of skipped) {
        yield `    <testcase classname="cleancopy.input" name="${escapeXml(path)}" file="${escapeXml(path)}" time="0">\n`;
        yield `      <error type="${code}" message="${escapeXml(message)}"/>\n    </testcase>\n`;
      }
      yield '  </testsuite>\n</testsuites>\n';
    },
  };
}

function* testCase(
  budget: BudgetResult,
  listed: readonly Finding[],
  unlisted: number,
): Generator<string, void, undefined> {
  const file = budget.path === undefined ? '' : ` file="${escapeXml(budget.path)}"`;
  const head = `    <testcase classname="cleancopy.budget" name="${budgetOption(budget)}"${file} time="0"`;
  if (!budget.isOver) {
    yield `${head}/>\n`;
    return;
  }
  const message = escapeXml(describeBudget(budget));
  yield `${head}>\n      <failure type="${budgetOption(budget)}" message="${message}">${message}\n`;
  for (const finding of listed) {
    if (kindsOf[budget.name].includes(finding.kind))
      yield `${escapeXml(`${findingPlace(finding)}: ${describeFinding(finding)}`)}\n`;
  }
  if (unlisted > 0) yield `${describeUnlisted(unlisted)}\n`;
  yield '</failure>\n    </testcase>\n';
}

/** Text for an attribute or an element. XML 1.0 has no place for control characters, not even escaped. */
function escapeXml(text: string): string {
  return showSafely(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
