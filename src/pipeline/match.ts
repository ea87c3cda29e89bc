import { findRecurring } from '../boilerplate/corpus.ts';
import type { Settings } from '../model/article.ts';
import type { BlockReader } from '../matching/block-reader.ts';
import { BODY, BOILERPLATE, KEPT, SENTENCE, TAIL } from '../matching/block-table.ts';
import { findDuplicateArticles } from '../matching/duplicate-articles.ts';
import { resolve } from '../matching/resolve.ts';
import type { ArticleSet } from './article-set.ts';

/**
 * Everything about the set: corpus evidence, repeats with their witnesses, whole articles that repeat another. Works on
 * the tables; texts are read back only to confirm a repeat.
 */
export function match(
  set: ArticleSet,
  settings: Settings,
  reader: BlockReader,
  onBlock?: (done: number) => void,
): void {
  if (settings.strip === 'auto') removeRecurring(set);
  resolve(set.blocks, set.texts, settings, reader, onBlock);
  set.duplicateOf = findDuplicateArticles(set.blocks);
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
