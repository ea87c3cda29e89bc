import type { BlockKind } from '../model/article.ts';
import { decodeUnits } from '../text/units.ts';

/** Kinds of blocks by their number in a column. */
export const blockKinds: readonly BlockKind[] = ['paragraph', 'heading', 'quote', 'list-item'];
export const PARAGRAPH = 0;
export const HEADING = 1;
export const QUOTE = 2;
export const LIST_ITEM = 3;

/**
 * The paragraph-sized pieces of one article, as columns: each is one line, or lines that an editor wrapped. The columns are
 * reused: they hold what the last call of `segment` found.
 */
export class Blocks {
  count = 0;
  /** The code units of the article. */
  units: Uint16Array = new Uint16Array(0);
  /**
   * From the first to the last character that is not white space, as half-open offsets into text and units; wrapped lines
   * keep their line ends.
   */
  start: Uint32Array = new Uint32Array(1024);
  end: Uint32Array = new Uint32Array(1024);
  /** 1-based, inclusive. */
  firstLine: Uint32Array = new Uint32Array(1024);
  lastLine: Uint32Array = new Uint32Array(1024);
  /** Offsets into the file, half-open. */
  byteStart: Uint32Array = new Uint32Array(1024);
  byteEnd: Uint32Array = new Uint32Array(1024);
  /** Index into `blockKinds`. */
  kind: Uint8Array = new Uint8Array(1024);

  /** The text of a block as a string. */
  textOf(block: number): string {
    return decodeUnits(this.units, this.start[block], this.end[block]);
  }

  /** Adds a block whose columns are to be filled, and returns its number. */
  add(): number {
    if (this.count === this.kind.length) this.resize(2 * this.count);
    return this.count++;
  }

  /** Makes room for so many blocks in all, so that a huge article does not double what it has in vain. */
  reserve(count: number): void {
    if (count > this.kind.length) this.resize(count);
  }

  /** Gives the memory of a huge article back; the columns are empty then. */
  release(): void {
    this.units = noUnits;
    if (this.kind.length <= MAX_KEPT_BLOCKS) return;
    this.count = 0;
    this.resize(INITIAL_BLOCKS);
  }

  private resize(size: number): void {
    const { count } = this;
    const resized = (old: Uint32Array): Uint32Array => {
      const fresh = new Uint32Array(size);
      fresh.set(old.subarray(0, count));
      return fresh;
    };
    this.start = resized(this.start);
    this.end = resized(this.end);
    this.firstLine = resized(this.firstLine);
    this.lastLine = resized(this.lastLine);
    this.byteStart = resized(this.byteStart);
    this.byteEnd = resized(this.byteEnd);
    const kind = new Uint8Array(size);
    kind.set(this.kind.subarray(0, count));
    this.kind = kind;
  }
}

const noUnits = new Uint16Array(0);
const INITIAL_BLOCKS = 1024;
/** Room for so many blocks is kept for the next article. */
const MAX_KEPT_BLOCKS = 2 ** 18;
