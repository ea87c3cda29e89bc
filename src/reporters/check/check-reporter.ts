import type { Head } from '../../model/article.ts';
import type { Finding, Verdict } from '../../model/finding.ts';

/** A format of `check`. It turns findings into strings and touches neither disk nor terminal. */
export interface CheckReporter {
  /** Called once, before everything else. */
  open(head: Head): string;
  /** Called for each finding that is listed, in turn. */
  finding(finding: Finding): string;
  /**
   * Called once, after everything else.
   *
   * @param unlisted findings that were counted and not handed to `finding`
   */
  close(verdict: Verdict, unlisted: number): Iterable<string>;
}
