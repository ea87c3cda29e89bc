import { hashSeed } from '../text/hash-seed.ts';

/** Characters of a gram. */
export const GRAM_UNITS = 5;

/** How far behind an ellipsis a truncation mark may reach, in UTF-16 code units. */
const MAX_MARK_UNITS = 20;

/**
 * A normalised text, which must hold no white space, without the mark that says it was cut off: an ellipsis near its end with what
 * follows it, as in "the government of the ... read more" or "... [+2217 chars]".
 */
export function withoutTruncationMark(text: string): string {
  const end = text.lastIndexOf('...');
  if (end < GRAM_UNITS || text.length - end - 3 > MAX_MARK_UNITS) return text;
  let start = end;
  while (start > 0 && '.[( '.includes(text[start - 1])) start--;
  return text.slice(0, start);
}

/**
 * Containment of one text in another: the share of the distinct character 5-grams of the part that occur in the whole
 * (Broder 1997, with characters for words). Texts are normalised and without white space, so that broken lines and
 * hyphens at their ends do not count. A part of fewer than five characters has one gram, itself.
 *
 * The grams of the part are loaded once into an open-addressing table of their positions, and then looked for in as many other
 * texts as wanted; grams are compared as text, never by hash alone.
 */
export class ContainmentScorer {
  private part = '';
  private grams = 0;
  private capacity = 1024;
  private shift = 22; // 32 minus the bits of the capacity
  /** Position in the part of the gram in each slot. */
  private positions: Uint32Array = new Uint32Array(this.capacity);
  /** The load that filled each slot, and the text in which its gram was found last. */
  private filled: Uint32Array = new Uint32Array(this.capacity);
  private found: Uint32Array = new Uint32Array(this.capacity);
  private loads = 0;
  private looks = 0;

  /** Loads the text that is looked for in others. */
  load(part: string): this {
    this.part = part;
    if (2 * part.length > this.capacity) this.grow(2 * part.length);
    this.loads++;
    this.grams = 0;
    for (let i = 0, hash = 0; i < part.length; i++) {
      hash = roll(hash, part, i);
      const start = i + 1 - GRAM_UNITS;
      if (start < 0) continue;
      const slot = this.slotOf(hash, part, start);
      if (this.filled[slot] === this.loads) continue;
      this.filled[slot] = this.loads;
      this.positions[slot] = start;
      this.found[slot] = 0;
      this.grams++;
    }
    return this;
  }

  /** Share of the loaded text's grams that occur in `whole`; 0 to 1. */
  score(whole: string): number {
    if (this.grams === 0) return whole.includes(this.part) ? 1 : 0;
    this.looks++;
    let shared = 0;
    for (let i = 0, hash = 0; i < whole.length; i++) {
      hash = roll(hash, whole, i);
      const start = i + 1 - GRAM_UNITS;
      if (start < 0) continue;
      const slot = this.slotOf(hash, whole, start);
      if (this.filled[slot] !== this.loads || this.found[slot] === this.looks) continue;
      this.found[slot] = this.looks;
      shared++;
    }
    return shared / this.grams;
  }

  /** The slot of the gram at `index` of `text`, whose hash is given: the one that holds it, or the free one where it belongs. */
  private slotOf(hash: number, text: string, index: number): number {
    const { part, positions, filled, loads } = this;
    const mask = this.capacity - 1;
    let slot = Math.imul(hash ^ (hash >>> 15), hashSeed.slot) >>> this.shift;
    while (filled[slot] === loads && !sameGram(part, positions[slot], text, index)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(needed: number): void {
    const bits = Math.ceil(Math.log2(needed));
    this.capacity = 2 ** bits;
    this.shift = 32 - bits;
    this.positions = new Uint32Array(this.capacity);
    this.filled = new Uint32Array(this.capacity);
    this.found = new Uint32Array(this.capacity);
    this.loads = 0;
  }
}

/** Factor of the rolling hash of a gram (Karp and Rabin 1987), and its power for the unit that leaves the gram. */
const FACTOR = hashSeed.rolling;
let leaving = 1;
for (let i = 0; i < GRAM_UNITS; i++) leaving = Math.imul(leaving, FACTOR);
const LEAVING = leaving;

/** The hash of the gram that ends at `index`, made from that of the gram before it. */
function roll(hash: number, text: string, index: number): number {
  const rolled = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0;
  return index < GRAM_UNITS ? rolled : (rolled - Math.imul(LEAVING, text.charCodeAt(index - GRAM_UNITS))) | 0;
}

function sameGram(a: string, i: number, b: string, j: number): boolean {
  for (let k = 0; k < GRAM_UNITS; k++) if (a.charCodeAt(i + k) !== b.charCodeAt(j + k)) return false;
  return true;
}
