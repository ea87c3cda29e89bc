import { Buffer, isAscii } from 'node:buffer';
import { hash } from 'node:crypto';
import { userRuleName } from '../boilerplate/user-rule.ts';
import * as table from '../matching/block-table.ts';
import type {
  Article,
  BlockEntry,
  FieldName,
  LinkedEntry,
  Paragraph,
  Removed,
  RemovedDuplicate,
} from '../model/article.ts';
import { blockKinds } from '../segment/blocks.ts';
import { readByline } from '../segment/byline.ts';
import { readDateLine } from '../segment/date-line.ts';
import { factNames } from '../similarity/facts.ts';
import { decodePart, encode, type Encoding, type FileEncoding } from '../text/decode.ts';
import { detectLanguage, LANGUAGE_SAMPLE_UNITS } from '../text/language.ts';
import { repairText } from '../text/repair-text.ts';
import { unitsOf } from '../text/units.ts';
import { matchNames, type ArticleSet } from './article-set.ts';
import { linksOf, witnessOf } from './links.ts';
import { becauseOf, evidenceOf, ruleNames } from './evidence.ts';
import { describeWhitespace } from './whitespace.ts';

/** Fields by their role in the table, from `TITLE` on. */
export const fieldsByRole: readonly FieldName[] = ['title', 'subtitle', 'byline', 'published'];

type Mutable<Value> = { -readonly [Member in keyof Value]: Value[Member] };

/**
 * Builds the output of one article (`article-json.ts` writes the same as JSON) from its bytes and the verdicts on its blocks. `pathOf` names articles. Members are
 * made in the order of `Article`, which is the order of the output.
 */
export function assemble(
  set: ArticleSet,
  article: number,
  bytes: Uint8Array,
  pathOf: (article: number) => string,
): Article {
  const { blocks } = set;
  const file = set.files[article];
  const first = blocks.firstBlock[article];
  const end = blocks.firstBlock[article + 1];
  const read = sliceReader(bytes, file);
  const found: (LinkedEntry | undefined)[] = [];
  const paragraphs: Paragraph[] = [];
  const removed: Removed[] = [];
  const gaps: string[] = [];
  let sample = '';
  let done = file.bomBytes;
  for (let block = first; block < end; block++) {
    gaps.push(read(done, blocks.byteStart[block]));
    done = blocks.byteEnd[block];
    const text = read(blocks.byteStart[block], done);
    // made once a block: members are added to this object, in the order of the output
    const entry: Mutable<BlockEntry> = {
      block: block - first,
      lines: [blocks.firstLine[block], blocks.lastLine[block]],
      bytes: [blocks.byteStart[block], done],
      text,
    };
    const raw = file.isExact ? undefined : rawBytes(bytes, text, block, file.encoding, blocks);
    if (raw !== undefined) entry.raw = raw;
    const verdict = blocks.verdict[block];
    const isKept = verdict !== table.BOILERPLATE && verdict !== table.DUPLICATE;
    const repaired = set.repairsText && isKept ? repairText(text) : text;
    if (repaired !== text) entry.repaired = repaired;
    const role = blocks.role[block];
    if (!isKept) {
      removed.push(removal(set, block, entry, pathOf));
    } else if (role === table.BODY) {
      const kind = blockKinds[blocks.kind[block]];
      paragraphs.push(Object.assign(entry, { kind }, linksOf(blocks, block, pathOf)));
    } else {
      found[role] = Object.assign(entry, linksOf(blocks, block, pathOf));
    }
    if (verdict !== table.BOILERPLATE && sample.length < LANGUAGE_SAMPLE_UNITS) sample += `${text}\n`;
  }
  gaps.push(read(done, bytes.length));

  const fields: Partial<Record<FieldName, LinkedEntry>> = {};
  for (const [index, name] of fieldsByRole.entries()) {
    const entry = found[table.TITLE + index];
    if (entry !== undefined) fields[name] = entry;
  }
  const whitespace = describeWhitespace(gaps);
  const holder = set.duplicateOf[article];
  return {
    path: pathOf(article),
    ...(file.container !== undefined && { container: file.container }),
    sha256: hash('sha256', bytes),
    bytes: file.bytes,
    encoding: file.encoding,
    ...(file.encodingGuessed && { encodingGuessed: true }),
    ...(file.others !== undefined && { otherEncodings: file.others }),
    ...(file.bomBytes > 0 && { bom: true }),
    ...(file.replacements > 0 && { replacements: file.replacements }),
    source: file.kind,
    ...(file.keptWhole && { keptWhole: true }),
    ...(file.overRemoved && { overRemoved: true }),
    language: detectLanguage(unitsOf(sample)),
    title: fields.title?.text ?? null,
    subtitle: fields.subtitle?.text ?? null,
    byline: fields.byline === undefined ? null : readByline(fields.byline.text),
    published: fields.published === undefined ? null : readDateLine(fields.published.text),
    duplicateOf: holder < 0 ? null : pathOf(holder),
    fields,
    paragraphs,
    removed,
    ...(whitespace !== undefined && { whitespace }),
  };
}

/** Decodes pieces of a file; pure ASCII is decoded once. */
function sliceReader(bytes: Uint8Array, file: FileEncoding): (start: number, end: number) => string {
  if (file.encoding === 'utf-8' && isAscii(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return (start, end) => text.slice(start, end);
  }
  return (start, end) => (start === end ? '' : decodePart(bytes.subarray(start, end), start, file));
}

/** The bytes of a block in base64 where its text does not encode to them again. */
export function rawBytes(
  bytes: Uint8Array,
  text: string,
  block: number,
  encoding: Encoding,
  blocks: table.BlockTable,
): string | undefined {
  const slice = Buffer.from(bytes.subarray(blocks.byteStart[block], blocks.byteEnd[block]));
  return slice.equals(encode(text, encoding)) ? undefined : slice.toString('base64');
}

function removal(
  { blocks, userRules }: ArticleSet,
  block: number,
  entry: BlockEntry,
  pathOf: (article: number) => string,
): Removed {
  if (blocks.verdict[block] === table.BOILERPLATE) {
    const rule = blocks.rule[block];
    const because = becauseOf(blocks.reasons[block]);
    return Object.assign(entry, {
      reason: 'boilerplate',
      rule: userRuleName(rule, userRules) ?? ruleNames[rule],
      evidence: evidenceOf(rule),
      confidence: blocks.confidence[block] / 100,
      ...(because.length > 0 && { because }),
    } as const);
  }
  const witness = blocks.witness[block];
  const removed: Mutable<RemovedDuplicate> = Object.assign(entry, {
    reason: 'duplicate',
    match: matchNames[blocks.match[block]],
    scope: blocks.article[witness] === blocks.article[block] ? 'within' : 'across',
    similarity: blocks.similarity[block] / 10_000,
    of: witnessOf(blocks, block, pathOf),
  } as const);
  if (blocks.differs[block] !== 0) removed.differs = factNames(blocks.differs[block]);
  return Object.assign(removed, linksOf(blocks, block, pathOf));
}
