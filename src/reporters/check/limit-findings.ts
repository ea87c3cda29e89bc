import type { CheckReporter } from './check-reporter.ts';

/** A reporter that counts what it does not list. */
export interface LimitedReporter extends Omit<CheckReporter, 'close'> {
  close(verdict: Parameters<CheckReporter['close']>[0]): Iterable<string>;
}

/** Hands the first `maxListed` findings to a reporter, and tells it in the end how many more there were. */
export function limitFindings(reporter: CheckReporter, maxListed: number): LimitedReporter {
  let count = 0;
  return {
    open: (head) => reporter.open(head),
    finding: (finding) => (count++ < maxListed ? reporter.finding(finding) : ''),
    close: (verdict) => reporter.close(verdict, Math.max(0, count - maxListed)),
  };
}
