import { countWords } from '../text/count-words.ts';
import { HEADING, LIST_ITEM, PARAGRAPH, QUOTE } from './blocks.ts';
import {
  BULLET,
  CLOSING_QUOTE,
  OPEN_END,
  QUESTION,
  endsSentence,
  isLowerCase,
  isUpperCase,
  opensQuote,
  signs,
} from './punctuation.ts';

const MAX_HEADING_WORDS = 12;
const MAX_HEADING_UNITS = 140;
const MAX_ATTRIBUTION_WORDS = 12;
const MAX_MARKDOWN_LEVEL = 6;

const LF = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const HASH = 0x23;
const OPENING_BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;
const STOP = 0x2e;
const COLON = 0x3a;
const A = 0x41;
const Q = 0x51;
const GREATER = 0x3e;

/** What the block from `start` to `end` is: a number of `blockKinds`. Nothing but a heading needs a block behind it. */
export function kindOf(text: Uint16Array, start: number, end: number, hasNext: boolean): number {
  if (isMarkdownHeading(text, start, end)) return HEADING;
  if (startsListItem(text, start, end)) return LIST_ITEM;
  if (isQuote(text, start, end)) return QUOTE;
  return hasNext && isHeadingLike(text, start, end) ? HEADING : PARAGRAPH;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether a bullet, a number or a letter with a dot or bracket stands before the text. */
export function startsListItem(text: Uint16Array, start: number, end: number): boolean {
  if (signs[text[start]] & BULLET) {
    if (start + 2 >= end) return false;
    const after = text[start + 1];
    return (after === SPACE || after === TAB) && text[start + 2] !== SPACE;
  }
  let at = text[start] === OPENING_BRACKET ? start + 1 : start;
  const first = at;
  while (at < end && at - first < 3 && isDigit(text[at])) at++;
  if (at === first && at < end && isSmallLetter(text[at])) at++;
  if (at === first || at + 2 >= end) return false;
  const closes = text[at] === CLOSING_BRACKET || (text[at] === STOP && first === start);
  return closes && text[at + 1] === SPACE;
}

/** Longest name of a speaker, with an office: "THE MINISTER FOR REGIONAL AUSTRALIA". */
const MAX_SPEAKER_UNITS = 48;
const MIN_SPEAKER_LETTERS = 3;

/** Whether a text begins with a speaker as transcripts name them: capitals, a colon, a space ("MARLES: Yes."), or "Q: " and "A: ". */
export function startsWithSpeaker(text: Uint16Array, start: number, end: number): boolean {
  const last = Math.min(end - 1, start + MAX_SPEAKER_UNITS);
  let at = start;
  let letters = 0;
  for (; at < last && text[at] !== COLON; at++) {
    if (isLowerCase(text[at]) || isDigit(text[at])) return false;
    if (isUpperCase(text[at])) letters++;
  }
  if (at >= last || text[at + 1] !== SPACE) return false;
  return letters >= MIN_SPEAKER_LETTERS || (at === start + 1 && (text[start] === Q || text[start] === A));
}

function isMarkdownHeading(text: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && at - start <= MAX_MARKDOWN_LEVEL && text[at] === HASH) at++;
  const level = at - start;
  if (level === 0 || level > MAX_MARKDOWN_LEVEL || at === end || text[at] !== SPACE) return false;
  return !hasLineEnd(text, at, end);
}

/** Whether an LF stands inside a text, so that it has several lines. */
export function hasLineEnd(text: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] === LF) return true;
  return false;
}

/** Whether a text has the shape of a title or sub-heading: short, one line of thought, no full stop. */
export function isHeadingLike(text: Uint16Array, start: number, end: number): boolean {
  if (end - start > MAX_HEADING_UNITS || isLowerCase(text[start])) return false;
  const last = signs[text[end - 1]];
  if (last & OPEN_END) return false;
  if ((last & QUESTION) === 0 && endsSentence(text, start, end)) return false;
  const words = countWords(text, start, end);
  return words > 0 && words <= MAX_HEADING_WORDS;
}

/** Whether a text is a quotation: opens with a quote, and at most an attribution follows its end. */
function isQuote(text: Uint16Array, start: number, end: number): boolean {
  if (text[start] === GREATER && start + 1 < end && text[start + 1] === SPACE) return true;
  if (!opensQuote(text[start])) return false;
  for (let i = end - 1; i > start; i--) {
    // an apostrophe inside a word closes nothing
    if ((signs[text[i]] & CLOSING_QUOTE) === 0 || (i + 1 < end && isLetterOrDigit(text[i + 1]))) continue;
    return i - start >= 0.5 * (end - start) || countWords(text, i, end) <= MAX_ATTRIBUTION_WORDS;
  }
  return true;
}

function isLetterOrDigit(unit: number): boolean {
  if (unit < 0x80) return isDigit(unit) || isSmallLetter(unit | 0x20);
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
}
