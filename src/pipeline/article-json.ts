import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { userRuleName } from '../boilerplate/user-rule.ts';
import * as table from '../matching/block-table.ts';
import { blockKinds } from '../segment/blocks.ts';
import { readByline } from '../segment/byline.ts';
import { readDateLine } from '../segment/date-line.ts';
import { factNames } from '../similarity/facts.ts';
import { decodePart } from '../text/decode.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';
import { detectLanguage, LANGUAGE_SAMPLE_UNITS } from '../text/language.ts';
import { repairText } from '../text/repair-text.ts';
import { decodeUtf8 } from '../text/units.ts';
import { matchNames, type ArticleSet, type FileFacts } from './article-set.ts';
import { fieldsByRole, rawBytes } from './assemble.ts';
import { linksOf, witnessOf } from './links.ts';
import { becauseOf, evidenceOf, ruleNames } from './evidence.ts';
import { describeWhitespace } from './whitespace.ts';

const piece = (text: string): Uint8Array => Buffer.from(text);
const COMMA = piece(',');
const BLOCK = piece('{"block":');
const LINES = piece(',"lines":[');
const BYTES = piece('],"bytes":[');
const TEXT = piece('],"text":');
const END = piece('}');
const kindEnds = blockKinds.map((kind) => piece(`,"kind":"${kind}"`));
const ruleEnds = ruleNames.map((name, number) =>
  piece(`,"reason":"boilerplate","rule":"${name}","evidence":"${evidenceOf(number)}","confidence":`),
);

/** JSON of the reasons that were met so far; few of all combinations occur. */
const becauseTexts = new Map<number, string>();

function becauseJson(packed: number): string {
  let text = becauseTexts.get(packed);
  if (text === undefined) {
    text = `,"because":${JSON.stringify(becauseOf(packed))}`;
    becauseTexts.set(packed, text);
  }
  return text;
}

/** How much JSON is collected before it is handed out. */
export const PIECE_BYTES: number = 2 ** 18;

const LF = 10;
const sample = new Uint16Array(LANGUAGE_SAMPLE_UNITS);

/**
 * Writes the JSON of one article, the same bytes as `toJson(assemble(…))`, straight from the bytes of its file: valid UTF-8,
 * which nearly all files are, needs no strings and no objects on its way from a file into the output, and what JSON
 * escapes is found while it is copied. Any other file is decoded block by block.
 *
 * Yields between blocks whenever `PIECE_BYTES` have been collected in `out`, to be taken; an article may be as large as the memory.
 */
export function* writeArticle(
  set: ArticleSet,
  article: number,
  bytes: Uint8Array,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): Generator<void, void, undefined> {
  const file = set.files[article];
  const source = new SourceText(bytes, file, set);
  const { blocks } = set;
  const first = blocks.firstBlock[article];
  const end = blocks.firstBlock[article + 1];
  const fields = findFields(blocks, first, end);
  const { byline, published } = fields;
  const holder = set.duplicateOf[article];
  const textOf = (block: number): string => source.decode(blocks.byteStart[block], blocks.byteEnd[block]);

  out.json('{"path":');
  out.value(pathOf(article));
  if (file.container !== undefined) {
    out.json(',"container":');
    out.value(file.container);
  }
  out.json(`,"sha256":"${hash('sha256', bytes)}","bytes":${bytes.length},"encoding":"${file.encoding}"`);
  if (file.encodingGuessed) out.json(',"encodingGuessed":true');
  if (file.others !== undefined) {
    out.json(',"otherEncodings":');
    out.value(file.others);
  }
  if (file.bomBytes > 0) out.json(',"bom":true');
  if (file.replacements > 0) out.json(`,"replacements":${file.replacements}`);
  out.json(`,"source":"${file.kind}"`);
  if (file.keptWhole) out.json(',"keptWhole":true');
  if (file.overRemoved) out.json(',"overRemoved":true');
  out.json(',"language":');
  out.value(detectLanguage(sample, takeSample(blocks, first, end, source)));
  for (const name of ['title', 'subtitle'] as const) {
    const block = fields[name];
    out.json(`,"${name}":`);
    if (block === undefined) out.json('null');
    else source.write(blocks.byteStart[block], blocks.byteEnd[block], out);
  }
  out.json(',"byline":');
  out.value(byline === undefined ? null : readByline(textOf(byline)));
  out.json(',"published":');
  out.value(published === undefined ? null : readDateLine(textOf(published)));
  out.json(',"duplicateOf":');
  out.value(holder < 0 ? null : pathOf(holder));
  out.json(',"fields":{');
  let separator = '';
  for (const name of fieldsByRole) {
    const block = fields[name];
    if (block === undefined) continue;
    out.json(`${separator}"${name}":`);
    writeEntry(blocks, block, first, source, out);
    writeLinks(blocks, block, pathOf, out);
    out.ascii(END);
    separator = ',';
  }
  out.json('},"paragraphs":[');
  yield* writeParagraphs(blocks, first, end, source, pathOf, out);
  out.json('],"removed":[');
  yield* writeRemoved(set, first, end, source, pathOf, out);
  out.json(']');
  writeWhitespace(blocks, first, end, source, file.bomBytes, out);
  out.ascii(END);
}

/** The text of one article, in the bytes of its file. */
class SourceText {
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

  /** Copies code units into `sample` from `at` on, as far as there is room; returns where they end. */
  sample(start: number, end: number, at: number): number {
    if (this.isPlain) return decodeUtf8(this.bytes, start, end, sample, at);
    const text = this.decode(start, end);
    const count = Math.min(text.length, sample.length - at);
    for (let i = 0; i < count; i++) sample[at + i] = text.charCodeAt(i);
    return at + count;
  }
}

const isRemoved = (blocks: table.BlockTable, block: number): boolean =>
  blocks.verdict[block] === table.BOILERPLATE || blocks.verdict[block] === table.DUPLICATE;

/** The block of each field that was found. */
function findFields(
  blocks: table.BlockTable,
  first: number,
  end: number,
): Partial<Record<(typeof fieldsByRole)[number], number>> {
  const fields: Partial<Record<(typeof fieldsByRole)[number], number>> = {};
  for (let block = first; block < end; block++) {
    const role = blocks.role[block];
    if (role !== table.BODY && !isRemoved(blocks, block)) fields[fieldsByRole[role - table.TITLE]] = block;
  }
  return fields;
}

/** Fills `sample` with what tells the language, the same as `assemble` looks at, and returns its length. */
function takeSample(blocks: table.BlockTable, first: number, end: number, source: SourceText): number {
  let length = 0;
  for (let block = first; block < end && length < sample.length; block++) {
    if (blocks.verdict[block] === table.BOILERPLATE) continue;
    length = source.sample(blocks.byteStart[block], blocks.byteEnd[block], length);
    if (length < sample.length) sample[length++] = LF;
  }
  return length;
}

/** An entry up to its text; members that depend on what became of the block follow. */
function writeEntry(
  blocks: table.BlockTable,
  block: number,
  first: number,
  source: SourceText,
  out: JsonBuffer,
): void {
  out.ascii(BLOCK);
  out.integer(block - first);
  out.ascii(LINES);
  out.integer(blocks.firstLine[block]);
  out.ascii(COMMA);
  out.integer(blocks.lastLine[block]);
  out.ascii(BYTES);
  out.integer(blocks.byteStart[block]);
  out.ascii(COMMA);
  out.integer(blocks.byteEnd[block]);
  out.ascii(TEXT);
  source.write(blocks.byteStart[block], blocks.byteEnd[block], out);
  source.writeFurther(blocks, block, out);
}

function* writeParagraphs(
  blocks: table.BlockTable,
  first: number,
  end: number,
  source: SourceText,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): Generator<void, void, undefined> {
  let isFirst = true;
  for (let block = first; block < end; block++) {
    if (blocks.role[block] !== table.BODY || isRemoved(blocks, block)) continue;
    if (!isFirst) out.ascii(COMMA);
    isFirst = false;
    if (out.length >= PIECE_BYTES) yield;
    writeEntry(blocks, block, first, source, out);
    out.ascii(kindEnds[blocks.kind[block]]);
    writeLinks(blocks, block, pathOf, out);
    out.ascii(END);
  }
}

function* writeRemoved(
  { blocks, userRules }: ArticleSet,
  first: number,
  end: number,
  source: SourceText,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): Generator<void, void, undefined> {
  let isFirst = true;
  for (let block = first; block < end; block++) {
    if (!isRemoved(blocks, block)) continue;
    if (!isFirst) out.ascii(COMMA);
    isFirst = false;
    if (out.length >= PIECE_BYTES) yield;
    writeEntry(blocks, block, first, source, out);
    if (blocks.verdict[block] === table.BOILERPLATE) {
      const own = userRuleName(blocks.rule[block], userRules);
      if (own === undefined) out.ascii(ruleEnds[blocks.rule[block]]);
      else out.json(`,"reason":"boilerplate","rule":"${own}","evidence":"lexicon","confidence":`);
      out.json(`${blocks.confidence[block] / 100}`);
      if (blocks.reasons[block] !== 0) {
        out.json(becauseJson(blocks.reasons[block]));
      }
      out.ascii(END);
      continue;
    }
    const witness = blocks.witness[block];
    const match = matchNames[blocks.match[block]];
    const scope = blocks.article[witness] === blocks.article[block] ? 'within' : 'across';
    const similarity = blocks.similarity[block] / 10_000;
    out.json(`,"reason":"duplicate","match":"${match}","scope":"${scope}","similarity":${similarity},"of":`);
    out.value(witnessOf(blocks, block, pathOf));
    if (blocks.differs[block] !== 0) {
      out.json(',"differs":');
      out.value(factNames(blocks.differs[block]));
    }
    writeLinks(blocks, block, pathOf, out);
    out.ascii(END);
  }
}

/** The links of a block to other kept text; few have one, so they are made as objects. */
function writeLinks(
  blocks: table.BlockTable,
  block: number,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): void {
  const links = linksOf(blocks, block, pathOf);
  if (links === undefined) return;
  for (const [name, link] of Object.entries(links)) {
    out.json(`,"${name}":`);
    out.value(link);
  }
}

/** The white space between the blocks, where it is not what every reader assumes: one newline behind each block. */
function writeWhitespace(
  blocks: table.BlockTable,
  first: number,
  end: number,
  source: SourceText,
  bomBytes: number,
  out: JsonBuffer,
): void {
  const gaps: string[] = [];
  let done = bomBytes;
  for (let block = first; block < end; block++) {
    gaps.push(gapOf(source, done, blocks.byteStart[block]));
    done = blocks.byteEnd[block];
  }
  gaps.push(gapOf(source, done, source.bytes.length));
  const whitespace = describeWhitespace(gaps);
  if (whitespace === undefined) return;
  out.json(',"whitespace":');
  out.value(whitespace);
}

/** The commonest gaps are constants; the others become strings. */
function gapOf(source: SourceText, start: number, end: number): string {
  const { bytes, isPlain } = source;
  const length = end - start;
  if (length === 0) return '';
  if (isPlain && bytes[start] === LF && (length === 1 || (length === 2 && bytes[start + 1] === LF)))
    return length === 1 ? '\n' : '\n\n';
  return source.decode(start, end);
}
