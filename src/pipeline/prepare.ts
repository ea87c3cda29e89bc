import type { ContainerReference, Settings } from '../model/article.ts';
import { matchLexicon, type LexiconMatch } from '../boilerplate/lexicon.ts';
import * as table from '../matching/block-table.ts';
import { fingerprint, isComparable } from '../matching/fingerprint.ts';
import { HEADING, type Blocks } from '../segment/blocks.ts';
import { findFields } from '../segment/fields.ts';
import { endsSentence } from '../segment/punctuation.ts';
import { segment } from '../segment/segment.ts';
import { decode, type Encoding } from '../text/decode.ts';
import { NormalisedText } from '../text/normalise.ts';
import { decodeUnits } from '../text/units.ts';
import type { ArticleSet } from './article-set.ts';

/** A block of this many words is running text without a full stop, too. */
const MIN_PARAGRAPH_WORDS = 40;

const MAX_ROW_WORDS = 20;
const MIN_ROW_NUMBERS = 2;

const normalised = new NormalisedText();

/**
 * What would be stripped where no running text stands before or behind, for the blocks of one article; reused. Few blocks
 * have any, so they are kept in a list with their numbers.
 */
const edgeMatches: { readonly block: number; readonly match: LexiconMatch }[] = [];

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
  const decoded = decode(bytes, settings.encoding as Encoding | undefined);
  if (decoded === 'binary') return false;
  const blocks = segment(bytes, decoded);
  const { encoding, guessed, bomBytes, replacements, isExact } = decoded;
  set.files.push({
    source,
    bytes: bytes.length,
    encoding,
    encodingGuessed: guessed,
    bomBytes,
    replacements,
    isExact,
    ...(container !== undefined && { container }),
  });
  appendBlocks(blocks, settings, set);
  return true;
}

function appendBlocks(blocks: Blocks, settings: Settings, set: ArticleSet): void {
  const { texts } = set;
  const rows = set.blocks;
  const { units, count } = blocks;
  const first = rows.count;
  let firstBody = count;
  let lastBody = -1;
  edgeMatches.length = 0;
  const searchesText = settings.near !== null || settings.contained !== null;
  for (let index = 0; index < count; index++) {
    const row = appendBlock(blocks, index, set);
    const start = blocks.start[index];
    const end = blocks.end[index];
    normalised.runUnits(units, start, end);
    rows.text[row] = fingerprint(normalised, texts, searchesText);
    const isSentence = endsSentence(units, start, end);
    rows.zone[row] = isSentence ? table.SENTENCE : isRowOfFigures() ? table.FIGURES : 0;
    const own = set.userRules?.match(normalised, () => decodeUnits(units, start, end), true);
    const edgeMatch = own ?? strips(settings, matchLexicon(normalised, true));
    const match =
      edgeMatch?.isEdgeOnly === true
        ? (set.userRules?.match(normalised, () => decodeUnits(units, start, end), false) ??
          strips(settings, matchLexicon(normalised, false)))
        : edgeMatch;
    if (match !== undefined) strip(rows, row, match);
    else if (isRunningText(isSentence)) {
      firstBody = Math.min(firstBody, index);
      lastBody = index;
      continue;
    }
    if (edgeMatch?.isEdgeOnly === true) edgeMatches.push({ block: index, match: edgeMatch });
  }
  for (const { block, match } of edgeMatches) {
    if (block < firstBody || block > lastBody) strip(rows, first + block, match);
  }
  for (let index = 0; index < count; index++) {
    if (index > lastBody) rows.zone[first + index] |= table.TAIL;
    else if (blocks.kind[index] === HEADING) rows.zone[first + index] |= table.SUBHEADING;
  }
  const last = rows.count;
  // a block that is stripped has the verdict BOILERPLATE, which is 1; all others are kept so far
  const fields = findFields(blocks, rows.text.subarray(first, last), rows.verdict.subarray(first, last));
  if (fields.title !== undefined) rows.role[first + fields.title] = table.TITLE;
  if (fields.subtitle !== undefined) rows.role[first + fields.subtitle] = table.SUBTITLE;
  if (fields.byline !== undefined) rows.role[first + fields.byline] = table.BYLINE;
  if (fields.published !== undefined) rows.role[first + fields.published] = table.PUBLISHED;
  rows.closeArticle();
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
  const row = rows.add(set.files.length - 1);
  rows.byteStart[row] = blocks.byteStart[index];
  rows.byteEnd[row] = blocks.byteEnd[index];
  rows.firstLine[row] = blocks.firstLine[index];
  rows.lastLine[row] = blocks.lastLine[index];
  rows.units[row] = blocks.end[index] - blocks.start[index];
  rows.kind[row] = blocks.kind[index];
  return row;
}

function strip(rows: table.BlockTable, row: number, match: LexiconMatch): void {
  rows.verdict[row] = table.BOILERPLATE;
  // 0 is the corpus evidence
  rows.rule[row] = match.number + 1;
  rows.confidence[row] = Math.round(100 * match.confidence);
}
