import type { Tokens } from './token.ts';
import { cleanText, tokenise } from './tokenise.ts';

/** Words of context that stay on either side of a difference: as many as a number with its unit may have. */
const CONTEXT_WORDS = 4;
const MAX_CONTEXT_UNITS = 200;

/** Where a text may be cut: white space, and the marks of scripts without spaces. */
function isBoundary(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || (unit >= 0x3001 && unit <= 0x3002) || unit === 0xff0c || unit === 0xff1a || unit === 0xff1b;
} // prettier-ignore

/** The tokens of two texts without what both begin and end with, but for some words of context. */
export function findWindow(a: string, b: string): [Tokens, Tokens] {
  // markup may reach over any distance, so it goes first
  if (hasMarkup(a) || hasMarkup(b)) return findCleanWindow(cleanText(a), cleanText(b));
  return findCleanWindow(a, b, cleanText);
}

const hasMarkup = (text: string): boolean => text.includes('<') || text.includes('](');

function findCleanWindow(a: string, b: string, clean: (text: string) => string = (text) => text): [Tokens, Tokens] {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix)) suffix++;
  const start = contextStart(a, prefix);
  const tail = contextTail(a, suffix);
  const cut = (text: string): Tokens =>
    tokenise(clean(text.slice(start, text.length - tail)), start === 0, tail === 0);
  return [cut(a), cut(b)];
} // prettier-ignore

/** Where the context before a difference at `index` begins. */
function contextStart(text: string, index: number): number {
  let words = 0;
  const least = Math.max(0, index - MAX_CONTEXT_UNITS);
  for (let i = index; i > least; i--) {
    if (isBoundary(text.charCodeAt(i - 1)) && ++words > CONTEXT_WORDS) return i - 1;
  }
  return least === 0 ? 0 : lastBoundary(text, index);
}

/** The last place before `index` where the text may be cut; 0 when there is none. */
function lastBoundary(text: string, index: number): number {
  for (let i = index; i > 0; i--) if (isBoundary(text.charCodeAt(i - 1))) return i - 1;
  return 0;
}

/** Units at the end that can be left out when the last `suffix` units are common. */
function contextTail(text: string, suffix: number): number {
  let words = 0;
  let last = 0;
  for (let i = text.length - suffix; i < text.length; i++) {
    if (!isBoundary(text.charCodeAt(i))) continue;
    if (++words > CONTEXT_WORDS) return text.length - i - 1;
    if (i - (text.length - suffix) > MAX_CONTEXT_UNITS) return text.length - i - 1;
    last = text.length - i - 1;
  }
  return words > CONTEXT_WORDS ? last : 0;
}
