import { ContainmentScorer, withoutTruncationMark } from '../similarity/containment.ts';
import { differingFactsOfPart } from '../similarity/facts.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import type { BlockReader } from './block-reader.ts';
import { CONTAINED, type BlockTable } from './block-table.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { isBetter, type Link } from './link.ts';
import type { SearchedTexts } from './text-table.ts';
import type { ShingleIndex } from './shingle-index.ts';
import { leastContained, leastTogether, SHINGLES_ACROSS } from './shingle-lists.ts';

/** Texts that are tried as the one that holds the text, or as the one that is held. */
const MAX_TRIED = 4;

/** Kept blocks that hold a text together at most, and short kept blocks between two of them at most. */
const MAX_SPAN = 16;
const MAX_BRIDGE = 2;

/** Least shingles, and least share of the text's shingles, that one of several blocks adds that hold the text together. */
const MIN_PIECE = 2;
const LEAST_PIECE = 0.1;

/** A kept block that may be one of several. */
interface Piece {
  readonly block: number;
  readonly hits: number;
}

/** A kept block whose text another may hold, and how many shingles they share. */
interface Part {
  readonly witness: number;
  readonly overlap: number;
}

/** Blocks that follow each other, and how many shingles of a text they have together. */
interface RunOfPieces {
  readonly blocks: number[];
  shared: number;
}

/** A run of kept blocks, and how many shingles of a text they have together. */
interface Run {
  readonly blocks: readonly number[];
  readonly shared: number;
}

/** Finds the kept block, or the run of kept blocks, that holds the text of a block, and the kept block whose text it holds. */
export class ContainedSearch {
  private readonly blocks: BlockTable;
  private readonly texts: SearchedTexts;
  private readonly index: ShingleIndex;
  private readonly kept: KeptBlocks;
  private readonly reader: BlockReader;
  private readonly contained: number;
  private readonly scorer: ContainmentScorer = new ContainmentScorer();
  /** Short blocks that a run may take along with the next piece. */
  private readonly bridge: number[] = [];
  /** See `ShingleIndex.cover`. */
  private covered: Uint8Array = new Uint8Array(1024);

  constructor(
    blocks: BlockTable,
    texts: SearchedTexts,
    index: ShingleIndex,
    kept: KeptBlocks,
    reader: BlockReader,
    contained: number,
  ) {
    this.blocks = blocks;
    this.texts = texts;
    this.index = index;
    this.kept = kept;
    this.reader = reader;
    this.contained = contained;
  }

  /** The kept text among those that the last look-up found that holds `block`: one block, else several that follow each other. */
  findWhole(block: number, text: number): Link | undefined {
    const { index } = this;
    if (index.wholeCount === 0) return undefined;
    const { wholes, pieces } = this.collect(block, text);
    const single = this.best(block, wholes);
    if (single?.differs === 0 || pieces.length === 0) return single;
    const several = this.best(block, this.runsOf(block, text, pieces));
    return several !== undefined && isBetter(several, single) ? several : single;
  }

  /** Whether `findWhole` would compare any text. */
  mayFindWhole(block: number, text: number): boolean {
    const { wholes, pieces } = this.collect(block, text);
    return wholes.length > 0 || (pieces.length > 0 && this.runsOf(block, text, pieces).length > 0);
  }

  /** Kept texts among those found that may hold the block, and all that may do so with others. */
  private collect(block: number, text: number): { readonly wholes: Run[]; readonly pieces: Piece[] } {
    const { index, kept } = this;
    const { found, foundCount } = index;
    const least = leastContained(index.total(text));
    const leastOfPiece = this.leastOfPiece(text);
    const wholes: Run[] = [];
    const pieces: Piece[] = [];
    for (let i = 0; i < foundCount; i++) {
      const other = found[i];
      const hits = index.hits(other);
      const isWhole = index.mayShare(other, least) && index.sharesAtLeast(text, other, least);
      if (!isWhole && hits < leastOfPiece) continue;
      const witness = kept.copyOf(other, block);
      if (witness < 0) continue;
      pieces.push({ block: witness, hits });
      if (isWhole) wholes.push({ blocks: [witness], shared: index.overlap(text, other) });
    }
    return { wholes, pieces };
  }

  /** Shingles of a text that one of several blocks has at least that hold it together. */
  private leastOfPiece(text: number): number {
    return Math.max(MIN_PIECE, LEAST_PIECE * this.index.total(text));
  }

  /** The kept text that `block` holds, among those that were inserted: the one with the greatest containment. */
  findPart(block: number, text: number): Link | undefined {
    const parts = this.collectParts(block, text);
    if (parts.length === 0) return undefined;
    parts.sort((a, b) => b.overlap - a.overlap || a.witness - b.witness);
    const whole = this.reader.comparedText(block);
    let best: Link | undefined;
    for (const { witness } of parts.slice(0, MAX_TRIED)) {
      const link = this.comparePart(witness, whole);
      if (link !== undefined && isBetter(link, best)) best = link;
    }
    return best;
  }

  /** Whether `findPart` would compare any text. */
  mayFindPart(block: number, text: number): boolean {
    return this.collectParts(block, text).length > 0;
  }

  /** Kept blocks whose text may be held by `block`. */
  private collectParts(block: number, text: number): Part[] {
    const { index, kept } = this;
    index.lookUpParts(text);
    const { found, foundCount } = index;
    const parts: Part[] = [];
    for (let i = 0; i < foundCount; i++) {
      const other = found[i];
      if (!index.mayBePart(text, other)) continue;
      const witness = kept.copyOf(other, block);
      if (witness >= 0) parts.push({ witness, overlap: index.overlap(text, other) });
    }
    return parts;
  }

  /** The link of a block to the one kept block whose text it holds, if it does. */
  compare(block: number, part: number): Link | undefined {
    return this.comparePart(part, this.reader.comparedText(block));
  }

  private comparePart(part: number, whole: string): Link | undefined {
    const score = this.scorer.load(withoutTruncationMark(this.reader.comparedText(part))).score(whole);
    if (score < this.contained) return undefined;
    const similarity = Math.round(10_000 * roundSimilarity(score));
    return { witness: part, span: 1, match: CONTAINED, similarity, differs: 0 };
  }

  private isComparable(block: number): boolean {
    const text = this.blocks.text[block];
    return text >= 0 && this.texts.comparable[text] === 1;
  }

  /** The run that holds most of the block, a copy before a variant. */
  private best(block: number, runs: Run[]): Link | undefined {
    if (runs.length === 0) return undefined;
    const { reader, scorer } = this;
    runs.sort((a, b) => b.shared - a.shared || a.blocks[0] - b.blocks[0]);
    scorer.load(withoutTruncationMark(reader.comparedText(block)));
    let best: Link | undefined;
    for (const run of runs.slice(0, MAX_TRIED)) {
      const found = this.holds(run.blocks);
      if (found === undefined) continue;
      const whole = found.blocks.map((part) => reader.originalText(part)).join('\n');
      const part = reader.originalText(block);
      const differs = differingFactsOfPart(part, whole, this.texts.words.around(part, whole));
      const { blocks: span } = found;
      const similarity = Math.round(10_000 * roundSimilarity(found.score));
      const link: Link = { witness: span[0], span: span.length, match: CONTAINED, similarity, differs };
      if (isBetter(link, best)) best = link;
      if (link.differs === 0) break;
    }
    return best;
  }

  /** The shortest part of a run that holds as much of the loaded text as the whole run, when that is enough. */
  private holds(run: readonly number[]): { blocks: readonly number[]; score: number } | undefined {
    const texts = run.map((part) => this.reader.comparedText(part));
    const scoreOf = (from: number, to: number): number => this.scorer.score(texts.slice(from, to).join(''));
    let [from, to] = [0, run.length];
    const score = scoreOf(from, to);
    if (score < this.contained) return undefined;
    while (to - from > 1 && scoreOf(from + 1, to) >= score) from++;
    while (to - from > 1 && scoreOf(from, to - 1) >= score) to--;
    return { blocks: run.slice(from, to), score };
  }

  /** The pieces, in file order, of those articles whose blocks may hold the text together: two pieces at least, all but one perhaps not found. */
  private seedsOf(pieces: Piece[], text: number): number[] {
    const { article } = this.blocks;
    const { unsure } = this.index;
    const least = leastTogether(this.index.total(text));
    const mayLackPieces = unsure >= this.leastOfPiece(text);
    pieces.sort((a, b) => a.block - b.block);
    const seeds: number[] = [];
    for (let first = 0, end = 0; first < pieces.length; first = end) {
      let hits = 0;
      for (; end < pieces.length && article[pieces[end].block] === article[pieces[first].block]; end++)
        hits += pieces[end].hits;
      if ((end - first > 1 || mayLackPieces) && hits + unsure >= least)
        for (let i = first; i < end; i++) seeds.push(pieces[i].block);
    }
    return seeds;
  }

  /**
   * Runs of two and more pieces that follow each other and may hold the text together; short kept blocks between pieces are
   * taken along. A piece has enough shingles of the text that the run did not have before it, which texts of one template have not.
   */
  private runsOf(block: number, text: number, pieces: Piece[]): Run[] {
    const { kept, index } = this;
    const runs: Run[] = [];
    const least = this.leastOfPiece(text);
    const total = index.total(text);
    const next = (other: number): number => kept.next(other);
    const previous = (other: number): number => kept.previous(other);
    const mayAdd = (other: number): boolean =>
      this.isComparable(other) &&
      kept.isInScope(other, block) &&
      index.mayShare(this.blocks.text[other], least);
    const addedBy = (other: number): number =>
      mayAdd(other) ? index.cover(text, this.blocks.text[other], this.covered, least) : 0;
    if (this.covered.length < total) this.covered = new Uint8Array(2 * total);
    let end = -1;
    for (const seed of this.seedsOf(pieces, text)) {
      // mostly nothing on either side of it goes on, and it need not be looked at itself
      if (seed <= end || !(this.goesOn(seed, next, mayAdd) || this.goesOn(seed, previous, mayAdd))) continue;
      this.covered.fill(0, 0, total);
      const run: RunOfPieces = { blocks: [seed], shared: addedBy(seed) };
      this.walk(run, next, addedBy);
      end = run.blocks[run.blocks.length - 1];
      run.blocks.reverse();
      this.walk(run, previous, addedBy);
      const borders = run.blocks.length - 1;
      if (borders === 0 || run.shared < leastTogether(total)) continue;
      const shared = run.shared + SHINGLES_ACROSS * borders;
      if (shared >= leastContained(total)) runs.push({ blocks: run.blocks.reverse(), shared });
    }
    return runs;
  }

  /** Whether the first block in one direction that is not short may be a piece, so that `walk` has something to add. */
  private goesOn(seed: number, step: (block: number) => number, mayAdd: (block: number) => boolean): boolean {
    let next = step(seed);
    for (let bridged = 0; bridged < MAX_BRIDGE && next >= 0 && !this.isComparable(next); bridged++) next = step(next);
    return next >= 0 && mayAdd(next);
  } // prettier-ignore

  /** Lengthens a run at its end by the pieces that follow in one direction, with the short blocks between them. */
  private walk(run: RunOfPieces, step: (block: number) => number, addedBy: (block: number) => number): void {
    const { blocks } = run;
    const { bridge } = this;
    let bridged = 0;
    let next = step(blocks[blocks.length - 1]);
    while (next >= 0 && blocks.length + bridged < MAX_SPAN) {
      bridge[bridged++] = next;
      const added = addedBy(next);
      if (added > 0) {
        for (let i = 0; i < bridged; i++) blocks.push(bridge[i]);
        bridged = 0;
        run.shared += added;
      } else if (bridged > MAX_BRIDGE || this.isComparable(next)) break;
      next = step(next);
    }
  }
}
