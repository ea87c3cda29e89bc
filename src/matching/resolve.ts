import type { Settings } from '../model/article.ts';
import { DiceScorer, leastLengthRatio } from '../similarity/dice.ts';
import { differingFacts } from '../similarity/facts.ts';
import { roundSimilarity } from '../text/round-similarity.ts';
import {
  BODY,
  DUPLICATE,
  EXACT,
  FIGURES,
  KEPT,
  NEAR,
  SUBHEADING,
  VARIANT,
  type BlockTable,
} from './block-table.ts';
import type { BlockReader } from './block-reader.ts';
import { extendRuns } from './extend-runs.ts';
import { ShingleJoin } from './shingle-join.ts';
import type { TextTable } from './text-table.ts';

type Rules = Pick<Settings, 'scope' | 'near' | 'variants' | 'keep'>;

/** Similarities are stored in ten-thousandths. */
const SCALE = 10_000;

/**
 * Decides about every block that is not boilerplate: kept, duplicate or variant, the latter two with a kept witness.
 *
 * Blocks are taken in order of preference (file order, or longest first); a block is compared with what has been kept
 * before it and never with what was removed, so no witness can be removed later, there are no chains, and a
 * thousand copies cost a thousand comparisons. Fields are always kept.
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
  extendRuns(blocks, reader);
}

/** Kept variants of a text that are looked at in the search for one that it is a copy of. */
const MAX_VARIANTS = 64;

/** A near-duplicate found for a text. */
interface Found {
  readonly witness: number;
  readonly similarity: number;
  readonly differs: number;
}

class Resolution {
  private readonly blocks: BlockTable;
  private readonly texts: TextTable;
  private readonly rules: Rules;
  private readonly reader: BlockReader;
  private readonly join: ShingleJoin | undefined;
  private readonly within: boolean;
  private readonly across: boolean;
  /** Kept blocks of each text: the first one, and the last one. */
  private readonly firstKept: Int32Array;
  private readonly lastKept: Int32Array;
  private readonly inserted: Uint8Array;
  /** What a text was removed for, so that its further copies need no search. */
  private readonly found: Map<number, Found> = new Map();
  private readonly scorer: DiceScorer = new DiceScorer();

  constructor(blocks: BlockTable, texts: TextTable, rules: Rules, reader: BlockReader) {
    this.blocks = blocks;
    this.texts = texts;
    this.rules = rules;
    this.reader = reader;
    this.within = rules.scope.includes('within');
    this.across = rules.scope.includes('across');
    this.join = rules.near === null || rules.scope.length === 0 ? undefined : new ShingleJoin(texts);
    this.firstKept = new Int32Array(texts.count).fill(-1);
    this.lastKept = new Int32Array(texts.count).fill(-1);
    this.inserted = new Uint8Array(texts.count);
  }

  decide(block: number): void {
    const { blocks } = this;
    const text = blocks.text[block];
    if (blocks.verdict[block] !== KEPT || text < 0) return;
    if (blocks.role[block] !== BODY) {
      this.keep(block, text);
      return;
    }
    const copyOf = this.findExact(block, text);
    if (copyOf >= 0) {
      this.remove(block, copyOf, EXACT, SCALE, 0);
      return;
    }
    if (this.join === undefined || !this.isSearched(block, text)) {
      this.keep(block, text);
      return;
    }
    const known = this.found.get(text);
    const near =
      known !== undefined && this.isAdmissible(block, known.witness) ? known : this.findNear(block, text);
    if (near !== undefined && (near.differs === 0 || this.rules.variants === 'drop')) {
      this.found.set(text, near);
      this.remove(block, near.witness, NEAR, near.similarity, near.differs);
      return;
    }
    this.keep(block, text);
    if (near === undefined) return;
    blocks.verdict[block] = VARIANT;
    blocks.witness[block] = near.witness;
    blocks.similarity[block] = near.similarity;
    blocks.differs[block] = near.differs;
  }

  private keep(block: number, text: number): void {
    if (this.firstKept[text] < 0) this.firstKept[text] = block;
    this.lastKept[text] = block;
    if (this.join === undefined || this.inserted[text] === 1 || this.texts.comparable[text] === 0) return;
    this.inserted[text] = 1;
    this.join.insert(text);
  }

  private remove(block: number, witness: number, match: number, similarity: number, differs: number): void {
    const { blocks } = this;
    blocks.verdict[block] = DUPLICATE;
    blocks.witness[block] = witness;
    blocks.match[block] = match;
    blocks.similarity[block] = similarity;
    blocks.differs[block] = differs;
  }

  /** The kept block whose text equals this one's, or -1. Texts too short to compare across files count within theirs. */
  private findExact(block: number, text: number): number {
    const witness = this.keptCopy(block, text);
    if (witness < 0) return -1;
    if (!this.isSearched(block, text) && !this.repeatsHead(block, witness)) return -1;
    return this.reader.sameText(block, witness) ? witness : -1;
  }

  /**
   * Whether repeats of a block are looked for wherever they are. Short blocks, sub-headings and rows of figures may recur by
   * right, as in a table of contents or in the results of two companies; they go as part of a repeated run only
   * (`extend-runs.ts`).
   */
  private isSearched(block: number, text: number): boolean {
    return this.texts.comparable[text] === 1 && (this.blocks.zone[block] & (SUBHEADING | FIGURES)) === 0;
  }

  /** A kept block of a text that is in scope for `block`, or -1; one of the same article where there is one. */
  private keptCopy(block: number, text: number): number {
    const { blocks, firstKept, lastKept } = this;
    const article = blocks.article[block];
    const last = lastKept[text];
    if (last < 0) return -1;
    if (this.within && blocks.article[last] === article) return last;
    const first = firstKept[text];
    return this.across && blocks.article[first] !== article ? first : -1;
  }

  /** Whether a short block repeats the title or the deck of its own article. Sub-headings and names may recur. */
  private repeatsHead(block: number, witness: number): boolean {
    const { blocks } = this;
    return blocks.article[block] === blocks.article[witness] && blocks.role[witness] !== BODY;
  }

  private isAdmissible(block: number, witness: number): boolean {
    return this.blocks.article[block] === this.blocks.article[witness] ? this.within : this.across;
  }

  /**
   * The most similar kept block, a copy before a variant. Daily templates have hundreds of variants, so with one variant in
   * hand texts with other numbers are passed over, and after `MAX_VARIANTS` the search for a copy ends.
   */
  private findNear(block: number, text: number): Found | undefined {
    const { join, rules, reader, scorer } = this;
    const { numbers } = this.texts;
    if (join === undefined || rules.near === null) return undefined;
    join.lookUp(text, leastLengthRatio(rules.near));
    if (join.candidates.length === 0) return undefined;
    scorer.load(reader.comparedText(block));
    let original: string | undefined;
    let best: Found | undefined;
    let variants = 0;
    for (const candidate of join.candidates) {
      if (best !== undefined && numbers[candidate] !== numbers[text]) continue;
      if (best !== undefined && best.differs !== 0 && variants >= MAX_VARIANTS) break;
      const witness = this.keptCopy(block, candidate);
      if (witness < 0) continue;
      const score = scorer.score(reader.comparedText(witness));
      if (score < rules.near) continue;
      const similarity = Math.round(SCALE * roundSimilarity(score));
      if (best !== undefined && best.differs === 0 && similarity <= best.similarity) continue;
      original ??= reader.originalText(block);
      const differs = differingFacts(original, reader.originalText(witness));
      if (differs !== 0) variants++;
      const found: Found = { witness, similarity, differs };
      if (best === undefined || isBetter(found, best)) best = found;
    }
    return best;
  }
}

/** A copy before a variant, then the more similar; the earlier candidate otherwise. */
function isBetter(found: Found, best: Found): boolean {
  if ((found.differs === 0) !== (best.differs === 0)) return found.differs === 0;
  return found.similarity > best.similarity;
}

/** Blocks by falling length of their text, equal ones in file order. */
function longestFirst(blocks: BlockTable, texts: TextTable): Uint32Array {
  const length = (block: number): number => (blocks.text[block] < 0 ? 0 : texts.bigrams[blocks.text[block]]);
  return Uint32Array.from({ length: blocks.count }, (_, block) => block).sort(
    (a, b) => length(b) - length(a) || a - b,
  );
}
