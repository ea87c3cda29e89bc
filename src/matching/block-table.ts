import { copyInto } from './text-table.ts';

/** What a block is to its article, as stored in `BlockTable.role`. */
export const BODY = 0;
export const TITLE = 1;
export const SUBTITLE = 2;
export const BYLINE = 3;
export const PUBLISHED = 4;

/** What becomes of a block, as stored in `BlockTable.verdict`. */
export const KEPT = 0;
export const BOILERPLATE = 1;
export const DUPLICATE = 2;
export const VARIANT = 3; // kept, and linked to the block that it repeats
export const EXTENSION = 4; // kept, and linked to the block whose text it holds

/** How a repeat was found, as stored in `BlockTable.match`. */
export const EXACT = 0;
export const NEAR = 1;
export const CONTAINED = 2;

/** Bits of `BlockTable.zone`. */
export const TAIL = 1; // no paragraph-sized text of the article stands behind the block
export const SENTENCE = 2; // ends like a sentence
export const SUBHEADING = 4; // a heading with text of the article behind it
export const FIGURES = 8; // a short row of figures, which says as much of something else elsewhere
export const SHARES_LINK = 16; // a removed exact copy that is linked to what its witness is linked to
export const PINNED = 32; // stays, since a person has said so
export const SPARED = 64; // pinned, and would have been removed otherwise

/** A further link of a block: to a single block. */
export interface SecondLink {
  /** `VARIANT` or `EXTENSION`. */
  readonly verdict: number;
  readonly witness: number;
  readonly match: number;
  readonly similarity: number;
  readonly differs: number;
}

/**
 * All blocks of a set in file order, as columns; 48 bytes a block. Block numbers here run over the whole set;
 * `firstBlock` of an article turns them into the numbers of the output.
 */
export class BlockTable {
  count = 0;
  article: Uint32Array = new Uint32Array(INITIAL);
  /** Offsets into the raw file, half-open, in bytes. */
  byteStart: Uint32Array = new Uint32Array(INITIAL);
  byteEnd: Uint32Array = new Uint32Array(INITIAL);
  /** 1-based, inclusive. */
  firstLine: Uint32Array = new Uint32Array(INITIAL);
  lastLine: Uint32Array = new Uint32Array(INITIAL);
  /** Length of the decoded text in UTF-16 code units. */
  units: Uint32Array = new Uint32Array(INITIAL);
  /** Number in the `TextTable`, or -1 for a block without words. */
  text: Int32Array = new Int32Array(INITIAL);
  /** Index into `blockKinds`. */
  kind: Uint8Array = new Uint8Array(INITIAL);
  role: Uint8Array = new Uint8Array(INITIAL);
  zone: Uint8Array = new Uint8Array(INITIAL);
  verdict: Uint8Array = new Uint8Array(INITIAL);
  /** For boilerplate: index of the rule; 0 is the corpus evidence, families follow. */
  rule: Uint8Array = new Uint8Array(INITIAL);
  /** For boilerplate: confidence in hundredths. */
  confidence: Uint8Array = new Uint8Array(INITIAL);
  /** For boilerplate that the model found: up to three reasons, a byte each, counted from 1, the strongest in the lowest. */
  reasons: Uint32Array = new Uint32Array(INITIAL);
  match: Uint8Array = new Uint8Array(INITIAL);
  /** For linked blocks: facts that differ, as bits in the order of `facts`. */
  differs: Uint8Array = new Uint8Array(INITIAL);
  /** For linked blocks: the kept block; -1 otherwise. */
  witness: Int32Array = new Int32Array(INITIAL);
  /** For linked blocks: how many kept blocks, from the witness on, are the witness together. */
  span: Uint8Array = new Uint8Array(INITIAL);
  /** For linked blocks: similarity in ten-thousandths, rounded down. */
  similarity: Uint16Array = new Uint16Array(INITIAL);
  /** The further links of removed blocks that are no exact copies. */
  readonly seconds: Map<number, SecondLink> = new Map();
  /** First block of each article, and the end of the last one. */
  firstBlock: Uint32Array = new Uint32Array(INITIAL);
  articleCount = 0;

  /** Adds a block, all of whose columns are zero but `text` and `witness`, which are -1. */
  add(article: number): number {
    if (this.count === this.byteStart.length) this.grow(2 * this.count);
    const block = this.count++;
    this.article[block] = article;
    this.text[block] = -1;
    this.witness[block] = -1;
    return block;
  }

  /** Makes room for so many blocks more, so that a huge article does not double the table in vain. */
  reserve(more: number): void {
    if (more > this.byteStart.length) this.grow(this.count + more);
  }

  /** Ends an article: the blocks added since the last call are its blocks. */
  closeArticle(): void {
    this.articleCount++;
    if (this.articleCount === this.firstBlock.length) {
      this.firstBlock = copyInto(new Uint32Array(2 * this.firstBlock.length), this.firstBlock);
    }
    this.firstBlock[this.articleCount] = this.count;
  }

  private grow(size: number): void {
    this.article = copyInto(new Uint32Array(size), this.article);
    this.byteStart = copyInto(new Uint32Array(size), this.byteStart);
    this.byteEnd = copyInto(new Uint32Array(size), this.byteEnd);
    this.firstLine = copyInto(new Uint32Array(size), this.firstLine);
    this.lastLine = copyInto(new Uint32Array(size), this.lastLine);
    this.units = copyInto(new Uint32Array(size), this.units);
    this.text = copyInto(new Int32Array(size), this.text);
    this.kind = copyInto(new Uint8Array(size), this.kind);
    this.role = copyInto(new Uint8Array(size), this.role);
    this.zone = copyInto(new Uint8Array(size), this.zone);
    this.verdict = copyInto(new Uint8Array(size), this.verdict);
    this.rule = copyInto(new Uint8Array(size), this.rule);
    this.confidence = copyInto(new Uint8Array(size), this.confidence);
    this.reasons = copyInto(new Uint32Array(size), this.reasons);
    this.match = copyInto(new Uint8Array(size), this.match);
    this.differs = copyInto(new Uint8Array(size), this.differs);
    this.witness = copyInto(new Int32Array(size), this.witness);
    this.span = copyInto(new Uint8Array(size), this.span);
    this.similarity = copyInto(new Uint16Array(size), this.similarity);
  }
}

const INITIAL = 4096;

/** The kept blocks that are the witness of `block` together, in file order; removed blocks between them are left out. */
export function witnessRun(blocks: BlockTable, block: number): number[] {
  const run = [blocks.witness[block]];
  for (let next = run[0] + 1; run.length < blocks.span[block]; next++) {
    if (blocks.verdict[next] !== BOILERPLATE && blocks.verdict[next] !== DUPLICATE) run.push(next);
  }
  return run;
}

/**
 * What a removed block repeats besides its witness: where the witness is itself a variant or an extension of another block, that
 * block. An exact copy has this link in common with its witness.
 */
export function secondLink(blocks: BlockTable, block: number): SecondLink | undefined {
  if (blocks.verdict[block] !== DUPLICATE) return undefined;
  if ((blocks.zone[block] & SHARES_LINK) === 0) return blocks.seconds.get(block);
  const witness = blocks.witness[block];
  return {
    verdict: blocks.verdict[witness],
    witness: blocks.witness[witness],
    match: blocks.match[witness],
    similarity: blocks.similarity[witness],
    differs: blocks.differs[witness],
  };
}
