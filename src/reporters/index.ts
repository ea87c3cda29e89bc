import { dolmaReporter } from './dolma.ts';
import { jsonReporter } from './json.ts';
import { jsonlReporter } from './jsonl.ts';
import type { Reporter } from './reporter.ts';

/** Name of an output format that is text. */
export type Format = 'json' | 'jsonl' | 'dolma';

/**
 * All output formats that are text: a new one is one file and one line here. (Parquet is apart, `parquet.ts`; so is a folder of
 * cleaned texts, `txt.ts`.)
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
  dolma: dolmaReporter,
};
