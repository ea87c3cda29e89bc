import {
  arabicStopWords,
  cyrillicStopWords,
  devanagariStopWords,
  ethiopicStopWords,
  latinStopWords,
} from './stop-words.ts';

/** How much of a text is looked at, in UTF-16 code units: more does not tell more. */
export const LANGUAGE_SAMPLE_UNITS = 2000;
/** Bits of a stop word's languages. */
const maxLanguages = 32;
/** Characters of a script that make it a text in that script, in letters; a Chinese character counts as three. */
const leastLetters = 12;
/** Share of all letters that the commonest script must have. */
const leastShare = 0.6;
/** A stop word counts 12 for its language, shared among the languages that have it. */
const wordWeight = 12;
/** What the scores of the first and second language must be for the first to be believed. */
interface Evidence {
  readonly score: number;
  /** The second must stay below this share of the first. */
  readonly share: number;
}
const justEnough: Evidence = { score: 3 * wordWeight, share: 0.92 };
/** Most articles show their language at once: then the rest need not be looked at. */
const clearly: Evidence = { score: 10 * wordWeight, share: 0.6 };
export const CLEAR_SAMPLE_UNITS = 600;

/** Separators are 0, `mark` is passed over, the others are places in `scripts`. */
const scriptOf = new Uint8Array(0x10000);

/** A script with the language it stands for, or with the stop words that decide. */
interface Script {
  readonly ranges: ReadonlyArray<readonly [first: number, last: number]>;
  readonly language?: string;
  readonly words?: Readonly<Record<string, string>>;
}

const han = 2;
const kana = 3;
const scripts: readonly Script[] = [
  { ranges: [] },
  {
    ranges: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xaa, 0xaa],
      [0xb5, 0xb5],
      [0xba, 0xba],
      [0xc0, 0xd6],
      [0xd8, 0xf6],
      [0xf8, 0x2af],
      [0x1e00, 0x1eff],
    ],
    words: latinStopWords,
  },
  {
    ranges: [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfaff],
    ],
    language: 'zh',
  },
  {
    ranges: [
      [0x3041, 0x3096],
      [0x309d, 0x309f],
      [0x30a1, 0x30fa],
      [0x30fc, 0x30ff],
      [0x31f0, 0x31ff],
      [0xff66, 0xff9f],
    ],
    language: 'ja',
  },
  {
    ranges: [
      [0x1100, 0x11ff],
      [0x3131, 0x318e],
      [0xac00, 0xd7a3],
    ],
    language: 'ko',
  },
  {
    ranges: [
      [0x400, 0x481],
      [0x48a, 0x52f],
    ],
    words: cyrillicStopWords,
  },
  {
    ranges: [
      [0x620, 0x64a],
      [0x66e, 0x6d3],
      [0x6d5, 0x6d5],
      [0x6ee, 0x6ef],
      [0x6fa, 0x6fc],
      [0x750, 0x77f],
    ],
    words: arabicStopWords,
  },
  {
    ranges: [
      [0x900, 0x963],
      [0x971, 0x97f],
    ],
    words: devanagariStopWords,
  },
  { ranges: [[0x1200, 0x135a]], words: ethiopicStopWords },
  {
    ranges: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
    language: 'el',
  },
  { ranges: [[0x5d0, 0x5ea]], language: 'he' },
  {
    ranges: [
      [0xe01, 0xe3a],
      [0xe40, 0xe4e],
    ],
    language: 'th',
  },
  { ranges: [[0x10a0, 0x10ff]], language: 'ka' },
  {
    ranges: [
      [0x531, 0x556],
      [0x561, 0x587],
    ],
    language: 'hy',
  },
  { ranges: [[0x980, 0x9e5]], language: 'bn' },
  { ranges: [[0xa00, 0xa65]], language: 'pa' },
  { ranges: [[0xa80, 0xae5]], language: 'gu' },
  { ranges: [[0xb80, 0xbe5]], language: 'ta' },
  { ranges: [[0xc00, 0xc65]], language: 'te' },
  { ranges: [[0xc80, 0xce5]], language: 'kn' },
  { ranges: [[0xd00, 0xd65]], language: 'ml' },
  { ranges: [[0xd80, 0xddf]], language: 'si' },
  { ranges: [[0xe81, 0xedf]], language: 'lo' },
  { ranges: [[0x1000, 0x1049]], language: 'my' },
  { ranges: [[0x1780, 0x17dd]], language: 'km' },
];
scripts.forEach(({ ranges }, script) => {
  for (const [first, last] of ranges) scriptOf.fill(script, first, last + 1);
});

/** Accents, vowel signs and the Arabic stretcher when they are characters of their own: left out of words. */
const mark = 255;
const marks = [
  [0x300, 0x36f],
  [0x483, 0x487],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
] as const;
for (const [first, last] of marks) scriptOf.fill(mark, first, last + 1);

const lowerCase = Uint16Array.from({ length: 0x530 }, (_, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);

/** Of each unit the place of its script, and in the low 16 bits its lower case. */
const SCRIPT_SHIFT = 16;
const shapeOf = Uint32Array.from(scriptOf, (script, unit) => (script << SCRIPT_SHIFT) | lowerCaseOf(unit));

const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/**
 * The stop words of all scripts in one open hash table of FNV-1a hashes. Words are compared by hash alone:
 * among 4,300 million hashes, about one foreign word in three million is taken for a stop word, and one does not decide.
 */
const slots = 8192;
const slotHash = new Int32Array(slots);
/** Bit n is the n-th language of the word's script; 0 marks a free slot. */
const slotLanguages = new Uint32Array(slots);
const slotWeight = new Uint8Array(slots);
const languages: readonly (readonly string[])[] = scripts.map(({ words }) => Object.keys(words ?? {}));

for (const { words } of scripts) {
  Object.values(words ?? {}).forEach((list, language) => {
    for (const word of list.split(' ')) {
      const hash = hashOf(word);
      const slot = slotOf(hash);
      slotHash[slot] = hash;
      slotLanguages[slot] |= 1 << language;
      // Initials and units are one letter too.
      const weight = word.length === 1 ? wordWeight / 6 : wordWeight;
      slotWeight[slot] = Math.round(weight / countBits(slotLanguages[slot]));
    }
  });
}

function slotOf(hash: number): number {
  let slot = hash & (slots - 1);
  while (slotLanguages[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & (slots - 1);
  return slot;
}

function hashOf(word: string): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index);
    if (scriptOf[unit] !== mark) hash = Math.imul(hash ^ lowerCaseOf(unit), hashFactor);
  }
  return hash;
}

function lowerCaseOf(unit: number): number {
  if (unit < lowerCase.length) return lowerCase[unit];
  // Latin Extended Additional, where Vietnamese and Yoruba letters stand, alternates capital and small.
  return unit >= 0x1e00 && unit <= 0x1eff ? unit | 1 : unit;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The language of a text, given as code units, as its ISO 639-1 code, from the script and, where several languages share a script,
 * from their commonest words within the first 2,000 characters. Null when that is too little, when no
 * language stands out, or when the language has no two-letter code. About 10 microseconds an article.
 *
 * A detector of n-grams (eld) knows more languages, takes 300 microseconds an article and 85 MB of memory: too much
 * for what is one field of the output. Languages that are not in the lists give null or a close relative.
 */
export function detectLanguage(text: Uint16Array, length: number = text.length): string | null {
  return (
    detectClearLanguage(text, length) ??
    detectWithin(text, Math.min(length, LANGUAGE_SAMPLE_UNITS), justEnough)
  );
}

/** The language of a text that shows it in its first `CLEAR_SAMPLE_UNITS`, as most do; null when they do not, or are all. */
export function detectClearLanguage(text: Uint16Array, length: number): string | null {
  return length > CLEAR_SAMPLE_UNITS ? detectWithin(text, CLEAR_SAMPLE_UNITS, clearly) : null;
}

// counted anew for each text
const letters = new Uint32Array(scripts.length);
const scores = new Uint32Array(scripts.length * maxLanguages);

function detectWithin(text: Uint16Array, end: number, least: Evidence): string | null {
  letters.fill(0);
  scores.fill(0);
  let script = 0;
  let hash = hashStart;
  let wordStart = 0;
  for (let index = 0; index < end; index++) {
    const shape = shapeOf[text[index]];
    const here = shape >>> SCRIPT_SHIFT;
    if (here === mark) continue;
    if (here !== script) {
      if (script !== 0) addWord(hash, script);
      letters[script] += index - wordStart;
      script = here;
      hash = hashStart;
      wordStart = index;
    }
    hash = Math.imul(hash ^ (shape & 0xffff), hashFactor);
  }
  if (script !== 0) addWord(hash, script);
  letters[script] += end - wordStart;
  const main = mainScript();
  return scripts[main].language ?? mainLanguage(main, least);
}

function addWord(hash: number, script: number): void {
  const slot = slotOf(hash);
  for (let bits = slotLanguages[slot]; bits !== 0; bits &= bits - 1) {
    scores[script * maxLanguages + 31 - Math.clz32(bits & -bits)] += slotWeight[slot];
  }
}

/** The script that the text is written in, or 0. */
function mainScript(): number {
  letters[0] = 0;
  // A Japanese text has at least a tenth of kana, a Chinese one only in names.
  const [written, other] = letters[kana] * 10 > letters[han] ? [kana, han] : [han, kana];
  letters[written] = (letters[written] + letters[other]) * 3;
  letters[other] = 0;
  let total = 0;
  let best = 0;
  for (let script = 1; script < scripts.length; script++) {
    total += letters[script];
    if (letters[script] > letters[best]) best = script;
  }
  return letters[best] >= leastLetters && letters[best] >= leastShare * total ? best : 0;
}

function mainLanguage(script: number, least: Evidence): string | null {
  const names = languages[script];
  let best = 0;
  let second = 0;
  let language = '';
  for (let index = 0; index < names.length; index++) {
    const score = scores[script * maxLanguages + index];
    if (score > best) {
      second = best;
      best = score;
      language = names[index];
    } else if (score > second) second = score;
  }
  if (best < least.score || second > best * least.share || best - second < 2 * wordWeight) return null;
  return language.length === 2 ? language : null;
}
