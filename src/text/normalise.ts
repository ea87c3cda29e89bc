import { repair, startsMarkup, startsMojibake } from './repair.ts';
import { decodeUnits, UnitBuffer } from './units.ts';

/** Class of a word: letters, digits and marks of scripts that put spaces between words. */
export const WORD = 1;
/** Class of a word: one letter of a script that puts no spaces between words. */
export const CHARACTER_WORD = 2;
/** Class of a word: begins with a digit (together with WORD). */
export const DIGIT = 4;
const DIGIT_SHIFT = 18; // of the bit DIGIT in an entry of the unit table

// Marks in the unit table that do not reach the words.
const TRIGGER = 8; // may begin markup or mojibake: look closer
const PLAIN = 16; // part of a word whatever stands beside it
const MADE = 32; // the entry was made

const DROP = 0;
const COMPLEX = 0xffff; // its form depends on its neighbours: takes the slow way
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const ELLIPSIS = 0x2026;

/** Of the hashes of words: FNV-1a over UTF-16 code units. */
export const FNV_OFFSET: number = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const invisible = /[\p{Cc}\p{Cf}\u034f\u0640\u115f\u1160\u17b4\u17b5\u3164\uffa0*_#~`]/u;
const singleQuotes = '‘’‚‛′‵ʼ´＇';
const doubleQuotes = '“”„‟″‶«»〝〞＂「」『』‹›';
const dashes = '‐‑‒–—―−﹘﹣－⸺⸻';

/**
 * What becomes of each code unit: the folded unit in the low 16 bits, its class and marks above them. An entry is made when
 * its unit is first met, so the table costs memory for the scripts that occur and no time before the first text.
 */
const entries = new Int32Array(0x10000);

function entryOf(unit: number): number {
  return (entries[unit] || makeEntry(unit)) | 0;
}

function makeEntry(unit: number): number {
  const entry = foldUnit(unit);
  const isPlain = (entry & ((TRIGGER | WORD) << 16)) === WORD << 16 && (entry & 0xffff) !== COMPLEX;
  entries[unit] = entry | ((isPlain ? MADE | PLAIN : MADE) << 16);
  return entries[unit];
}

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return COMPLEX | (WORD << 16);
  if (singleQuotes.includes(character)) return APOSTROPHE;
  if (doubleQuotes.includes(character)) return 0x22;
  if (dashes.includes(character)) return 0x2d;
  if (unit === 0xfeff) return DROP;
  if (/\s/u.test(character)) return SPACE;
  if (invisible.test(character)) return DROP;
  // combining marks and conjoining jamo compose with what stands before them
  if (/\p{M}/u.test(character) || (unit >= 0x1100 && unit <= 0x11ff)) return COMPLEX | (WORD << 16);
  let folded = character.normalize('NFKC').toLowerCase();
  if (folded === 'ς') folded = 'σ';
  // half-width kana marks and compatibility jamo become what composes, too
  if (/^\p{M}/u.test(folded) || (folded >= '\u1100' && folded <= '\u11ff')) return COMPLEX | (WORD << 16);
  const trigger = '&<]'.includes(character) || (unit >= 0xc2 && unit <= 0xef) ? TRIGGER : 0;
  if (unit === ELLIPSIS) folded = '.';
  if (folded.length === 1) return folded.charCodeAt(0) | ((classOf(folded) | trigger) << 16);
  return COMPLEX | (classOf(character) << 16);
}

function classOf(character: string): number {
  if (unspaced.test(character)) return CHARACTER_WORD;
  if (/\p{N}/u.test(character)) return WORD | DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? WORD : 0;
}

/** Whether markup or mojibake, which only whole-string functions can repair, begins at `index`. */
function startsRepair(units: Uint16Array, index: number, end: number): boolean {
  return units[index] < 0x80 ? startsMarkup(units, index, end) : startsMojibake(units, index, end);
}

/** Whether `folded` inside a word goes on with it: an apostrophe before a letter, a number's joint before a digit. */
function joins(folded: number, before: number, source: Uint16Array, next: number, end: number): boolean {
  const isJoint = folded === 0x2e || folded === 0x2c || folded === 0x3a || folded === 0x2f;
  if (next >= end || (!isJoint && folded !== APOSTROPHE)) return false;
  if (isJoint && ((entryOf(before) >>> 16) & DIGIT) === 0) return false;
  return ((entryOf(source[next]) >>> 16) & (isJoint ? DIGIT : WORD)) !== 0;
}

/** What the slow way does before the table: everything that looks at more than one unit. */
function prepare(text: string): string {
  // three quotes have compatibility forms that are not quotes, so they are folded first
  return repair(text).replace(/´/g, "'").replace(/[″‶]/g, '"').normalize('NFKC').toLowerCase();
}

/**
 * A normalised text with its words, in buffers that the next `run` reuses: read what you need, keep copies.
 * Words are runs of letters and digits; an apostrophe inside a word belongs to it but not to its hash; dots, commas,
 * colons and slashes between digits belong to the number; in scripts without spaces each letter is a word.
 */
export class NormalisedText {
  /** The normalised text, `length` UTF-16 code units. */
  units: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  /** The same memory, two units at a time; a unit of 0 follows the text. */
  pairs: Int32Array = new Int32Array(this.units.buffer);
  length = 0;
  /** Spaces among the units. */
  spaceCount = 0;
  wordCount = 0;
  /** Words that are one letter of a script without spaces, and words that begin with a digit. */
  characterWordCount = 0;
  digitWordCount = 0;
  /** Offsets into `units`, half-open. */
  wordStart: Uint32Array = new Uint32Array(1024);
  wordEnd: Uint32Array = new Uint32Array(1024);
  /** FNV-1a over the units of the word. */
  wordHash: Int32Array = new Int32Array(1024);
  /** WORD or CHARACTER_WORD, with DIGIT. */
  wordClass: Uint8Array = new Uint8Array(1024);

  private readonly source: UnitBuffer = new UnitBuffer();

  run(text: string): this {
    return this.runUnits(this.source.load(text), 0, text.length);
  }

  /** Normalises the code units from `start` to `end`. */
  runUnits(source: Uint16Array, start: number, end: number): this {
    if (this.fold(source, start, end, false)) return this;
    const prepared = prepare(decodeUnits(source, start, end));
    this.fold(this.source.load(prepared), 0, prepared.length, true);
    return this;
  }

  /** The normalised text as a string. */
  text(): string {
    return decodeUnits(this.units, 0, this.length);
  }

  /** Folds unit by unit; false when the text must be prepared first. */
  private fold(source: Uint16Array, start: number, end: number, prepared: boolean): boolean {
    if (this.units.length <= end - start) this.growUnits(end - start + 1);
    const { units } = this;
    let { wordStart, wordEnd, wordHash, wordClass } = this;
    let length = 0;
    let spaces = 0;
    let word = 0;
    let characterWords = 0;
    let digitWords = 0;
    let space = false;
    for (let i = start; i < end;) {
      const unit = source[i];
      const entry = (entries[unit] || makeEntry(unit)) | 0;
      const unitClass = entry >>> 16;
      const folded = entry & 0xffff;
      if (folded === SPACE || folded === DROP) {
        if (folded === SPACE) space = length > 0;
        i++;
        continue;
      }
      if (folded === COMPLEX ? !prepared : unitClass & TRIGGER && !prepared && startsRepair(source, i, end))
        return false;
      if (space) {
        units[length++] = SPACE;
        spaces++;
        space = false;
      }
      if (unitClass & (WORD | CHARACTER_WORD) && word === wordStart.length) {
        this.growWords();
        ({ wordStart, wordEnd, wordHash, wordClass } = this);
      }
      if (unitClass & WORD) {
        // whole words at once: words with single spaces between them are what text mostly is
        let inner = entry;
        for (;;) {
          wordStart[word] = length;
          wordClass[word] = (inner >>> 16) & (WORD | DIGIT);
          digitWords += (inner >>> DIGIT_SHIFT) & 1;
          let hash = FNV_OFFSET;
          for (;;) {
            // the units of nearly all words are plain: look up, copy, hash
            while (inner & (PLAIN << 16)) {
              const plain = inner & 0xffff;
              units[length++] = plain;
              hash = Math.imul(hash ^ plain, FNV_PRIME);
              if (++i === end) break;
              inner = entries[source[i]];
            }
            if (i === end || (inner & 0xffff) === SPACE) break;
            inner = entryOf(source[i]) | 0;
            let innerUnit = inner & 0xffff;
            const innerClass = inner >>> 16;
            if (innerClass & WORD) {
              if (innerUnit === COMPLEX) {
                if (!prepared) return false;
                innerUnit = source[i];
              } else if (innerClass & TRIGGER && !prepared && startsRepair(source, i, end)) return false;
            } else if (innerUnit !== DROP && !joins(innerUnit, units[length - 1], source, i + 1, end)) break;
            i++;
            if (innerUnit !== DROP) {
              units[length++] = innerUnit;
              // "1.5" must not hash like "15", but "don't" like "dont"
              if (innerUnit !== APOSTROPHE) hash = Math.imul(hash ^ innerUnit, FNV_PRIME);
            }
            if (i === end) break;
            inner = entries[source[i]];
          }
          wordHash[word] = hash;
          wordEnd[word++] = length;
          if (i === end || (inner & 0xffff) !== SPACE) break;
          space = true;
          if (++i === end) break;
          inner = entries[source[i]];
          if ((inner & (PLAIN << 16)) === 0 || word === wordStart.length) break;
          units[length++] = SPACE;
          spaces++;
          space = false;
        }
        continue;
      }
      if (unitClass & CHARACTER_WORD) {
        wordStart[word] = length;
        wordClass[word] = CHARACTER_WORD;
        wordHash[word] = Math.imul(FNV_OFFSET ^ folded, FNV_PRIME);
        wordEnd[word++] = length + 1;
        characterWords++;
      } else if (unit === ELLIPSIS) {
        // the one common character that becomes several: make room and begin again when there is none
        if (length + 4 + end - i > units.length) {
          this.growUnits(2 * units.length);
          return this.fold(source, start, end, prepared);
        }
        units[length++] = folded;
        units[length++] = folded;
      }
      units[length++] = folded === COMPLEX ? unit : folded;
      i++;
    }
    units[length] = 0;
    this.length = length;
    this.spaceCount = spaces;
    this.wordCount = word;
    this.characterWordCount = characterWords;
    this.digitWordCount = digitWords;
    return true;
  }

  private growUnits(capacity: number): void {
    this.units = new Uint16Array(2 ** Math.ceil(Math.log2(capacity)));
    this.pairs = new Int32Array(this.units.buffer);
  }

  /** Doubles the room for words and keeps those that are there. */
  private growWords(): void {
    const size = 2 * this.wordStart.length;
    const longer = <Column extends Uint32Array | Int32Array | Uint8Array>(
      fresh: Column,
      old: Column,
    ): Column => {
      fresh.set(old);
      return fresh;
    };
    this.wordStart = longer(new Uint32Array(size), this.wordStart);
    this.wordEnd = longer(new Uint32Array(size), this.wordEnd);
    this.wordHash = longer(new Int32Array(size), this.wordHash);
    this.wordClass = longer(new Uint8Array(size), this.wordClass);
  }
}

const shared = new NormalisedText();

/**
 * The one definition of "the same text". All comparison runs on normalised text; the output keeps the
 * original. In this order:
 *
 * 1. HTML entities are decoded, UTF-8 that was read as windows-1252 is repaired, tags and the targets of
 *    Markdown links are dropped;
 * 2. NFKC and lower case (both small sigmas are one);
 * 3. quotes become `'` or `"`, dashes `-`, the ellipsis three dots; invisible characters, the Arabic tatweel
 *    and the Markdown signs `*`, `_`, `#`, `` ` `` and `~` vanish;
 * 4. white space is squeezed to single spaces and trimmed.
 *
 * Steps 2 to 4 go unit by unit through a table. Step 1 and characters whose normal form depends on their
 * neighbours are rare: a text that has any first takes a slower way through whole-string functions.
 *
 * @example
 * normalise('  “Share” — this…'); // '"share" - this...'
 */
export function normalise(text: string): string {
  return shared.run(text).text();
}
