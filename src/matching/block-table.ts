import { copyInto, MIN_ROWS, ownMemory, type Memory } from './memory.ts';

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
  article: Uint32Array = new Uint32Array(0);
  /** Offsets into the raw file, half-open, in bytes. */
  byteStart: Uint32Array = new Uint32Array(0);
  byteEnd: Uint32Array = new Uint32Array(0);
  /** 1-based, inclusive. */
  firstLine: Uint32Array = new Uint32Array(0);
  lastLine: Uint32Array = new Uint32Array(0);
  /** Length of the decoded text in UTF-16 code units. */
  units: Uint32Array = new Uint32Array(0);
  /** Number in the `TextTable`, or -1 for a block without words. */
  text: Int32Array = new Int32Array(0);
  /** Index into `blockKinds`. */
  kind: Uint8Array = new Uint8Array(0);
  role: Uint8Array = new Uint8Array(0);
  zone: Uint8Array = new Uint8Array(0);
  verdict: Uint8Array = new Uint8Array(0);
  /** For boilerplate: index of the rule; 0 is the corpus evidence, families follow. */
  rule: Uint8Array = new Uint8Array(0);
  /** For boilerplate: confidence in hundredths. */
  confidence: Uint8Array = new Uint8Array(0);
  /** For boilerplate that the model found: up to three reasons, a byte each, counted from 1, the strongest in the lowest. */
  reasons: Uint32Array = new Uint32Array(0);
  match: Uint8Array = new Uint8Array(0);
  /** For linked blocks: facts that differ, as bits in the order of `facts`. */
  differs: Uint8Array = new Uint8Array(0);
  /** For linked blocks: the kept block; -1 otherwise. */
  witness: Int32Array = new Int32Array(0);
  /** For linked blocks: how many kept blocks, from the witness on, are the witness together. */
  span: Uint8Array = new Uint8Array(0);
  /** For linked blocks: similarity in ten-thousandths, rounded down. */
  similarity: Uint16Array = new Uint16Array(0);
  /** The further links of removed blocks that are no exact copies. */
  readonly seconds: Map<number, SecondLink> = new Map();
  /** First block of each article, and the end of the last one. */
  firstBlock: Uint32Array = new Uint32Array(0);
  articleCount = 0;
  private readonly memory: Memory;

  /** @param rows that there is room for at first, see `rowsFor` */
  constructor(memory: Memory = ownMemory, rows: number = MIN_ROWS) {
    this.memory = memory;
    this.resize(rows);
    this.firstBlock = new Uint32Array(memory(4 * MIN_ROWS));
  }

  /** Adds a block, all of whose columns are zero but `text` and `witness`, which are -1. */
  add(article: number): number {
    if (this.count === this.byteStart.length) this.resize(2 * this.count);
    const block = this.count++;
    this.article[block] = article;
    this.text[block] = -1;
    this.witness[block] = -1;
    return block;
  }

  /** Makes room for so many blocks more, so that a huge article does not double the table in vain. */
  reserve(more: number): void {
    if (more > this.byteStart.length) this.resize(this.count + more);
  }

  /** Ends an article: the blocks added since the last call are its blocks. */
  closeArticle(): void {
    this.articleCount++;
    if (this.articleCount === this.firstBlock.length) {
      this.firstBlock = copyInto(new Uint32Array(this.memory(8 * this.firstBlock.length)), this.firstBlock);
    }
    this.firstBlock[this.articleCount] = this.count;
  }

  /** Takes everything out, and keeps the memory. */
  clear(): void {
    const end = this.count;
    for (const name of [...preparedNames, ...matchedNames]) this[name].fill(0, 0, end);
    this.seconds.clear();
    this.count = 0;
    this.articleCount = 0;
  }

  /**
   * Adds the articles of a table in which articles were prepared, and nothing else was done yet.
   *
   * @param prepared its columns
   * @param firstBlock of each of its articles, and the end of the last one
   * @param textNumbers here, of the texts there
   */
  append(prepared: PreparedColumns, firstBlock: Uint32Array, textNumbers: Int32Array): void {
    const first = this.count;
    const { length: added } = prepared.text;
    if (first + added > this.byteStart.length) this.resize(Math.max(2 * first, first + added));
    for (const name of preparedNames) this[name].set(prepared[name], first);
    const { text, article } = this;
    for (let block = first; block < first + added; block++) {
      if (text[block] >= 0) text[block] = textNumbers[text[block]];
    }
    this.witness.fill(-1, first, first + added);
    for (let home = 0; home + 1 < firstBlock.length; home++) {
      article.fill(this.articleCount, first + firstBlock[home], first + firstBlock[home + 1]);
      this.count = first + firstBlock[home + 1];
      this.closeArticle();
    }
  }

  /** All columns as they stand, for a thread that shares their memory. */
  columns(): BlockColumns {
    const names = [...preparedNames, ...matchedNames, 'firstBlock'] as const;
    return Object.fromEntries(names.map((name) => [name, this[name]])) as BlockColumns;
  }

  private resize(size: number): void {
    const { memory } = this;
    this.article = copyInto(new Uint32Array(memory(4 * size)), this.article);
    this.byteStart = copyInto(new Uint32Array(memory(4 * size)), this.byteStart);
    this.byteEnd = copyInto(new Uint32Array(memory(4 * size)), this.byteEnd);
    this.firstLine = copyInto(new Uint32Array(memory(4 * size)), this.firstLine);
    this.lastLine = copyInto(new Uint32Array(memory(4 * size)), this.lastLine);
    this.units = copyInto(new Uint32Array(memory(4 * size)), this.units);
    this.text = copyInto(new Int32Array(memory(4 * size)), this.text);
    this.kind = copyInto(new Uint8Array(memory(size)), this.kind);
    this.role = copyInto(new Uint8Array(memory(size)), this.role);
    this.zone = copyInto(new Uint8Array(memory(size)), this.zone);
    this.verdict = copyInto(new Uint8Array(memory(size)), this.verdict);
    this.rule = copyInto(new Uint8Array(memory(size)), this.rule);
    this.confidence = copyInto(new Uint8Array(memory(size)), this.confidence);
    this.reasons = copyInto(new Uint32Array(memory(4 * size)), this.reasons);
    this.match = copyInto(new Uint8Array(memory(size)), this.match);
    this.differs = copyInto(new Uint8Array(memory(size)), this.differs);
    this.witness = copyInto(new Int32Array(memory(4 * size)), this.witness);
    this.span = copyInto(new Uint8Array(memory(size)), this.span);
    this.similarity = copyInto(new Uint16Array(memory(2 * size)), this.similarity);
  }
}

/** The columns that preparing an article fills. */
const preparedNames = [
  'byteStart',
  'byteEnd',
  'firstLine',
  'lastLine',
  'units',
  'text',
  'reasons',
  'kind',
  'role',
  'zone',
  'verdict',
  'rule',
  'confidence',
] as const;

/** The columns that matching fills. */
const matchedNames = ['article', 'match', 'differs', 'witness', 'span', 'similarity'] as const;

/** What preparing articles found out about their blocks. */
export type PreparedColumns = Pick<BlockTable, (typeof preparedNames)[number]>;

/** What is known about blocks, and where the blocks of each article begin. */
export type BlockColumns = Pick<
  BlockTable,
  (typeof preparedNames)[number] | (typeof matchedNames)[number] | 'firstBlock'
>;

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
