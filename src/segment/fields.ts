import type { FieldName } from '../model/article.ts';
import { countWords } from '../text/count-words.ts';
import type { Block } from './block.ts';
import { readByline } from './byline.ts';
import { readDateLine } from './date-line.ts';
import { isHeadingLike } from './kinds.ts';
import { endsSentence } from './punctuation.ts';

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
  blocks: readonly Block[],
  sameText: readonly number[],
  furniture: Uint8Array,
): FieldBlocks {
  const head: number[] = [];
  for (let i = 0; i < blocks.length && head.length < HEAD_BLOCKS; i++) if (furniture[i] === 0) head.push(i);
  const byline = head.find((i) => readByline(blocks[i].text) !== null);
  const published = findDate(blocks, head, furniture);
  const candidates = head.filter((i) => i !== byline && i !== published);
  const repeated = findRepeatedTitle(blocks, sameText, candidates);
  const title = repeated?.first ?? findTitle(blocks, candidates);
  // a title that is given three times is no deck
  const others = candidates.filter(
    (i) => i === title || i === repeated?.second || sameText[i] !== sameText[title ?? i],
  );
  const subtitle =
    title === undefined
      ? undefined
      : findSubtitle(blocks, others, repeated?.second ?? title, repeated !== undefined);
  return {
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(byline !== undefined && { byline }),
    ...(published !== undefined && { published }),
  };
}

function findDate(
  blocks: readonly Block[],
  head: readonly number[],
  furniture: Uint8Array,
): number | undefined {
  const atHead = head.find((i) => readDateLine(blocks[i].text) !== null);
  if (atHead !== undefined) return atHead;
  for (let i = blocks.length - 1, seen = 0; i >= 0 && seen < TAIL_BLOCKS; i--) {
    if (furniture[i] === 1) continue;
    seen++;
    if (readDateLine(blocks[i].text) !== null) return i;
  }
  return undefined;
}

const isTitleLike = (text: string): boolean => {
  if (text.length > MAX_TITLE_UNITS) return false;
  const words = countWords(text);
  return words >= MIN_TITLE_WORDS && words <= MAX_TITLE_WORDS && !text.includes('\n') && !endsWithStop(text);
};

const endsWithStop = (text: string): boolean => {
  const last = text[text.length - 1];
  return endsSentence(text, 0, text.length) && !'?!？！…'.includes(last);
};

/** A line that the head gives twice is the title: once for the page, once for the article. */
function findRepeatedTitle(
  blocks: readonly Block[],
  sameText: readonly number[],
  candidates: readonly number[],
): { first: number; second: number } | undefined {
  for (let a = 0; a < candidates.length; a++) {
    const first = candidates[a];
    const { text } = blocks[first];
    if (!isTitleLike(text) || (!isHeadingLike(text) && countWords(text) > MAX_REPEATED_WORDS)) continue;
    const second = candidates.slice(a + 1).find((i) => sameText[i] === sameText[first]);
    // with running text between them they are a sub-heading that recurs
    if (second !== undefined && hasRunningText(blocks, first + 1, second)) continue;
    if (second !== undefined) return { first, second };
  }
  return undefined;
}

function hasRunningText(blocks: readonly Block[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const { text } = blocks[i];
    if (endsSentence(text, 0, text.length) && countWords(text) >= MIN_RUNNING_WORDS) return true;
  }
  return false;
}

/** Otherwise the first line, when it looks like a title and text follows it. */
function findTitle(blocks: readonly Block[], candidates: readonly number[]): number | undefined {
  const first = candidates.find((i) => !labels.has(blocks[i].text.toLowerCase().trim()));
  if (first === undefined) return undefined;
  const { text, kind } = blocks[first];
  if (kind === 'list-item' || !isTitleLike(text) || /[,;:，；：]$/u.test(text)) return undefined;
  const isAlone = candidates[candidates.length - 1] === first && isHeadingLike(text);
  const hasBody = candidates.some((i) => i > first && endsSentence(blocks[i].text, 0, blocks[i].text.length));
  return hasBody || isAlone ? first : undefined;
}

/**
 * The deck under the title: a line of the shape of a heading, or behind a title that was given twice a single short
 * sentence, with a longer paragraph behind it.
 */
function findSubtitle(
  blocks: readonly Block[],
  candidates: readonly number[],
  title: number,
  repeated: boolean,
): number | undefined {
  const place = candidates.indexOf(title);
  const deck = candidates[place + 1];
  const body = candidates[place + 2];
  if (deck === undefined || body === undefined) return undefined;
  const { text, kind } = blocks[deck];
  if (text.length > MAX_TITLE_UNITS) return undefined;
  const words = countWords(text);
  const bodyText = blocks[body].text;
  if (kind === 'list-item' || kind === 'quote' || words < 4 || words > MAX_DECK_WORDS) return undefined;
  if (bodyText.length < 1.5 * text.length || !endsSentence(bodyText, 0, bodyText.length)) return undefined;
  return isHeadingLike(text) || repeated ? deck : undefined;
}
