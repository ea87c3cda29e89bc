import { ContainmentScorer, withoutTruncationMark } from '../similarity/containment.ts';
import { differingFactsOfPart } from '../similarity/facts.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import type { BlockReader } from './block-reader.ts';
import { CONTAINED, type BlockTable } from './block-table.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { isBetter, type Link } from './link.ts';
import type { ShingleIndex } from './shingle-index.ts';
import type { TextTable } from './text-table.ts';

/**
 * How many of its `total` shingles a text shares with one that holds it. A slip breaks five 5-grams and three shingles, so at a
 * containment of 0.9 there is one slip in fifty characters, which are about ten words: seven of ten shingles are whole. A text of eight
 * words has six shingles, of which one slip leaves three.
 */
function leastShared(total: number): number {
  return Math.max(0.5 * total, 0.65 * total - 2);
}

/** Texts that are tried as the one that holds the text, or as the one that is held. */
const MAX_TRIED = 4;

/** Kept blocks that hold a text together at most, and kept blocks between two of them that were no hits, being short. */
const MAX_SPAN = 16;
const MAX_BRIDGE = 2;

/** Least hits of one of several blocks that hold the text together, and least share of the text's shingles. */
const MIN_PIECE_HITS = 2;
const LEAST_PIECE = 0.1;

/** Shingles that reach over the border of two blocks. */
const SHINGLES_ACROSS = 2;

/** A kept block that may be one of several. */
interface Piece {
  readonly block: number;
  readonly text: number;
}

/** A run of kept blocks, and how many shingles of a text they have together. */
interface Run {
  readonly blocks: readonly number[];
  readonly shared: number;
}

/** Finds the kept block, or the run of kept blocks, that holds the text of a block, and the kept block whose text it holds. */
export class ContainedSearch {
  private readonly blocks: BlockTable;
  private readonly texts: TextTable;
  private readonly index: ShingleIndex;
  private readonly kept: KeptBlocks;
  private readonly reader: BlockReader;
  private readonly contained: number;
  private readonly scorer: ContainmentScorer = new ContainmentScorer();

  constructor(
    blocks: BlockTable,
    texts: TextTable,
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

  /** The kept text among the hits of the last look-up that holds `block`: one block, else several that follow each other. */
  findWhole(block: number, text: number): Link | undefined {
    const { index, kept } = this;
    const least = leastShared(index.total[text]);
    const leastOfPiece = Math.max(MIN_PIECE_HITS, LEAST_PIECE * index.total[text]);
    const pieces: Piece[] = [];
    const wholes: Run[] = [];
    // shingles that are in no list may be shared, too
    let sum = index.frequent[text];
    for (const { text: other, hits } of index.hits) {
      const mayBeWhole = index.mostShared(text, other, hits) >= least;
      if (!mayBeWhole && hits < leastOfPiece) continue;
      const witness = kept.copyOf(other, block);
      if (witness < 0) continue;
      pieces.push({ block: witness, text: other });
      sum += hits;
      if (!mayBeWhole) continue;
      const overlap = index.overlap(text, other);
      if (overlap >= least) wholes.push({ blocks: [witness], shared: overlap });
    }
    const single = this.best(block, wholes);
    if (single?.differs === 0 || pieces.length < 2 || sum < least) return single;
    const several = this.best(
      block,
      this.runsOf(text, pieces).filter(
        (run) => run.shared + SHINGLES_ACROSS * (run.blocks.length - 1) >= least,
      ),
    );
    if (several === undefined) return single;
    return isBetter(several, single) ? several : single;
  }

  /** The kept text among the hits of the last look-up that `block` holds: the one with the greatest containment. */
  findPart(block: number, text: number): Link | undefined {
    const { index, kept, reader } = this;
    const parts: { witness: number; overlap: number }[] = [];
    for (const { text: other, hits } of index.hits) {
      const least = leastShared(index.total[other]);
      if (index.mostShared(text, other, hits) < least) continue;
      const overlap = index.overlap(text, other);
      const witness = overlap < least ? -1 : kept.copyOf(other, block);
      if (witness >= 0) parts.push({ witness, overlap });
    }
    if (parts.length === 0) return undefined;
    parts.sort((a, b) => b.overlap - a.overlap || a.witness - b.witness);
    const whole = reader.comparedText(block);
    let best: Link | undefined;
    for (const { witness } of parts.slice(0, MAX_TRIED)) {
      const link = this.comparePart(witness, whole);
      if (link !== undefined && isBetter(link, best)) best = link;
    }
    return best;
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

  /** Runs of two and more pieces that follow each other in their article; short kept blocks between them are taken along. */
  private runsOf(text: number, pieces: Piece[]): Run[] {
    const { kept } = this;
    const texts = new Map(pieces.map((piece) => [piece.block, piece.text]));
    const runs: Run[] = [];
    let end = -1;
    for (const { block: first } of pieces.sort((a, b) => a.block - b.block)) {
      if (first <= end) continue;
      const run = [first];
      let bridge: number[] = [];
      for (let next = kept.next(first); next >= 0 && run.length < MAX_SPAN; next = kept.next(next)) {
        bridge.push(next);
        if (!texts.has(next)) {
          if (bridge.length > MAX_BRIDGE || this.isComparable(next)) break;
          continue;
        }
        run.push(...bridge);
        bridge = [];
      }
      end = run[run.length - 1];
      if (run.length < 2) continue;
      const shared = this.index.coverage(
        text,
        run.flatMap((part) => texts.get(part) ?? []),
      );
      runs.push({ blocks: run, shared });
    }
    return runs;
  }
}
