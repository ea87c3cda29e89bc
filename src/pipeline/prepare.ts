import type { Settings } from '../model/article.ts';
import { rules } from '../boilerplate/rules/index.ts';
import type { BoilerplateRule } from '../boilerplate/rule.ts';
import { matchLexicon, type LexiconMatch } from '../boilerplate/lexicon.ts';
import * as table from '../matching/block-table.ts';
import { fingerprint, isComparable } from '../matching/fingerprint.ts';
import type { Block } from '../segment/block.ts';
import { findFields } from '../segment/fields.ts';
import { endsSentence } from '../segment/punctuation.ts';
import { segment } from '../segment/segment.ts';
import { decode } from '../text/decode.ts';
import { DIGIT, NormalisedText } from '../text/normalise.ts';
import { blockKinds, type ArticleSet } from './article-set.ts';

/** Number of a rule in `BlockTable.rule`; 0 is the corpus evidence. */
const ruleNumbers: ReadonlyMap<BoilerplateRule, number> = new Map(
  rules.map((rule, index) => [rule, index + 1]),
);

/** A block of this many words is running text without a full stop, too. */
const MIN_PARAGRAPH_WORDS = 40;

const MAX_ROW_WORDS = 20;
const MIN_ROW_NUMBERS = 2;

const normalised = new NormalisedText();

/**
 * Everything about one article that does not depend on the others: decodes it, cuts it into blocks, finds
 * fields and boilerplate, and appends blocks and fingerprints to the set. Returns false, with nothing appended, when the
 * bytes are no text.
 *
 * @param source number of the file among the sources
 */
export function prepare(bytes: Uint8Array, source: number, settings: Settings, set: ArticleSet): boolean {
  const decoded = decode(bytes);
  if (decoded === 'binary') return false;
  const blocks = segment(bytes, decoded);
  const { encoding, guessed, bomBytes, replacements } = decoded;
  set.files.push({ source, bytes: bytes.length, encoding, encodingGuessed: guessed, bomBytes, replacements });
  appendBlocks(blocks, settings, set);
  return true;
}

function appendBlocks(blocks: readonly Block[], settings: Settings, set: ArticleSet): void {
  const { texts } = set;
  const sameText: number[] = [];
  const zones: number[] = [];
  const matches: (LexiconMatch | undefined)[] = [];
  // what would be stripped where no running text stands before or behind
  const edgeMatches: (LexiconMatch | undefined)[] = [];
  let firstBody = blocks.length;
  let lastBody = -1;
  for (const [index, { text }] of blocks.entries()) {
    normalised.run(text);
    sameText.push(fingerprint(normalised, texts, settings.near !== null || settings.contained !== null));
    const isSentence = endsSentence(text, 0, text.length);
    const edgeMatch = strips(settings, matchLexicon(normalised, true));
    const isEdgeRule = edgeMatch?.rule.place === 'edge';
    const match = isEdgeRule ? strips(settings, matchLexicon(normalised, false)) : edgeMatch;
    const isBody = match === undefined && isRunningText(isSentence);
    zones.push(isSentence ? table.SENTENCE : isRowOfFigures() ? table.FIGURES : 0);
    matches.push(match);
    edgeMatches.push(isBody ? undefined : edgeMatch);
    if (!isBody) continue;
    firstBody = Math.min(firstBody, index);
    lastBody = index;
  }
  for (const [index, { kind }] of blocks.entries()) {
    if (index < firstBody || index > lastBody) matches[index] = edgeMatches[index];
    if (index > lastBody) zones[index] |= table.TAIL;
    else if (kind === 'heading') zones[index] |= table.SUBHEADING;
  }
  const furniture = new Uint8Array(blocks.length);
  for (let index = 0; index < blocks.length; index++) furniture[index] = matches[index] === undefined ? 0 : 1;
  const fields = findFields(blocks, sameText, furniture);
  const first = set.blocks.count;
  for (const [index, block] of blocks.entries()) {
    appendBlock(block, sameText[index], zones[index], matches[index], set);
  }
  if (fields.title !== undefined) set.blocks.role[first + fields.title] = table.TITLE;
  if (fields.subtitle !== undefined) set.blocks.role[first + fields.subtitle] = table.SUBTITLE;
  if (fields.byline !== undefined) set.blocks.role[first + fields.byline] = table.BYLINE;
  if (fields.published !== undefined) set.blocks.role[first + fields.published] = table.PUBLISHED;
  set.blocks.closeArticle();
}

/** Whether the text in `normalised` is long enough for a paragraph, and a sentence or so long that it must be one. */
function isRunningText(isSentence: boolean): boolean {
  return isComparable(normalised) && (isSentence || normalised.wordCount >= MIN_PARAGRAPH_WORDS);
}

/** Whether the text in `normalised` is a short line with several numbers: no sentence, but a row of a table. */
function isRowOfFigures(): boolean {
  const { wordClass, wordCount } = normalised;
  if (wordCount > MAX_ROW_WORDS) return false;
  let numbers = 0;
  for (let i = 0; i < wordCount; i++) if (wordClass[i] & DIGIT) numbers++;
  return numbers >= MIN_ROW_NUMBERS;
}

/** The match, unless the settings forbid to act on it. */
function strips(settings: Settings, match: LexiconMatch | undefined): LexiconMatch | undefined {
  if (match === undefined || settings.strip === 'off') return undefined;
  return settings.strip === 'careful' && match.confidence < 1 ? undefined : match;
}

function appendBlock(
  block: Block,
  text: number,
  zone: number,
  match: LexiconMatch | undefined,
  set: ArticleSet,
): void {
  const { blocks } = set;
  const number = blocks.add(set.files.length - 1);
  blocks.byteStart[number] = block.byteStart;
  blocks.byteEnd[number] = block.byteEnd;
  blocks.firstLine[number] = block.firstLine;
  blocks.lastLine[number] = block.lastLine;
  blocks.units[number] = block.text.length;
  blocks.text[number] = text;
  blocks.kind[number] = blockKinds.indexOf(block.kind);
  blocks.zone[number] = zone;
  if (match === undefined) return;
  blocks.verdict[number] = table.BOILERPLATE;
  blocks.rule[number] = ruleNumbers.get(match.rule) ?? 0;
  blocks.confidence[number] = Math.round(100 * match.confidence);
}
