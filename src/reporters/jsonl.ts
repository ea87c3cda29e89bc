import type { Reporter } from './reporter.ts';
import { toJson } from '../text/to-json.ts';

/** One article a line and nothing else, for outputs larger than memory. */
export function jsonlReporter(): Reporter {
  return {
    open: () => '',
    frame: () => ({ before: '', after: '\n' }),
    article: (article) => `${toJson(article)}\n`,
    close: () => [],
  };
}
