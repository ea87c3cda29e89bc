import { Buffer } from 'node:buffer';
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

const latin = page(0);

/** Whether markup or mojibake, which only whole-string functions can repair, begins at `index`. */
function startsRepair(text: string, index: number): boolean {
  return text.charCodeAt(index) < 0x80 ? startsMarkup(text, index) : startsMojibake(text, index);
}

/** Whether a unit inside a word goes on with it: an apostrophe before a letter, a number's joint before a digit. */
function joins(folded: number, before: number, source: Uint16Array, next: number, end: number): boolean {
  if (next >= end) return false;
  const isJoint = folded === 0x2e || folded === 0x2c || folded === 0x3a || folded === 0x2f;
  if (folded !== APOSTROPHE && !(isJoint && before & DIGIT)) return false;
  const unit = source[next];
  const after = (unit < 256 ? latin[unit] : (pages[unit >> 8] ?? page(unit >> 8))[unit & 255]) >>> 16;
  return (after & (isJoint ? DIGIT : WORD)) !== 0;
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

  private sourceUnits: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  private sourceBytes: Buffer = Buffer.from(this.sourceUnits.buffer);

  run(text: string): this {
    if (!this.fold(text, false)) this.fold(prepare(text), true);
    return this;
  }

  /** The text's units in an array, which is much faster to read than the string. */
  private source(text: string): Uint16Array {
    if (this.sourceUnits.length < text.length) {
      this.sourceUnits = new Uint16Array(2 * text.length);
      this.sourceBytes = Buffer.from(this.sourceUnits.buffer);
    }
    this.sourceBytes.write(text, 'utf16le');
    return this.sourceUnits;
  }

  /** The normalised text as a string. */
  text(): string {
    return decodeUnits(this.units, 0, this.length);
  }

  /** Folds unit by unit; false when the text must be prepared first. */
  private fold(text: string, prepared: boolean): boolean {
    if (this.units.length < text.length) this.grow(text.length);
    const { units, wordStart, wordEnd, wordHash, wordClass } = this;
    const source = this.source(text);
    const end = text.length;
    let length = 0;
    let word = 0;
    let space = false;
    for (let i = 0; i < end;) {
      const unit = source[i];
      const entry = unit < 256 ? latin[unit] : (pages[unit >> 8] ?? page(unit >> 8))[unit & 255];
      const unitClass = entry >>> 16;
      const folded = entry & 0xffff;
      if (folded === SPACE || folded === DROP) {
        if (folded === SPACE) space = length > 0;
        i++;
        continue;
      }
      if (folded === COMPLEX ? !prepared : unitClass & TRIGGER && !prepared && startsRepair(text, i))
        return false;
      if (space) {
        units[length++] = SPACE;
        space = false;
      }
      if (unitClass & WORD) {
        // a whole word at once: it ends before the first unit that cannot be inside one
        wordStart[word] = length;
        wordClass[word] = unitClass & (WORD | DIGIT);
        let hash = FNV_OFFSET;
        let lastClass = 0;
        for (; i < end; i++) {
          const next = source[i];
          const inner = next < 256 ? latin[next] : (pages[next >> 8] ?? page(next >> 8))[next & 255];
          let innerUnit = inner & 0xffff;
          const innerClass = inner >>> 16;
          if (innerUnit === DROP) continue;
          if ((innerClass & WORD) === 0) {
            if (!joins(innerUnit, lastClass, source, i + 1, end)) break;
            units[length++] = innerUnit;
            // "1.5" must not hash like "15", but "don't" like "dont"
            if (innerUnit !== APOSTROPHE) hash = Math.imul(hash ^ innerUnit, FNV_PRIME);
            continue;
          }
          if (innerUnit === COMPLEX) {
            if (!prepared) return false;
            innerUnit = next;
          } else if (innerClass & TRIGGER && !prepared && startsRepair(text, i)) return false;
          units[length++] = innerUnit;
          hash = Math.imul(hash ^ innerUnit, FNV_PRIME);
          lastClass = innerClass;
        }
        wordHash[word] = hash;
        wordEnd[word++] = length;
        continue;
      }
      if (unitClass & CHARACTER_WORD) {
        wordStart[word] = length;
        wordClass[word] = CHARACTER_WORD;
        wordHash[word] = Math.imul(FNV_OFFSET ^ folded, FNV_PRIME);
        wordEnd[word++] = length + 1;
      } else if (unit === ELLIPSIS) {
        // the one common character that becomes several: make room and begin again when there is none
        if (length + 3 + end - i > units.length) {
          this.grow(2 * units.length);
          return this.fold(text, prepared);
        }
        units[length++] = folded;
        units[length++] = folded;
      }
      units[length++] = folded === COMPLEX ? unit : folded;
      i++;
    }
    this.length = length;
    this.wordCount = word;
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
  if (end - start <= 4096)
    return String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
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
