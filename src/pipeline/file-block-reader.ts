import { Buffer } from 'node:buffer';
import type { SourceReader } from '../inputs/source-reader.ts';
import type { BlockReader } from '../matching/block-reader.ts';
import { decodeSlice } from '../text/decode.ts';
import { normalise } from '../text/normalise.ts';
import type { ArticleSet } from './article-set.ts';

/** Compared texts kept at most, in UTF-16 code units: witnesses of one run are mostly asked for again soon. */
const MAX_CACHED_UNITS = 1 * 2 ** 20;

/** Reads blocks back from their files. Throws the `SourceError` of the reader when a file is not what it was. */
export class FileBlockReader implements BlockReader {
  private readonly set: ArticleSet;
  private readonly sources: SourceReader;
  private readonly compared: Map<number, string> = new Map();
  private comparedUnits = 0;

  constructor(set: ArticleSet, sources: SourceReader) {
    this.set = set;
    this.sources = sources;
  }

  sameText(a: number, b: number): boolean {
    // most copies are the same bytes in the same encoding; the slice is copied, since the next read may overwrite it
    const left = Buffer.from(this.bytesOf(a));
    const right = this.bytesOf(b);
    if (this.encodingOf(a) === this.encodingOf(b) && left.equals(right)) return true;
    const rightText = normalise(decodeSlice(right, this.encodingOf(b)));
    return normalise(decodeSlice(left, this.encodingOf(a))) === rightText;
  }

  comparedText(block: number): string {
    const known = this.compared.get(block);
    if (known !== undefined) return known;
    const text = normalise(this.originalText(block)).replaceAll(' ', '');
    this.comparedUnits += text.length;
    if (this.comparedUnits > MAX_CACHED_UNITS) {
      this.compared.clear();
      this.comparedUnits = text.length;
    }
    this.compared.set(block, text);
    return text;
  }

  originalText(block: number): string {
    return decodeSlice(this.bytesOf(block), this.encodingOf(block));
  }

  private encodingOf(block: number): Parameters<typeof decodeSlice>[1] {
    return this.set.files[this.set.blocks.article[block]].encoding;
  }

  /** Valid until the next read. */
  private bytesOf(block: number): Uint8Array {
    const { blocks, files } = this.set;
    const { source } = files[blocks.article[block]];
    return this.sources.readSlice(source, blocks.byteStart[block], blocks.byteEnd[block]);
  }
}
