import type { BlockReader } from './block-reader.ts';
import { BOILERPLATE, DUPLICATE, KEPT, type BlockTable } from './block-table.ts';
import { Findings } from './findings.ts';
import { KeptBlocks, type KeptColumns } from './kept-blocks.ts';
import { indexFor, RepeatSearch, type SearchRules } from './repeat-search.ts';
import type { ShingleIndex } from './shingle-index.ts';
import type { ShingleLists } from './shingle-lists.ts';
import type { SearchedTexts } from './text-table.ts';

/** What searching threads share with the one that decides, which alone writes to it. */
export interface SearchState {
  readonly lists: ShingleLists;
  readonly kept: KeptColumns;
  /** 1 for a text of which a block was removed as an inexact copy: its further copies need no search. */
  readonly removed: Uint8Array;
}

/**
 * Searches blocks before it is decided about the ones in front of them, among those that were kept up to some article. What it
 * finds is what a search at its time finds unless a text kept in between matters, which `resolve` looks at.
 *
 * Many can do this at once, each in a thread of its own, while another thread decides about blocks between those that are known here
 * and those that are searched. Nothing is written but what each of them owns, and of what that other thread writes in the meantime
 * nothing matters here: texts that it keeps are not known, and other articles are whole before a search begins.
 */
export class AheadSearch {
  private readonly blocks: BlockTable;
  private readonly texts: SearchedTexts;
  private readonly state: SearchState;
  private readonly reader: BlockReader;
  private readonly kept: KeptBlocks;
  private readonly index: ShingleIndex;
  private readonly search: RepeatSearch;
  /** Blocks before this one are known to the index, as far as they were kept. */
  private known = 0;

  constructor(
    blocks: BlockTable,
    texts: SearchedTexts,
    rules: SearchRules,
    state: SearchState,
    reader: BlockReader,
  ) {
    this.blocks = blocks;
    this.texts = texts;
    this.state = state;
    this.reader = reader;
    this.kept = new KeptBlocks(blocks, rules.scope, state.kept);
    this.index = indexFor(rules, state.lists, texts);
    this.search = new RepeatSearch(blocks, texts, rules, this.index, this.kept, reader);
  }

  /**
   * Searches the blocks from `first` to `end`.
   *
   * @param decided it is decided about all blocks before this one, which begins an article
   */
  find(decided: number, first: number, end: number): Findings {
    this.learn(decided);
    const findings = Findings.forBlocks(first, end);
    const seen = new Set<number>();
    for (let block = first; block < end; block++) {
      const text = this.blocks.text[block];
      if (this.blocks.verdict[block] !== KEPT || text < 0 || this.texts.comparable[text] === 0) continue;
      // of a text that comes again the first block tells enough, mostly
      if (this.state.removed[text] === 1 || seen.has(text)) continue;
      seen.add(text);
      findings.begin(block);
      const copyOf = this.kept.copyOf(text, block);
      if (copyOf >= 0) {
        const isSame = this.reader.sameText(block, copyOf);
        findings.setExact(block, copyOf, isSame);
        if (isSame) continue;
      }
      const link = this.search.find(block, text);
      findings.setRepeat(block, link, this.search.passedOverWholes);
      if (link === undefined) findings.setPart(block, this.search.findPart(block, text));
    }
    return findings;
  }

  /** Takes in what was kept of the blocks up to `end`. */
  private learn(end: number): void {
    const { verdict, text } = this.blocks;
    for (; this.known < end; this.known++) {
      const isKept = verdict[this.known] !== BOILERPLATE && verdict[this.known] !== DUPLICATE;
      const own = text[this.known];
      if (isKept && own >= 0 && this.texts.comparable[own] === 1) this.index.insert(own);
    }
  }
}
