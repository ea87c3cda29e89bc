import type { Article, Group, Head, Skipped } from '../model/article.ts';
import type { ArticleFrame, GroupsJson } from '../pipeline/options.ts';
import type { Reporter } from './reporter.ts';

/** What a reporter draws; an `Ingestion` is one. */
export interface Report extends AsyncIterable<Article> {
  readonly head: Head;
  readonly groups: Iterable<Group>;
  readonly skipped: readonly Skipped[];
  /** The articles as JSON, where that can be had faster than from the articles. */
  json?(frame: ArticleFrame): AsyncIterable<Uint8Array>;
  /** The groups as JSON, likewise. */
  readonly groupsJson?: GroupsJson;
}

/** The output in pieces, each of which is valid until the next one is asked for. */
export async function* render(
  report: Report,
  reporter: Reporter<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  yield reporter.open(report.head);
  if (reporter.frame !== undefined && report.json !== undefined) {
    yield* report.json(reporter.frame);
  } else {
    let index = 0;
    for await (const article of report) yield reporter.article(article, index++);
  }
  if (reporter.closeJson !== undefined && report.groupsJson !== undefined)
    yield* reporter.closeJson(report.groupsJson, report.skipped);
  else yield* reporter.close(report.groups, report.skipped);
}
