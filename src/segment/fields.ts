import type { FieldName } from '../model/article.ts';
import { countWords } from '../text/count-words.ts';
import { LIST_ITEM, QUOTE, type Blocks } from './blocks.ts';
import { mayBeByline, mayBeSignOff, readByline, readSignOff } from './byline.ts';
import { mayBeDateLine, readDateLine } from './date-line.ts';
import { hasLineEnd, isHeadingLike } from './kinds.ts';
import { OPEN_END, QUESTION, endsSentence, signs } from './punctuation.ts';

/** Blocks at the beginning among which title, subtitle and byline are looked for. */
const HEAD_BLOCKS = 8;
/** Blocks at the end where a date may stand too. */
const TAIL_BLOCKS = 4;
const MIN_TITLE_WORDS = 3;
const MAX_TITLE_WORDS = 30;
const MAX_TITLE_UNITS = 250;
/** A longer line that is given twice and is no heading is as well a paragraph that the page doubled. */
const MAX_REPEATED_WORDS = 20;
const MIN_RUNNING_WORDS = 8;
const MAX_DECK_WORDS = 30;

/** Lines that name the sort of text and stand where a title would. */
const labels: ReadonlySet<string> = new Set(
  (
    'media release|joint media release|press release|news release|media statement|statement|transcript|press conference|' +
    'e&oe transcript|e & oe transcript|opinion|analysis|editorial|exclusive|breaking news|breaking|news|live|video|watch|interview|' +
    'doorstop interview|radio interview|television interview|for immediate release'
  ).split('|'),
);

const MAX_LABEL_UNITS = Math.max(...Array.from(labels, (label) => label.length));
/** A sentence that trails off may be a title. */
const ELLIPSIS = 0x2026;

/** Which block holds which field; fields that were not found are absent. */
export type FieldBlocks = Readonly<Partial<Record<FieldName, number>>>;

/**
 * Finds title, subtitle, byline and date by place, shape and repetition. Nothing is invented: what could as
 * well be body text stays body text.
 *
 * @param blocks the blocks of one article
 * @param sameText an equal number for blocks whose normalised texts are equal
 * @param furniture 1 for blocks that are boilerplate, which are looked through
 */
export function findFields(
  blocks: Blocks,
  sameText: ArrayLike<number>,
  furniture: ArrayLike<number>,
): FieldBlocks {
  const head: number[] = [];
  for (let i = 0; i < blocks.count && head.length < HEAD_BLOCKS; i++) if (furniture[i] === 0) head.push(i);
  const byline = findByline(blocks, head) ?? findSignOff(blocks);
  const published = findDate(blocks, head, furniture);
  const candidates: number[] = [];
  for (const i of head) if (i !== byline && i !== published) candidates.push(i);
  const repeated = findRepeatedTitle(blocks, sameText, candidates);
  const title = repeated?.first ?? findTitle(blocks, candidates);
  const fields: { -readonly [Name in keyof FieldBlocks]: FieldBlocks[Name] } = {};
  if (title !== undefined) {
    fields.title = title;
    const second = repeated?.second;
    // a title that is given three times is no deck
    const others: number[] = [];
    for (const i of candidates)
      if (i === title || i === second || sameText[i] !== sameText[title]) others.push(i);
    const subtitle = findSubtitle(blocks, others, second ?? title, repeated !== undefined);
    if (subtitle !== undefined) fields.subtitle = subtitle;
  }
  if (byline !== undefined) fields.byline = byline;
  if (published !== undefined) fields.published = published;
  return fields;
}

const lengthOf = ({ start, end }: Blocks, block: number): number => end[block] - start[block];
const wordsOf = ({ units, start, end }: Blocks, block: number): number =>
  countWords(units, start[block], end[block]);
const isSentence = ({ units, start, end }: Blocks, block: number): boolean =>
  endsSentence(units, start[block], end[block]);
const looksLikeHeading = ({ units, start, end }: Blocks, block: number): boolean =>
  isHeadingLike(units, start[block], end[block]);

// Nearly every block is told by a look at its code units to be neither byline nor date; only the others become strings.
const isByline = (blocks: Blocks, block: number): boolean => {
  if (!mayBeByline(blocks.units, blocks.start[block], blocks.end[block])) return false;
  const text = blocks.textOf(block);
  return readByline(text) !== null && readSignOff(text) === null;
};
const isDateLine = (blocks: Blocks, block: number): boolean =>
  mayBeDateLine(blocks.units, blocks.start[block], blocks.end[block]) &&
  readDateLine(blocks.textOf(block)) !== null;

/**
 * The lines from `start` to `end` that give the author and the date of an article by their shape: the first byline and
 * the first date line among them.
 */
export function findCredits(blocks: Blocks, start: number, end: number): number[] {
  const lines = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
  const found = [
    lines.find((block) => isByline(blocks, block)),
    lines.find((block) => isDateLine(blocks, block)),
  ];
  return found.filter((block) => block !== undefined);
}

function findByline(blocks: Blocks, head: readonly number[]): number | undefined {
  for (const block of head) if (isByline(blocks, block)) return block;
  return undefined;
}

/** The agency's name at the very end, which is the credit of a story without a byline. The lexicon takes it for furniture. */
function findSignOff(blocks: Blocks): number | undefined {
  const last = blocks.count - 1;
  if (last < 1 || !mayBeSignOff(blocks.units, blocks.start[last], blocks.end[last])) return undefined;
  return readSignOff(blocks.textOf(last)) === null ? undefined : last;
}

function findDate(blocks: Blocks, head: readonly number[], furniture: ArrayLike<number>): number | undefined {
  for (const block of head) if (isDateLine(blocks, block)) return block;
  for (let i = blocks.count - 1, seen = 0; i >= 0 && seen < TAIL_BLOCKS; i--) {
    if (furniture[i] === 1) continue;
    seen++;
    if (isDateLine(blocks, i)) return i;
  }
  return undefined;
}

function isTitleLike(blocks: Blocks, block: number): boolean {
  const { units, start, end } = blocks;
  if (lengthOf(blocks, block) > MAX_TITLE_UNITS || endsWithStop(blocks, block)) return false;
  const words = wordsOf(blocks, block);
  return words >= MIN_TITLE_WORDS && words <= MAX_TITLE_WORDS && !hasLineEnd(units, start[block], end[block]);
}

function endsWithStop(blocks: Blocks, block: number): boolean {
  const last = blocks.units[blocks.end[block] - 1];
  return (signs[last] & QUESTION) === 0 && last !== ELLIPSIS && isSentence(blocks, block);
}

/** A line that the head gives twice is the title: once for the page, once for the article. */
function findRepeatedTitle(
  blocks: Blocks,
  sameText: ArrayLike<number>,
  candidates: readonly number[],
): { first: number; second: number } | undefined {
  for (let a = 0; a < candidates.length; a++) {
    const first = candidates[a];
    let b = a + 1;
    while (b < candidates.length && sameText[candidates[b]] !== sameText[first]) b++;
    if (b === candidates.length || !isTitleLike(blocks, first)) continue;
    const second = candidates[b];
    if (!looksLikeHeading(blocks, first) && wordsOf(blocks, first) > MAX_REPEATED_WORDS) continue;
    // with running text between them they are a sub-heading that recurs
    if (!hasRunningText(blocks, first + 1, second)) return { first, second };
  }
  return undefined;
}

function hasRunningText(blocks: Blocks, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (isSentence(blocks, i) && wordsOf(blocks, i) >= MIN_RUNNING_WORDS) return true;
  }
  return false;
}

/** Otherwise the first line, when it looks like a title and text follows it. */
function findTitle(blocks: Blocks, candidates: readonly number[]): number | undefined {
  let place = 0;
  while (place < candidates.length && isLabel(blocks, candidates[place])) place++;
  if (place === candidates.length) return undefined;
  const first = candidates[place];
  if (blocks.kind[first] === LIST_ITEM || !isTitleLike(blocks, first)) return undefined;
  if (signs[blocks.units[blocks.end[first] - 1]] & OPEN_END) return undefined;
  if (place + 1 === candidates.length) return looksLikeHeading(blocks, first) ? first : undefined;
  for (let next = place + 1; next < candidates.length; next++)
    if (isSentence(blocks, candidates[next])) return first;
  return undefined;
}

const isLabel = (blocks: Blocks, block: number): boolean =>
  lengthOf(blocks, block) <= MAX_LABEL_UNITS && labels.has(blocks.textOf(block).toLowerCase());

/**
 * The deck under the title: a line of the shape of a heading, or behind a title that was given twice a single short
 * sentence, with a longer paragraph behind it.
 */
function findSubtitle(
  blocks: Blocks,
  candidates: readonly number[],
  title: number,
  repeated: boolean,
): number | undefined {
  const place = candidates.indexOf(title);
  if (place + 2 >= candidates.length) return undefined;
  const deck = candidates[place + 1];
  const body = candidates[place + 2];
  const kind = blocks.kind[deck];
  const length = lengthOf(blocks, deck);
  if (length > MAX_TITLE_UNITS || kind === LIST_ITEM || kind === QUOTE) return undefined;
  if (lengthOf(blocks, body) < 1.5 * length || !isSentence(blocks, body)) return undefined;
  const words = wordsOf(blocks, deck);
  if (words < 4 || words > MAX_DECK_WORDS) return undefined;
  return looksLikeHeading(blocks, deck) || repeated ? deck : undefined;
}
