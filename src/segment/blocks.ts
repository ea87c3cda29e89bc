import type { BlockKind } from '../model/article.ts';

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
  /** The decoded text of the article, and its code units. */
  text = '';
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
    return this.text.slice(this.start[block], this.end[block]);
  }

  /** Adds a block whose columns are to be filled, and returns its number. */
  add(): number {
    if (this.count === this.kind.length) this.grow();
    return this.count++;
  }

  private grow(): void {
    const size = 2 * this.kind.length;
    const longer = (old: Uint32Array): Uint32Array => {
      const fresh = new Uint32Array(size);
      fresh.set(old);
      return fresh;
    };
    this.start = longer(this.start);
    this.end = longer(this.end);
    this.firstLine = longer(this.firstLine);
    this.lastLine = longer(this.lastLine);
    this.byteStart = longer(this.byteStart);
    this.byteEnd = longer(this.byteEnd);
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
  }
}
