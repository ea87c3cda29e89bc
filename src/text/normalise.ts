import { repair, startsMarkup, startsMojibake } from './repair.ts';

/** Class of a word: letters, digits and marks of scripts that put spaces between words. */
export const WORD = 1;
/** Class of a word: one letter of a script that puts no spaces between words. */
export const CHARACTER_WORD = 2;
/** Class of a word: begins with a digit (together with WORD). */
export const DIGIT = 4;

// Marks in the unit table that do not reach the words.
const TRIGGER = 8; // may begin markup or mojibake: look closer

const DROP = 0;
const COMPLEX = 0xffff; // its form depends on its neighbours: takes the slow way
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const ELLIPSIS = 0x2026;

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const invisible = /[\p{Cc}\p{Cf}\u034f\u0640\u115f\u1160\u17b4\u17b5\u3164\uffa0*_#~`]/u;
const singleQuotes = '‘’‚‛′‵ʼ´＇';
const doubleQuotes = '“”„‟″‶«»〝〞＂「」『』‹›';
const dashes = '‐‑‒–—―−﹘﹣－⸺⸻';

/**
 * Entries of the unit table by page of 256 units, made when a page is first met. An entry holds the folded
 * unit in its low 16 bits and the class above them.
 */
const pages: (Uint32Array | undefined)[] = Array.from({ length: 256 });

function page(number: number): Uint32Array {
  const made = pages[number];
  if (made !== undefined) return made;
  const fresh = new Uint32Array(256);
  for (let low = 0; low < 256; low++) fresh[low] = entryOf((number << 8) | low);
  pages[number] = fresh;
  return fresh;
}

function entryOf(unit: number): number {
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

const latin = page(0);

/** What the slow way does before the table: everything that looks at more than one unit. */
function prepare(text: string): string {
  // three quotes have compatibility forms that are not quotes, so they are folded first
  return repair(text).replace(/´/g, "'").replace(/[″‶]/g, '"').normalize('NFKC').toLowerCase();
}

/**
 * A normalised text with its words, in buffers that the next `run` reuses: read what you need, keep copies.
 * Words are runs of letters and digits, an apostrophe inside a word belongs to it but not to its hash; in
 * scripts without spaces each letter is a word.
 */
export class NormalisedText {
  /** The normalised text, `length` UTF-16 code units. */
  units: Uint16Array = new Uint16Array(4096);
  length = 0;
  wordCount = 0;
  /** Offsets into `units`, half-open. */
  wordStart: Uint32Array = new Uint32Array(4096);
  wordEnd: Uint32Array = new Uint32Array(4096);
  /** FNV-1a over the units of the word. */
  wordHash: Int32Array = new Int32Array(4096);
  /** WORD or CHARACTER_WORD, with DIGIT. */
  wordClass: Uint8Array = new Uint8Array(4096);

  run(text: string): this {
    if (!this.fold(text, false)) this.fold(prepare(text), true);
    return this;
  }

  /** The normalised text as a string. */
  text(): string {
    return decodeUnits(this.units, 0, this.length);
  }

  /** Folds unit by unit; false when the text must be prepared first. */
  private fold(text: string, prepared: boolean): boolean {
    if (this.units.length < text.length) this.grow(text.length);
    const { units, wordStart, wordEnd, wordHash, wordClass } = this;
    let length = 0;
    let word = -1;
    let inWord = 0; // 1 in a word, 2 behind an apostrophe in a word
    let space = false;
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const entry = unit < 256 ? latin[unit] : (pages[unit >> 8] ?? page(unit >> 8))[unit & 255];
      const unitClass = entry >>> 16;
      let folded = entry & 0xffff;
      if (folded === DROP) continue;
      if (folded === SPACE) {
        space = length > 0;
        inWord = 0;
        continue;
      }
      if (folded === COMPLEX) {
        if (!prepared) return false;
        folded = unit;
      } else if (unitClass & TRIGGER && !prepared) {
        if (unit < 0x80 ? startsMarkup(text, i) : startsMojibake(text, i)) return false;
      }
      if (space) {
        units[length++] = SPACE;
        space = false;
      }
      if (unitClass & WORD) {
        if (inWord === 0) {
          wordStart[++word] = length;
          wordClass[word] = unitClass & (WORD | DIGIT);
          hash = FNV_OFFSET;
        }
        inWord = 1;
        hash = Math.imul(hash ^ folded, FNV_PRIME);
        wordHash[word] = hash;
        wordEnd[word] = length + 1;
      } else if (unitClass & CHARACTER_WORD) {
        wordStart[++word] = length;
        wordEnd[word] = length + 1;
        wordClass[word] = CHARACTER_WORD;
        wordHash[word] = Math.imul(FNV_OFFSET ^ folded, FNV_PRIME);
        inWord = 0;
      } else {
        inWord = folded === APOSTROPHE && inWord === 1 ? 2 : 0;
        if (unit === ELLIPSIS) {
          // the one common character that becomes several: make room and begin again when there is none
          if (length + 3 + text.length - i > units.length) {
            this.grow(2 * units.length);
            return this.fold(text, prepared);
          }
          units[length++] = folded;
          units[length++] = folded;
        }
      }
      units[length++] = folded;
    }
    this.length = length;
    this.wordCount = word + 1;
    return true;
  }

  /** Makes room for `capacity` units, each of which may be a word. */
  private grow(capacity: number): void {
    const size = 2 ** Math.ceil(Math.log2(capacity));
    this.units = new Uint16Array(size);
    this.wordStart = new Uint32Array(size);
    this.wordEnd = new Uint32Array(size);
    this.wordHash = new Int32Array(size);
    this.wordClass = new Uint8Array(size);
  }
}

/** A string from code units, in pieces that fit on the stack. */
export function decodeUnits(units: Uint16Array, start: number, end: number): string {
  if (end - start <= 4096) return String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
  let text = '';
  for (let i = start; i < end; i += 4096) text += decodeUnits(units, i, Math.min(end, i + 4096));
  return text;
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
