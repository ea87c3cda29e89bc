import { Buffer } from 'node:buffer';
import type { SourceReader } from '../inputs/source-reader.ts';
import type { BlockReader } from '../matching/block-reader.ts';
import { decodePart, type FileEncoding } from '../text/decode.ts';
import { normalise } from '../text/normalise.ts';
import type { BlockTable } from '../matching/block-table.ts';
import type { FileFacts } from './article-set.ts';

/** Texts kept at most, in UTF-16 code units: witnesses of one run are mostly asked for again soon. */
const MAX_CACHED_UNITS = 1 * 2 ** 20;

/** A block's text as the file holds it, and as it is compared, once that was asked for. */
interface CachedText {
  readonly original: string;
  compared?: string;
}

/** Reads blocks back from their files. Throws the `SourceError` of the reader when a file is not what it was. */
export class FileBlockReader implements BlockReader {
  private readonly blocks: BlockTable;
  private readonly fileOf: (article: number) => FileEncoding & Pick<FileFacts, 'source'>;
  private readonly sources: SourceReader;
  private readonly cache: Map<number, CachedText> = new Map();
  private cachedUnits = 0;
  /** Room for the bytes of a block. */
  private copy: Buffer = Buffer.allocUnsafeSlow(4096);

  constructor(
    blocks: BlockTable,
    fileOf: (article: number) => FileEncoding & Pick<FileFacts, 'source'>,
    sources: SourceReader,
  ) {
    this.blocks = blocks;
    this.fileOf = fileOf;
    this.sources = sources;
  }

  sameText(a: number, b: number): boolean {
    // most copies are the same bytes in the same encoding; the slice is copied, since the next read may overwrite it
    const bytes = this.bytesOf(a);
    if (this.copy.length < bytes.length) this.copy = Buffer.allocUnsafeSlow(bytes.length);
    this.copy.set(bytes);
    const right = this.bytesOf(b);
    const isAlike = bytes.length === right.length && this.hasOneEncoding(a, b);
    if (isAlike && this.copy.compare(right, 0, right.length, 0, right.length) === 0) return true;
    const rightText = normalise(this.decode(right, b));
    return normalise(this.decode(this.copy.subarray(0, bytes.length), a)) === rightText;
  }

  comparedText(block: number): string {
    const text = this.textOf(block);
    return (text.compared ??= normalise(text.original).replaceAll(' ', ''));
  }

  originalText(block: number): string {
    return this.textOf(block).original;
  }

  private textOf(block: number): CachedText {
    const known = this.cache.get(block);
    if (known !== undefined) return known;
    const text = { original: this.decode(this.bytesOf(block), block) };
    this.cachedUnits += 2 * text.original.length;
    if (this.cachedUnits > MAX_CACHED_UNITS) {
      this.cache.clear();
      this.cachedUnits = 2 * text.original.length;
    }
    this.cache.set(block, text);
    return text;
  }

  private hasOneEncoding(a: number, b: number): boolean {
    const [left, right] = [this.encodingOf(a), this.encodingOf(b)];
    return left.encoding === right.encoding && left.others === undefined && right.others === undefined;
  }

  private encodingOf(block: number): FileEncoding {
    return this.fileOf(this.blocks.article[block]);
  }

  /** The text of a block from its bytes. */
  private decode(bytes: Uint8Array, block: number): string {
    return decodePart(bytes, this.blocks.byteStart[block], this.encodingOf(block));
  }

  /** Valid until the next read. */
  private bytesOf(block: number): Uint8Array {
    const { blocks } = this;
    const { source } = this.fileOf(blocks.article[block]);
    return this.sources.readSlice(source, blocks.byteStart[block], blocks.byteEnd[block]);
  }
}
