import type { Reporter } from './reporter.ts';
import { toJson } from './to-json.ts';

/** One article a line and nothing else, for outputs larger than memory. */
export function jsonlReporter(): Reporter {
  return {
    open: () => '',
    article: (article) => `${toJson(article)}\n`,
    close: () => [],
  };
}
