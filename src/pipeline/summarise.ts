import * as table from '../matching/block-table.ts';
import type { Group, GroupMember, Summary } from '../model/article.ts';
import { matchNames, type ArticleSet } from './article-set.ts';

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

/** Every kept block that something repeats, with its copies, variants and extensions, all in file order. */
export function* listGroups({ blocks }: ArticleSet, pathOf: (article: number) => string): Generator<Group> {
  // members of each group side by side: counted, then filled from the back, so that they come out in file order
  const ends = new Uint32Array(blocks.count + 1);
  forEachMember(blocks, (witness) => ends[witness]++);
  for (let block = 1; block <= blocks.count; block++) ends[block] += ends[block - 1];
  const members = new Uint32Array(ends[blocks.count]);
  forEachMember(blocks, (witness, block) => (members[--ends[witness]] = block));
  const reference = (block: number): { path: string; block: number } => {
    const article = blocks.article[block];
    return { path: pathOf(article), block: block - blocks.firstBlock[article] };
  };
  for (let kept = 0; kept < blocks.count; kept++) {
    if (ends[kept] === ends[kept + 1]) continue;
    const copies = Array.from(members.subarray(ends[kept], ends[kept + 1]), (block): GroupMember => {
      const second = table.secondLink(blocks, block);
      const { verdict, match, similarity } =
        second?.witness === kept
          ? second
          : {
              verdict: blocks.verdict[block],
              match: blocks.match[block],
              similarity: blocks.similarity[block],
            };
      return { ...reference(block), match: memberMatch(verdict, match), similarity: similarity / 10_000 };
    });
    yield { kept: reference(kept), copies };
  }
}

/** Calls `visit` with every block that a block is linked to, last blocks first. */
function forEachMember(blocks: table.BlockTable, visit: (witness: number, block: number) => void): void {
  for (let block = blocks.count - 1; block >= 0; block--) {
    if (blocks.witness[block] < 0) continue;
    for (const witness of table.witnessRun(blocks, block)) visit(witness, block);
    const second = table.secondLink(blocks, block);
    if (second !== undefined) visit(second.witness, block);
  }
}

function memberMatch(verdict: number, match: number): GroupMember['match'] {
  if (verdict === table.VARIANT) return 'variant';
  return verdict === table.EXTENSION ? 'extension' : matchNames[match];
}
