import { Buffer } from 'node:buffer';
import * as table from '../matching/block-table.ts';
import type { Group, GroupMember } from '../model/article.ts';
import { JsonBuffer } from '../text/json-buffer.ts';
import { PIECE_BYTES } from './article-json.ts';
import { matchNames, type ArticleSet } from './article-set.ts';
import type { ArticleFrame } from './options.ts';
import { writeReference } from './write-reference.ts';

/** Which blocks are linked to each kept block, side by side: those of block n from `ends[n]` to `ends[n + 1]`, in file order. */
interface Members {
  readonly ends: Uint32Array;
  readonly blocks: Uint32Array;
}

/** Every kept block that something repeats, with its copies, variants and extensions, all in file order. */
export function* listGroups({ blocks }: ArticleSet, pathOf: (article: number) => string): Generator<Group> {
  const { ends, blocks: members } = findMembers(blocks);
  const reference = (block: number): { path: string; block: number } => {
    const article = blocks.article[block];
    return { path: pathOf(article), block: block - blocks.firstBlock[article] };
  };
  for (let kept = 0; kept < blocks.count; kept++) {
    if (ends[kept] === ends[kept + 1]) continue;
    const copies = Array.from(members.subarray(ends[kept], ends[kept + 1]), (block): GroupMember => {
      const { verdict, match, similarity } = linkTo(blocks, block, kept);
      return { ...reference(block), match: memberMatch(verdict, match), similarity: similarity / 10_000 };
    });
    yield { kept: reference(kept), copies };
  }
}

const piece = (text: string): Uint8Array => Buffer.from(text);
const KEPT = piece('{"kept":');
const COPIES = piece(',"copies":[');
const END_OF_GROUP = piece(']}');
const COMMA = piece(',');
const END = piece('}');
const EXACT = piece(',"match":"exact","similarity":1}');
const FULL_SIMILARITY = 10_000;

/**
 * The JSON of all groups, the same bytes as `toJson` for each of `listGroups`, without objects; in pieces, each of which is valid
 * until the next one is asked for.
 *
 * @param frame what stands before and behind each group
 */
export function* writeGroups(
  { blocks }: ArticleSet,
  pathOf: (article: number) => string,
  frame: ArticleFrame,
): Generator<Uint8Array, void, undefined> {
  const out = new JsonBuffer();
  const { ends, blocks: members } = findMembers(blocks);
  const { count } = blocks;
  let group = 0;
  for (let kept = 0; kept < count; kept++) {
    if (ends[kept] === ends[kept + 1]) continue;
    const { before, after } = frame(group++);
    out.json(before);
    out.ascii(KEPT);
    writeReference(blocks, kept, pathOf, out);
    out.ascii(END);
    out.ascii(COPIES);
    for (let member = ends[kept]; member < ends[kept + 1]; member++) {
      if (member > ends[kept]) out.ascii(COMMA);
      writeMember(blocks, members[member], kept, pathOf, out);
      if (out.length >= PIECE_BYTES) yield out.take();
    }
    out.ascii(END_OF_GROUP);
    out.json(after);
  }
  yield out.take();
}

function writeMember(
  blocks: table.BlockTable,
  block: number,
  kept: number,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): void {
  writeReference(blocks, block, pathOf, out);
  const isCopy = blocks.verdict[block] === table.DUPLICATE && blocks.match[block] === table.EXACT;
  const isOnlyLink = (blocks.zone[block] & table.SHARES_LINK) === 0 && !blocks.seconds.has(block);
  if (isCopy && isOnlyLink && blocks.similarity[block] === FULL_SIMILARITY) {
    out.ascii(EXACT);
    return;
  }
  const { verdict, match, similarity } = linkTo(blocks, block, kept);
  out.json(`,"match":"${memberMatch(verdict, match)}","similarity":${similarity / FULL_SIMILARITY}}`);
}

type Link = Pick<table.SecondLink, 'verdict' | 'match' | 'similarity'>;

/** What links a member of a group to the kept block. */
function linkTo(blocks: table.BlockTable, block: number, kept: number): Link {
  const second = table.secondLink(blocks, block);
  if (second?.witness === kept) return second;
  return {
    verdict: blocks.verdict[block],
    match: blocks.match[block],
    similarity: blocks.similarity[block],
  };
}

/** Counted, then filled from the back, so that they come out in file order. */
function findMembers(blocks: table.BlockTable): Members {
  const { count } = blocks;
  const ends = new Uint32Array(count + 1);
  forEachMember(blocks, (witness) => ends[witness]++);
  for (let block = 1; block <= count; block++) ends[block] += ends[block - 1];
  const members = new Uint32Array(ends[count]);
  forEachMember(blocks, (witness, block) => (members[--ends[witness]] = block));
  return { ends, blocks: members };
}

/** Calls `visit` with every block that a block is linked to, last blocks first. */
function forEachMember(blocks: table.BlockTable, visit: (witness: number, block: number) => void): void {
  const { witness: witnesses, span, verdict } = blocks;
  for (let block = blocks.count - 1; block >= 0; block--) {
    const own = witnesses[block];
    if (own < 0) continue;
    if (span[block] <= 1) visit(own, block);
    else for (const witness of table.witnessRun(blocks, block)) visit(witness, block);
    if (verdict[block] !== table.DUPLICATE) continue;
    const second = table.secondLink(blocks, block);
    if (second !== undefined) visit(second.witness, block);
  }
}

function memberMatch(verdict: number, match: number): GroupMember['match'] {
  if (verdict === table.VARIANT) return 'variant';
  return verdict === table.EXTENSION ? 'extension' : matchNames[match];
}
