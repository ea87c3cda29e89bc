import { findRecurring } from '../boilerplate/corpus.ts';
import type { Settings } from '../model/article.ts';
import type { BlockReader } from '../matching/block-reader.ts';
import {
  BODY,
  BOILERPLATE,
  KEPT,
  PINNED,
  SENTENCE,
  SPARED,
  SUBTITLE,
  TAIL,
} from '../matching/block-table.ts';
import { findDuplicateArticles } from '../matching/duplicate-articles.ts';
import { resolve, resolveAhead, type Searchers } from '../matching/resolve.ts';
import type { ArticleSet } from './article-set.ts';

/**
 * Everything about the set: subtitles that articles share, corpus evidence, repeats with their witnesses, whole
 * articles that repeat another. Works on the tables; texts are read back to confirm an exact repeat and to score and
 * compare near ones.
 */
export function match(
  set: ArticleSet,
  settings: Settings,
  reader: BlockReader,
  onBlock?: (done: number) => void,
): void {
  prepareToMatch(set, settings);
  resolve(set.blocks, set.texts, settings, reader, onBlock);
  set.duplicateOf = findDuplicateArticles(set.blocks, reader);
}

/** Does the same as `match` with the help of searchers; they are of none where the longest text stays. */
export async function matchAhead(
  set: ArticleSet,
  settings: Settings,
  reader: BlockReader,
  searchers: Searchers,
  onBlock?: (done: number) => void,
): Promise<void> {
  if (settings.keep === 'longest') {
    match(set, settings, reader, onBlock);
    return;
  }
  prepareToMatch(set, settings);
  await resolveAhead(set.blocks, set.texts, settings, reader, searchers, onBlock);
  set.duplicateOf = findDuplicateArticles(set.blocks, reader);
}

function prepareToMatch(set: ArticleSet, settings: Settings): void {
  set.texts.close();
  demoteTeasers(set);
  if (settings.strip === 'auto' || settings.strip === 'full') removeRecurring(set);
}

/** A subtitle that stands in this many articles is a teaser for another one. */
const MAX_SUBTITLE_ARTICLES = 3;

/** Makes body text of subtitles that several articles share, so that they are treated like any repeated line. */
function demoteTeasers({ blocks, texts }: ArticleSet): void {
  const articles = new Uint32Array(texts.count);
  const last = new Int32Array(texts.count).fill(-1);
  for (let block = 0; block < blocks.count; block++) {
    const text = blocks.text[block];
    if (text < 0 || last[text] === blocks.article[block]) continue;
    last[text] = blocks.article[block];
    articles[text]++;
  }
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.role[block] === SUBTITLE && articles[blocks.text[block]] >= MAX_SUBTITLE_ARTICLES) {
      blocks.role[block] = BODY;
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
    if ((blocks.zone[block] & PINNED) !== 0) {
      blocks.zone[block] |= SPARED;
      return;
    }
    blocks.verdict[block] = BOILERPLATE;
    blocks.rule[block] = 0;
    blocks.confidence[block] = Math.round(100 * confidence);
  });
}
