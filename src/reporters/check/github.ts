import { showSafely } from '../../model/errors.ts';
import type { CheckReporter } from './check-reporter.ts';
import {
  budgetOption,
  describeBudget,
  describeFinding,
  describeUnlisted,
  describeVerdict,
} from './describe.ts';

/**
 * Workflow commands of GitHub Actions: a warning at the lines of each finding, an error for each budget that is exceeded.
 * What follows a `::` at the beginning of a line is a command, so nothing else of the input may stand there.
 */
export function githubCheckReporter(): CheckReporter {
  return {
    open: () => '',
    finding: (finding) => {
      const [line, endLine] = finding.lines ?? [1, 1];
      const place = { title: `cleancopy ${finding.rule}`, file: finding.path, line, endLine };
      return command('warning', place, describeFinding(finding));
    },
    *close(verdict, unlisted) {
      if (unlisted > 0) yield command('notice', { title: 'cleancopy' }, describeUnlisted(unlisted));
      for (const { path, message } of verdict.skipped)
        yield command('warning', { title: 'cleancopy skipped', file: path }, message);
      for (const budget of verdict.budgets) {
        if (budget.isOver)
          yield command('error', { title: `cleancopy ${budgetOption(budget)}` }, describeBudget(budget));
      }
      yield `cleancopy check ${describeVerdict(verdict)}\n`;
    },
  };
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(showSafely(String(value)))}`,
  );
  return `::${name} ${list.join(',')}::${escapeData(showSafely(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
