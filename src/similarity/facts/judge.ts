import { MIN_SENTENCE, type Hunk } from './align.ts';
import { isCredit, isListNumber, isPrefix } from './edges.ts';
import {
  agencies,
  areAffixOpposites,
  areOpposites,
  functionWords,
  isDemonym,
  speechVerbs,
} from './fact-words.ts';
import type { Comparison } from './facts-context.ts';
import { DATE, NAME, NEGATION, NUMBER } from './masks.ts';
import { pairWords } from './pair-words.ts';
import { hasNoCase } from './slips.ts';
import { CHARACTER, DATE_TOKEN, NEGATION_TOKEN, NUMBER_TOKEN, type Token, type Tokens } from './token.ts';
import { factOfLetters } from './unspaced.ts';

const MAX_BRACKETED_UNITS = 40;
/** Places of a word that are looked at for its capital. */
const MAX_PLACES = 32;
/** Hunks and words of one beyond which no moved sentences are looked for. */
const MAX_HUNKS = 100;
const MAX_MOVED = 400;
/** How far from the ends of a text an agency's name is a label. */
const EDGE_WORDS = 15;
/** Words left over on both sides that are held against each other as opposites. */
const MAX_OPPOSITES = 400;
/** "The mayor of Marlow said" has at most this many words. */
const MAX_ATTRIBUTION = 8;
/** So many content words in a row that only one text has say something of their own. */
const MIN_PHRASE = 2;

/** The facts touched by the places where two token lists differ. */
export function judge(left: Tokens, right: Tokens, hunks: readonly Hunk[], context: Comparison): number {
  let mask = 0;
  const words: [string[], string[]] = [[], []];
  const rows: [readonly Token[], readonly Token[]][] = [];
  for (const hunk of withoutEdges(left, right, merged(left, withoutMoves(left, right, hunks)))) {
    const a = left.list.slice(hunk.leftStart, hunk.leftEnd);
    const b = right.list.slice(hunk.rightStart, hunk.rightEnd);
    if (a.some(isLetter) || b.some(isLetter)) {
      mask |= judgeLetters(left, right, hunk, context);
      continue;
    }
    const [onlyLeft, onlyRight] = pairWords(a, b, context);
    mask |= judgeWords(left, hunk.leftStart, onlyLeft, onlyRight, right);
    mask |= judgeWords(right, hunk.rightStart, onlyRight, onlyLeft, left);
    rows.push([onlyLeft.filter((token) => !isTicker(left, token, onlyRight)), onlyRight.filter((token) => !isTicker(right, token, onlyLeft))]);
    for (const { key } of onlyLeft) words[0].push(key);
    for (const { key } of onlyRight) words[1].push(key);
  }
  if (words[0].length * words[1].length <= MAX_OPPOSITES && hasOpposites(words[0], words[1]))
    mask |= NEGATION;
  const there = words.map((keys) => new Set(keys));
  return mask === 0 && rows.some(([a, b]) => isPhrase(a, there[1]) || isPhrase(b, there[0])) ? NAME : mask;
} // prettier-ignore

/** Whether a row holds content words that the other text has nowhere. */
function isPhrase(row: readonly Token[], elsewhere: ReadonlySet<string>): boolean {
  const own = row.filter((token) => isContent(token) && !elsewhere.has(token.key)).length;
  return own >= MIN_PHRASE;
}

const isLetter = ({ kind }: Token): boolean => kind === CHARACTER;

function hasOpposites(left: readonly string[], right: readonly string[]): boolean {
  return left.some((a) => right.some((b) => areOpposites(a, b) || areAffixOpposites(a, b)));
}

/** Hunks of letters that one equal letter parts are one change. */
function merged(left: Tokens, hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    const parted = last !== undefined && hunk.leftStart - last.leftEnd === 1 && isLetter(left.list[last.leftEnd]);
    if (parted)
      result[result.length - 1] = { ...hunk, leftStart: last.leftStart, rightStart: last.rightStart };
    else result.push(hunk);
  }
  return result;
} // prettier-ignore

/** The hunks without sentences that stand elsewhere on the other side and have lost a full stop there. */
function withoutMoves(left: Tokens, right: Tokens, hunks: readonly Hunk[]): readonly Hunk[] {
  const taken = hunks.filter(({ leftStart, leftEnd, rightStart, rightEnd }) => leftStart === leftEnd && rightEnd - rightStart >= MIN_SENTENCE);
  if (taken.length === 0 || hunks.length > MAX_HUNKS) return hunks;
  const moved = new Set<Hunk>();
  for (const hunk of hunks) {
    const length = hunk.leftEnd - hunk.leftStart;
    if (hunk.rightStart !== hunk.rightEnd || length < MIN_SENTENCE || length > MAX_MOVED) continue;
    const other = taken.find((insertion) => insertion.rightEnd - insertion.rightStart === length && !moved.has(insertion) && isMove(left.list, hunk, right.list, insertion));
    if (other !== undefined) moved.add(hunk).add(other);
  }
  return moved.size === 0 ? hunks : hunks.filter((hunk) => !moved.has(hunk));
} // prettier-ignore

/** Whether two rows of equal length hold the same words and begin with a sentence, wherever in the row that begins. */
function isMove(left: readonly Token[], hunk: Hunk, right: readonly Token[], insertion: Hunk): boolean {
  const length = hunk.leftEnd - hunk.leftStart;
  // a row may be found a little late: then its end holds the first words of what comes behind
  for (let shift = 0; shift < length; shift++) {
    const place = (i: number): number => (i + shift) % length;
    let same = true;
    for (let i = 0; i < length && same; i++)
      same = left[hunk.leftStart + i].key === right[insertion.rightStart + place(i)].key;
    if (same && length <= MAX_ATTRIBUTION && left.slice(hunk.leftStart, hunk.leftEnd).some(({ key }) => speechVerbs.has(key))) return true;
    if (same) return opensNear(left, hunk.leftStart, hunk.leftEnd) && opensNear(right, insertion.rightStart, insertion.rightEnd);
  }
  return false;
} // prettier-ignore

function opensNear(list: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (list[i].stops) return true;
  return false;
}

/** The hunks without a prefix or a credit that one text has and the other has not. */
function withoutEdges(left: Tokens, right: Tokens, hunks: readonly Hunk[]): Hunk[] {
  return hunks.filter((hunk, index) => {
    for (const [tokens, start, end, otherStart, otherEnd] of [
      [left, hunk.leftStart, hunk.leftEnd, hunk.rightStart, hunk.rightEnd],
      [right, hunk.rightStart, hunk.rightEnd, hunk.leftStart, hunk.leftEnd],
    ] as const) {
      if (
        index === 0 &&
        otherStart === 0 &&
        start === 0 &&
        isListNumber(left, hunk.leftEnd) &&
        isListNumber(right, hunk.rightEnd)
      )
        return false;
      if (otherStart !== otherEnd) continue;
      if (index === 0) {
        const moved = slideToStart(tokens.list, start, end);
        if (moved > 0 && isPrefix(tokens, moved)) return false;
      }
      if (index === hunks.length - 1) {
        const moved = slideToEnd(tokens.list, start, end);
        if (moved > 0 && isCredit(tokens, moved)) return false;
      }
    }
    return true;
  });
}

/** The length of the insertion when it can as well stand at the very beginning, or 0. */
function slideToStart(list: readonly Token[], start: number, end: number): number {
  const length = end - start;
  for (let i = 0; i < start; i++) if (list[i].key !== list[i + length].key) return 0;
  return length;
}

/** Where the insertion begins when it can as well stand at the very end, or 0. */
function slideToEnd(list: readonly Token[], start: number, end: number): number {
  const length = end - start;
  for (let i = end; i < list.length; i++) if (list[i].key !== list[i - length].key) return 0;
  return list.length - length;
}

/** The facts in a hunk that holds letters of a script without spaces. */
function judgeLetters(left: Tokens, right: Tokens, hunk: Hunk, context: Comparison): number {
  const a = left.list.slice(hunk.leftStart, hunk.leftEnd);
  const b = right.list.slice(hunk.rightStart, hunk.rightEnd);
  const [wordsLeft, wordsRight] = pairWords(a.filter((token) => !isLetter(token)), b.filter((token) => !isLetter(token)), context);
  let mask = judgeWords(left, hunk.leftStart, wordsLeft, wordsRight, right);
  mask |= judgeWords(right, hunk.rightStart, wordsRight, wordsLeft, left);
  const before = left.list.slice(Math.max(0, hunk.leftStart - 3), hunk.leftStart).map(({ key }) => key).join('');
  const behind = left.list.slice(hunk.leftEnd, hunk.leftEnd + 3).map(({ key }) => key).join('');
  return mask | factOfLetters(a.filter(isLetter), b.filter(isLetter), before, behind);
} // prettier-ignore

/** The facts among the words that only one side has. `others` are those of the other side in the same place. */
function judgeWords(
  tokens: Tokens,
  start: number,
  only: readonly Token[],
  others: readonly Token[],
  otherTokens: Tokens,
): number {
  let mask = 0;
  let at = start;
  for (const token of only) {
    while (tokens.list[at] !== token) at++;
    if (isTicker(tokens, token, others)) continue;
    mask |= factOf(tokens, at, others, otherTokens);
  }
  return mask;
}

/** A word that says what a text is about, in a script with capitals. */
function isContent({ kind, key, word }: Token): boolean {
  return kind === 0 && key.length > 2 && !functionWords.has(key) && !hasNoCase(word);
}

function factOf(tokens: Tokens, index: number, others: readonly Token[], otherTokens: Tokens): number {
  const { list, text } = tokens;
  const token = list[index];
  switch (token.kind) {
    case DATE_TOKEN:
      return DATE;
    case NUMBER_TOKEN:
      if (token.word === '一' && others.length === 0) return 0;
      return isDateNumber(list, index) ? DATE : NUMBER;
    case NEGATION_TOKEN:
      return NEGATION;
    default:
  }
  if (functionWords.has(token.key) && !isAcronym(tokens, index)) return 0;
  if (agencies.has(token.key) && isNearEdge(tokens, index)) return 0;
  if (hasNoCase(token.word)) return /\p{L}/u.test(token.word) ? NAME : 0;
  if (!token.capital) return /\d/.test(token.key) ? NUMBER : isDemonym(token.key) ? NAME : 0;
  if (/\d/.test(token.key)) return NUMBER;
  if (token.word.length === 1 && others.length === 0) return 0;
  if (!token.startsSentence) return NAME;
  if (isCapitalElsewhere(tokens, token) || isCapitalElsewhere(otherTokens, token, text)) return NAME;
  const isReplaced = others.some((other) => other.capital && !functionWords.has(other.key));
  return isReplaced && !/(?:ly|ing|ed)$/.test(token.key) ? NAME : 0;
}

/** Capitals that their neighbours have not: "US" and "WHO" are no pronouns. */
function isAcronym({ list }: Tokens, index: number): boolean {
  if (!list[index].allCapitals) return false;
  return [list[index - 1], list[index + 1]].every((near) => near === undefined || !near.allCapitals || near.word.length < 2);
} // prettier-ignore

function isNearEdge({ list, fromStart, toEnd }: Tokens, index: number): boolean {
  return (fromStart && index < EDGE_WORDS) || (toEnd && index >= list.length - EDGE_WORDS);
}

/** Whether a number stands beside the name of a month, or before the sign of a year, month or day. */
function isDateNumber(list: readonly Token[], index: number): boolean {
  const token = list[index];
  if (/\d[/.-]\d+[/.-]\d/.test(token.key)) return true;
  const next = list[index + 1];
  if (next !== undefined && /^[年月日号號]$/.test(next.key)) return true;
  return [list[index - 1], list[index + 1], list[index - 2]].some((near) => near !== undefined && near.key.startsWith('@m'));
} // prettier-ignore

/** Capitals in brackets that only one text has: "(NYSE: ABC)". */
function isTicker({ text }: Tokens, token: Token, others: readonly Token[]): boolean {
  return others.length === 0 && token.allCapitals && isBracketed(text, token.start);
}

function isBracketed(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_BRACKETED_UNITS), index);
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return false;
  const after = text.slice(index, index + MAX_BRACKETED_UNITS);
  const open = after.indexOf('(');
  const close = after.indexOf(')');
  return close >= 0 && (open < 0 || close < open);
}

/** Whether a word that opens a sentence stands with its capital inside a sentence too. */
function isCapitalElsewhere({ text }: Tokens, token: Token, source: string = text): boolean {
  const word = source.slice(token.start, token.end);
  let places = 0;
  for (let at = text.indexOf(word); at >= 0 && places < MAX_PLACES; at = text.indexOf(word, at + word.length), places++) {
    if (/[\p{L},] $/u.test(text.slice(Math.max(0, at - 2), at)) && !/\p{L}/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
} // prettier-ignore
