import { Buffer } from 'node:buffer';
import type { Article, BlockEntry, Whitespace } from '../model/article.ts';
import { encode, type Encoding } from '../text/decode.ts';

/** What `Article.path` says of standard input. */
export const STANDARD_INPUT = '-';

/** All blocks of an article in the order of their numbers; a number may be missing or given twice. */
export function blocksOf(article: Article): BlockEntry[] {
  const blocks = [...Object.values(article.fields), ...article.paragraphs, ...article.removed];
  return blocks.toSorted((a, b) => a.block - b.block);
}

/** The byte-order mark that the article states, as bytes. */
export function bomOf(article: Article): Uint8Array {
  return article.bom === true ? encode('\ufeff', article.encoding as Encoding) : new Uint8Array();
}

/**
 * What the article states to stand before a block, or at the end of the file for the number of blocks.
 *
 * @param others `whitespace.others` as a map, made once for an article
 */
export function gapBefore(
  block: number,
  blockCount: number,
  whitespace: Whitespace | undefined,
  others: ReadonlyMap<number, string>,
): string {
  const stated = others.get(block);
  if (stated !== undefined) return stated;
  if (block === blockCount) return '\n';
  return block === 0 ? '' : (whitespace?.between ?? '\n');
}

/** The bytes of a block: of its text, or `raw` where the text alone does not give them. */
function encodeBlock(block: BlockEntry, encoding: Encoding): Uint8Array {
  return block.raw === undefined ? encode(block.text, encoding) : Buffer.from(block.raw, 'base64');
}

/** The raw file as the output describes it; whether it is right is for its SHA-256 to tell. */
export function rebuild(article: Article): Uint8Array {
  const encoding = article.encoding as Encoding;
  const blocks = blocksOf(article);
  const others = new Map(article.whitespace?.others);
  const parts: Uint8Array[] = [bomOf(article)];
  for (const [index, block] of blocks.entries()) {
    parts.push(encode(gapBefore(index, blocks.length, article.whitespace, others), encoding));
    parts.push(encodeBlock(block, encoding));
  }
  parts.push(encode(gapBefore(blocks.length, blocks.length, article.whitespace, others), encoding));
  return Buffer.concat(parts);
}
