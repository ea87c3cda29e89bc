import { abbreviations, areAffixOpposites, areOpposites, functionWords } from './fact-words.ts';
import { editDistance, look, looksLikeDigits, looksSame, NO_SLIP, slipOf, TYPED } from './spelling.ts';
import type { Comparison } from './facts-context.ts';
import { foldWord } from './fold-word.ts';
import { CHARACTER, NUMBER_TOKEN, WORD, type Token } from './token.ts';

/**
 * Whether two words are one word, spelled or scanned differently. Rules: at most one letter is added, lost, changed or swapped,
 * two from 8 letters on; or the scanner took letters for others that look like them; or one is short for the other.
 */

/** Longest word that spelling rules are tried on. */
const MAX_LETTERS = 60;

/** Names that differ by few letters and are both common. */
const pairsOfNames: ReadonlySet<string> = new Set(
  ['iran iraq', 'slovakia slovenia', 'north south', 'guinea guyana', 'gambia zambia', 'mali malawi'],
); // prettier-ignore

/** Words near a number word or a denial that are words of their own, so that the change is no slip. */
const realWords: ReadonlySet<string> = new Set(
  (
    'now note knot on so own ever even every once owned tow too ton tea then the than teen tent men pen hen den tin net mine fine line wine pine ' +
    'fire five live hive dive sever sex mix fix right night might fight light sight weight height fright nice bone gone none done zone tone ' +
    'font wort host hot lot got dot pot rot cot new nor nod non nature knit tweet threw tree there free fist thirst worst forth birth hour form fort forts sty'
  ).split(' '),
);

/** Whether two tokens are one word, spelled or scanned differently. Numbers have no spelling. */
export function isSameWord(a: Token, b: Token, context: Comparison): boolean {
  if (a.key === b.key) return true;
  if (a.kind !== WORD && b.kind !== WORD)
    return (
      context.unpunctuated === true &&
      a.kind === NUMBER_TOKEN &&
      a.kind === b.kind &&
      bareWord(a) === bareWord(b)
    );
  if (a.kind === CHARACTER || b.kind === CHARACTER) return false;
  if (a.word.length > MAX_LETTERS || b.word.length > MAX_LETTERS) return false;
  const isPlain = a.kind === WORD && b.kind === WORD;
  const x = isPlain ? a.key : foldWord(bareWord(a));
  const y = isPlain ? b.key : foldWord(bareWord(b));
  // "May" is a month and "may" is not, but capitals are no difference
  if (x === y) return true;
  if (isPlain) {
    if (isShortFor(a, b) || isShortFor(b, a)) return true;
    if (areOpposites(x, y) || areAffixOpposites(x, y)) return false;
    if (hasNoCase(a.word) && stem(a.word) === stem(b.word)) return true;
    if (pairsOfNames.has(x < y ? `${x} ${y}` : `${y} ${x}`)) return false;
  } else {
    if (looksLikeDigits(x, y)) return true;
    // a number word or a denial that lost a letter may have become another word
    if (isRealWord(a.kind === WORD ? x : y, context)) return false;
  }
  // most words that are compared are quite different ones
  if (Math.abs(x.length - y.length) > 3 + (Math.max(x.length, y.length) >> 2)) return false;
  if (isPlain && (isContracted(x, y) || isContracted(y, x) || isTransatlantic(x, y))) return true;
  if (isPlain && context.unpunctuated === true && (`${x}s` === y || `${y}s` === x)) return true;
  if (!isSpelling(x, y, isPlain)) {
    // words without a capital only matter in rows, so they may be garbled more
    const limit = Math.min(x.length, y.length) / 3;
    return isPlain && limit >= 2 && !a.capital && !b.capital && !hasNoCase(a.word) && editDistance(look(x), look(y), limit) <= limit;
  } // prettier-ignore
  const { occursElsewhere } = context;
  if (occursElsewhere === undefined || !mayBeNames(a, b)) return true;
  return !(occursElsewhere(a.word) && occursElsewhere(b.word));
}

/** Whether two spellings may be two names: not with a digit among the letters, nor where a function word begins a sentence. */
function mayBeNames(a: Token, b: Token): boolean {
  if (!a.capital && !b.capital && !hasNoCase(a.word)) return false;
  return !/\d/.test(a.word + b.word) && !functionWords.has(a.key) && !functionWords.has(b.key);
}

/** Whether a word is another with the rest of a contraction, as where "I'll" lost its apostrophe. */
function isContracted(short: string, long: string): boolean {
  return long.startsWith(short) && /^(?:ll|re|ve|d|m)$/.test(long.slice(short.length));
}

function isTransatlantic(a: string, b: string): boolean {
  if (a[0] !== b[0] || a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 2) return false;
  return britishToAmerican(a) === britishToAmerican(b);
}

/** One form for spellings that differ between the two sides of the Atlantic. */
function britishToAmerican(key: string): string {
  return key
    .replace(/our/g, 'or')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/is(e|es|ed|ing|ation)$/, 'iz$1')
    .replace(/mme(s?)$/, 'm$1')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/enc(e|es)$/, 'ens$1')
    .replace(/ll(ed|ing|er)$/, 'l$1');
}

function isSpelling(a: string, b: string, isPlain: boolean): boolean {
  if (looksSame(a, b)) return true;
  if (/\d/.test(a + b) && !isSlipAroundDigits(a, b)) return false;
  const slip = slipOf(a, b);
  if (slip !== NO_SLIP) return isPlain || slip === TYPED || a.length >= 6;
  return isPlain && a.length > 5 && b.length > 5 && editDistance(look(a), look(b), 1) < 2;
}

/** Whether words in a row, written together, are the words of the other row: split, joined or hyphenated. */
export function isSameRow(
  left: readonly Token[],
  right: readonly Token[],
  { unpunctuated }: Comparison,
): boolean {
  const a = left.map(bareWord).join('');
  const b = right.map(bareWord).join('');
  if (a.length > MAX_LETTERS || b.length > MAX_LETTERS || a.length < 2 || b.length < 2) return false;
  if (looksLikeDigits(foldWord(a), foldWord(b))) return true;
  // "20-30" without its hyphen
  if (unpunctuated === true && a === b) return true;
  if (/\d/.test(a + b) && (!isSlipAroundDigits(a, b) || numbersIn(left) > 1 || numbersIn(right) > 1))
    return false;
  const [x, y] = [foldWord(a), foldWord(b)];
  return (
    x === y || (x.length > 2 && looksSame(x, y)) || (x.length > 5 && y.length > 5 && slipOf(x, y) !== NO_SLIP)
  );
}

function numbersIn(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === NUMBER_TOKEN).length;
}

/** Whether a word is made of the first letters of a row: "EU" and "European Union". */
export function isAcronym(word: Token, row: readonly Token[]): boolean {
  return (
    word.allCapitals &&
    word.key.length === row.length &&
    row.every(({ key, capital }, index) => capital && key[0] === word.key[index])
  );
}

function bareWord(token: Token): string {
  return token.word.replace(/[^\p{L}\p{N}]/gu, '');
}

function isRealWord(key: string, { occursElsewhere }: Comparison): boolean {
  return realWords.has(key) || functionWords.has(key) || (occursElsewhere?.(key) ?? false);
}

/** A slip in a word with digits must leave the digits alone. */
function isSlipAroundDigits(a: string, b: string): boolean {
  return /\p{L}/u.test(a) && /\p{L}/u.test(b) && a.replace(/\D/g, '') === b.replace(/\D/g, '');
}

/** Whether one word is a short form of the other: "Govt", "Sen.", "J." */
function isShortFor(short: Token, long: Token): boolean {
  const a = short.key;
  const b = long.key;
  if (abbreviations.get(a) === b) return true;
  if (a.length >= b.length || a.length > 5 || a[0] !== b[0] || !short.capital || !long.capital) return false;
  if (!short.dotted) return false;
  let at = 0;
  for (const letter of a) {
    at = b.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Whether a word is of a script without capitals. */
export function hasNoCase(word: string): boolean {
  return word === word.toUpperCase();
}

const arabicStem = /^[وفبلكس]?(?:ال|لل)?[ايتن]?(.{3,}?)(?:ها|هم|هن|ات|ون|ين|ان|ه|ا|ت|ي|ن)?$/;
const koreanStem = /^(.{2,}?)(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도|만)?$/;

/** A word without what Arabic and Korean write to it: articles, prepositions, particles, endings. */
function stem(word: string): string {
  const first = word.charCodeAt(0);
  if (first >= 0x600 && first < 0x700) return arabicStem.exec(foldWord(word))?.[1] ?? word;
  if (first >= 0xac00 && first < 0xd7b0) return koreanStem.exec(word)?.[1] ?? word;
  return word;
}
