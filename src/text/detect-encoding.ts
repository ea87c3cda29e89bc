import { createRequire } from 'node:module';
import { singleByteTable } from './character-tables.ts';
import {
  encodingOf,
  isMultiByte,
  type Encoding,
  type MultiByteEncoding,
  type SingleByteEncoding,
} from './encodings.ts';
import { letterFrequencies } from './letter-frequencies.ts';
import { decodeMultiByte } from './multi-byte.ts';

/** Loaded when the first file needs it: most runs see UTF-8 alone. */
const require = createRequire(import.meta.url);

type Chardet = typeof import('chardet');
let chardet: Chardet | undefined;

/** How much is looked at: lines with bytes above ASCII, from the start of the file. */
const SAMPLE_BYTES = 4096;
/** How much decides between encodings that the sample does not set apart. */
const LARGE_SAMPLE_BYTES = 65_536;
/** Those whose log-likelihood comes so near to the best one's. */
const NEARLY_AS_LIKELY = 12;
/** Most broken sequences among the characters of a multi-byte encoding, above which it is not that encoding. */
const MAX_BROKEN_SHARE = 0.01;
/** What the word of chardet counts for, in natural logarithms. */
const CHARDET_BONUS = 1;

const LF = 10;

/** Encodings that are tried, the commoner first: of two that read a file as the same text the first is told. */
const candidates: readonly SingleByteEncoding[] = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
  'koi8-u',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-13',
  'iso-8859-15',
  'iso-8859-16',
  'ibm866',
  'macintosh',
];

const HANDICAP = 2;
/** Rarer encodings must be more likely to be believed: by this much, in natural logarithms, and by `HANDICAP` where nothing is said. */
const handicaps: Readonly<Partial<Record<SingleByteEncoding, number>>> = {
  'windows-1252': 0,
  'windows-1258': 4,
  'iso-8859-15': 1,
  'iso-8859-16': 3,
  ibm866: 3,
  macintosh: 5,
};

/**
 * The likeliest encoding of text that is neither Unicode nor ASCII. The package chardet knows Japanese, Korean and Chinese by their
 * frequent characters. Among encodings with one byte a character it mixes up relatives and lacks some, so here the letters of each language decide, with what
 * chardet says counting as one more hint.
 */
export function detectEncoding(data: Uint8Array): SingleByteEncoding | MultiByteEncoding {
  const sample = takeSample(data, SAMPLE_BYTES);
  const hint = hintOfChardet(sample);
  if (hint !== undefined && isMultiByte(hint.encoding)) {
    if (isDense(sample) && isSound(data, hint.encoding) && !looksThai(sample)) return hint.encoding;
  }
  const likely = rank(sample, candidates, hint);
  const near = likely.filter(({ score }) => score > likely[0].score - NEARLY_AS_LIKELY);
  const isWhole = sample.length < SAMPLE_BYTES;
  if (near.length === 1 || isWhole) return likely[0].encoding;
  const relatives = candidates.filter((encoding) => near.some((other) => other.encoding === encoding));
  return rank(takeSample(data, LARGE_SAMPLE_BYTES), relatives, hint)[0].encoding;
}

/** Mean log-likelihood of a byte above ASCII in text that was recognised; prose has more than -4.6 in all languages. */
const TEXT_LIKELIHOOD = -4.7;

/** Fewer bytes above ASCII are a letter in some encoding always; then only the commonest one is believed. */
const LEAST_PASTED = 4;

/**
 * The likeliest encoding of lines that were found among lines of UTF-8; undefined when they are unlikely in any, as damaged
 * UTF-8 is.
 */
export function detectPasted(lines: Uint8Array): SingleByteEncoding | MultiByteEncoding | undefined {
  const encoding = detectEncoding(lines);
  if (isMultiByte(encoding)) return encoding;
  const sample = takeSample(lines, SAMPLE_BYTES);
  const high = countHigh(sample);
  if (high < LEAST_PASTED && encoding !== 'windows-1252') return undefined;
  return scoreOf(sample, encoding) > TEXT_LIKELIHOOD * high ? encoding : undefined;
}

interface Hint {
  readonly encoding: Encoding;
  /** From 0 to 1. */
  readonly confidence: number;
}

interface Ranked {
  readonly encoding: SingleByteEncoding;
  /** Log-likelihood. */
  readonly score: number;
}

/** The likeliest first; of equals the one that stands first in `among`. */
function rank(sample: Uint8Array, among: readonly SingleByteEncoding[], hint: Hint | undefined): Ranked[] {
  return among
    .map((encoding) => {
      const bonus = encoding === hint?.encoding ? hint.confidence * CHARDET_BONUS : 0;
      return { encoding, score: scoreOf(sample, encoding) + bonus - (handicaps[encoding] ?? HANDICAP) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whole lines that hold bytes above ASCII. */
function takeSample(data: Uint8Array, maxBytes: number): Uint8Array {
  const sample = new Uint8Array(Math.min(maxBytes, data.length));
  let length = 0;
  for (let start = 0; start < data.length && length < sample.length;) {
    const next = data.indexOf(LF, start);
    const end = next < 0 ? data.length : next + 1;
    const line = data.subarray(start, Math.min(end, start + sample.length - length));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return sample.subarray(0, length);
}

/** What chardet holds likeliest among the encodings that can be read here. */
function hintOfChardet(sample: Uint8Array): Hint | undefined {
  chardet ??= require('chardet') as Chardet;
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = encodingOf(name);
    if (encoding !== undefined) return { encoding, confidence: confidence / 100 };
  }
  return undefined;
}

/** Least share of bytes above ASCII in lines that have any, where the text is Chinese, Japanese or Korean. */
const LEAST_DENSITY = 0.1;
const LEAST_HIGH_BYTES = 6;

function isDense(sample: Uint8Array): boolean {
  const high = countHigh(sample);
  return high >= LEAST_HIGH_BYTES && high >= LEAST_DENSITY * sample.length;
}

/** Bytes above ASCII. */
function countHigh(sample: Uint8Array): number {
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  return high;
}

/** Whether nearly all of the bytes are characters of a multi-byte encoding. */
function isSound(data: Uint8Array, encoding: MultiByteEncoding): boolean {
  const { text, replacements } = decodeMultiByte(data, encoding);
  return replacements <= MAX_BROKEN_SHARE * text.length;
}

/** Mean log-likelihood of a letter of Thai; prose has more than -3.9, Korean, Japanese and Chinese read as Thai less than -5.5. */
const THAI_LIKELIHOOD = -4.7;

/** Whether pairs of bytes are likelier letters of Thai, which chardet does not know. */
function looksThai(sample: Uint8Array): boolean {
  return scoreOf(sample, 'windows-874') > THAI_LIKELIHOOD * countHigh(sample);
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const LETTER = LOWER | UPPER;
const SYMBOL = 4;
const OPENING = 8;
const CLOSING = 16;
/** Together with LOWER or UPPER: the script. Marks have none, they belong to the letter before them. */
const LATIN = 32;
const OTHER_SCRIPT = 64;
const SCRIPTS = LATIN | OTHER_SCRIPT;

/** What a byte is in an encoding, and how likely in each language. */
interface Scores {
  readonly kinds: Uint8Array;
  /** The languages that have a letter among the upper 128 bytes: natural logarithms by byte. */
  readonly languages: readonly Float64Array[];
}

const scoresByEncoding = new Map<SingleByteEncoding, Scores>();

/** Natural logarithms of what happens seldom. */
const FOREIGN_LETTER = -9;
const PUNCTUATION = -3.5;
const ODD_SYMBOL = -8;
const NO_CHARACTER = -12;
const CAPITAL = -2;
const CAPITAL_INSIDE = -4;
const CAPITAL_RUN = -1;
const SCRIPTS_MIXED = -4;
const SYMBOL_INSIDE = -3;
const QUOTE_MISPLACED = -4;

const punctuation = '“”‘’„‚«»‹›–—…•·°§©®€£™№±×²³\u00a0\u00ad¿¡،؛؟ªº';
const openingQuotes = '“‘«¿¡';
const closingQuotes = '”’»';

/** The log-likelihood of a sample in an encoding, under the language that suits it best. */
function scoreOf(sample: Uint8Array, encoding: SingleByteEncoding): number {
  let scores = scoresByEncoding.get(encoding);
  if (scores === undefined) {
    scores = makeScores(encoding);
    scoresByEncoding.set(encoding, scores);
  }
  const { kinds, languages } = scores;
  const counts = new Uint32Array(256);
  let shape = 0;
  let before = OTHER;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i];
    const kind = kinds[byte];
    counts[byte]++;
    const isHigh = byte >= 0x80 || (i > 0 && sample[i - 1] >= 0x80);
    if (isHigh) {
      const next = i + 1 < sample.length ? kinds[sample[i + 1]] : OTHER;
      shape += shapeOf(kind, before, next);
    }
    before = kind;
  }
  let best = -Infinity;
  for (const logarithms of languages) {
    let sum = 0;
    for (let byte = 0x80; byte < 256; byte++) if (counts[byte] > 0) sum += counts[byte] * logarithms[byte];
    best = Math.max(best, sum);
  }
  return best + shape;
}

/** What a character costs because of those beside it. */
function shapeOf(kind: number, before: number, next: number): number {
  if ((kind & LETTER) === 0) {
    if (kind === SYMBOL && before & LETTER && next & LETTER) return SYMBOL_INSIDE;
    if (kind === OPENING && before & LETTER && !(next & LETTER)) return QUOTE_MISPLACED;
    return kind === CLOSING && before === OTHER && next & LETTER ? QUOTE_MISPLACED : 0;
  }
  if (!(before & LETTER)) return 0;
  if (((kind | before) & SCRIPTS) === SCRIPTS) return SCRIPTS_MIXED;
  if (!(kind & UPPER)) return 0;
  return before & LOWER ? CAPITAL_INSIDE : CAPITAL_RUN;
}

function makeScores(encoding: SingleByteEncoding): Scores {
  const { units } = singleByteTable(encoding);
  const kinds = Uint8Array.from(units, (unit) => kindOf(String.fromCharCode(unit)));
  const languages: Float64Array[] = [];
  for (const table of frequencies()) {
    const logarithms = new Float64Array(256);
    let covered = 0;
    for (let byte = 0x80; byte < 256; byte++) {
      const character = String.fromCharCode(units[byte]);
      const known = table.get(character.toLowerCase());
      const isCapital = (kinds[byte] & UPPER) !== 0;
      if (known !== undefined && !isCapital) covered += known;
      logarithms[byte] =
        known === undefined ? otherScore(character) : Math.log(known) + (isCapital ? CAPITAL : 0);
    }
    // an encoding that lacks a tenth of a language's letters is not used for it
    if (covered > 0.9) languages.push(logarithms);
  }
  return { kinds, languages };
}

function kindOf(character: string): number {
  const script = /\p{Script=Latin}/u.test(character) ? LATIN : OTHER_SCRIPT;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER | script;
  if (/\p{M}/u.test(character)) return LOWER;
  if (/\p{L}/u.test(character)) return LOWER | script;
  if (openingQuotes.includes(character)) return OPENING;
  if (closingQuotes.includes(character)) return CLOSING;
  return character >= '\u0080' ? SYMBOL : OTHER;
}

function otherScore(character: string): number {
  if (character === '\ufffd' || /\p{Cc}/u.test(character)) return NO_CHARACTER;
  if (/[\p{L}\p{M}]/u.test(character)) return FOREIGN_LETTER;
  return punctuation.includes(character) ? PUNCTUATION : ODD_SYMBOL;
}

let parsed: readonly ReadonlyMap<string, number>[] | undefined;

/** The tables of all languages, as shares of 1. */
function frequencies(): readonly ReadonlyMap<string, number>[] {
  parsed ??= Object.values(letterFrequencies).map(
    (table) => new Map(table.split(' ').map((entry) => [entry[0], Number(entry.slice(1)) / 1000] as const)),
  );
  return parsed;
}
