import { repair } from '../../text/repair.ts';
import { dottedWords } from './fact-words.ts';
import { joinNumbers } from './join-numbers.ts';
import { CHARACTER, NEGATION_TOKEN, type Token, type Tokens } from './token.ts';
import { classOf, DIGIT, KATAKANA, LETTER, OTHER, SIGN, UNSPACED } from './unit-classes.ts';
import { formOf } from './word-form.ts';

/** Units between two tokens that are looked at. */
const MAX_GAP = 12;

const ascii = /^[\n\r\t -~]*$/;
const mayNeedRepair = /[&<\]\u00c2-\u00ef]/;
const invisible = /[\p{Cf}\u0640\u034f*_`~#]/gu;
const quotes = /[‘’‚‛′‵ʼ´]/g;
const dashes = /[‐‑‒–—―−﹘]/g;
/** A word that a line's end or a scanner has broken: "govern- ment". */
const brokenWord = /(?<=\p{Ll})- +(?=\p{Ll})/gu;
/** Letters that stand apart: "A c t i n g M i n i s t e r". */
const letterSpaced = /(?<![\p{L}\p{N}])\p{L}(?: \p{L}(?![\p{L}\p{N}])){4,}/gu;

/** The text as it is compared: markup, entities and mojibake repaired, NFKC, without Markdown and invisible characters. */
export function cleanText(text: string): string {
  const repaired = mayNeedRepair.test(text) ? repair(text) : text;
  if (ascii.test(repaired)) return repaired.replace(/[*_`~#]/g, '');
  // some quotes have compatibility forms that are none
  return repaired.replace(quotes, "'").normalize('NFKC').replace(dashes, '-').replace(invisible, '');
}

/**
 * Words with their place: runs of letters and digits, with the apostrophes and the marks inside numbers; initials with their
 * dots ("U.S."); runs of katakana; in other scripts without spaces each letter; signs that belong to numbers.
 */
export function tokenise(source: string, fromStart: boolean, toEnd: boolean): Tokens {
  let text = source;
  if (text.includes('- ')) text = text.replace(brokenWord, '');
  if (/\p{L} \p{L} \p{L} \p{L} /u.test(text)) text = text.replace(letterSpaced, (run) => run.replaceAll(' ', ''));
  const found: Token[] = [];
  let last = 0;
  for (let i = 0; i < text.length;) {
    const unitClass = classOf(text.charCodeAt(i));
    if (unitClass === OTHER) {
      i++;
      continue;
    }
    const end = endOfToken(text, i, unitClass);
    const gap = i === last + 1 && text.charCodeAt(last) === 0x20 ? ' ' : text.slice(Math.max(last, i - MAX_GAP), i);
    addToken(found, text, i, end, unitClass, gap, fromStart);
    last = i = end;
  }
  return { text, list: joinNumbers(found), fromStart, toEnd };
} // prettier-ignore

function endOfToken(text: string, start: number, unitClass: number): number {
  if (unitClass === UNSPACED) return start + 1;
  let i = start + 1;
  if (unitClass === KATAKANA) {
    while (i < text.length && classOf(text.charCodeAt(i)) === KATAKANA) i++;
    return i;
  }
  if (unitClass === SIGN) return i;
  const initials = endOfInitials(text, start);
  if (initials > 0) return initials;
  let before = unitClass;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const here = classOf(unit);
    if (here === LETTER || here === DIGIT) {
      before = here;
    } else if (unit === 0x24 && i - start <= 2 && before === LETTER) {
      // "US$", "A$"
      return i + 1;
    } else if (!joins(text, i, unit, before)) {
      break;
    }
  }
  return i;
}

/** Whether a mark goes on with the word: an apostrophe before a letter (or a 5, an s to scanners), a dot between digits. */
function joins(text: string, index: number, unit: number, before: number): boolean {
  const next = index + 1 < text.length ? classOf(text.charCodeAt(index + 1)) : OTHER;
  if (unit === 0x27 || unit === 0x2019) {
    if (next === LETTER) return true;
    if (next !== DIGIT) return false;
    const behind = index + 2 < text.length ? classOf(text.charCodeAt(index + 2)) : OTHER;
    return before === DIGIT ? behind === DIGIT : behind !== DIGIT && text.charCodeAt(index + 1) === 0x35;
  }
  const isJoint = unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2f || unit === 0x66b || unit === 0x66c;
  return isJoint && before === DIGIT && next === DIGIT;
} // prettier-ignore

/** The end of initials with their dots that begin at `start`: two or more of a letter and a dot, or 0. */
function endOfInitials(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== 0x2e) return 0;
  let i = start;
  while (i + 1 < text.length && classOf(text.charCodeAt(i)) === LETTER && text.charCodeAt(i + 1) === 0x2e) i += 2;
  if (i < start + 2) return 0;
  const isLetter = i < text.length && classOf(text.charCodeAt(i)) === LETTER;
  const follows = i + 1 < text.length ? classOf(text.charCodeAt(i + 1)) : OTHER;
  if (isLetter && follows !== LETTER && follows !== DIGIT) return i + 1;
  // "e.g.word" is no initial of the word
  return i >= start + 4 && !isLetter ? i : 0;
} // prettier-ignore

function addToken(
  found: Token[],
  text: string,
  start: number,
  end: number,
  unitClass: number,
  gap: string,
  fromStart: boolean,
): void {
  const before = found.length === 0 ? undefined : found[found.length - 1];
  let stops = false;
  let opensSentence = false;
  let startsSentence = false;
  if (before === undefined) stops = opensSentence = startsSentence = fromStart || /[.!?…。！？]/.test(gap);
  else if (gap !== ' ' && gap !== '') {
    stops = /[.!?…。！？]|\n\s*\n/.test(gap);
    opensSentence = stops && !goesOn(before, gap);
    startsSentence = opensSentence || /[:"“”«»„‘]["“„«‘'( ]*$/.test(gap);
  }
  const dotted = text.charCodeAt(end) === 0x2e;
  if (unitClass === UNSPACED) {
    const key = text[start];
    found.push({ key, word: key, kind: CHARACTER, numeric: 0, capital: false, allCapitals: false, startsSentence, opensSentence, stops, dotted, gap, start, end });
    return;
  }
  const form = formOf(text.slice(start, end));
  const { key, word, kind, numeric, capital, allCapitals } = form;
  found.push({ key, word, kind, numeric, capital, allCapitals, startsSentence, opensSentence, stops, dotted: dotted || form.initials, gap, start, end });
  if (!form.denies) return;
  found.push({ key: '!not', word: 'not', kind: NEGATION_TOKEN, numeric: 0, capital: false, allCapitals: false, startsSentence: false, opensSentence: false, stops: false, dotted: false, gap: '', start, end });
} // prettier-ignore

/** Whether a sentence goes on behind a dot: "Mr. Smith", "J. Smith", "U.S. Senate". */
function goesOn(before: Token, gap: string): boolean {
  if (!/^\.? *$/.test(gap)) return false;
  const { word, capital, dotted, start, end } = before;
  if (!dotted) return false;
  // initials are longer in the text than without their dots
  return dottedWords.has(word) || (capital && (word.length === 1 || end - start > word.length));
}
