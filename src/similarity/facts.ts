import type { Fact } from '../model/article.ts';

/**
 * The facts guard: what a difference between two near-duplicates touches. Two texts that agree except for
 * numbers, dates, negations or names say different things, so neither is a copy of the other.
 *
 * Sentences that both texts have are set aside first, so a moved sentence is no difference. The words of the others are
 * aligned by their longest common subsequence; what is left over on either side is sorted into facts and harmless
 * differences: typing slips (a word left over on one side that is one edit from one left over on the other), a
 * dateline or wire prefix in front, a ticker in brackets. Names and numbers that change places are left over too.
 */

/** All facts, in the order of the bits of a mask. */
export const facts: readonly Fact[] = ['number', 'date', 'negation', 'name'];

const NUMBER = 1;
const DATE = 2;
const NEGATION = 4;
const NAME = 8;

/** What the rest of the input says about words. */
export interface FactsContext {
  /** Whether a word (normalised: NFKC, lower case) occurs in the input outside the two texts compared. Absent: unknown, taken as false. */
  readonly occursElsewhere?: (word: string) => boolean;
}

interface Token {
  /** Lower case, NFKC, without accents. */
  readonly key: string;
  readonly capital: boolean;
  /** Written in capitals only, as a ticker is. */
  readonly allCapitals: boolean;
  readonly startsSentence: boolean;
  readonly digit: boolean;
  /** In brackets of at most a few words. */
  readonly bracketed: boolean;
  /** Behind a dash, a colon, a closing bracket or the dot of a list number: where a dateline or label ends. */
  readonly afterMark: boolean;
}

const numberWords = words(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half double triple ' +
    'first second third fourth fifth zwei drei vier funf sechs sieben acht neun zehn elf zwolf hundert tausend millionen milliarden ' +
    'deux trois quatre cinq sept huit neuf dix cent mille millions milliards dos tres cuatro cinco seis siete ocho nueve diez cien mil ' +
    'millones dois duas quatro sete oito nove dez milhao milhoes bilhoes due tre quattro cinque sei otto cento milioni miliardi',
);
const dateWords = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec yesterday today tomorrow ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember gestern heute morgen ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juin juillet aout septembre octobre novembre decembre ' +
    'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
    'segunda terca quarta quinta sexta janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro',
);
const negations = words(
  'not no never none nobody nothing neither nor without cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt werent hasnt havent hadnt ' +
    'shouldnt couldnt nicht kein keine keinen keiner keinem nie niemals ohne pas jamais aucun aucune sans non ne ni nunca ningun ninguna sin nao nem ' +
    'sem mai senza nessun niet geen nooit zonder nie inte aldrig не нет ни никогда без لا لم لن ليس غير دون 不 没 沒 無 无 非 未 否',
);
const negativePrefixes: readonly string[] = ['in', 'im', 'un', 'non', 'dis', 'de', 'anti'];
/** Digits of the Chinese and Japanese numerals. */
const numeralCharacters = words('〇 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩 零');

/** A dateline or wire prefix ends within this many words. */
const MAX_PREFIX_WORDS = 12;
const MAX_BRACKETED_UNITS = 40;
/** Cells of the alignment table; two texts of 2,000 words fit. */
const MAX_TABLE = 4_000_000;
/** Beyond this many pairs of leftovers the texts differ by more than slips. */
const MAX_SLIP_PAIRS = 10_000;

/**
 * The facts in which two near-duplicates differ, as a mask over `facts`; 0 when the one is a copy of the other.
 *
 * @param a the original text of the one block, not normalised, because case tells names
 * @param b the original text of the other
 */
export function differingFacts(a: string, b: string, _context: FactsContext = {}): number {
  const left = tokenise(a);
  const right = tokenise(b);
  const [onlyLeft, onlyRight] = align(left, right);
  if (onlyLeft.length === 0 && onlyRight.length === 0) return 0;
  let mask = negates(left, onlyLeft, right, onlyRight) ? NEGATION : 0;
  dropSlips(left, onlyLeft, right, onlyRight);
  dropPrefix(onlyLeft, left);
  dropPrefix(onlyRight, right);
  for (const index of onlyLeft) mask |= factOf(left, index);
  for (const index of onlyRight) mask |= factOf(right, index);
  return mask;
}

/**
 * The facts in which a part differs from the stretch of `whole` that it repeats: text that was truncated, split, merged or
 * extended. What only `whole` has is no difference; what only the part has is one.
 *
 * @param part the original text of the shorter block
 * @param whole the original text of the longer one, or of several paragraphs joined by newlines
 */
export function differingFactsOfPart(part: string, whole: string, _context: FactsContext = {}): number {
  const left = tokenise(part);
  const right = tokenise(whole);
  const [onlyLeft, onlyRight] = align(left, right);
  const negated = negates(left, onlyLeft, right, onlyRight) ? NEGATION : 0;
  dropSlips(left, onlyLeft, right, onlyRight);
  return onlyLeft.reduce((mask, index) => mask | factOf(left, index), negated);
}

/** The facts of a mask by name. */
export function factNames(mask: number): Fact[] {
  return facts.filter((_, bit) => mask & (1 << bit));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Words with their place: runs of letters, numbers with their inner dots and commas, and in scripts without spaces each
 * letter.
 */
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const clean = text.normalize('NFKC');
  let last = 0;
  for (const match of clean.matchAll(tokenPattern)) {
    const word = match[0];
    const between = clean.slice(last, match.index);
    const first = word[0];
    tokens.push({
      key: foldWord(word),
      capital: first !== first.toLowerCase(),
      allCapitals: word === word.toUpperCase(),
      startsSentence:
        tokens.length === 0 || /[.!?:"“”«»„‘]\s*["“„«‘'(]?$/.test(between) || between.includes('\n'),
      digit: /\p{N}/u.test(first),
      bracketed: isBracketed(clean, match.index),
      afterMark: /[-–—:|)\]】、.]\s*["“„«‘']?$/u.test(between),
    });
    last = match.index + word.length;
  }
  return tokens;
}

/** Case, accents and apostrophes folded; numbers without their grouping. */
function foldWord(word: string): string {
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase();
  // "1,000" and "1.000" and "1000" are one number; a group has three digits
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(folded) ? folded.replace(/[.,]/g, '') : folded;
}

function isBracketed(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_BRACKETED_UNITS), index);
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return false;
  const after = text.slice(index, index + MAX_BRACKETED_UNITS);
  const open = after.indexOf('(');
  const close = after.indexOf(')');
  return close >= 0 && (open < 0 || close < open);
}

/** Places of the words on either side that have no partner on the other, in order. */
function align(left: readonly Token[], right: readonly Token[]): [number[], number[]] {
  const [a, b] = withoutCommonSentences(left, right);
  let start = 0;
  while (start < a.length && start < b.length && left[a[start]].key === right[b[start]].key) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && left[a[endA - 1]].key === right[b[endB - 1]].key) {
    endA--;
    endB--;
  }
  return pairUp(left, a.slice(start, endA), right, b.slice(start, endB));
}

/** Places of the words outside sentences that both sides have; each sentence is used once. */
function withoutCommonSentences(left: readonly Token[], right: readonly Token[]): [number[], number[]] {
  const there = new Map<string, number>();
  const sentencesRight = sentences(right);
  for (const { key } of sentencesRight) there.set(key, (there.get(key) ?? 0) + 1);
  const common = new Map<string, number>();
  const a: number[] = [];
  for (const { key, start, end } of sentences(left)) {
    const count = there.get(key) ?? 0;
    if (count > 0) {
      there.set(key, count - 1);
      common.set(key, (common.get(key) ?? 0) + 1);
    } else {
      for (let i = start; i < end; i++) a.push(i);
    }
  }
  const b: number[] = [];
  for (const { key, start, end } of sentencesRight) {
    const count = common.get(key) ?? 0;
    if (count > 0) common.set(key, count - 1);
    else for (let i = start; i < end; i++) b.push(i);
  }
  return [a, b];
}

function sentences(tokens: readonly Token[]): { key: string; start: number; end: number }[] {
  const found: { key: string; start: number; end: number }[] = [];
  for (let start = 0, end = 0; start < tokens.length; start = end) {
    end = start + 1;
    while (end < tokens.length && !tokens[end].startsSentence) end++;
    const keys = tokens.slice(start, end).map(({ key }) => key);
    found.push({ key: keys.join(' '), start, end });
  }
  return found;
}

/** Longest common subsequence by dynamic programming; texts too long for its table are compared as multisets. */
function pairUp(
  left: readonly Token[],
  a: readonly number[],
  right: readonly Token[],
  b: readonly number[],
): [number[], number[]] {
  if (a.length * b.length > MAX_TABLE)
    return [missingFrom(right, b, left, a), missingFrom(left, a, right, b)];
  // lengths[i][j] is the length for the words from a[i] and from b[j] on
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[a[i]].key === right[b[j]].key
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const onlyLeft: number[] = [];
  const onlyRight: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (left[a[i]].key === right[b[j]].key) {
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      onlyLeft.push(a[i++]);
    } else {
      onlyRight.push(b[j++]);
    }
  }
  return [onlyLeft.concat(a.slice(i)), onlyRight.concat(b.slice(j))];
}

function missingFrom(
  there: readonly Token[],
  thereAt: readonly number[],
  here: readonly Token[],
  hereAt: readonly number[],
): number[] {
  const counts = new Map<string, number>();
  for (const index of thereAt) counts.set(there[index].key, (counts.get(there[index].key) ?? 0) + 1);
  return hereAt.filter((index) => {
    const { key } = here[index];
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/**
 * Takes pairs of leftovers that are spellings of one word off both sides. Numbers have no spelling: a digit that
 * differs is a fact.
 */
function dropSlips(
  left: readonly Token[],
  onlyLeft: number[],
  right: readonly Token[],
  onlyRight: number[],
): void {
  if (onlyLeft.length * onlyRight.length > MAX_SLIP_PAIRS) return;
  for (let i = 0; i < onlyLeft.length; i++) {
    const token = left[onlyLeft[i]];
    if (token.digit || isFactWord(token.key)) continue;
    const j = onlyRight.findIndex((index) => {
      const other = right[index];
      return !other.digit && !isFactWord(other.key) && isSlip(token.key, other.key);
    });
    if (j < 0) continue;
    onlyLeft.splice(i--, 1);
    onlyRight.splice(j, 1);
  }
}

const isFactWord = (key: string): boolean => dateWords.has(key) || negations.has(key) || numberWords.has(key);

/** Whether two different words are one edit apart (an insertion, a deletion, a substitution or a swap), two from 8 letters on. */
function isSlip(a: string, b: string): boolean {
  // a word that changed its place is left over on both sides, and is no slip
  const shorter = Math.min(a.length, b.length);
  if (a === b || shorter < 4) return false;
  return editDistance(a, b, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1);
}

/** Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps), or `limit + 1` when it is greater. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2] + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length];
}

/** Whether a word left over on one side is the opposite of one left over on the other: "direct" and "indirect". */
function negates(
  left: readonly Token[],
  onlyLeft: readonly number[],
  right: readonly Token[],
  onlyRight: readonly number[],
): boolean {
  const keys = new Set([
    ...onlyLeft.map((index) => left[index].key),
    ...onlyRight.map((index) => right[index].key),
  ]);
  for (const key of keys) {
    if (key.length > 3 && negativePrefixes.some((prefix) => keys.has(prefix + key))) return true;
  }
  return false;
}

/** Takes a dateline, a speaker's name or a list number off: leftovers at the very beginning that end at a mark. */
function dropPrefix(only: number[], tokens: readonly Token[]): void {
  let length = 0;
  while (length < only.length && only[length] === length) length++;
  if (length > 0 && length <= MAX_PREFIX_WORDS && length < tokens.length && tokens[length].afterMark) {
    only.splice(0, length);
  }
}

function factOf(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (dateWords.has(token.key) && (token.capital || token.key.length > 3)) return DATE;
  if (token.digit) return isDateNumber(tokens, index) ? DATE : NUMBER;
  if (negations.has(token.key)) return NEGATION;
  if (numberWords.has(token.key) || numeralCharacters.has(token.key)) return NUMBER;
  if (token.bracketed && token.allCapitals) return 0;
  if (hasNoCase(token.key)) return NAME;
  return token.capital && !token.startsSentence ? NAME : 0;
}

/** In scripts without case any word may be a name, so a word left over counts as one. */
const hasNoCase = (key: string): boolean => key === key.toUpperCase();

/** Whether a number stands beside the name of a month. */
function isDateNumber(tokens: readonly Token[], index: number): boolean {
  return [tokens[index - 1], tokens[index + 1]].some(
    (token) => token !== undefined && dateWords.has(token.key),
  );
}
