import { jsonReporter } from './json.ts';
import { jsonlReporter } from './jsonl.ts';
import type { Reporter } from './reporter.ts';

/** Name of an output format. */
export type Format = 'json' | 'jsonl';

/** All output formats: a new one is one file and one line here. */
export const reporters: Readonly<Record<Format, () => Reporter>> = {
  json: jsonReporter,
  jsonl: jsonlReporter,
};
