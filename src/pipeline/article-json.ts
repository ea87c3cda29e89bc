import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { userRuleName } from '../boilerplate/user-rule.ts';
import * as table from '../matching/block-table.ts';
import { blockKinds } from '../segment/blocks.ts';
import { readByline } from '../segment/byline.ts';
import { readDateLine } from '../segment/date-line.ts';
import { factNames } from '../similarity/facts.ts';
import type { JsonBuffer } from '../text/json-buffer.ts';
import {
  CLEAR_SAMPLE_UNITS,
  detectClearLanguage,
  detectLanguage,
  LANGUAGE_SAMPLE_UNITS,
} from '../text/language.ts';
import { matchNames, type ArticleSet } from './article-set.ts';
import { fieldsByRole } from './assemble.ts';
import { linksOf } from './links.ts';
import { becauseOf, evidenceOf, ruleNames } from './evidence.ts';
import { isRemoved, SourceText } from './source-text.ts';
import { writeReference } from './write-reference.ts';
import { writeWhitespace } from './write-whitespace.ts';

const piece = (text: string): Uint8Array => Buffer.from(text);
const COMMA = piece(',');
const BLOCK = piece('{"block":');
const LINES = piece(',"lines":[');
const BYTES = piece('],"bytes":[');
const TEXT = piece('],"text":');
const END = piece('}');
const OF_ARTICLE = piece('{"path":');
const OF_BLOCKS = piece(',"blocks":[');
const CLOSE = piece(']');
const NULL = piece('null');
const SIMILARITY = piece(',"similarity":');
const OF = piece(',"of":');
/** By kind of match, within the article and across articles. */
const duplicateEnds = matchNames.map((match) =>
  ['within', 'across'].map((scope) => piece(`,"reason":"duplicate","match":"${match}","scope":"${scope}"`)),
);
const hundredths = Array.from({ length: 101 }, (_, index) => piece(`${index / 100}`));
const FULL_SIMILARITY = 10_000;
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
/** Its beginning, and one unit more, which says that there is more. */
const clearSample = sample.subarray(0, CLEAR_SAMPLE_UNITS + 1);
/** The block of each field of the article at hand, by its role; -1 where it has none. */
const blockOfRole = new Int32Array(fieldsByRole.length + table.TITLE);

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
  findFields(blocks, first, end);
  const byline = blockOfRole[table.BYLINE];
  const published = blockOfRole[table.PUBLISHED];
  const holder = set.duplicateOf[article];
  const textOf = (block: number): string => source.decode(blocks.byteStart[block], blocks.byteEnd[block]);

  out.ascii(OF_ARTICLE);
  out.string(pathOf(article));
  if (file.container !== undefined) {
    out.json(',"container":');
    out.value(file.container);
  }
  out.json(',"sha256":"');
  out.json(hash('sha256', bytes));
  out.json('","bytes":');
  out.integer(bytes.length);
  out.json(',"encoding":"');
  out.json(file.encoding);
  out.json('"');
  if (file.encodingGuessed) out.json(',"encodingGuessed":true');
  if (file.others !== undefined) {
    out.json(',"otherEncodings":');
    out.value(file.others);
  }
  if (file.bomBytes > 0) out.json(',"bom":true');
  if (file.replacements > 0) {
    out.json(',"replacements":');
    out.integer(file.replacements);
  }
  out.json(',"source":"');
  out.json(file.kind);
  out.json('"');
  if (file.keptWhole) out.json(',"keptWhole":true');
  if (file.overRemoved) out.json(',"overRemoved":true');
  out.json(',"language":');
  writeString(languageOf(blocks, first, end, source), out);
  out.json(',"title":');
  writeText(blocks, blockOfRole[table.TITLE], source, out);
  out.json(',"subtitle":');
  writeText(blocks, blockOfRole[table.SUBTITLE], source, out);
  out.json(',"byline":');
  writeString(byline < 0 ? null : readByline(textOf(byline)), out);
  out.json(',"published":');
  writeString(published < 0 ? null : readDateLine(textOf(published)), out);
  out.json(',"duplicateOf":');
  writeString(holder < 0 ? null : pathOf(holder), out);
  out.json(',"fields":{');
  let separator = '"';
  for (let role: number = table.TITLE; role < blockOfRole.length; role++) {
    const block = blockOfRole[role];
    if (block < 0) continue;
    out.json(separator);
    out.json(fieldsByRole[role - table.TITLE]);
    out.json('":');
    writeEntry(blocks, block, first, source, out);
    writeLinks(blocks, block, pathOf, out);
    out.ascii(END);
    separator = ',"';
  }
  out.json('},"paragraphs":[');
  yield* writeParagraphs(blocks, first, end, source, pathOf, out);
  out.json('],"removed":[');
  yield* writeRemoved(set, first, end, source, pathOf, out);
  out.json(']');
  writeWhitespace(blocks, first, end, source, file.bomBytes, out);
  out.ascii(END);
}

/** Fills `blockOfRole`. */
function findFields(blocks: table.BlockTable, first: number, end: number): void {
  const { role } = blocks;
  blockOfRole.fill(-1);
  for (let block = first; block < end; block++)
    if (role[block] !== table.BODY && !isRemoved(blocks, block)) blockOfRole[role[block]] = block;
}

/** The language of what was not stripped, the same as `assemble` finds. */
function languageOf(blocks: table.BlockTable, first: number, end: number, source: SourceText): string | null {
  // most articles show it at once, so the whole sample is not decoded
  const length = takeSample(blocks, first, end, source, clearSample);
  const clear = detectClearLanguage(clearSample, length);
  if (clear !== null) return clear;
  return detectLanguage(
    sample,
    length < clearSample.length ? length : takeSample(blocks, first, end, source, sample),
  );
}

/** Fills `units` with text that tells the language, as far as there is any, and returns its length. */
function takeSample(
  blocks: table.BlockTable,
  first: number,
  end: number,
  source: SourceText,
  units: Uint16Array,
): number {
  let length = 0;
  for (let block = first; block < end && length < units.length; block++) {
    if (blocks.verdict[block] === table.BOILERPLATE) continue;
    length = source.sample(blocks.byteStart[block], blocks.byteEnd[block], units, length);
    if (length < units.length) units[length++] = LF;
  }
  return length;
}

function writeString(text: string | null, out: JsonBuffer): void {
  if (text === null) out.ascii(NULL);
  else out.string(text);
}

/** The text of a block, or null for -1. */
function writeText(blocks: table.BlockTable, block: number, source: SourceText, out: JsonBuffer): void {
  if (block < 0) out.ascii(NULL);
  else source.write(blocks.byteStart[block], blocks.byteEnd[block], out);
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
      out.ascii(hundredths[blocks.confidence[block]]);
      if (blocks.reasons[block] !== 0) {
        out.json(becauseJson(blocks.reasons[block]));
      }
      out.ascii(END);
      continue;
    }
    const witness = blocks.witness[block];
    const isWithin = blocks.article[witness] === blocks.article[block];
    out.ascii(duplicateEnds[blocks.match[block]][isWithin ? 0 : 1]);
    out.ascii(SIMILARITY);
    writeSimilarity(blocks.similarity[block], out);
    out.ascii(OF);
    writeWitness(blocks, block, pathOf, out);
    if (blocks.differs[block] !== 0) {
      out.json(',"differs":');
      out.value(factNames(blocks.differs[block]));
    }
    writeLinks(blocks, block, pathOf, out);
    out.ascii(END);
  }
}

/** The same as `witnessOf` makes. */
function writeWitness(
  blocks: table.BlockTable,
  block: number,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): void {
  const witness = blocks.witness[block];
  writeReference(blocks, witness, pathOf, out);
  if (blocks.span[block] > 1) {
    const first = blocks.firstBlock[blocks.article[witness]];
    out.ascii(OF_BLOCKS);
    table.witnessRun(blocks, block).forEach((other, place) => {
      if (place > 0) out.ascii(COMMA);
      out.integer(other - first);
    });
    out.ascii(CLOSE);
  }
  out.ascii(END);
}

/** A similarity in ten-thousandths. */
function writeSimilarity(similarity: number, out: JsonBuffer): void {
  if (similarity === FULL_SIMILARITY) out.integer(1);
  else out.json(`${similarity / FULL_SIMILARITY}`);
}

/** The links of a block to other kept text; few have one, so they are made as objects. */
function writeLinks(
  blocks: table.BlockTable,
  block: number,
  pathOf: (article: number) => string,
  out: JsonBuffer,
): void {
  if (blocks.verdict[block] === table.KEPT) return;
  const links = linksOf(blocks, block, pathOf);
  if (links === undefined) return;
  for (const [name, link] of Object.entries(links)) {
    out.json(`,"${name}":`);
    out.value(link);
  }
}
