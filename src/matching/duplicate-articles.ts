import type { BlockReader } from './block-reader.ts';
import { BOILERPLATE, BODY, DUPLICATE, type BlockTable } from './block-table.ts';

/** How many other articles are tried as the one that holds all the text. */
const MAX_HOLDERS = 8;

/**
 * For each article the article that holds all of its text, or -1: nothing but fields is left of it, and every block, the
 * fields too, either stands in that other article with the same text or was removed with a witness there.
 */
export function findDuplicateArticles(blocks: BlockTable, reader: BlockReader): Int32Array {
  const duplicateOf = new Int32Array(blocks.articleCount).fill(-1);
  for (let article = 0; article < blocks.articleCount; article++) {
    for (const holder of possibleHolders(blocks, article)) {
      if (!holdsAll(blocks, reader, holder, article)) continue;
      duplicateOf[article] = holder;
      break;
    }
  }
  return duplicateOf;
}

/** Articles of the witnesses, earliest first; none when a paragraph is left or nothing was removed as a repeat. */
function possibleHolders(blocks: BlockTable, article: number): number[] {
  const holders = new Set<number>();
  for (let block = blocks.firstBlock[article]; block < blocks.firstBlock[article + 1]; block++) {
    const verdict = blocks.verdict[block];
    if (verdict === BOILERPLATE || blocks.role[block] !== BODY || blocks.text[block] < 0) continue;
    if (verdict !== DUPLICATE) return [];
    const holder = blocks.article[blocks.witness[block]];
    if (holder !== article && holders.size < MAX_HOLDERS) holders.add(holder);
  }
  return [...holders].toSorted((a, b) => a - b);
}

function holdsAll(blocks: BlockTable, reader: BlockReader, holder: number, article: number): boolean {
  const held = new Map<number, number>();
  for (let block = blocks.firstBlock[holder]; block < blocks.firstBlock[holder + 1]; block++) {
    if (blocks.verdict[block] !== BOILERPLATE) held.set(blocks.text[block], block);
  }
  for (let block = blocks.firstBlock[article]; block < blocks.firstBlock[article + 1]; block++) {
    // separators have no text
    if (blocks.verdict[block] === BOILERPLATE || blocks.text[block] < 0) continue;
    const witness = blocks.verdict[block] === DUPLICATE ? blocks.witness[block] : -1;
    if (witness >= 0 && blocks.article[witness] === holder) continue;
    const same = held.get(blocks.text[block]);
    if (same === undefined || !reader.sameText(block, same)) return false;
  }
  return true;
}
