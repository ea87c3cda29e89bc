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
import { extendRuns } from './extend-runs.ts';
import { Findings } from './findings.ts';
import { KeptBlocks, noneKept, type KeptColumns } from './kept-blocks.ts';
import type { Link } from './link.ts';
import { inOrder } from './in-order.ts';
import { indexFor, RepeatSearch } from './repeat-search.ts';
import type { SearchState } from './search-ahead.ts';
import type { ShingleIndex } from './shingle-index.ts';
import { buildShingleLists, type TextOrder } from './shingle-lists.ts';
import type { TextTable } from './text-table.ts';

type Rules = Pick<Settings, 'scope' | 'near' | 'contained' | 'variants' | 'keep'>;

/** A text and its copy are equal to the last of ten thousand parts. */
const EQUAL = 10_000;

/** Has blocks searched ahead of the decisions. */
export interface Searchers {
  /** Blocks of a batch, about. */
  readonly batchBlocks: number;
  /** Batches that are searched at once, or wait for their turn. */
  readonly batchesAhead: number;
  /** Tells what they share; before the first search. */
  share(state: SearchState): Promise<void>;
  /**
   * Searches the blocks from `first` to `end`. It is decided about all before `decided`, and while they are searched, it may be
   * decided about more, up to `first`. All three begin articles.
   */
  search(decided: number, first: number, end: number): Promise<Findings>;
}

/**
 * Decides about every block that is not boilerplate: kept, duplicate, variant or extension, the latter three with a kept
 * witness.
 *
 * Blocks are taken in order of preference (file order, or longest first); a block is compared with what has been kept
 * before it and never with what was removed, so no witness can be removed later, there are no chains, and a
 * thousand copies cost a thousand comparisons. Fields, sub-headings and rows of figures are always kept, and linked.
 *
 * @param onBlock told now and then about how many blocks it is decided
 */
export function resolve(
  blocks: BlockTable,
  texts: TextTable,
  rules: Rules,
  reader: BlockReader,
  onBlock?: (done: number) => void,
): void {
  const longest = rules.keep === 'longest' ? longestTextsFirst(texts) : undefined;
  const resolution = new Resolution(blocks, texts, rules, reader, { longest });
  const order = longest === undefined ? undefined : blocksByText(blocks, longest);
  for (let i = 0; i < blocks.count; i++) {
    resolution.decide(order === undefined ? i : order[i]);
    if (i % PULSE === 0) onBlock?.(i);
  }
  extendRuns(blocks, rules.scope, reader);
}

/**
 * Decides the same as `resolve`, but has blocks searched ahead of the decisions, some batches at a time: while it is decided about one,
 * the next ones are searched. So a search does not know what is kept in its batch and in those that were under way when it began; where that
 * may matter, the block is searched again when it is its turn.
 *
 *     searched   | batch 1 | batch 3 | batch 5 |
 *                | batch 2 | batch 4 | batch 6 |
 *     decided              | 1 | 2 | 3 | 4 | 5 | ...
 */
export async function resolveAhead(
  blocks: BlockTable,
  texts: TextTable,
  rules: Rules,
  reader: BlockReader,
  searchers: Searchers,
  onBlock?: (done: number) => void,
): Promise<void> {
  const resolution = new Resolution(blocks, texts, rules, reader, { batchesAhead: searchers.batchesAhead });
  const { state } = resolution;
  if (state !== undefined) await searchers.share(state);
  const batches = cutIntoBatches(blocks, searchers.batchBlocks);
  let decided = 0;
  const begin = (): Promise<Findings> | undefined => {
    const { value } = batches.next();
    if (value === undefined) return undefined;
    const [first, end] = value;
    return state === undefined
      ? Promise.resolve(Findings.forBlocks(first, end))
      : searchers.search(decided, first, end);
  };
  for await (const findings of inOrder(begin, searchers.batchesAhead)) {
    for (let block = findings.first; block < findings.end; block++) resolution.decide(block, findings);
    resolution.endBatch();
    decided = findings.end;
    onBlock?.(decided);
  }
  extendRuns(blocks, rules.scope, reader);
}

type Batch = readonly [first: number, end: number];

/** Cuts the blocks into batches of about so many, each of whole articles. */
function* cutIntoBatches(
  { articleCount, firstBlock }: BlockTable,
  size: number,
): Generator<Batch, undefined, undefined> {
  for (let article = 0; article < articleCount;) {
    const first = firstBlock[article];
    while (article < articleCount && firstBlock[article] - first < size) article++;
    if (firstBlock[article] > first) yield [first, firstBlock[article]];
  }
  return undefined;
}

/** Blocks between two calls of `onBlock`. */
const PULSE = 0x4000;

class Resolution {
  /** What others need to search ahead; undefined when nothing is searched for. */
  readonly state: SearchState | undefined;
  private readonly blocks: BlockTable;
  private readonly texts: TextTable;
  private readonly rules: Rules;
  private readonly reader: BlockReader;
  private readonly kept: KeptBlocks;
  private readonly index: ShingleIndex | undefined;
  private readonly repeats: RepeatSearch | undefined;
  /** What a search ahead does not know; present when blocks are searched ahead. */
  private recent: RecentlyKept | undefined;
  private readonly batchesAhead: number;
  /** The last block of each text that was removed as an inexact copy: its further copies need no search. */
  private readonly removed: Map<number, { readonly block: number; readonly link: Link }> = new Map();

  constructor(
    blocks: BlockTable,
    texts: TextTable,
    rules: Rules,
    reader: BlockReader,
    {
      longest,
      batchesAhead = 0,
    }: { readonly longest?: Uint32Array | undefined; readonly batchesAhead?: number },
  ) {
    this.batchesAhead = batchesAhead;
    this.blocks = blocks;
    this.texts = texts;
    this.rules = rules;
    this.reader = reader;
    const { near, contained, scope } = rules;
    const { memory } = texts;
    const kept: KeptColumns = noneKept(texts.count, blocks.count, memory);
    this.kept = new KeptBlocks(blocks, scope, kept);
    if (scope.length === 0 || (near === null && contained === null)) return;
    const lists = buildShingleLists(texts, memory, textOrder(rules, longest));
    const removed = new Uint8Array(memory(texts.count));
    this.state = { lists, kept, removed };
    this.index = indexFor(rules, lists, texts);
    this.repeats = new RepeatSearch(blocks, texts, rules, this.index, this.kept, reader);
  }

  /** @param findings what a search ahead has found about the block and others, on the state at the beginning of its batch */
  decide(block: number, findings?: Findings): void {
    if (this.blocks.verdict[block] === KEPT && this.blocks.text[block] >= 0) this.compare(block, findings);
    this.kept.decide(block);
  }

  /** The next batch was searched with what was kept one batch later. */
  endBatch(): void {
    this.recent?.endBatch();
  }

  private compare(block: number, findings: Findings | undefined): void {
    const text = this.blocks.text[block];
    const isComparable = this.texts.comparable[text] === 1;
    const copyOf = this.kept.copyOf(text, block);
    const mayGo = this.mayGo(block, isComparable, copyOf);
    if (copyOf >= 0 && (mayGo || isComparable) && this.isSame(block, copyOf, findings)) {
      const exact: Link = { witness: copyOf, span: 1, match: EXACT, similarity: EQUAL, differs: 0 };
      if (mayGo && !this.spares(block)) this.remove(block, exact);
      else this.keep(block, VARIANT, findings, exact);
      return;
    }
    const link = isComparable ? this.search(block, text, findings) : undefined;
    if (link === undefined) this.keep(block, KEPT, findings);
    else if (mayGo && (link.differs === 0 || this.rules.variants === 'drop') && !this.spares(block)) {
      this.removed.set(text, { block, link });
      if (this.state !== undefined) this.state.removed[text] = 1;
      this.remove(block, link);
    } else this.keep(block, VARIANT, findings, link);
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

  private isSame(block: number, other: number, findings: Findings | undefined): boolean {
    return findings?.isSame(block, other) ?? this.reader.sameText(block, other);
  }

  /** The kept text that a block repeats inexactly, a copy before a variant. */
  private search(block: number, text: number, findings: Findings | undefined): Link | undefined {
    const known = this.removed.get(text);
    if (known !== undefined && this.sharesLink(block, known.block, known.link)) return known.link;
    if (findings?.isSearched(block) === true) {
      const mayChange = this.recent?.search.mayChange(block, text, findings.passedOverWholes(block)) ?? false;
      if (!mayChange) return findings.repeat(block);
    }
    return this.repeats?.find(block, text);
  }

  /** The kept text that a block holds. */
  private searchPart(block: number, text: number, findings: Findings | undefined): Link | undefined {
    if (findings?.isSearchedForParts(block) === true) {
      const mayChange = this.recent?.search.mayChangePart(block, text) ?? false;
      if (!mayChange) return findings.part(block);
    }
    return this.repeats?.findPart(block, text);
  }

  /** Whether a block has the link of another: in scope, and with the same text to the letter, since capitals tell names. */
  private sharesLink(block: number, other: number, { witness }: Link): boolean {
    if (!this.kept.isInScope(witness, block)) return false;
    return this.reader.originalText(block) === this.reader.originalText(other);
  }

  private keep(block: number, verdict: number, findings: Findings | undefined, link?: Link): void {
    const text = this.blocks.text[block];
    const isComparable = this.texts.comparable[text] === 1;
    if (link !== undefined) this.link(block, verdict, link);
    else if (isComparable) {
      const part = this.searchPart(block, text, findings);
      if (part !== undefined) this.link(block, EXTENSION, part);
    }
    this.kept.keep(block);
    if (!isComparable || this.index === undefined) return;
    this.index.insert(text);
    if (findings !== undefined) this.noteRecent(text);
  }

  private noteRecent(text: number): void {
    const { blocks, texts, rules, kept, reader, state } = this;
    if (state === undefined) return;
    this.recent ??= new RecentlyKept(
      this.batchesAhead,
      indexFor(rules, state.lists, texts, true),
      (index) => new RepeatSearch(blocks, texts, rules, index, kept, reader),
    );
    this.recent.add(text);
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
      verdict === VARIANT ? this.repeats?.compareNear(block, other) : this.repeats?.comparePart(block, other);
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

/** The texts that were kept in the last batches, this one among them, with an index of their own. */
class RecentlyKept {
  readonly search: RepeatSearch;
  private readonly index: ShingleIndex;
  private readonly batchesAhead: number;
  /** The texts of each batch, the one at hand last. */
  private readonly batches: number[][] = [[]];

  /**
   * @param batchesAhead batches that are remembered
   * @param index empty
   */
  constructor(batchesAhead: number, index: ShingleIndex, searchIn: (index: ShingleIndex) => RepeatSearch) {
    this.batchesAhead = batchesAhead;
    this.index = index;
    this.search = searchIn(index);
  }

  add(text: number): void {
    this.index.insert(text);
    this.batches[this.batches.length - 1].push(text);
  }

  endBatch(): void {
    const { batches, index } = this;
    batches.push([]);
    if (batches.length <= this.batchesAhead) return;
    index.withdraw(batches.flat());
    batches.shift();
    for (const text of batches.flat()) index.insert(text);
  }
}

/**
 * The order in which texts are looked up. Where copies in other articles stay, a text is looked up at each of them, and other texts may
 * have been inserted in the meantime.
 *
 * @param longest the texts by falling length where the longest copy stays
 */
function textOrder({ scope }: Rules, longest: Uint32Array | undefined): TextOrder {
  return scope.includes('across') ? (longest ?? 'numbers') : 'any';
}

/** Texts by falling length, equal ones in the order of their numbers. */
function longestTextsFirst({ bigrams, count }: TextTable): Uint32Array {
  return Uint32Array.from({ length: count }, (_, text) => text).sort(
    (a, b) => bigrams[b] - bigrams[a] || a - b,
  );
}

/** Blocks in the order of their texts, those of one text in file order, those without words last. */
function blocksByText(blocks: BlockTable, textsInOrder: Uint32Array): Uint32Array {
  const rank = new Uint32Array(textsInOrder.length);
  for (let place = 0; place < rank.length; place++) rank[textsInOrder[place]] = place;
  const rankOf = (block: number): number => (blocks.text[block] < 0 ? rank.length : rank[blocks.text[block]]);
  return Uint32Array.from({ length: blocks.count }, (_, block) => block).sort(
    (a, b) => rankOf(a) - rankOf(b) || a - b,
  );
}
