import type { Scope } from '../model/article.ts';
import {
  BODY,
  BOILERPLATE,
  DUPLICATE,
  EXACT,
  PINNED,
  SPARED,
  witnessRun,
  type BlockTable,
} from './block-table.ts';
import type { BlockReader } from './block-reader.ts';

/**
 * Removes the short blocks and sub-headings of a repeated run. They are not searched for, since sub-headings,
 * names and separators recur by right; but where the paragraphs around one are copies of a run elsewhere, and the run has
 * the same block at the same place, it is part of the copy.
 *
 * Goes outward from every removed block over kept blocks, beside its witness, as long as both sides have the same text and
 * the witness of the next block is in scope, which may lie elsewhere.
 */
export function extendRuns(blocks: BlockTable, scope: readonly Scope[], reader: BlockReader): void {
  const witnesses = new Uint8Array(blocks.count);
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.witness[block] >= 0) for (const witness of witnessRun(blocks, block)) witnesses[witness] = 1;
    const second = blocks.seconds.get(block);
    if (second !== undefined) witnesses[second.witness] = 1;
  }
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.verdict[block] !== DUPLICATE) continue;
    extend(blocks, witnesses, scope, reader, block, -1);
    extend(blocks, witnesses, scope, reader, block, 1);
  }
}

function extend(
  blocks: BlockTable,
  witnesses: Uint8Array,
  scope: readonly Scope[],
  reader: BlockReader,
  from: number,
  step: 1 | -1,
): void {
  let block = neighbour(blocks, from, step);
  let beside = neighbour(blocks, blocks.witness[from], step);
  while (block >= 0 && beside >= 0) {
    // a witness must stay
    const mayGo =
      blocks.verdict[block] !== DUPLICATE && blocks.role[block] === BODY && witnesses[block] === 0;
    if (!mayGo || blocks.text[block] !== blocks.text[beside]) return;
    // a copy beside the witness may itself have been removed: its witness is kept
    const witness = blocks.verdict[beside] === DUPLICATE ? blocks.witness[beside] : beside;
    if (!scope.includes(blocks.article[witness] === blocks.article[block] ? 'within' : 'across')) return;
    if (witness === block || !reader.sameText(block, witness)) return;
    if ((blocks.zone[block] & PINNED) !== 0) {
      blocks.zone[block] |= SPARED;
      return;
    }
    blocks.verdict[block] = DUPLICATE;
    blocks.witness[block] = witness;
    blocks.span[block] = 1;
    blocks.match[block] = EXACT;
    blocks.similarity[block] = 10_000;
    blocks.differs[block] = 0;
    witnesses[witness] = 1;
    block = neighbour(blocks, block, step);
    beside = neighbour(blocks, beside, step);
  }
}

/** The next block of the same article that is not boilerplate, or -1. */
function neighbour(blocks: BlockTable, from: number, step: 1 | -1): number {
  const article = blocks.article[from];
  for (let block = from + step; block >= 0 && block < blocks.count; block += step) {
    if (blocks.article[block] !== article) return -1;
    if (blocks.verdict[block] !== BOILERPLATE) return block;
  }
  return -1;
}
