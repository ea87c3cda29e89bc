import * as table from '../matching/block-table.ts';
import { decodePart } from '../text/decode.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';
import { repairText } from '../text/repair-text.ts';
import { decodeUtf8 } from '../text/units.ts';
import type { ArticleSet, FileFacts } from './article-set.ts';
import { rawBytes } from './assemble.ts';

/** The text of one article, in the bytes of its file. */
export class SourceText {
  readonly bytes: Uint8Array;
  /** Whether the file is valid UTF-8 and stays as it is, so that its bytes are its JSON but for what must be escaped. */
  readonly isPlain: boolean;
  private readonly file: FileFacts;
  private readonly repairs: boolean;

  constructor(bytes: Uint8Array, file: FileFacts, { repairsText }: ArticleSet) {
    this.bytes = bytes;
    this.file = file;
    this.repairs = repairsText;
    this.isPlain = file.encoding === 'utf-8' && file.replacements === 0 && file.others === undefined;
  }

  decode(start: number, end: number): string {
    return decodePart(this.bytes.subarray(start, end), start, this.file);
  }

  /** Writes a text as JSON. */
  write(start: number, end: number, out: JsonBuffer): void {
    if (this.isPlain) out.utf8(this.bytes, start, end);
    else out.value(this.decode(start, end));
  }

  /** Writes what an entry has behind its text where that alone does not give the bytes, or is repaired. */
  writeFurther(blocks: table.BlockTable, block: number, out: JsonBuffer): void {
    if (this.isPlain && !this.repairs) return;
    const text = this.decode(blocks.byteStart[block], blocks.byteEnd[block]);
    const raw = this.file.isExact ? undefined : rawBytes(this.bytes, text, block, this.file.encoding, blocks);
    if (raw !== undefined) out.json(`,"raw":"${raw}"`);
    const repaired = this.repairs && !isRemoved(blocks, block) ? repairText(text) : text;
    if (repaired === text) return;
    out.json(',"repaired":');
    out.value(repaired);
  }

  /** Copies code units into `units` from `at` on, as far as there is room; returns where they end. */
  sample(start: number, end: number, units: Uint16Array, at: number): number {
    if (this.isPlain) return decodeUtf8(this.bytes, start, end, units, at);
    const text = this.decode(start, end);
    const count = Math.min(text.length, units.length - at);
    for (let i = 0; i < count; i++) units[at + i] = text.charCodeAt(i);
    return at + count;
  }
}

export function isRemoved(blocks: table.BlockTable, block: number): boolean {
  return blocks.verdict[block] === table.BOILERPLATE || blocks.verdict[block] === table.DUPLICATE;
}
