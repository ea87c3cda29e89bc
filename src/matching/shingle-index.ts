import { buildPostingLists, isOpen, open, rowOf, type PostingLists } from './posting-lists.ts';
import { firstKeyOf, takeShingleKeys, type ShingleKeys } from './shingle-keys.ts';
import type { TextTable } from './text-table.ts';

/** A shingle that stands in fewer texts is rare. Whoever shares enough of these is always found. */
const RARE = 16;

/**
 * A shingle that stands in this many texts or more is frequent. Of the texts that share only frequent ones, as daily templates
 * do, the first few are found.
 */
const FREQUENT = 64;

/** Texts that a frequent shingle leads to; templates have thousands, and one is enough to link to. */
const MAX_FREQUENT_ROW = 32;

/**
 * Texts in a row of rare shingles. A row has two to four on average, and a shingle brings fewer than `FREQUENT`, so that none is full
 * unless somebody writes texts whose shingles all meet in one row; then no look-up costs more than this for each shingle.
 */
const MAX_RARE_ROW = 255;

/** Least share of the longer text's shingles that are rare and common to both: one at least, two from 17 shingles on. */
const LEAST_RARE = 0.0625;

/**
 * Least share of the shingles of the longer text that two near-duplicates have in common when fewer are rare.
 * Dice over bigrams says nothing certain about shingles, so what this misses is measured against brute force.
 */
const LEAST_SHARED = 0.35;

/**
 * Hits that are asked for where the prefix principle promises one: for each further hit the prefix is one shingle longer (Wang, Li
 * and Feng 2012), and few texts have so many by chance.
 */
const SURE_HITS = 3;

/** Shingles that reach over the border of two blocks. */
export const SHINGLES_ACROSS = 2;

/** Borders between blocks that hold a text together, so many that one of the blocks is found for certain. */
const BORDERS = 2;

/** Marks a text that was not inserted; hits are counted up to one less. */
const ABSENT = 255;
const MAX_HIT = ABSENT - 1;

/**
 * How many of its `total` shingles a text shares with one that holds it. A slip breaks five 5-grams and three shingles, so at a
 * containment of 0.9 there is one slip in fifty characters, which are about ten words: seven of ten shingles are whole. A text of eight
 * words has six shingles, of which one slip leaves three.
 */
export function leastContained(total: number): number {
  return Math.ceil(Math.max(0.5 * total, 0.65 * total - 2));
}

/** The lists of rare shingles, which are whole, and those of frequent ones, which are cut. */
interface Lists {
  readonly rare: PostingLists;
  readonly frequent: PostingLists;
}

/**
 * Finds the texts that share shingles with a text, by inverted lists.
 *
 * Not all shingles are looked up. Texts that have `s` of a text's `k` shingles in common have one of any `k - s + 1` of them (prefix
 * principle: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), and the rarest lead to the fewest other texts.
 * Those that occur in no other text are common to none, so most texts have few left that can be, and many have too few.
 *
 * - Texts that are near, or hold the text, are found by the prefix of the text looked up, in lists of all shingles.
 * - Texts that the text holds are found by all of its shingles, in lists of the prefixes of the texts that may be held.
 *
 * A frequent shingle leads to the first few of its texts only. So the cost of a look-up has a limit that does not depend on how
 * many texts there are.
 *
 * Texts are found once they are inserted, which happens when they are kept: a removed text is never found.
 */
export class ShingleIndex {
  /** The texts that the last look-up found, `foundCount` of them, in no particular order. */
  found: Uint32Array = new Uint32Array(1024);
  foundCount = 0;
  /** One of the first so many of them holds the text, alone or with its neighbours, if any does. */
  wholeCount = 0;
  /** Hits that a near-duplicate has at least in the last look-up. */
  leastHits = 1;
  private readonly own: ShingleKeys;
  private readonly lists: Lists;
  private readonly partLists: Lists;
  /** Where the keys of each text end that are in `partLists`. */
  private readonly partEnds: Uint32Array;
  /** Hits in `partLists` that each text has at least when another holds it. */
  private readonly partHits: Uint8Array;
  /**
   * For each text `ABSENT`, or how often it was hit in the last look-up. One array for both, since every access to it
   * may miss the cache.
   */
  private readonly marks: Uint8Array;
  /** Shingles that the last look-up passed over. */
  private unscanned = 0;

  /** Whether texts are inserted in the order of their numbers, so that rows need not be read to their ends. */
  private readonly inOrder: boolean;

  /** Takes the shingles over from the table, whose store is empty afterwards. */
  constructor(texts: TextTable, inOrder: boolean) {
    this.inOrder = inOrder;
    const { count } = texts;
    this.marks = new Uint8Array(count).fill(ABSENT);
    this.own = takeShingleKeys(texts, FIRST_FREQUENT);
    const { start, frequent } = this.own;
    this.lists = this.buildLists((text) => start[text + 1]);
    const partEnds = start.slice(0, count);
    this.partEnds = partEnds;
    this.partHits = new Uint8Array(count);
    for (let text = 0; text < count; text++) {
      const least = leastContained(this.total(text));
      const keys = start[text + 1] - start[text];
      if (keys < least) continue;
      // lists of frequent shingles are cut, so they are left out where the rare ones suffice
      const sure = keys - frequent[text] - (keys - least);
      const hits = sure > 0 ? Math.min(sure, SURE_HITS) : SURE_HITS;
      partEnds[text] = start[text] + Math.min(keys, keys - least + hits);
      this.partHits[text] = hits;
    }
    this.partLists = this.buildLists((text) => partEnds[text]);
  }

  /** Finds the inserted texts that may be near to a text, or hold it. */
  lookUp(text: number): void {
    const { keys, start } = this.own;
    const first = start[text];
    const end = start[text + 1];
    const total = this.total(text);
    this.clear();
    // blocks that hold the text together have so many less
    const least = leastContained(total) - BORDERS * SHINGLES_ACROSS;
    const wholeEnd = Math.max(first, Math.min(end, end - least + 1));
    this.scan(text, this.lists, first, wholeEnd);
    this.wholeCount = this.foundCount;
    let nearEnd = Math.max(wholeEnd, end - Math.ceil(LEAST_SHARED * total) + SURE_HITS);
    while (nearEnd < end && keys[nearEnd] < FIRST_COMMON) nearEnd++;
    this.scan(text, this.lists, wholeEnd, Math.min(end, nearEnd));
    this.unscanned = Math.max(0, end - nearEnd);
    // lists of frequent shingles are cut, so only the rare ones are sure to be hit
    const cut = Math.max(0, Math.min(end, nearEnd) - (end - this.own.frequent[text]));
    this.leastHits = Math.min(Math.max(1, SURE_HITS - cut), Math.ceil(LEAST_RARE * total));
  }

  /** Finds the inserted texts that a text may hold. */
  lookUpParts(text: number): void {
    const { start } = this.own;
    this.clear();
    this.scan(text, this.partLists, start[text], start[text + 1]);
  }

  /** Makes a text findable. */
  insert(text: number): void {
    if (this.marks[text] !== ABSENT) return;
    this.marks[text] = 0;
    const { start } = this.own;
    this.open(this.lists, start[text], start[text + 1]);
    this.open(this.partLists, start[text], this.partEnds[text]);
  }

  /** Whether a text that was found by `lookUpParts` may be held by the text looked up. */
  mayBePart(text: number, other: number): boolean {
    return (
      this.marks[other] >= this.partHits[other] &&
      this.sharesAtLeast(other, text, leastContained(this.total(other)))
    );
  }

  /** Whether a text that was found by `lookUp` may be a near-duplicate, by the shingles that it shares. */
  mayBeNear(text: number, other: number): boolean {
    const total = Math.max(this.total(text), this.total(other));
    const hits = this.marks[other];
    if (hits >= LEAST_RARE * total || hits === MAX_HIT) return true;
    const least = Math.ceil(LEAST_SHARED * total);
    return hits + this.unscanned >= least && this.sharesAtLeast(text, other, least);
  }

  /** Whether a text that was found by `lookUp` shares at least so many shingles, as far as can be told without a look at them. */
  mayShare(other: number, least: number): boolean {
    const hits = this.marks[other];
    return hits + this.unscanned >= least || hits === MAX_HIT;
  }

  /** Whether texts with so many hits together may hold a text, with what the look-up passed over and what lies across their borders. */
  mayBeHeld(text: number, hits: number): boolean {
    return hits + this.unscanned + BORDERS * SHINGLES_ACROSS >= leastContained(this.total(text));
  }

  /** Shingles that a text which was found by the last look-up shares at least. */
  hits(other: number): number {
    return this.marks[other];
  }

  /** Distinct shingles of a text. */
  total(text: number): number {
    return this.own.total[text];
  }

  /** Number of shingles that two texts share. */
  overlap(a: number, b: number): number {
    const { keys, start } = this.own;
    let i = start[a];
    let j = start[b];
    const endA = start[a + 1];
    const endB = start[b + 1];
    let shared = 0;
    while (i < endA && j < endB) {
      const left = keys[i];
      const right = keys[j];
      if (left === right) shared++;
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return shared;
  }

  /** Whether two texts share so many shingles; sooner told than how many, since most that do not differ in the rare ones. */
  sharesAtLeast(a: number, b: number, least: number): boolean {
    const { keys, start } = this.own;
    let i = start[a];
    let j = start[b];
    // where the one or the other has too few keys left
    const endA = start[a + 1] - least;
    const endB = start[b + 1] - least;
    let shared = 0;
    while (shared < least && i - shared <= endA && j - shared <= endB) {
      const left = keys[i];
      const right = keys[j];
      if (left === right) shared++;
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return shared >= least;
  }

  /**
   * Adds the shingles of a text that another has to those that are covered, if at least so many are new.
   *
   * @param covered 1 for each key of the text that is covered; at least as long as the text has shingles
   * @returns how many are new, or 0 when they are too few
   */
  cover(text: number, other: number, covered: Uint8Array, least: number): number {
    const { keys, start } = this.own;
    const first = start[text];
    const end = start[text + 1];
    const endOther = start[other + 1];
    const fresh: number[] = [];
    for (let i = first, j = start[other]; i < end && j < endOther;) {
      if (keys[i] === keys[j] && covered[i - first] === 0) fresh.push(i - first);
      if (keys[i] < keys[j]) i++;
      else j++;
    }
    if (fresh.length < least) return 0;
    for (const place of fresh) covered[place] = 1;
    return fresh.length;
  }

  /** Takes the hits of the last look-up back. */
  private clear(): void {
    const { marks, found, foundCount } = this;
    for (let i = 0; i < foundCount; i++) marks[found[i]] = 0;
    this.foundCount = 0;
    this.wholeCount = 0;
  }

  /** Counts a hit for every inserted text in the lists of these keys. */
  private scan(text: number, lists: Lists, from: number, to: number): void {
    const { keys } = this.own;
    const { marks } = this;
    const before = this.inOrder ? text : Infinity;
    let { found, foundCount } = this;
    for (let i = from; i < to; i++) {
      const part = keys[i] < FIRST_FREQUENT ? lists.rare : lists.frequent;
      if (!isOpen(part, keys[i])) continue;
      const { rowStart, shift, texts } = part;
      const row = rowOf(keys[i], shift);
      const end = rowStart[row + 1];
      if (foundCount + end - rowStart[row] > found.length) found = this.growFound(foundCount + end - rowStart[row]);
      for (let at = rowStart[row]; at < end; at++) {
        const other = texts[at];
        if (other >= before) break;
        const mark = marks[other];
        if (mark === ABSENT) continue;
        if (mark === 0) found[foundCount++] = other;
        if (mark < MAX_HIT) marks[other] = mark + 1;
      }
    }
    this.foundCount = foundCount;
  } // prettier-ignore

  private open(lists: Lists, from: number, to: number): void {
    const { keys } = this.own;
    for (let i = from; i < to; i++) open(keys[i] < FIRST_FREQUENT ? lists.rare : lists.frequent, keys[i]);
  }

  private growFound(needed: number): Uint32Array {
    const longer = new Uint32Array(2 * needed);
    longer.set(this.found);
    this.found = longer;
    return longer;
  }

  /** The lists of the first keys of each text, up to `endOf`. */
  private buildLists(endOf: (text: number) => number): Lists {
    const { keys, start, total, frequent } = this.own;
    const firstFrequent = (text: number): number => Math.min(endOf(text), start[text + 1] - frequent[text]);
    const common = { keys, textCount: total.length };
    const rare = { ...common, firstOf: (text: number): number => start[text], endOf: firstFrequent };
    return {
      rare: buildPostingLists(rare, MAX_RARE_ROW),
      frequent: buildPostingLists({ ...common, firstOf: firstFrequent, endOf }, MAX_FREQUENT_ROW),
    };
  }
}

const FIRST_COMMON = firstKeyOf(RARE);
const FIRST_FREQUENT = firstKeyOf(FREQUENT);
