import { jsonReporter } from './json.ts';
import { jsonlReporter } from './jsonl.ts';
import type { Reporter } from './reporter.ts';

/** Name of an output format. */
export type Format = 'json' | 'jsonl';

/**
 * All output formats: a new one is one file and one line here.
 *
 * @example
 * const run = await ingest(['news']);
 * const reporter = reporters.json();
 * let output = reporter.open(run.head);
 * let index = 0;
 * for await (const article of run) output += reporter.article(article, index++);
 * for (const piece of reporter.close(run.groups, run.skipped)) output += piece;
 */
export const reporters: Readonly<Record<Format, () => Reporter>> = {
  json: jsonReporter,
  jsonl: jsonlReporter,
};
