import type { CheckReporter } from './check-reporter.ts';
import { githubCheckReporter } from './github.ts';
import { jsonCheckReporter } from './json.ts';
import { junitCheckReporter } from './junit.ts';
import { markdownCheckReporter } from './markdown.ts';
import { sarifCheckReporter } from './sarif.ts';
import { textCheckReporter } from './text.ts';

/** Name of a format of `check`. */
export type CheckFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'markdown';

/**
 * All formats of `check`, with the number of findings that each lists if it is not told otherwise: all that its reader can
 * make use of.
 *
 * @example
 * const run = check(await ingest(['news']));
 * const reporter = checkReporters.text.make();
 * let report = reporter.open(run.head);
 * for await (const finding of run) report += reporter.finding(finding);
 * for (const piece of reporter.close(run.verdict(), 0)) report += piece;
 */
export const checkReporters: Readonly<
  Record<CheckFormat, { readonly make: () => CheckReporter; readonly maxListed: number }>
> = {
  text: { make: textCheckReporter, maxListed: 100 },
  json: { make: jsonCheckReporter, maxListed: Infinity },
  // GitHub takes 25,000 results of a run, and shows 5,000 of them
  sarif: { make: sarifCheckReporter, maxListed: 5000 },
  junit: { make: junitCheckReporter, maxListed: 1000 },
  // GitHub shows 50 annotations of a job
  github: { make: githubCheckReporter, maxListed: 50 },
  // a job summary may have 1 MiB
  markdown: { make: markdownCheckReporter, maxListed: 100 },
};
