import { toJson } from '../text/to-json.ts';
import type { Reporter } from './reporter.ts';
import { cleanedText } from './txt.ts';

/**
 * One document a line, as the corpus pipelines dolma and datatrove read it: `id` and `source` are the path and the folder of
 * the article, `text` is what is kept. Articles with nothing of their own have no line.
 */
export function dolmaReporter(): Reporter {
  return {
    open: () => '',
    article(article) {
      const text = cleanedText(article);
      if (text === '') return '';
      const { path, sha256, bytes, encoding, language, title, subtitle, byline, published, removed } =
        article;
      const count = (reason: string): number => removed.filter((block) => block.reason === reason).length;
      const document = {
        id: path,
        text,
        source: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.',
        ...(published !== null && { created: `${published}T00:00:00.000Z` }),
        metadata: {
          sha256,
          bytes,
          encoding,
          language,
          title,
          subtitle,
          byline,
          published,
          removed: { boilerplate: count('boilerplate'), duplicate: count('duplicate') },
        },
      };
      return `${toJson(document)}\n`;
    },
    close: () => [],
  };
}
