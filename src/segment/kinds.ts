import type { BlockKind } from '../model/article.ts';
import { countWords } from '../text/count-words.ts';
import { endsSentence, isLowerCase, opensQuote } from './punctuation.ts';

const bullets = '-*•·‣◦▪●○■□–—➤►▶✓';
const MAX_HEADING_WORDS = 12;
const MAX_HEADING_UNITS = 140;
const MAX_ATTRIBUTION_WORDS = 12;
/** Punctuation that leads on to what follows, so a line that ends with it is no heading. */
const openEnds = ',;:，；：、';
const closingQuotes = `"”’»」』›`;

/** What a block is, from its own text and the block behind it. */
export function kindOf(text: string, next: string | undefined): BlockKind {
  if (isMarkdownHeading(text)) return 'heading';
  if (startsListItem(text, 0, text.length)) return 'list-item';
  if (isQuote(text)) return 'quote';
  return next !== undefined && isHeadingLike(text) ? 'heading' : 'paragraph';
}

/** Whether a bullet, a number or a letter with a dot or bracket stands before the text. */
export function startsListItem(text: string, start: number, end: number): boolean {
  if (bullets.includes(text[start])) {
    const after = text[start + 1];
    return start + 2 < end && (after === ' ' || after === '\t') && text[start + 2] !== ' ';
  }
  let at = text[start] === '(' ? start + 1 : start;
  const first = at;
  while (at < end && at - first < 3 && text[at] >= '0' && text[at] <= '9') at++;
  if (at === first && text[at] >= 'a' && text[at] <= 'z') at++;
  if (at === first || at + 2 >= end) return false;
  const closes = text[at] === ')' || (text[at] === '.' && first === start);
  return closes && text[at + 1] === ' ';
}

const isMarkdownHeading = (text: string): boolean => {
  let level = 0;
  while (level < 7 && text[level] === '#') level++;
  return level > 0 && level < 7 && text[level] === ' ' && !text.includes('\n');
};

/** Whether a text has the shape of a title or sub-heading: short, one line of thought, no full stop. */
export function isHeadingLike(text: string): boolean {
  if (text.length > MAX_HEADING_UNITS || isLowerCase(text.charCodeAt(0))) return false;
  const last = text[text.length - 1];
  if (openEnds.includes(last)) return false;
  if (endsSentence(text, 0, text.length) && last !== '?' && last !== '？' && last !== '!' && last !== '！')
    return false;
  const words = countWords(text);
  return words > 0 && words <= MAX_HEADING_WORDS;
}

/** Whether a text is a quotation: opens with a quote, and at most an attribution follows its end. */
function isQuote(text: string): boolean {
  if (text[0] === '>' && text[1] === ' ') return true;
  if (!opensQuote(text[0])) return false;
  for (let i = text.length - 1; i > 0; i--) {
    // an apostrophe inside a word closes nothing
    if (!closingQuotes.includes(text[i]) || /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) continue;
    return i >= 0.5 * text.length || countWords(text.slice(i)) <= MAX_ATTRIBUTION_WORDS;
  }
  return true;
}
