import { capitalDates, dateWords, negations } from './fact-words.ts';
import { foldWord } from './fold-word.ts';
import { numberWords, scaleWords, unitWords, valueOfCompound } from './number-words.ts';
import { toAsciiDigits } from './parse-digits.ts';
import { DATE_TOKEN, NEGATION_TOKEN, WORD } from './token.ts';

/** What a word may be to a number: its digits, a word of it, a unit. */
export const HAS_DIGITS = 1;
export const NUMBER_WORD = 2;
const UNIT = 4;

/** What a word is, whatever stands around it. */
export interface WordForm {
  /** NFKC, lower case, without what an apostrophe ties to it. */
  readonly word: string;
  readonly key: string;
  readonly kind: number;
  /** Bits of HAS_DIGITS, NUMBER_WORD, UNIT. */
  readonly numeric: number;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  readonly initials: boolean;
  /** The word as it is in the text holds "n't" or its like: "not" follows. */
  readonly denies: boolean;
}

/** Words repeat, so their forms are kept; the store is emptied when it is full. */
const MAX_FORMS = 1 << 15;
const MAX_KEPT_UNITS = 40;
let forms = new Map<string, WordForm>();

export function formOf(raw: string): WordForm {
  const known = forms.get(raw);
  if (known !== undefined) return known;
  const form = makeForm(raw);
  if (raw.length > MAX_KEPT_UNITS) return form;
  if (forms.size >= MAX_FORMS) forms = new Map();
  // a slice would keep the whole text alive
  forms.set(Buffer.from(raw, 'utf16le').toString('utf16le'), form);
  return form;
}

const digit = /\p{Nd}/u;

function makeForm(raw: string): WordForm {
  const hasDigits = digit.test(raw);
  const initials = raw.includes('.') && !hasDigits;
  let word = (initials ? raw.replaceAll('.', '') : raw).toLowerCase();
  const capital = raw !== raw.toLowerCase();
  const allCapitals = word.length > 1 && capital && raw === raw.toUpperCase();
  let denies = false;
  const apostrophe = Math.max(word.indexOf("'"), word.indexOf('’'));
  if (apostrophe >= 0) [word, denies] = splitContraction(word, apostrophe);
  else if (unmarkedContractions.has(word)) [word, denies] = [word.slice(0, -2), true];
  else if (word === 'cannot') [word, denies] = ['can', true];
  if (hasDigits) {
    word = toAsciiDigits(word);
    return { word, key: foldWord(word), kind: WORD, numeric: HAS_DIGITS, capital, allCapitals, initials, denies };
  }
  let key = foldWord(word);
  let kind = WORD;
  const date = dateWords.get(key);
  const negation = negations.get(key);
  if (date !== undefined && (capital || !capitalDates.has(key))) [key, kind] = [date, DATE_TOKEN];
  else if (negation !== undefined) [key, kind] = [negation, NEGATION_TOKEN];
  let numeric = 0;
  if (numberWords.has(key) || scaleWords.has(key) || (key.length > 7 && valueOfCompound(key) !== undefined))
    numeric |= NUMBER_WORD;
  if (unitWords.has(key)) numeric |= UNIT;
  return { word, key, kind, numeric, capital, allCapitals, initials, denies };
} // prettier-ignore

const unmarkedContractions: ReadonlySet<string> = new Set(
  'dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt shouldnt couldnt wouldnt wont cant mustnt neednt aint'.split(
    ' ',
  ),
);
const positiveContractions = /^(?:s|re|ll|ve|d|m|5)$/;
const elisions: ReadonlySet<string> = new Set(
  'l d qu n s c j m t un all dell nell sull dall lorsqu jusqu puisqu quell quest'.split(' '),
);

/** The word without what an apostrophe ties to it, and whether that denies. Scanning may read "n't" as "n'f". */
function splitContraction(word: string, apostrophe: number): [word: string, denies: boolean] {
  const head = word.slice(0, apostrophe);
  const tail = word.slice(apostrophe + 1);
  if ((tail === 't' || tail === 'f') && /[a-z0-9][nu]$/.test(head))
    return [irregularHeads.get(head) ?? head.slice(0, -1), true];
  if (positiveContractions.test(tail)) return [head, false];
  if (elisions.has(head) && tail.length > 1) return [tail, false];
  return [word, false];
}

const irregularHeads: ReadonlyMap<string, string> = new Map([
  ['can', 'can'],
  ['won', 'will'],
  ['shan', 'shall'],
]);
