import type { Settings } from '../model/article.ts';
import { leastLengthRatio } from '../similarity/dice.ts';
import type { BlockReader } from './block-reader.ts';
import type { BlockTable } from './block-table.ts';
import { ContainedSearch } from './contained-search.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { isBetter, type Link } from './link.ts';
import { NearSearch } from './near-search.ts';
import { ShingleIndex } from './shingle-index.ts';
import type { ShingleLists } from './shingle-lists.ts';
import type { SearchedTexts } from './text-table.ts';

/** What is searched for, and how similar it must be. */
export type SearchRules = Pick<Settings, 'scope' | 'near' | 'contained'>;

/**
 * An index without texts, for a search by these rules.
 *
 * @param filtered see `ShingleIndex`
 */
export function indexFor(
  { near }: Pick<SearchRules, 'near'>,
  lists: ShingleLists,
  { bigrams }: Pick<SearchedTexts, 'bigrams'>,
  filtered = false,
): ShingleIndex {
  return new ShingleIndex(lists, bigrams, leastLengthRatio(near ?? 1), filtered);
}

/** Finds the kept blocks that repeat a block inexactly, among the texts of an index. */
export class RepeatSearch {
  /** Whether the last `find` could not have found a text that holds the block, whatever else the index has. */
  passedOverWholes = false;
  private readonly index: ShingleIndex;
  private readonly near: NearSearch | undefined;
  private readonly contained: ContainedSearch | undefined;

  constructor(
    blocks: BlockTable,
    texts: SearchedTexts,
    rules: SearchRules,
    index: ShingleIndex,
    kept: KeptBlocks,
    reader: BlockReader,
  ) {
    const { near, contained } = rules;
    this.index = index;
    if (near !== null) this.near = new NearSearch(texts, index, kept, reader, near);
    if (contained !== null)
      this.contained = new ContainedSearch(blocks, texts, index, kept, reader, contained);
  }

  /** The kept text that a block repeats, a copy before a variant. */
  find(block: number, text: number): Link | undefined {
    const { index, near, contained } = this;
    index.lookUp(text);
    this.passedOverWholes = index.wholeCount === 0;
    const nearLink = near?.find(block, text);
    if (nearLink?.differs === 0) return nearLink;
    const whole = contained?.findWhole(block, text);
    return whole !== undefined && isBetter(whole, nearLink) ? whole : nearLink;
  }

  /** The kept text that a block holds. */
  findPart(block: number, text: number): Link | undefined {
    return this.contained?.findPart(block, text);
  }

  /**
   * Whether texts of this index may change what a search in another index has found, which has the same lists and other texts.
   *
   * @param passedOverWholes of the search in the other index
   */
  mayChange(block: number, text: number, passedOverWholes: boolean): boolean {
    const { index, near, contained } = this;
    index.lookUp(text);
    if (near?.mayFind(block, text) === true) return true;
    if (contained === undefined) return false;
    return (passedOverWholes && index.wholeCount > 0) || contained.mayFindWhole(block, text);
  }

  /** Whether texts of this index may change what a search for parts in another index has found. */
  mayChangePart(block: number, text: number): boolean {
    return this.contained?.mayFindPart(block, text) === true;
  }

  /** The link of a block to one kept block that it is near to. */
  compareNear(block: number, witness: number): Link | undefined {
    return this.near?.compare(block, witness);
  }

  /** The link of a block to the one kept block whose text it holds. */
  comparePart(block: number, part: number): Link | undefined {
    return this.contained?.compare(block, part);
  }
}
