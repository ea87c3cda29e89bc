import { mostShared, PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { DiceScorer, leastLengthRatio } from '../similarity/dice.ts';
import { differingFacts } from '../similarity/facts.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import type { BlockReader } from './block-reader.ts';
import { NEAR } from './block-table.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { isBetter, type Link } from './link.ts';
import type { SearchedTexts } from './text-table.ts';
import type { ShingleIndex } from './shingle-index.ts';

/** Kept variants of a text that are looked at in the search for one that it is a copy of. */
const MAX_VARIANTS = 16;

/** Texts with other numbers that are compared; templates have thousands, and one is enough to link to. */
const MAX_RIVALS = 8;

/** Kept blocks before one in its article that are compared with it also when the index does not find them. */
const MAX_NEIGHBOURS = 64;

interface Candidate {
  readonly text: number;
  readonly sameNumbers: boolean;
  /** Shingles that it shares. */
  readonly shared: number;
}

/** Finds the kept block that a block is a near-duplicate of. */
export class NearSearch {
  private readonly texts: SearchedTexts;
  private readonly index: ShingleIndex;
  private readonly kept: KeptBlocks;
  private readonly reader: BlockReader;
  private readonly near: number;
  private readonly scorer: DiceScorer = new DiceScorer();

  constructor(
    texts: SearchedTexts,
    index: ShingleIndex,
    kept: KeptBlocks,
    reader: BlockReader,
    near: number,
  ) {
    this.texts = texts;
    this.index = index;
    this.kept = kept;
    this.reader = reader;
    this.near = near;
  }

  /**
   * The most similar kept block among those that the last look-up found, a copy before a variant. Texts with the same numbers come first,
   * and within them those that share most, since a copy of one text of a template shares with it what its other texts
   * do not have; so the search ends after `MAX_VARIANTS`.
   */
  find(block: number, text: number): Link | undefined {
    const candidates = this.rank(block, text);
    if (candidates.length === 0) return undefined;
    const { kept, reader, scorer } = this;
    scorer.load(reader.comparedText(block));
    let original: string | undefined;
    let best: Link | undefined;
    let variants = 0;
    let rivals = 0;
    for (const candidate of candidates) {
      if (variants === MAX_VARIANTS) break;
      // a number that differs makes a variant nearly always: only in a dateline or in brackets it is no fact
      if (!candidate.sameNumbers && (best !== undefined || rivals++ === MAX_RIVALS)) break;
      const witness = kept.copyOf(candidate.text, block);
      if (witness < 0) continue;
      const score = scorer.score(reader.comparedText(witness));
      if (score < this.near) continue;
      if (best?.differs === 0 && similarityOf(score) <= best.similarity) continue;
      original ??= reader.originalText(block);
      const link = this.linkTo(witness, score, original);
      if (link.differs !== 0) variants++;
      if (isBetter(link, best)) best = link;
    }
    return best;
  }

  /** Whether `find` would compare any text. */
  mayFind(block: number, text: number): boolean {
    return this.rank(block, text).length > 0;
  }

  /** The link of a block to one kept block, when they are near enough. */
  compare(block: number, witness: number): Link | undefined {
    const { reader } = this;
    const score = this.scorer.load(reader.comparedText(block)).score(reader.comparedText(witness));
    return score < this.near ? undefined : this.linkTo(witness, score, reader.originalText(block));
  }

  private linkTo(witness: number, score: number, original: string): Link {
    const other = this.reader.originalText(witness);
    const differs = differingFacts(original, other, this.texts.words.around(original, other));
    return { witness, span: 1, match: NEAR, similarity: similarityOf(score), differs };
  }

  /** The texts found that may reach the threshold, in the order in which they are compared. */
  private rank(block: number, text: number): Candidate[] {
    const { index } = this;
    const { likely, likelyCount } = index;
    const candidates: Candidate[] = [];
    for (let i = 0; i < likelyCount; i++) {
      const other = likely[i];
      if (this.mayReach(text, other) && index.mayBeNear(text, other)) candidates.push(this.candidate(text, other));
    }
    // of the texts that share a frequent shingle only the first few are found, but nobody overlooks those around
    if (this.kept.within && index.mayHideNear(text)) this.addNeighbours(block, text, candidates);
    return candidates.length < 2 ? candidates : candidates.sort(byRank);
  } // prettier-ignore

  /** Adds the kept texts before a block in its article that may reach the threshold and are not among those found. */
  private addNeighbours(block: number, text: number, candidates: Candidate[]): void {
    const { index, kept, texts } = this;
    let before = kept.previous(block);
    for (let step = 0; step < MAX_NEIGHBOURS && before >= 0; step++, before = kept.previous(before)) {
      const other = kept.textOf(before);
      if (other < 0 || other === text || texts.comparable[other] === 0 || index.hits(other) >= index.leastHits) continue;
      if (!this.mayReach(text, other) || candidates.some((candidate) => candidate.text === other)) continue;
      candidates.push(this.candidate(text, other));
    }
  } // prettier-ignore

  /** Whether the coefficient of two texts may reach the threshold, by their lengths and profiles. */
  private mayReach(text: number, other: number): boolean {
    const { bigrams, profiles } = this.texts;
    const own = bigrams[text];
    const length = bigrams[other];
    const leastRatio = leastLengthRatio(this.near);
    if (length < leastRatio * own || own < leastRatio * length) return false;
    const mostCommon = mostShared(profiles, PROFILE_BUCKETS * text, PROFILE_BUCKETS * other);
    return 2 * mostCommon >= this.near * (own + length);
  }

  private candidate(text: number, other: number): Candidate {
    const { numbers } = this.texts;
    return { text: other, sameNumbers: numbers[other] === numbers[text], shared: this.index.overlap(text, other) };
  } // prettier-ignore
}

/** A coefficient in ten-thousandths, rounded down. */
function similarityOf(score: number): number {
  return Math.round(10_000 * roundSimilarity(score));
}

function byRank(a: Candidate, b: Candidate): number {
  if (a.sameNumbers !== b.sameNumbers) return a.sameNumbers ? -1 : 1;
  return b.shared - a.shared || a.text - b.text;
}
