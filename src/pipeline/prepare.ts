import type { ContainerReference, Settings, SourceKind } from '../model/article.ts';
import { matchLexicon, type LexiconMatch } from '../boilerplate/lexicon.ts';
import { judgePage } from '../boilerplate/line-model/judge-page.ts';
import { lineGroups, pageGroups } from '../boilerplate/line-model/line-groups.ts';
import { PageLines } from '../boilerplate/line-model/page-lines.ts';
import { SourceEvidence } from '../boilerplate/line-model/source-evidence.ts';
import { findTitleList, TITLE, titleListRole } from '../boilerplate/title-list.ts';
import { userRuleName, type UserRules } from '../boilerplate/user-rule.ts';
import * as table from '../matching/block-table.ts';
import { fingerprint, isComparable } from '../matching/fingerprint.ts';
import { HEADING, type Blocks } from '../segment/blocks.ts';
import { findCredits, findFields } from '../segment/fields.ts';
import { endsSentence, QUESTION, signs } from '../segment/punctuation.ts';
import { releaseSegments, segment } from '../segment/segment.ts';
import { decode, type Encoding } from '../text/decode.ts';
import { NormalisedText } from '../text/normalise.ts';
import { decodeUnits } from '../text/units.ts';
import type { ArticleSet, FileFacts } from './article-set.ts';
import { MODEL_RULE } from './evidence.ts';

/** Lines under the title of a page among which its byline and its date are looked for. */
const MAX_CREDIT_LINES = 6;
/** A block of this many words is running text without a full stop, too. */
const MIN_PARAGRAPH_WORDS = 40;

/** A file of more blocks is no page dump of one article: a hundred times the longest that was met. The model is not asked. */
const MAX_PAGE_BLOCKS = 100_000;

/** In percent. */
const LISTED_CONFIDENCE = 90;

const MAX_ROW_WORDS = 20;
const MIN_ROW_NUMBERS = 2;

const normalised = new NormalisedText();
const evidence = new SourceEvidence();
const pageLines = new PageLines();
let lineGroup = new Uint8Array(1024);
/** 1 for blocks of running text that no rule takes. */
let isRunning = new Uint8Array(1024);
let listRole = new Uint8Array(1024);
let wordWeight = new Float32Array(1024);

/**
 * What would be stripped where no running text stands before or behind, for the blocks of one article; reused. Few blocks
 * have any, so they are kept in a list with their numbers.
 */
const edgeBlocks: number[] = [];
const edgeMatches: LexiconMatch[] = [];

/**
 * Everything about one article that does not depend on the others: decodes it, cuts it into blocks, finds
 * fields and boilerplate, and appends blocks and fingerprints to the set. Returns false, with nothing appended, when the
 * bytes are no text.
 *
 * @param source number of the file among the sources
 * @param container the file that the article lies in
 */
export function prepare(
  bytes: Uint8Array,
  source: number,
  settings: Settings,
  set: ArticleSet,
  container?: ContainerReference,
): boolean {
  const found = cut(bytes, settings);
  if (found === 'binary') return false;
  const { blocks, facts } = found;
  set.files.push({
    source,
    bytes: bytes.length,
    ...facts,
    ...(container !== undefined && { container }),
    ...appendBlocks(blocks, settings, set),
  });
  releaseSegments();
  return true;
}

type DecodedFacts = Pick<
  FileFacts,
  'encoding' | 'encodingGuessed' | 'bomBytes' | 'replacements' | 'isExact' | 'others'
>;

/** Cuts a file into blocks. Its text is needed here alone, so that a huge one is free to be collected afterwards. */
function cut(bytes: Uint8Array, settings: Settings): { blocks: Blocks; facts: DecodedFacts } | 'binary' {
  const decoded = decode(bytes, settings.encoding as Encoding | undefined);
  if (decoded === 'binary') return 'binary';
  const { encoding, guessed, bomBytes, replacements, isExact, others } = decoded;
  const facts = {
    encoding,
    encodingGuessed: guessed,
    bomBytes,
    replacements,
    isExact,
    ...(others !== undefined && { others }),
  };
  return { blocks: segment(bytes, decoded), facts };
}

function appendBlocks(
  blocks: Blocks,
  settings: Settings,
  set: ArticleSet,
): Pick<FileFacts, 'kind' | 'keptWhole' | 'overRemoved'> {
  const rows = set.blocks;
  const { count } = blocks;
  const first = rows.count;
  rows.reserve(count);
  edgeBlocks.length = 0;
  edgeMatches.length = 0;
  evidence.clear();
  pageLines.clear();
  if (lineGroup.length < count) {
    lineGroup = new Uint8Array(2 * count);
    isRunning = new Uint8Array(2 * count);
    listRole = new Uint8Array(2 * count);
    wordWeight = new Float32Array(2 * count);
  }
  const mayBePage = (settings.strip === 'auto' || settings.strip === 'full') && count <= MAX_PAGE_BLOCKS;
  for (let index = 0; index < count; index++) judgeBlock(blocks, index, settings, set, mayBePage);
  const kind = mayBePage ? kindOf(settings) : 'article';
  if (kind === 'page') stripPage(blocks, rows, first);
  const lastBody = stripEdges(rows, first, count);
  if (settings.strip === 'auto' || settings.strip === 'full') stripTitleList(rows, first, count);
  const loss = checkLoss(rows, first, kind, set.userRules);
  for (let index = 0; index < count; index++) {
    if (index > lastBody) rows.zone[first + index] |= table.TAIL;
    else if (blocks.kind[index] === HEADING) rows.zone[first + index] |= table.SUBHEADING;
  }
  const last = rows.count;
  // a block that is stripped has the verdict BOILERPLATE, which is 1; all others are kept so far
  const fields = findFields(blocks, rows.text.subarray(first, last), rows.verdict.subarray(first, last));
  if (fields.title !== undefined) rows.role[first + fields.title] = table.TITLE;
  if (fields.subtitle !== undefined) rows.role[first + fields.subtitle] = table.SUBTITLE;
  if (fields.byline !== undefined) {
    const row = first + fields.byline;
    // an agency's sign-off is a credit before it is furniture, unless the user ordered otherwise
    if (userRuleName(rows.rule[row], set.userRules) === undefined) {
      rows.role[row] = table.BYLINE;
      restore(rows, row);
    }
  }
  if (fields.published !== undefined) rows.role[first + fields.published] = table.PUBLISHED;
  rows.closeArticle();
  return { kind, ...loss };
}

/** Appends a block with its fingerprint, and strips it where a rule takes it wherever it stands. */
function judgeBlock(
  blocks: Blocks,
  index: number,
  settings: Settings,
  set: ArticleSet,
  mayBePage: boolean,
): void {
  const { units } = blocks;
  const rows = set.blocks;
  const row = appendBlock(blocks, index, set);
  const start = blocks.start[index];
  const end = blocks.end[index];
  normalised.runUnits(units, start, end);
  rows.text[row] = fingerprint(normalised, set.texts, settings.near !== null || settings.contained !== null);
  const isSentence = endsSentence(units, start, end);
  rows.zone[row] = isSentence ? table.SENTENCE : isRowOfFigures() ? table.FIGURES : 0;
  if (mayBePage) pageLines.add(normalised);
  const anyMatch = settings.strip === 'off' ? undefined : matchLexicon(normalised, true);
  lineGroup[index] = anyMatch === undefined ? 0 : lineGroups[anyMatch.number];
  const weight = normalised.wordCount - normalised.characterWordCount / 2;
  const pageGroup = anyMatch === undefined ? 0 : pageGroups[anyMatch.number];
  evidence.add(weight, isSentence, normalised.digitWordCount > 0, pageGroup);
  wordWeight[index] = weight;
  const endsLikeTitle = !isSentence || (signs[units[end - 1]] & QUESTION) !== 0;
  listRole[index] = titleListRole(
    weight,
    normalised.digitWordCount,
    endsLikeTitle,
    anyMatch === undefined ? -1 : anyMatch.number,
  );
  isRunning[index] = 0;
  if (anyMatch === undefined && set.userRules === undefined) {
    if (isRunningText(isSentence)) isRunning[index] = 1;
    return;
  }
  const own = set.userRules?.match(normalised, () => decodeUnits(units, start, end), true);
  const edgeMatch = own ?? strips(settings, anyMatch);
  const match =
    edgeMatch?.isEdgeOnly === true
      ? (set.userRules?.match(normalised, () => decodeUnits(units, start, end), false) ??
        strips(settings, matchLexicon(normalised, false)))
      : edgeMatch;
  if (match !== undefined) strip(rows, row, match);
  else if (isRunningText(isSentence)) {
    isRunning[index] = 1;
    return;
  }
  if (edgeMatch?.isEdgeOnly === true) {
    edgeBlocks.push(index);
    edgeMatches.push(edgeMatch);
  }
}

/** Strips what a rule takes before or behind all running text. Returns the last block of that, or -1. */
function stripEdges(rows: table.BlockTable, first: number, count: number): number {
  let firstBody = count;
  let lastBody = -1;
  for (let index = 0; index < count; index++) {
    if (isRunning[index] === 0 || rows.verdict[first + index] === table.BOILERPLATE) continue;
    if (lastBody < 0) firstBody = index;
    lastBody = index;
  }
  for (let index = 0; index < edgeBlocks.length; index++) {
    const block = edgeBlocks[index];
    if (block < firstBody || block > lastBody) strip(rows, first + block, edgeMatches[index]);
  }
  return lastBody;
}

function kindOf({ strip: how }: Settings): SourceKind {
  if (how === 'auto') return evidence.decide();
  return how === 'full' ? 'page' : 'article';
}

/** Takes out what the model says is no part of the article of a page dump. */
function stripPage(blocks: Blocks, rows: table.BlockTable, first: number): void {
  const { count } = blocks;
  for (let block = 0; block < count; block++) pageLines.measure(blocks, block, lineGroup[block]);
  pageLines.close();
  const model = judgePage(pageLines);
  const title = model.kept.indexOf(1);
  if (title >= 0) {
    const credits = findCredits(blocks, title + 1, Math.min(count, title + 1 + MAX_CREDIT_LINES));
    for (const block of credits) model.kept[block] = 1;
  }
  for (let block = 0; block < count; block++) {
    const row = first + block;
    if (model.kept[block] === 1 || rows.verdict[row] === table.BOILERPLATE) continue;
    rows.verdict[row] = table.BOILERPLATE;
    rows.rule[row] = MODEL_RULE;
    rows.confidence[row] = Math.round(100 * model.confidenceOf(block));
    rows.reasons[row] = packReasons(model.reasonsOf(block));
  }
}

/** As `BlockTable.reasons` holds them. */
function packReasons(reasons: readonly number[]): number {
  let packed = 0;
  for (let place = 0; place < reasons.length; place++) packed |= (reasons[place] + 1) << (8 * place);
  return packed;
}

/**
 * Puts everything back when nothing would be left, but what the user's own rules took, which are orders; and tells when a
 * clean article lost more than half.
 */
function checkLoss(
  rows: table.BlockTable,
  first: number,
  kind: SourceKind,
  userRules: UserRules | undefined,
): Pick<FileFacts, 'keptWhole' | 'overRemoved'> {
  let kept = 0;
  let lost = 0;
  for (let row = first; row < rows.count; row++) {
    if (userRuleName(rows.rule[row], userRules) !== undefined) continue;
    if (rows.verdict[row] === table.BOILERPLATE) lost += rows.units[row];
    else if (rows.text[row] >= 0) kept += rows.units[row];
  }
  const keptWhole = lost > 0 && kept === 0;
  if (keptWhole) {
    for (let row = first; row < rows.count; row++) {
      if (userRuleName(rows.rule[row], userRules) !== undefined) continue;
      restore(rows, row);
    }
  }
  return { keptWhole, overRemoved: !keptWhole && kind === 'article' && lost > kept };
}

/** Whether the text in `normalised` is long enough for a paragraph, and a sentence or so long that it must be one. */
function isRunningText(isSentence: boolean): boolean {
  return isComparable(normalised) && (isSentence || normalised.wordCount >= MIN_PARAGRAPH_WORDS);
}

/** Whether the text in `normalised` is a short line with several numbers: no sentence, but a row of a table. */
function isRowOfFigures(): boolean {
  return normalised.wordCount <= MAX_ROW_WORDS && normalised.digitWordCount >= MIN_ROW_NUMBERS;
}

/** The match, unless the settings forbid to act on it. */
function strips(settings: Settings, match: LexiconMatch | undefined): LexiconMatch | undefined {
  if (match === undefined || settings.strip === 'off') return undefined;
  return settings.strip === 'careful' && match.confidence < 1 ? undefined : match;
}

/** Appends what segmentation found out about a block; returns its number in the set. */
function appendBlock(blocks: Blocks, index: number, set: ArticleSet): number {
  const rows = set.blocks;
  const row = rows.add(set.files.length);
  rows.byteStart[row] = blocks.byteStart[index];
  rows.byteEnd[row] = blocks.byteEnd[index];
  rows.firstLine[row] = blocks.firstLine[index];
  rows.lastLine[row] = blocks.lastLine[index];
  rows.units[row] = blocks.end[index] - blocks.start[index];
  rows.kind[row] = blocks.kind[index];
  return row;
}

/** Takes out the titles of other articles that end a file, by the rule of the line that leads to them. */
function stripTitleList(rows: table.BlockTable, first: number, count: number): void {
  const isTaken = (block: number): boolean => rows.verdict[first + block] === table.BOILERPLATE;
  const lead = findTitleList({ count, role: listRole, words: wordWeight, isTaken });
  if (lead < 0) return;
  for (let block = lead + 1; block < count; block++) {
    if (listRole[block] !== TITLE || isTaken(block)) continue;
    const row = first + block;
    rows.verdict[row] = table.BOILERPLATE;
    rows.rule[row] = rows.rule[first + lead];
    rows.confidence[row] = LISTED_CONFIDENCE;
    rows.reasons[row] = 0;
  }
}

/** Takes back what a rule or the model said of a block. */
function restore(rows: table.BlockTable, row: number): void {
  rows.verdict[row] = table.KEPT;
  rows.rule[row] = 0;
  rows.confidence[row] = 0;
  rows.reasons[row] = 0;
}

function strip(rows: table.BlockTable, row: number, match: LexiconMatch): void {
  rows.verdict[row] = table.BOILERPLATE;
  // 0 is the corpus evidence
  rows.rule[row] = match.number + 1;
  rows.confidence[row] = Math.round(100 * match.confidence);
  // the model may have been here first
  rows.reasons[row] = 0;
}
