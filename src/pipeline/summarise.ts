import * as table from '../matching/block-table.ts';
import type { Group, GroupMember, Summary } from '../model/article.ts';
import type { ArticleSet } from './article-set.ts';

/** Counts of a matched set. */
export function summarise({ blocks, files, duplicateOf }: ArticleSet, skipped: number): Summary {
  const verdicts = [0, 0, 0, 0];
  const matches = [0, 0];
  let within = 0;
  let total = 0;
  let kept = 0;
  for (let block = 0; block < blocks.count; block++) {
    const verdict = blocks.verdict[block];
    verdicts[verdict]++;
    total += blocks.units[block];
    if (verdict === table.KEPT || verdict === table.VARIANT) kept += blocks.units[block];
    if (verdict !== table.DUPLICATE) continue;
    matches[blocks.match[block]]++;
    if (blocks.article[block] === blocks.article[blocks.witness[block]]) within++;
  }
  const duplicate = verdicts[table.DUPLICATE];
  const variant = verdicts[table.VARIANT];
  return {
    files: files.length + skipped,
    articles: files.length,
    skipped,
    duplicateArticles: duplicateOf.reduce((count, holder) => count + (holder < 0 ? 0 : 1), 0),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    blocks: {
      total: blocks.count,
      kept: verdicts[table.KEPT] + variant,
      boilerplate: verdicts[table.BOILERPLATE],
      duplicate,
      variant,
    },
    duplicates: {
      exact: matches[table.EXACT],
      near: matches[table.NEAR],
      contained: 0,
      within,
      across: duplicate - within,
    },
    characters: { total, kept },
  };
}

/** Every kept block that something repeats, with its copies and variants, all in file order. */
export function* listGroups({ blocks }: ArticleSet, pathOf: (article: number) => string): Generator<Group> {
  const repeats = new Uint8Array(blocks.count);
  const heads = new Int32Array(blocks.count).fill(-1);
  const next = new Int32Array(blocks.count).fill(-1);
  // backwards, so that each list comes out in file order
  for (let block = blocks.count - 1; block >= 0; block--) {
    const verdict = blocks.verdict[block];
    if (verdict !== table.DUPLICATE && verdict !== table.VARIANT) continue;
    const witness = blocks.witness[block];
    repeats[witness] = 1;
    next[block] = heads[witness];
    heads[witness] = block;
  }
  const reference = (block: number): { path: string; block: number } => {
    const article = blocks.article[block];
    return { path: pathOf(article), block: block - blocks.firstBlock[article] };
  };
  for (let kept = 0; kept < blocks.count; kept++) {
    if (repeats[kept] === 0) continue;
    const copies: GroupMember[] = [];
    for (let block = heads[kept]; block >= 0; block = next[block]) {
      const isVariant = blocks.verdict[block] === table.VARIANT;
      const match = isVariant ? 'variant' : blocks.match[block] === table.EXACT ? 'exact' : 'near';
      copies.push({ ...reference(block), match, similarity: blocks.similarity[block] / 10_000 });
    }
    yield { kept: reference(kept), copies };
  }
}
