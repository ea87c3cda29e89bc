import type { BlockKind } from '../model/article.ts';

/** A paragraph-sized piece of an article: one line, or lines that an editor wrapped. */
export interface Block {
  readonly kind: BlockKind;
  /** From the first to the last character that is not white space; wrapped lines keep their line ends. */
  readonly text: string;
  /** 1-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Offsets into the file, half-open. */
  readonly byteStart: number;
  readonly byteEnd: number;
}
