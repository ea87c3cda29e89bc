import { repair } from '../../text/repair.ts';
import { capitalDates, dateWords, dottedWords, negations } from './fact-words.ts';
import { foldWord } from './fold-word.ts';
import { joinNumbers } from './join-numbers.ts';
import { toAsciiDigits } from './parse-digits.ts';
import { CHARACTER, DATE_TOKEN, NEGATION_TOKEN, WORD, type Token, type Tokens } from './token.ts';

const unspacedLetters =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const letters = `[[\\p{L}\\p{N}\\p{M}]--[${unspacedLetters}\\p{Script=Katakana}ー]]`;
/**
 * In this order: a sign that belongs to a number, a run of katakana, a letter of a script without spaces, initials
 * with their dots, a word or number with what joins its parts.
 */
const tokenPattern = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])(?:us|au|ca|hk|[acr])\\$|[$%‰€£¥₹₩₽₺₪฿₫₴₦]',
    '[\\p{Script=Katakana}ー]+',
    `[${unspacedLetters}]`,
    `(?:(?<![\\p{L}\\p{N}])\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}]))?`,
    `${letters}+(?:(?:['’](?=\\p{L})|(?<=\\p{N})[.,:\\/٫٬](?=\\p{N})|(?<=\\p{N})['’](?=\\p{N}{3}))${letters}+)*`,
  ].join('|'),
  'giv',
);
const unspaced = new RegExp(`^[${unspacedLetters}]`, 'v');
const digit = /\p{Nd}/u;
const ascii = /^[\n\r\t -~]*$/;
const plainMarkup = /[&<\]\u00c2-\u00ef]/;
const invisible = /[\p{Cf}\u0640\u034f*_`~#]/gu;

/** The text as it is compared: markup, entities and mojibake repaired, NFKC, without Markdown and invisible characters. */
export function cleanText(text: string): string {
  const repaired = plainMarkup.test(text) ? repair(text) : text;
  const composed = ascii.test(repaired) ? repaired : repaired.normalize('NFKC').replace(/[‐‑‒–—―−﹘]/g, '-');
  return composed.replace(invisible, '');
}

/** A hyphen at a line's end, or one that scanning left inside a word: "govern- ment". */
const brokenWord = /(\p{Ll})- +(?=\p{Ll})/gu;
/** Letters that stand apart: "A c t i n g M i n i s t e r". */
const letterSpaced = /(?<![\p{L}\p{N}])\p{L}(?: \p{L}(?![\p{L}\p{N}])){4,}/gu;

export function tokenise(source: string, fromStart: boolean, toEnd: boolean): Tokens {
  let text = source;
  if (text.includes('- ')) text = text.replace(brokenWord, '$1');
  if (/(?:^| )\p{L} \p{L} \p{L} \p{L} /u.test(text))
    text = text.replace(letterSpaced, (run) => run.replaceAll(' ', ''));
  const found: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    addToken(
      found,
      match[0],
      text.slice(Math.max(last, start - 12), start),
      start,
      text[end] === '.',
      fromStart,
    );
    last = end;
  }
  return { text, list: joinNumbers(found), fromStart, toEnd };
}

function addToken(
  found: Token[],
  raw: string,
  gap: string,
  start: number,
  dotted: boolean,
  fromStart: boolean,
): void {
  const before = found.length === 0 ? undefined : found[found.length - 1];
  const opensSentence = before === undefined ? fromStart : /[.!?…。！？\n]/.test(gap) && !goesOn(before, gap);
  const startsSentence = opensSentence || /[:"“”«»„‘]["“„«‘'( ]*$/.test(gap);
  const end = start + raw.length;
  if (unspaced.test(raw)) {
    found.push({ key: raw, word: raw, kind: CHARACTER, capital: false, allCapitals: false, startsSentence, opensSentence, dotted, gap, start, end }); // prettier-ignore
    return;
  }
  const isInitials = raw.includes('.') && !digit.test(raw);
  let word = (isInitials ? raw.replaceAll('.', '') : raw).toLowerCase();
  const capital = raw !== raw.toLowerCase();
  const allCapitals = word.length > 1 && capital && raw === raw.toUpperCase();
  let denial = '';
  const apostrophe = Math.max(word.indexOf("'"), word.indexOf('’'));
  if (apostrophe >= 0) [word, denial] = splitContraction(word, apostrophe);
  else if (word.endsWith('nt') && unmarkedContractions.has(word)) [word, denial] = [word.slice(0, -2), 'not'];
  else if (word === 'cannot') [word, denial] = ['can', 'not'];
  const shared = {
    capital,
    allCapitals,
    startsSentence,
    opensSentence,
    dotted: dotted || isInitials,
    gap,
    start,
    end,
  };
  let kind = WORD;
  let key: string;
  if (digit.test(word)) {
    word = toAsciiDigits(word);
    key = foldWord(word);
  } else {
    key = foldWord(word);
    const date = dateWords.get(key);
    const negation = negations.get(key);
    if (date !== undefined && (capital || !capitalDates.has(key))) [key, kind] = [date, DATE_TOKEN];
    else if (negation !== undefined) [key, kind] = [negation, NEGATION_TOKEN];
  }
  found.push({ key, word, kind, ...shared });
  if (denial === '') return;
  found.push({
    ...shared,
    key: '!not',
    word: denial,
    kind: NEGATION_TOKEN,
    gap: '',
    startsSentence: false,
    opensSentence: false,
    capital: false,
    allCapitals: false,
  });
}

/** Whether a sentence goes on behind a dot: "Mr. Smith", "J. Smith", "U.S. Senate". */
function goesOn(before: Token, gap: string): boolean {
  if (!/^[.]? *$/.test(gap)) return false;
  const { word, capital, start, end } = before;
  return (
    (capital && word.length === 1) || dottedWords.has(word) || (capital && end - start >= 2 * word.length - 1 && word.length > 1 && word.length < 5 && end - start > word.length) // prettier-ignore
  );
}

const unmarkedContractions: ReadonlySet<string> = new Set(
  'dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt shouldnt couldnt wouldnt wont cant mustnt neednt aint'.split(
    ' ',
  ),
);
const positiveContractions = /^(?:s|re|ll|ve|d|m)$/;
const elisions: ReadonlySet<string> = new Set(
  'l d qu n s c j m t un all dell nell sull dall lorsqu jusqu puisqu quell quest'.split(' '),
);

/** The word without what an apostrophe ties to it, and the denial in it. Scanning may read "n't" as "n'f". */
function splitContraction(word: string, apostrophe: number): [word: string, denial: string] {
  const head = word.slice(0, apostrophe);
  const tail = word.slice(apostrophe + 1);
  if ((tail === 't' || tail === 'f') && head.endsWith('n') && head.length > 1)
    return [irregularHeads.get(head) ?? head.slice(0, -1), 'not'];
  if (positiveContractions.test(tail) || (tail === '5' && head.length > 1)) return [head, ''];
  if (elisions.has(head) && tail.length > 1) return [tail, ''];
  return [word, ''];
}

const irregularHeads: ReadonlyMap<string, string> = new Map([
  ['can', 'can'],
  ['won', 'will'],
  ['shan', 'shall'],
]);
