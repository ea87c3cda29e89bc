import { Buffer } from 'node:buffer';
import type { BlockTable } from '../matching/block-table.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';

const PATH = Buffer.from('{"path":');
const BLOCK = Buffer.from(',"block":');

/** Writes the members that name a block, `{"path":"…","block":7`, and leaves the object open. */
export function writeReference(
  { article, firstBlock }: BlockTable,
  block: number,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): void {
  const home = article[block];
  out.ascii(PATH);
  out.string(pathOf(home));
  out.ascii(BLOCK);
  out.integer(block - firstBlock[home]);
}
