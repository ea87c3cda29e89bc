import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Article, BlockEntry, FieldName } from '../model/article.ts';
import type { MessageArguments } from '../model/errors.ts';
import { readByline } from '../segment/byline.ts';
import { readDateLine } from '../segment/date-line.ts';
import {
  decode,
  decodePart,
  encode,
  type Decoded,
  type Encoding,
  type FileEncoding,
} from '../text/decode.ts';
import { repairText } from '../text/repair-text.ts';
import { toJson } from '../text/to-json.ts';
import { blocksOf, bomOf, gapBefore } from './rebuild.ts';
import type { Violation, ViolationCode } from './violation.ts';

type Found = Generator<Violation, void, undefined>;

/**
 * Proves one article against the bytes of its raw file: size and hash, decoding, that the blocks cover every byte
 * that is not white space, and that every text is what the file holds at its place.
 *
 * @param asked the encoding that the run was told
 */
export function* verifyArticle(article: Article, bytes: Uint8Array, asked?: Encoding): Found {
  const { path } = article;
  if (bytes.length !== article.bytes) {
    // all places would be wrong with it
    yield of('SIZE_DIFFERS', { actual: bytes.length, stated: article.bytes }, path);
    return;
  }
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== article.sha256) yield of('HASH_DIFFERS', { actual, stated: article.sha256 }, path);
  const decoded = decode(bytes, asked);
  yield* verifyEncoding(article, decoded);
  yield* verifyNumbers(article);
  yield* verifyBytes(article, bytes, decoded === 'binary' ? undefined : decoded.others);
  yield* verifyFields(article);
}

function of<Code extends ViolationCode>(
  code: Code,
  args: MessageArguments<Code>,
  path: string,
  block: number | null = null,
): Violation<Code> {
  return { code, args, path, block };
}

function* verifyEncoding(article: Article, decoded: Decoded | 'binary'): Found {
  if (decoded === 'binary') {
    const args = { member: 'encoding', actual: 'none, the file is not text', stated: article.encoding };
    yield of('ENCODING_DIFFERS', args, article.path);
    return;
  }
  const members: readonly (readonly [member: string, actual: unknown, stated: unknown])[] = [
    ['encoding', decoded.encoding, article.encoding],
    ['encodingGuessed', decoded.guessed, article.encodingGuessed ?? false],
    ['bom', decoded.bomBytes > 0, article.bom ?? false],
    ['replacements', decoded.replacements, article.replacements ?? 0],
    ['otherEncodings', toJson(decoded.others ?? []), toJson(article.otherEncodings ?? [])],
  ];
  for (const [member, actual, stated] of members) {
    if (actual === stated) continue;
    yield of('ENCODING_DIFFERS', { member, actual: String(actual), stated: String(stated) }, article.path);
  }
}

function* verifyNumbers(article: Article): Found {
  const blocks = blocksOf(article);
  const last = blocks.length - 1;
  // one number out of place moves all behind it, so only the first is named
  const wrong = blocks.findIndex(({ block }, index) => block !== index);
  if (wrong >= 0) {
    const { block } = blocks[wrong];
    const problem = block < wrong ? `${block} is given twice` : `${wrong} is missing`;
    yield of('BLOCK_NUMBERS', { last, problem }, article.path);
  }
  for (const name of ['paragraphs', 'removed'] as const) {
    const entries = article[name];
    if (entries.every((entry, index) => index === 0 || entry.block > entries[index - 1].block)) continue;
    yield of('BLOCK_NUMBERS', { last, problem: `${name} is not in their order` }, article.path);
  }
}

function* verifyBytes(article: Article, bytes: Uint8Array, runs: Decoded['others']): Found {
  const { path, whitespace } = article;
  const encoding = article.encoding as Encoding;
  const file = { encoding, ...(runs !== undefined && { others: runs }) };
  const blocks = blocksOf(article);
  const count = blocks.length;
  const others = new Map(whitespace?.others);
  const lines = new LineCounter();
  let position = bomOf(article).length;
  for (const [index, block] of blocks.entries()) {
    const [start, end] = block.bytes;
    if (start < position || end <= start || end > bytes.length) {
      yield of('BLOCK_BYTES', { start, end }, path, block.block);
      continue;
    }
    const gap: Gap = {
      index,
      start: position,
      end: start,
      stated: gapBefore(index, count, whitespace, others),
    };
    const between = yield* verifyGap(path, gap, bytes, file);
    const slice = bytes.subarray(start, end);
    const text = decodePart(slice, start, file);
    if (block.repaired !== undefined && block.repaired !== repairText(text)) {
      const actual = `${JSON.stringify(repairText(text))} once it is repaired`;
      yield of('TEXT_DIFFERS', { actual, stated: JSON.stringify(block.repaired) }, path, block.block);
    }
    if (text === block.text) yield* verifyRaw(path, block, slice, encoding);
    else
      yield of(
        'TEXT_DIFFERS',
        { actual: JSON.stringify(text), stated: JSON.stringify(block.text) },
        path,
        block.block,
      );
    lines.pass(between);
    const first = lines.line;
    lines.pass(text);
    if (block.lines[0] !== first || block.lines[1] !== lines.line) {
      const args = { actual: `${first} to ${lines.line}`, stated: block.lines.join(' to ') };
      yield of('LINES_DIFFER', args, path, block.block);
    }
    position = end;
  }
  const stated = gapBefore(count, count, whitespace, others);
  yield* verifyGap(path, { index: count, start: position, end: bytes.length, stated }, bytes, file);
  for (const [block, text] of others) {
    if (block <= count) continue;
    yield of('WHITESPACE_DIFFERS', { actual: 'no such block', stated: JSON.stringify(text) }, path, block);
  }
}

/** What lies between two blocks, or behind the last. */
interface Gap {
  /** Number of the block behind it. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly stated: string;
}

/** Returns the text of the gap. */
function* verifyGap(
  path: string,
  { index, start, end, stated }: Gap,
  bytes: Uint8Array,
  file: FileEncoding,
): Generator<Violation, string, undefined> {
  const slice = bytes.subarray(start, end);
  const text = decodePart(slice, start, file);
  // bytes that a decoder passes over in silence are not white space either
  if (/\S/.test(text) || Buffer.compare(encode(text, file.encoding), slice) !== 0) {
    yield of('UNACCOUNTED_TEXT', { start, end, text: JSON.stringify(text.trim()) }, path);
  } else if (text !== stated) {
    const args = { actual: JSON.stringify(text), stated: JSON.stringify(stated) };
    yield of('WHITESPACE_DIFFERS', args, path, index);
  }
  return text;
}

function* verifyRaw(path: string, block: BlockEntry, slice: Uint8Array, encoding: Encoding): Found {
  const held = Buffer.from(slice.buffer, slice.byteOffset, slice.length);
  const isNeeded = !held.equals(encode(block.text, encoding));
  if (isNeeded && block.raw === undefined) {
    yield of(
      'RAW_DIFFERS',
      { problem: 'is missing, and the text alone does not give the bytes' },
      path,
      block.block,
    );
  } else if (!isNeeded && block.raw !== undefined) {
    yield of(
      'RAW_DIFFERS',
      { problem: 'is given, though the text alone gives the bytes' },
      path,
      block.block,
    );
  } else if (block.raw !== undefined && block.raw !== held.toString('base64')) {
    yield of('RAW_DIFFERS', { problem: 'is not what the file holds' }, path, block.block);
  }
}

const readers: Readonly<Record<FieldName, (text: string) => string | null>> = {
  title: asIs,
  subtitle: asIs,
  byline: readByline,
  published: readDateLine,
};

function asIs(text: string): string {
  return text;
}

function* verifyFields(article: Article): Found {
  for (const field of Object.keys(readers) as FieldName[]) {
    const entry = article.fields[field];
    const stated = article[field];
    const actual = entry === undefined ? null : readers[field](entry.text);
    if (actual === stated) continue;
    const problem = entry === undefined ? 'is not in `fields`' : `gives ${JSON.stringify(actual)}`;
    const args = { field, stated: JSON.stringify(stated), problem };
    yield of('FIELD_DIFFERS', args, article.path, entry?.block ?? null);
  }
}

/** Counts lines over pieces of text that follow each other. Lines end at LF, CRLF or CR. */
class LineCounter {
  /** The line of the next character, from 1. */
  line = 1;
  #afterCr = false;

  pass(text: string): void {
    if (text === '') return;
    for (const end of text.matchAll(/\r\n|\n|\r/g)) {
      const isSecondHalf = this.#afterCr && end.index === 0 && end[0] === '\n';
      if (!isSecondHalf) this.line++;
    }
    this.#afterCr = text.endsWith('\r');
  }
}
