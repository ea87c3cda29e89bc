import type { Scope } from '../model/article.ts';
import { BOILERPLATE, DUPLICATE, type BlockTable } from './block-table.ts';
import { ownMemory, type Memory } from './memory.ts';

/** What is known of the blocks that have been kept, as columns. */
export interface KeptColumns {
  /** Kept blocks of each text: the first one, and the last one; -1 without any. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** 1 for a block whose verdict is final. */
  readonly decided: Uint8Array;
}

/** No block is kept or decided. */
export function noneKept(textCount: number, blockCount: number, memory: Memory = ownMemory): KeptColumns {
  return {
    first: new Int32Array(memory(4 * textCount)).fill(-1),
    last: new Int32Array(memory(4 * textCount)).fill(-1),
    decided: new Uint8Array(memory(blockCount)),
  };
}

/** Which blocks have been kept so far, by text and by place; the only blocks that may be witnesses. */
export class KeptBlocks {
  readonly within: boolean;
  readonly across: boolean;
  private readonly blocks: BlockTable;
  private readonly columns: KeptColumns;

  constructor(blocks: BlockTable, scope: readonly Scope[], columns: KeptColumns) {
    this.blocks = blocks;
    this.within = scope.includes('within');
    this.across = scope.includes('across');
    this.columns = columns;
  }

  /** Notes that the verdict on a block is final. */
  decide(block: number): void {
    this.columns.decided[block] = 1;
  }

  /** Notes that a block is kept. */
  keep(block: number): void {
    const text = this.blocks.text[block];
    const { first, last } = this.columns;
    if (first[text] < 0) first[text] = block;
    last[text] = block;
  }

  /** A kept block of a text that is in scope for `block`, or -1; one of the same article where there is one. */
  copyOf(text: number, block: number): number {
    const { article } = this.blocks;
    const last = this.columns.last[text];
    if (last < 0) return -1;
    if (this.within && article[last] === article[block]) return last;
    const first = this.columns.first[text];
    return this.across && article[first] !== article[block] ? first : -1;
  }

  /** Number of a block's text, or -1. */
  textOf(block: number): number {
    return this.blocks.text[block];
  }

  /** Whether a kept block is in scope for `block`. */
  isInScope(kept: number, block: number): boolean {
    return this.blocks.article[block] === this.blocks.article[kept] ? this.within : this.across;
  }

  /** The kept block that follows `block` in its article, removed ones left out; -1 when there is none or it is not decided. */
  next(block: number): number {
    const { article, verdict, count } = this.blocks;
    for (let next = block + 1; next < count && article[next] === article[block]; next++) {
      if (verdict[next] === BOILERPLATE) continue;
      if (this.columns.decided[next] === 0) return -1;
      if (verdict[next] !== DUPLICATE) return next;
    }
    return -1;
  }

  /** The kept block before `block` in its article, removed ones left out; -1 when there is none or it is not decided. */
  previous(block: number): number {
    const { article, verdict } = this.blocks;
    for (let before = block - 1; before >= 0 && article[before] === article[block]; before--) {
      if (verdict[before] === BOILERPLATE) continue;
      if (this.columns.decided[before] === 0) return -1;
      if (verdict[before] !== DUPLICATE) return before;
    }
    return -1;
  }
}
