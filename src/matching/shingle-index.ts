import { copyInto } from './memory.ts';
import {
  MAX_SIZE_CLASS,
  rowOf,
  sizeClassIn,
  sizeClassOf,
  TEXT_MASK,
  type PostingLists,
} from './posting-lists.ts';
import { KeyFilter, type KeyBits, type SeenKeys } from './seen-keys.ts';
import type { ShingleKeys } from './shingle-keys.ts';
import {
  FIRST_COMMON,
  leastContained,
  leastTogether,
  lengthClassOf,
  mostContained,
  SURE_HITS,
  type Lists,
  type ShingleLists,
} from './shingle-lists.ts';

/** Least share of the longer text's shingles that are rare and common to both: one at least, two from 17 shingles on. */
const LEAST_RARE = 0.0625;

/**
 * Least share of the shingles of the longer text that two near-duplicates have in common when fewer are rare.
 * Dice over bigrams says nothing certain about shingles, so what this misses is measured against brute force.
 */
const LEAST_SHARED = 0.35;

/** Texts of fewer shingles are looked up by all of them, since two slips leave hardly any. */
const SHORT = 16;

/** Marks a text that was not inserted; hits are counted up to one less. */
const ABSENT = 255;
const MAX_HIT = ABSENT - 1;

/** The size classes of texts that are looked for. */
interface Sizes {
  readonly smallest: number;
  readonly largest: number;
  /** Whether hits of texts of other sizes are counted, too; they are never likely. */
  readonly othersToo: boolean;
}

/** Slots of a filter, as a power of two; 32 KB, which stay in the cache. */
const FILTER_BITS = 18;

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
 * Before any list is read, it is known which of a text's shingles a text before has at all. These are mostly too few for others to hold
 * the text, and tell how long the texts may be that it holds; texts of other sizes are passed over in the lists.
 *
 * Texts are found once they are inserted, which happens when they are kept: a removed text is never found.
 */
export class ShingleIndex {
  /** The texts that the last look-up found, `foundCount` of them, in no particular order. */
  found: Uint32Array = new Uint32Array(1024);
  foundCount = 0;
  /** Those of them that have `leastHits` hits and the length for it, `likelyCount` of them, in no particular order. */
  likely: Uint32Array = new Uint32Array(1024);
  likelyCount = 0;
  /** One of the first so many texts found holds the text, alone or with its neighbours, if any does. */
  wholeCount = 0;
  /** Hits that a near-duplicate has at least in the last look-up. */
  leastHits = 1;
  /** Shingles of the text looked up whose texts were not all found: a text may share so many more than it has hits. */
  unsure = 0;
  private readonly own: ShingleKeys;
  private readonly lists: Lists;
  private readonly partLists: Lists;
  private readonly partEnds: Uint32Array;
  private readonly partHits: Uint8Array;
  private readonly seen: SeenKeys;
  /** The keys of the texts inserted, where these are few. */
  private readonly filter: { readonly any: KeyFilter; readonly inPrefix: KeyFilter } | undefined;
  private readonly inOrder: boolean;
  private readonly bigrams: Uint32Array;
  private readonly leastRatio: number;
  /**
   * For each text `ABSENT`, or how often it was hit in the last look-up. One array for both, since every access to it
   * may miss the cache.
   */
  private readonly marks: Uint8Array;
  /** Places of the seen keys of the last text looked up, `seenCount` of them, and where the rows of some of them begin and end. */
  private seenPlaces: Uint32Array = new Uint32Array(1024);
  private seenCount = 0;
  private rowFrom: Uint32Array = new Uint32Array(1024);
  private rowTo: Uint32Array = new Uint32Array(1024);
  /** Places that `cover` finds. */
  private fresh: Uint32Array = new Uint32Array(1024);

  /**
   * @param bigrams of each text
   * @param leastRatio least ratio of the bigrams of two texts that are near, shorter to longer; 0 for any
   * @param filtered whether to keep account of the keys of the texts inserted, which pays when there are a few thousand at most
   */
  constructor(lists: ShingleLists, bigrams: Uint32Array, leastRatio: number, filtered = false) {
    this.own = lists.own;
    this.lists = lists.lists;
    this.partLists = lists.partLists;
    this.partEnds = lists.partEnds;
    this.partHits = lists.partHits;
    this.seen = lists.seen;
    this.inOrder = lists.inOrder;
    this.filter = filtered
      ? { any: new KeyFilter(FILTER_BITS), inPrefix: new KeyFilter(FILTER_BITS) }
      : undefined;
    this.bigrams = bigrams;
    this.leastRatio = leastRatio;
    this.marks = new Uint8Array(lists.own.total.length).fill(ABSENT);
  }

  /** Finds the inserted texts that may be near to a text, or hold it. */
  lookUp(text: number): void {
    const { keys, start } = this.own;
    const first = start[text];
    const end = start[text + 1];
    const total = this.total(text);
    this.clear();
    this.findSeen(text, this.seen.any, this.filter?.any);
    const least = leastTogether(total);
    const canBeHeld = this.seenCount >= least;
    const wholeEnd = Math.max(first, Math.min(end, end - least + 1));
    const leastShared = Math.ceil(LEAST_SHARED * total);
    let nearEnd = total < SHORT ? end : Math.max(wholeEnd, end - leastShared + SURE_HITS);
    while (nearEnd < end && keys[nearEnd] < FIRST_COMMON) nearEnd++;
    // lists of frequent shingles are cut, so only the rare ones are sure to be hit
    const sureEnd = Math.min(nearEnd, end - this.own.frequent[text]);
    this.unsure = end - Math.min(end, sureEnd);
    const cut = Math.max(0, Math.min(end, nearEnd) - sureEnd);
    const leastRare = Math.ceil(LEAST_RARE * total);
    const leastSure = Math.min(Math.max(1, SURE_HITS - cut), leastRare);
    // see `mayBeNear`, for texts that are not longer
    this.leastHits = Math.max(leastSure, Math.min(leastRare, leastShared - this.unsure, MAX_HIT));
    if (!canBeHeld && this.seenCount < this.leastHits) return;
    const own = this.bigrams[text];
    const smallest = lengthClassOf(this.leastRatio * own);
    const largest = this.leastRatio === 0 ? MAX_SIZE_CLASS : lengthClassOf(own / this.leastRatio);
    const sizes: Sizes = { smallest, largest, othersToo: canBeHeld };
    const next = this.scan(text, this.lists, 0, wholeEnd, sizes);
    if (canBeHeld) this.wholeCount = this.foundCount;
    this.scan(text, this.lists, next, Math.min(end, nearEnd), sizes);
  }

  /** Finds the inserted texts that a text may hold. */
  lookUpParts(text: number): void {
    this.clear();
    this.findSeen(text, this.seen.any, this.filter?.any);
    const largest = sizeClassOf(mostContained(this.seenCount));
    this.findSeen(text, this.seen.inPrefix, this.filter?.inPrefix);
    this.scan(text, this.partLists, 0, this.own.start[text + 1], { smallest: 0, largest, othersToo: false });
  }

  /** Makes a text findable. */
  insert(text: number): void {
    this.marks[text] = 0;
    if (this.filter === undefined) return;
    const { keys, start } = this.own;
    this.filter.any.add(keys, start[text], start[text + 1]);
    this.filter.inPrefix.add(keys, start[text], this.partEnds[text]);
  }

  /** Makes texts absent again, all that were inserted. */
  withdraw(texts: Iterable<number>): void {
    this.clear();
    for (const text of texts) this.marks[text] = ABSENT;
    this.filter?.any.clear();
    this.filter?.inPrefix.clear();
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
    return hits + this.unsure >= least && this.sharesAtLeast(text, other, least);
  }

  /** Whether a text that was found by `lookUp` shares at least so many shingles, as far as can be told without a look at them. */
  mayShare(other: number, least: number): boolean {
    const hits = this.marks[other];
    return hits + this.unsure >= least || hits === MAX_HIT;
  }

  /** Shingles that a text which was found by the last look-up shares at least. */
  hits(other: number): number {
    return this.marks[other];
  }

  /** Whether a near-duplicate may share frequent shingles alone, so that it is not found when others have them before. */
  mayHideNear(text: number): boolean {
    return this.own.frequent[text] >= LEAST_SHARED * this.total(text);
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
    if (this.fresh.length < end - first) this.fresh = new Uint32Array(2 * (end - first));
    const { fresh } = this;
    let count = 0;
    for (let i = first, j = start[other]; i < end && j < endOther;) {
      if (keys[i] === keys[j] && covered[i - first] === 0) fresh[count++] = i - first;
      if (keys[i] < keys[j]) i++;
      else j++;
    }
    if (count < least) return 0;
    for (let i = 0; i < count; i++) covered[fresh[i]] = 1;
    return count;
  }

  /** Takes the hits of the last look-up back. */
  private clear(): void {
    const { marks, found, foundCount } = this;
    for (let i = 0; i < foundCount; i++) marks[found[i]] = 0;
    this.foundCount = 0;
    this.likelyCount = 0;
    this.wholeCount = 0;
  }

  /** Finds the keys of a text that are seen, and in the filter where there is one. */
  private findSeen(text: number, seen: KeyBits, filter: KeyFilter | undefined): void {
    const { keys, start } = this.own;
    const end = start[text + 1];
    this.makeRoom(end - start[text]);
    const { seenPlaces } = this;
    let count = 0;
    for (let i = start[text]; i < end; i++) {
      if (((seen[i >>> 5] >>> (i & 31)) & 1) === 0) continue;
      if (filter === undefined || filter.has(keys[i])) seenPlaces[count++] = i;
    }
    this.seenCount = count;
  }

  /**
   * Counts a hit for every inserted text of these sizes in the lists of the seen keys before `end`.
   *
   * @param from index into `seenPlaces` of the first key
   * @returns the index of the first key that was not looked up
   */
  private scan(text: number, lists: Lists, from: number, end: number, sizes: Sizes): number {
    const { seenPlaces, seenCount } = this;
    const { start, frequent } = this.own;
    const rareEnd = Math.min(end, start[text + 1] - frequent[text]);
    let next = from;
    while (next < seenCount && seenPlaces[next] < rareEnd) next++;
    this.scanRows(text, lists.rare, from, next, sizes);
    const firstFrequent = next;
    while (next < seenCount && seenPlaces[next] < end) next++;
    this.scanRows(text, lists.frequent, firstFrequent, next, sizes);
    return next;
  }

  /**
   * The same for the keys from one index into `seenPlaces` to another. First finds all rows, then reads their beginnings, then the rows:
   * nearly every access misses the cache, and a loop that does nothing else has the processor wait for several at a time.
   */
  private scanRows(
    text: number,
    { rowStart, shift, entries }: PostingLists,
    from: number,
    to: number,
    { smallest, largest, othersToo }: Sizes,
  ): void {
    const { keys } = this.own;
    const { seenPlaces, rowFrom, rowTo } = this;
    let most = this.foundCount;
    for (let i = from; i < to; i++) {
      const row = rowOf(keys[seenPlaces[i]], shift);
      rowFrom[i] = rowStart[row];
      rowTo[i] = rowStart[row + 1];
      most += rowTo[i] - rowFrom[i];
    }
    if (most > this.found.length) this.growFound(most);
    const before = this.inOrder ? text : TEXT_MASK;
    // a row that begins with a later text has none before
    for (let i = from; i < to; i++) if ((entries[rowFrom[i]] & TEXT_MASK) >= before) rowTo[i] = rowFrom[i];
    const { marks, leastHits, found, likely } = this;
    let { foundCount, likelyCount } = this;
    for (let i = from; i < to; i++) {
      const end = rowTo[i];
      for (let at = rowFrom[i]; at < end; at++) {
        const entry = entries[at];
        const other = entry & TEXT_MASK;
        if (other >= before) break;
        const sizeClass = sizeClassIn(entry);
        const fits = sizeClass >= smallest && sizeClass <= largest;
        if (!fits && !othersToo) continue;
        const mark = marks[other];
        if (mark === ABSENT) continue;
        if (mark === 0) found[foundCount++] = other;
        if (mark < MAX_HIT) marks[other] = mark + 1;
        if (mark + 1 === leastHits && fits) likely[likelyCount++] = other;
      }
    }
    this.foundCount = foundCount;
    this.likelyCount = likelyCount;
  }

  private makeRoom(keys: number): void {
    if (keys <= this.seenPlaces.length) return;
    this.seenPlaces = new Uint32Array(2 * keys);
    this.rowFrom = new Uint32Array(2 * keys);
    this.rowTo = new Uint32Array(2 * keys);
  }

  private growFound(needed: number): void {
    this.found = copyInto(new Uint32Array(2 * needed), this.found);
    this.likely = copyInto(new Uint32Array(2 * needed), this.likely);
  }
}
