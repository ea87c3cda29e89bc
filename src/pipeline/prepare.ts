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
import { NormalisedText } from '../text/normalise.ts';
import { blockKinds, type ArticleSet } from './article-set.ts';

/** Number of a rule in `BlockTable.rule`; 0 is the corpus evidence. */
const ruleNumbers: ReadonlyMap<BoilerplateRule, number> = new Map(
  rules.map((rule, index) => [rule, index + 1]),
);

/** A block of this many words is running text without a full stop, too. */
const MIN_PARAGRAPH_WORDS = 40;

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
  const matches: (LexiconMatch | undefined)[] = [];
  // what would be stripped where no running text stands before or behind
  const edgeMatches: (LexiconMatch | undefined)[] = [];
  let firstBody = blocks.length;
  let lastBody = -1;
  for (const [index, { text }] of blocks.entries()) {
    normalised.run(text);
    sameText.push(fingerprint(normalised, texts, settings.near !== null));
    const match = strips(settings, matchLexicon(normalised, false));
    const isBody = match === undefined && isRunningText(text);
    matches.push(match);
    edgeMatches.push(
      match === undefined && !isBody ? strips(settings, matchLexicon(normalised, true)) : match,
    );
    if (!isBody) continue;
    firstBody = Math.min(firstBody, index);
    lastBody = index;
  }
  for (let index = 0; index < blocks.length; index++) {
    if (index < firstBody || index > lastBody) matches[index] = edgeMatches[index];
  }
  const furniture = new Uint8Array(blocks.length);
  for (let index = 0; index < blocks.length; index++) furniture[index] = matches[index] === undefined ? 0 : 1;
  const fields = findFields(blocks, sameText, furniture);
  const first = set.blocks.count;
  for (const [index, block] of blocks.entries()) {
    appendBlock(block, sameText[index], matches[index], index > lastBody, set);
  }
  if (fields.title !== undefined) set.blocks.role[first + fields.title] = table.TITLE;
  if (fields.subtitle !== undefined) set.blocks.role[first + fields.subtitle] = table.SUBTITLE;
  if (fields.byline !== undefined) set.blocks.role[first + fields.byline] = table.BYLINE;
  if (fields.published !== undefined) set.blocks.role[first + fields.published] = table.PUBLISHED;
  set.blocks.closeArticle();
}

/** Long enough to be a paragraph, and a sentence or so long that it must be one. `normalised` holds the text. */
function isRunningText(text: string): boolean {
  if (!isComparable(normalised)) return false;
  return endsSentence(text, 0, text.length) || normalised.wordCount >= MIN_PARAGRAPH_WORDS;
}

/** The match, unless the settings forbid to act on it. */
function strips(settings: Settings, match: LexiconMatch | undefined): LexiconMatch | undefined {
  if (match === undefined || settings.strip === 'off') return undefined;
  return settings.strip === 'careful' && match.confidence < 1 ? undefined : match;
}

function appendBlock(
  block: Block,
  text: number,
  match: LexiconMatch | undefined,
  inTail: boolean,
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
  const isSentence = endsSentence(block.text, 0, block.text.length);
  const isSubheading = block.kind === 'heading' && !inTail;
  blocks.zone[number] =
    (inTail ? table.TAIL : 0) | (isSentence ? table.SENTENCE : 0) | (isSubheading ? table.SUBHEADING : 0);
  if (match === undefined) return;
  blocks.verdict[number] = table.BOILERPLATE;
  blocks.rule[number] = ruleNumbers.get(match.rule) ?? 0;
  blocks.confidence[number] = Math.round(100 * match.confidence);
}
