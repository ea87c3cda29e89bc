import * as table from '../matching/block-table.ts';
import type { Summary } from '../model/article.ts';
import type { ArticleSet } from './article-set.ts';

/** Counts of a matched set. */
export function summarise({ blocks, files, duplicateOf }: ArticleSet, skipped: number): Summary {
  const verdicts = [0, 0, 0, 0, 0];
  const matches = [0, 0, 0];
  let within = 0;
  let total = 0;
  let kept = 0;
  for (let block = 0; block < blocks.count; block++) {
    const verdict = blocks.verdict[block];
    verdicts[verdict]++;
    total += blocks.units[block];
    if (verdict !== table.BOILERPLATE && verdict !== table.DUPLICATE) kept += blocks.units[block];
    if (verdict !== table.DUPLICATE) continue;
    matches[blocks.match[block]]++;
    if (blocks.article[block] === blocks.article[blocks.witness[block]]) within++;
  }
  const duplicate = verdicts[table.DUPLICATE];
  const variant = verdicts[table.VARIANT];
  const extension = verdicts[table.EXTENSION];
  return {
    files: files.length + skipped,
    articles: files.length,
    skipped,
    duplicateArticles: duplicateOf.reduce((count, holder) => count + (holder < 0 ? 0 : 1), 0),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    blocks: {
      total: blocks.count,
      kept: verdicts[table.KEPT] + variant + extension,
      boilerplate: verdicts[table.BOILERPLATE],
      duplicate,
      variant,
      extension,
    },
    duplicates: {
      exact: matches[table.EXACT],
      near: matches[table.NEAR],
      contained: matches[table.CONTAINED],
      within,
      across: duplicate - within,
    },
    characters: { total, kept },
  };
}
