import { findRecurring } from '../boilerplate/corpus.ts';
import type { Settings } from '../model/article.ts';
import type { BlockReader } from '../matching/block-reader.ts';
import {
  BODY,
  BOILERPLATE,
  KEPT,
  SENTENCE,
  SUBHEADING,
  SUBTITLE,
  TAIL,
  TITLE,
} from '../matching/block-table.ts';
import { findDuplicateArticles } from '../matching/duplicate-articles.ts';
import { resolve } from '../matching/resolve.ts';
import type { ArticleSet } from './article-set.ts';

/**
 * Everything about the set: fields that many articles share, corpus evidence, repeats with their witnesses, whole articles that repeat another. Works on
 * the tables; texts are read back only to confirm a repeat.
 */
export function match(
  set: ArticleSet,
  settings: Settings,
  reader: BlockReader,
  onBlock?: (done: number) => void,
): void {
  demoteRecurringFields(set);
  if (settings.strip === 'auto') removeRecurring(set);
  resolve(set.blocks, set.texts, settings, reader, onBlock);
  set.duplicateOf = findDuplicateArticles(set.blocks);
}

/** A title that stands in this many articles is a letterhead, a subtitle in this many a teaser. */
const MAX_TITLE_ARTICLES = 10;
const MAX_SUBTITLE_ARTICLES = 3;

/** Makes body text of titles and subtitles that so many articles share that they name none of them. */
function demoteRecurringFields({ blocks, texts }: ArticleSet): void {
  const articles = new Uint32Array(texts.count);
  const last = new Int32Array(texts.count).fill(-1);
  for (let block = 0; block < blocks.count; block++) {
    const text = blocks.text[block];
    if (text < 0 || last[text] === blocks.article[block]) continue;
    last[text] = blocks.article[block];
    articles[text]++;
  }
  for (let article = 0; article < blocks.articleCount; article++) {
    let titled = true;
    for (let block = blocks.firstBlock[article]; block < blocks.firstBlock[article + 1]; block++) {
      const role = blocks.role[block];
      if (role !== TITLE && role !== SUBTITLE) continue;
      const most = role === TITLE ? MAX_TITLE_ARTICLES : MAX_SUBTITLE_ARTICLES;
      // a subtitle goes with its title
      if (titled && articles[blocks.text[block]] < most) continue;
      blocks.role[block] = BODY;
      if (role === SUBTITLE) continue;
      titled = false;
      // a series keeps its heading in every article
      blocks.zone[block] |= SUBHEADING;
    }
  }
}

function removeRecurring({ blocks, texts, files }: ArticleSet): void {
  const columns = {
    count: blocks.count,
    article: blocks.article,
    text: blocks.text,
    inTail: (block: number): boolean => (blocks.zone[block] & TAIL) !== 0,
    isRemoved: (block: number): boolean => blocks.verdict[block] !== KEPT,
    eligible: (block: number): boolean =>
      blocks.role[block] === BODY &&
      (blocks.zone[block] & SENTENCE) === 0 &&
      texts.comparable[blocks.text[block]] === 0,
  };
  findRecurring(columns, texts.count, files.length, (block, confidence) => {
    blocks.verdict[block] = BOILERPLATE;
    blocks.rule[block] = 0;
    blocks.confidence[block] = Math.round(100 * confidence);
  });
}
