import type { Article, Group, Head, Skipped } from '../model/article.ts';
import type { Reporter } from './reporter.ts';

/** What a reporter draws; an `Ingestion` is one. */
export interface Report extends AsyncIterable<Article> {
  readonly head: Head;
  readonly groups: Iterable<Group>;
  readonly skipped: readonly Skipped[];
}

/** The output as strings, one article at a time. */
export async function* render(report: Report, reporter: Reporter): AsyncGenerator<string, void, undefined> {
  yield reporter.open(report.head);
  let index = 0;
  for await (const article of report) yield reporter.article(article, index++);
  yield* reporter.close(report.groups, report.skipped);
}
