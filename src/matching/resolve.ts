import type { Settings } from '../model/article.ts';
import {
  BODY,
  DUPLICATE,
  EXACT,
  EXTENSION,
  FIGURES,
  KEPT,
  PINNED,
  SHARES_LINK,
  SPARED,
  SUBHEADING,
  VARIANT,
  type BlockTable,
} from './block-table.ts';
import type { BlockReader } from './block-reader.ts';
import { ContainedSearch } from './contained-search.ts';
import { extendRuns } from './extend-runs.ts';
import { KeptBlocks } from './kept-blocks.ts';
import { isBetter, type Link } from './link.ts';
import { NearSearch } from './near-search.ts';
import { ShingleIndex } from './shingle-index.ts';
import type { TextTable } from './text-table.ts';

type Rules = Pick<Settings, 'scope' | 'near' | 'contained' | 'variants' | 'keep'>;

/** A text and its copy are equal to the last of ten thousand parts. */
const EQUAL = 10_000;

/**
 * Decides about every block that is not boilerplate: kept, duplicate, variant or extension, the latter three with a kept
 * witness.
 *
 * Blocks are taken in order of preference (file order, or longest first); a block is compared with what has been kept
 * before it and never with what was removed, so no witness can be removed later, there are no chains, and a
 * thousand copies cost a thousand comparisons. Fields, sub-headings and rows of figures are always kept, and linked.
 */
export function resolve(
  blocks: BlockTable,
  texts: TextTable,
  rules: Rules,
  reader: BlockReader,
  onBlock?: (done: number) => void,
): void {
  const resolution = new Resolution(blocks, texts, rules, reader);
  const order = rules.keep === 'longest' ? longestFirst(blocks, texts) : undefined;
  for (let i = 0; i < blocks.count; i++) {
    resolution.decide(order === undefined ? i : order[i]);
    if ((i & 0x3fff) === 0) onBlock?.(i);
  }
  extendRuns(blocks, rules.scope, reader);
}

class Resolution {
  private readonly blocks: BlockTable;
  private readonly texts: TextTable;
  private readonly rules: Rules;
  private readonly reader: BlockReader;
  private readonly kept: KeptBlocks;
  private readonly index: ShingleIndex | undefined;
  private readonly near: NearSearch | undefined;
  private readonly contained: ContainedSearch | undefined;
  /** The last block of each text that was removed as an inexact copy: its further copies need no search. */
  private readonly removed: Map<number, { readonly block: number; readonly link: Link }> = new Map();

  constructor(blocks: BlockTable, texts: TextTable, rules: Rules, reader: BlockReader) {
    this.blocks = blocks;
    this.texts = texts;
    this.rules = rules;
    this.reader = reader;
    const { near, contained, scope } = rules;
    this.kept = new KeptBlocks(blocks, texts.count, scope);
    if (scope.length === 0 || (near === null && contained === null)) return;
    const index = new ShingleIndex(texts, rules.keep === 'first');
    this.index = index;
    if (near !== null) this.near = new NearSearch(texts, index, this.kept, reader, near);
    if (contained !== null)
      this.contained = new ContainedSearch(blocks, texts, index, this.kept, reader, contained);
  }

  decide(block: number): void {
    if (this.blocks.verdict[block] === KEPT && this.blocks.text[block] >= 0) this.compare(block);
    this.kept.decide(block);
  }

  private compare(block: number): void {
    const text = this.blocks.text[block];
    const isComparable = this.texts.comparable[text] === 1;
    const copyOf = this.kept.copyOf(text, block);
    const mayGo = this.mayGo(block, isComparable, copyOf);
    if (copyOf >= 0 && (mayGo || isComparable) && this.reader.sameText(block, copyOf)) {
      const exact: Link = { witness: copyOf, span: 1, match: EXACT, similarity: EQUAL, differs: 0 };
      if (mayGo && !this.spares(block)) this.remove(block, exact);
      else this.keep(block, VARIANT, exact);
      return;
    }
    const link = isComparable ? this.search(block, text) : undefined;
    if (link === undefined) this.keep(block, KEPT);
    else if (mayGo && (link.differs === 0 || this.rules.variants === 'drop') && !this.spares(block)) {
      this.removed.set(text, { block, link });
      this.remove(block, link);
    } else this.keep(block, VARIANT, link);
  }

  /**
   * Whether a block is removed when it repeats another. Fields stay. Short blocks go only where they repeat the title or the deck of
   * their own article; sub-headings and rows of figures may recur by right, as in a table of contents or in the results of two
   * companies. All these go as part of a repeated run, too (`extend-runs.ts`).
   */
  private mayGo(block: number, isComparable: boolean, copyOf: number): boolean {
    const { role, zone, article } = this.blocks;
    if (role[block] !== BODY) return false;
    if (isComparable && (zone[block] & (SUBHEADING | FIGURES)) === 0) return true;
    return copyOf >= 0 && article[copyOf] === article[block] && role[copyOf] !== BODY;
  }

  /** Whether a block that would go is pinned; notes that this made a difference. */
  private spares(block: number): boolean {
    const { zone } = this.blocks;
    if ((zone[block] & PINNED) === 0) return false;
    zone[block] |= SPARED;
    return true;
  }

  /** The kept text that a block repeats inexactly, a copy before a variant. */
  private search(block: number, text: number): Link | undefined {
    const { index, near, contained } = this;
    const known = this.removed.get(text);
    if (known !== undefined && this.sharesLink(block, known.block, known.link)) return known.link;
    if (index === undefined) return undefined;
    index.lookUp(text);
    if (index.foundCount === 0) return undefined;
    const nearLink = near?.find(block, text);
    if (nearLink?.differs === 0) return nearLink;
    const whole = contained?.findWhole(block, text);
    return whole !== undefined && isBetter(whole, nearLink) ? whole : nearLink;
  }

  /** Whether a block has the link of another: in scope, and with the same text to the letter, since capitals tell names. */
  private sharesLink(block: number, other: number, { witness }: Link): boolean {
    if (!this.kept.isInScope(witness, block)) return false;
    return this.reader.originalText(block) === this.reader.originalText(other);
  }

  private keep(block: number, verdict: number, link?: Link): void {
    const { blocks, index, contained } = this;
    const text = blocks.text[block];
    const isComparable = this.texts.comparable[text] === 1;
    if (link !== undefined) this.link(block, verdict, link);
    else if (isComparable && contained !== undefined) {
      const part = contained.findPart(block, text);
      if (part !== undefined) this.link(block, EXTENSION, part);
    }
    this.kept.keep(block);
    if (isComparable) index?.insert(text);
  }

  private remove(block: number, link: Link): void {
    this.link(block, DUPLICATE, link);
    if (link.span === 1) this.linkSecond(block, link);
  }

  /** Links a removed block to what its witness is linked to, when it repeats that, too. */
  private linkSecond(block: number, { witness, match }: Link): void {
    const { blocks } = this;
    const verdict = blocks.verdict[witness];
    const other = blocks.witness[witness];
    if (other < 0 || blocks.span[witness] > 1 || !this.kept.isInScope(other, block)) return;
    if (match === EXACT) {
      blocks.zone[block] |= SHARES_LINK;
      return;
    }
    const second =
      verdict === VARIANT ? this.near?.compare(block, other) : this.contained?.compare(block, other);
    if (second !== undefined) blocks.seconds.set(block, { verdict, ...second });
  }

  private link(block: number, verdict: number, link: Link): void {
    const { blocks } = this;
    blocks.verdict[block] = verdict;
    blocks.witness[block] = link.witness;
    blocks.span[block] = link.span;
    blocks.match[block] = link.match;
    blocks.similarity[block] = link.similarity;
    blocks.differs[block] = link.differs;
  }
}

/** Blocks by falling length of their text, equal ones in file order. */
function longestFirst(blocks: BlockTable, texts: TextTable): Uint32Array {
  const length = (block: number): number => (blocks.text[block] < 0 ? 0 : texts.bigrams[blocks.text[block]]);
  return Uint32Array.from({ length: blocks.count }, (_, block) => block).sort(
    (a, b) => length(b) - length(a) || a - b,
  );
}
