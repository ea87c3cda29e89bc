/** Name of the corpus evidence in the output, where a lexicon match has the name of its family. */
export const corpusRule = 'recurring-short-block';

/** A short block must stand in at least this many articles, and in this share of them, to be furniture. */
const MIN_ARTICLES = 5;
const MIN_SHARE = 0.001;
/** Share of its places at which it must stand behind the last paragraph. */
const MIN_TAIL_SHARE = 0.9;

/** What corpus evidence looks at, as columns over all blocks of the set, in file order. */
export interface ShortBlocks {
  readonly count: number;
  readonly article: Uint32Array;
  /** Number of the block's normalised text, or -1. */
  readonly text: Int32Array;
  /** Whether the block may be furniture at all: short, not a field, not a sentence. */
  readonly eligible: (block: number) => boolean;
  /** Whether the block is removed already. */
  readonly isRemoved: (block: number) => boolean;
  /** Whether no paragraph of the article stands behind the block. */
  readonly inTail: (block: number) => boolean;
}

/**
 * Corpus evidence: the same short block behind the last paragraph of many articles belongs to the site and not to any
 * of them. Only blocks at the very end go, one after the other from the last one up, so that a row of a list is safe.
 * Calls `remove` for each with a confidence between 0.5 and 1 that grows with the number of articles.
 */
export function findRecurring(
  blocks: ShortBlocks,
  textCount: number,
  articleCount: number,
  remove: (block: number, confidence: number) => void,
): void {
  const articles = countArticles(blocks, textCount);
  const least = Math.max(MIN_ARTICLES, Math.ceil(MIN_SHARE * articleCount));
  let atEnd = true;
  for (let block = blocks.count - 1; block >= 0; block--) {
    if (block === blocks.count - 1 || blocks.article[block] !== blocks.article[block + 1]) atEnd = true;
    if (!atEnd || blocks.text[block] < 0 || blocks.isRemoved(block)) continue;
    const count = articles[blocks.text[block]];
    atEnd = blocks.inTail(block) && blocks.eligible(block) && count >= least;
    if (atEnd) remove(block, 1 - least / (2 * count));
  }
}

/** In how many articles each text stands; 0 for a text that mostly stands elsewhere than behind the last paragraph. */
function countArticles(blocks: ShortBlocks, textCount: number): Uint32Array {
  const articles = new Uint32Array(textCount);
  const places = new Uint32Array(textCount);
  const tail = new Uint32Array(textCount);
  const lastArticle = new Int32Array(textCount).fill(-1);
  for (let block = 0; block < blocks.count; block++) {
    const text = blocks.text[block];
    if (text < 0) continue;
    places[text]++;
    if (blocks.inTail(block)) tail[text]++;
    if (lastArticle[text] === blocks.article[block]) continue;
    lastArticle[text] = blocks.article[block];
    articles[text]++;
  }
  for (let text = 0; text < textCount; text++) {
    if (tail[text] < MIN_TAIL_SHARE * places[text]) articles[text] = 0;
  }
  return articles;
}
