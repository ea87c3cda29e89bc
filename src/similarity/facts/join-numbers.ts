import { canonicalNumber, shiftDecimal } from './parse-digits.ts';
import {
  hanDigits,
  hanScales,
  numberJoints,
  numberWords,
  scaleSuffixes,
  scaleWords,
  unitPairs,
  unitWords,
  valueOfCompound,
} from './number-words.ts';
import { looksSame, NO_SLIP, slipOf } from './spelling.ts';
import { HAS_DIGITS, NUMBER_WORD } from './word-form.ts';
import { CHARACTER, NUMBER_TOKEN, WORD, type Token } from './token.ts';

/** More words or numerals than this are no number, but a hostile text. */
const MAX_PARTS = 40;
/** Digits of a value that is worked out; longer ones are compared as written. */
const MAX_DIGITS = 60;

/** A number that begins at a token: its value, where it ends, its unit. */
interface Reading {
  readonly value: string;
  readonly end: number;
  readonly unit: string;
}

/** Makes one token of each number with its scale and its unit: "$5m", "5 million dollars", "twenty-one per cent", "三百万". */
export function joinNumbers(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ numeric, kind }) => numeric !== 0 || kind === CHARACTER)) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    if (tokens[i].numeric === 0 && tokens[i].kind !== CHARACTER) {
      joined.push(tokens[i++]);
      continue;
    }
    const sign = signUnit(tokens, i);
    const reading = readNumber(tokens, sign === '' ? i : i + 1);
    if (reading === undefined) {
      joined.push(tokens[i++]);
      continue;
    }
    let { end, unit } = reading;
    if (unit === '') [unit, end] = readUnit(tokens, end, sign);
    if (unit === '') unit = sign;
    joined.push(numberToken(tokens, i, end, `#${minus(tokens, i)}${reading.value}${unit}`));
    i = end;
  }
  return joined;
}

function numberToken(tokens: readonly Token[], from: number, end: number, key: string): Token {
  const first = tokens[from];
  const last = tokens[end - 1];
  const word = tokens
    .slice(from, end)
    .map((token) => token.word)
    .join(' ');
  return { ...first, key, word, kind: NUMBER_TOKEN, capital: false, allCapitals: false, end: last.end };
}

/** A currency sign or code in front of a number. */
function signUnit(tokens: readonly Token[], index: number): string {
  if (index + 1 >= tokens.length || tokens[index].kind !== WORD) return '';
  const unit = unitWords.get(tokens[index].key);
  const next = tokens[index + 1];
  if (unit === undefined || unit === '%' || next.gap.length > 1 || /[.,;]/.test(next.gap)) return '';
  const isSign = !/\p{L}{4}/u.test(tokens[index].key) && unit !== 'km' && unit !== 'kg' && unit !== 'am' && unit !== 'pm';
  return isSign && /\d/.test(next.key) ? unit : '';
} // prettier-ignore

/** A minus sign right before the digits that is no hyphen between two things. */
function minus(tokens: readonly Token[], index: number): string {
  const { gap } = tokens[index];
  const isSign = (/[\s(]-$/.test(gap) || (index === 0 && gap === '-')) && /^\d/.test(tokens[index].word);
  return isSign && (index === 0 || tokens[index - 1].numeric !== HAS_DIGITS) ? '-' : '';
} // prettier-ignore

function readNumber(tokens: readonly Token[], index: number): Reading | undefined {
  if (index >= tokens.length) return undefined;
  const token = tokens[index];
  if (token.kind === CHARACTER) return readHan(tokens, index, '');
  if (token.kind !== WORD) return undefined;
  if (token.numeric & HAS_DIGITS) return readDigits(tokens, index);
  return token.numeric & NUMBER_WORD ? readWords(tokens, index) : undefined;
}

/** Digits, with what is written to them ("5m", "19th", "8pm", "1980s") and the scales behind them. */
function readDigits(tokens: readonly Token[], index: number): Reading | undefined {
  const match = /^([\d.,:/'’]+)(\p{L}*)$/u.exec(tokens[index].word);
  if (match === null) return undefined;
  const [, digits, suffix] = match;
  if (digits.length > MAX_DIGITS) return { value: digits, end: index + 1, unit: '' };
  let value = canonicalNumber(digits);
  if (suffix !== '') {
    const exponent = scaleSuffixes.get(suffix) ?? scaleWords.get(suffix);
    if (exponent !== undefined && /^[\d.]+$/.test(value)) value = shiftDecimal(value, exponent);
    else if (unitWords.has(suffix)) return { value, end: index + 1, unit: unitWords.get(suffix) ?? '' };
    else if (suffix === 's') value += 's';
    else if (!/^(?:st|nd|rd|th|er|re|ere|e|eme|o|a|os|as|te|ste|ten|го|й|я)$/.test(suffix)) return undefined;
  }
  const next = index + 1;
  if (next < tokens.length && tokens[next].kind === CHARACTER) return readHan(tokens, next, value);
  return readScales(tokens, next, value);
}

/** Scales behind a value: "3.5 million", "200 thousand million". */
function readScales(tokens: readonly Token[], from: number, start: string): Reading {
  let value = start;
  let end = from;
  while (end < tokens.length && end < from + 3 && tokens[end].kind === WORD && isClose(tokens[end])) {
    const exponent = scaleWords.get(tokens[end].key) ?? garbledScale(tokens[end].key);
    // "15 cents" is money, not a hundred
    if (exponent === undefined || /^cents?$/.test(tokens[end].key) || !/^[\d.]+$/.test(value)) break;
    value = shiftDecimal(value, exponent);
    end++;
  }
  return { value, end, unit: '' };
}

/** Scales that are long enough to be known when they are mistyped or badly scanned. */
const longScales = [
  'million',
  'billion',
  'trillion',
  'thousand',
  'hundred',
  'milhoes',
  'millones',
  'millionen',
  'milliarden',
];

/** What has been found out about words behind numbers; emptied when it is full. */
let garbled = new Map<string, number | undefined>();
const MAX_GARBLED = 4096;

function garbledScale(key: string): number | undefined {
  if (key.length < 5 || key.length > 12) return undefined;
  if (garbled.has(key)) return garbled.get(key);
  const word = longScales.find((scale) => looksSame(key, scale) || slipOf(key, scale) !== NO_SLIP);
  const exponent = word === undefined ? undefined : scaleWords.get(word);
  if (garbled.size >= MAX_GARBLED) garbled = new Map();
  garbled.set(key, exponent);
  return exponent;
}

/** A unit that scanning has garbled: "d01lars". */
function garbledUnit(key: string): string | undefined {
  if (key.length < 5 || key.length > 9) return undefined;
  return unitWords.get(longUnits.find((unit) => looksSame(key, unit)) ?? '');
}

const longUnits = ['dollars', 'dollar', 'percent', 'euros', 'pounds'];

/** Whether a token stands right behind the one before: a space or a hyphen, no mark. */
function isClose(token: Token): boolean {
  return token.gap.length <= 2 && /^[\s.-]*$/.test(token.gap) && !token.opensSentence;
}

/**
 * Number words: each adds to the one before where it is of a lower order, as in "hundred and five", and a scale multiplies.
 * "One two" are two numbers.
 */
function readWords(tokens: readonly Token[], index: number): Reading | undefined {
  let total = 0;
  let current = 0;
  let lowest = Infinity;
  let end = index;
  for (let i = index; i < tokens.length && i < index + MAX_PARTS; i++) {
    const token = tokens[i];
    if (token.kind !== WORD || (i > index && !isClose(token))) break;
    if (i > index && numberJoints.has(token.key)) {
      const isInside = i + 1 < tokens.length && lowest >= 20 && (wordValue(tokens[i + 1].key) ?? Infinity) < Math.min(lowest, 100);
      if (!isInside || !isClose(tokens[i + 1])) break;
      continue;
    } // prettier-ignore
    const exponent = scaleWords.get(token.key);
    if (exponent !== undefined) {
      const factor = 10 ** exponent;
      if (exponent === 2) {
        if (current >= 100) break;
        current = Math.max(1, current) * factor;
        lowest = factor;
      } else {
        if (end > index && current === 0) break;
        total += Math.max(current, end === index ? 1 : current) * factor;
        current = 0;
        lowest = factor;
      }
      end = i + 1;
      continue;
    }
    const value = wordValue(token.key);
    if (value === undefined || (end > index && !(value < lowest && (lowest >= 100 || (lowest >= 20 && value < 10))))) break; // prettier-ignore
    current += value;
    lowest = value;
    end = i + 1;
  }
  return end === index ? undefined : { value: String(total + current), end, unit: '' };
}

function wordValue(key: string): number | undefined {
  return numberWords.get(key) ?? (key.length > 7 ? valueOfCompound(key) : undefined);
}

/** Chinese and Japanese numerals, also behind digits ("300万"); 百分之 in front makes a per cent. */
function readHan(tokens: readonly Token[], index: number, prefix: string): Reading | undefined {
  let from = index;
  let unit = '';
  if (prefix === '' && tokens[index].key === '百' && tokens[index + 1]?.key === '分' && tokens[index + 2]?.key === '之') {
    from = index + 3;
    unit = '%';
    if (from >= tokens.length) return undefined;
    if (tokens[from].kind === WORD) {
      const reading = readNumber(tokens, from);
      return reading === undefined ? undefined : { ...reading, unit };
    }
  } // prettier-ignore
  let digits = '';
  let total = 0n;
  let section = 0n;
  let current: bigint | undefined;
  let fraction = prefix;
  let end = from;
  for (; end < tokens.length && end < from + MAX_PARTS; end++) {
    const { key, kind, gap } = tokens[end];
    if (kind !== CHARACTER || (end > from && gap !== '')) break;
    const digit = hanDigits.get(key);
    const exponent = hanScales.get(key);
    if (digit !== undefined && fraction === '') {
      digits += String(digit);
      current = BigInt(digit);
    } else if (exponent !== undefined) {
      const factor = 10n ** BigInt(exponent);
      if (fraction !== '') fraction = shiftDecimal(fraction, exponent);
      else if (exponent < 4) section += (current ?? 1n) * factor;
      else {
        total = (total + section + (current ?? 0n) || 1n) * factor;
        section = 0n;
      }
      current = undefined;
      digits += 'x';
    } else break;
  }
  if (fraction !== '') {
    if (!/^[\d.]+$/.test(fraction)) return { value: fraction, end, unit };
    return { value: fraction, end, unit };
  }
  if (end === from) return undefined;
  const isRow = /^\d{2,}$/.test(digits);
  const value = isRow ? canonicalNumber(digits) : String(total + section + (current ?? 0n));
  return { value, end, unit };
}

/** The unit behind a number, and where it ends. */
function readUnit(tokens: readonly Token[], end: number, sign: string): [unit: string, end: number] {
  if (end >= tokens.length || tokens[end].opensSentence || !/^[\s-]{0,2}$/.test(tokens[end].gap)) return ['', end];
  const { key, kind } = tokens[end];
  const next = end + 1 < tokens.length ? tokens[end + 1] : undefined;
  if (kind === CHARACTER) {
    const two = next === undefined ? undefined : unitWords.get(key + next.key);
    if (two !== undefined) return [two, end + 2];
    const one = unitWords.get(key);
    return one === undefined ? ['', end] : [one, end + 1];
  }
  if (kind !== WORD) return ['', end];
  const pair = next === undefined ? undefined : unitPairs.get(`${key} ${next.key}`);
  if (pair !== undefined) return [pair, end + 2];
  // "US dollars"
  if ((key === 'us' || key === 'u.s.') && next !== undefined && unitWords.get(next.key) === 'usd') return ['usd', end + 2];
  const unit = unitWords.get(key) ?? garbledUnit(key);
  if (unit === undefined || (sign !== '' && unit !== sign)) return ['', end];
  return [unit, end + 1];
} // prettier-ignore
