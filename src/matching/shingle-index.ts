import { markRepeated } from './mark-repeated.ts';
import { buildPostingLists, MAX_ROW, rowOf, type PostingLists } from './posting-lists.ts';
import type { TextTable } from './text-table.ts';

/**
 * A shingle that stands in this many texts or more is frequent. Whoever shares a rare one is always found; of those who share
 * only frequent ones, as daily templates do, the first few are.
 */
const FREQUENT = 64;

/** Texts that a frequent shingle leads to; templates have thousands, and one is enough to link to. */
const MAX_FREQUENT_ROW = 32;

/**
 * Least share of the shingles of the longer text that two near-duplicates have in common when most shingles are frequent.
 * Dice over bigrams says nothing certain about shingles, so what this misses is measured against brute force.
 */
const LEAST_SHARED = 0.35;

/** Least share of the longer text's shingles that are rare and common to both: one at least, two from 17 shingles on. */
const LEAST_RARE = 0.0625;

/** Marks a text that was not inserted; hits are counted up to one less. */
const ABSENT = 255;
const MAX_HIT = ABSENT - 1;

/** Bits of a key that hold the frequency class; the others hold the shingle's hash. */
const CLASS_BITS = 4;
const MAX_CLASS = (1 << CLASS_BITS) - 1;
/** A counter that has reached this stays there. */
const MAX_COUNT = 255;

/** A text that shares shingles with the one looked up. */
export interface Hit {
  readonly text: number;
  /** Lists of shingles of the text looked up in which it stands: about as many as they share. */
  readonly hits: number;
}

/**
 * Finds the texts that share shingles with a text, by inverted lists of all shingles that occur at least twice.
 *
 * Shingles that occur in one text only match nothing and are left out, which is most of them. Rare ones lead to all their
 * texts. Frequent ones are looked at only by a text that has so many of them that a near-duplicate may share no
 * other with it: then the rarest of them, as many as by the prefix principle (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and
 * Srikant 2007) must hold one of the shared ones, and of each the first few texts. So the cost of a look-up has a limit that does not
 * depend on how many texts there are.
 *
 * Texts are found once they are inserted, which happens when they are kept: a removed text is never found.
 */
export class ShingleIndex {
  /** What the last look-up found, in no particular order. */
  readonly hits: Hit[] = [];
  private readonly texts: TextTable;
  /**
   * Keys of the shingles that occur at least twice, ascending within each text, so rare ones first:
   * `class << 28 | hash >>> 4`.
   */
  private readonly keys: Uint32Array;
  /** Where the keys of each text begin; those of the next text follow. */
  private readonly start: Uint32Array;
  /** Frequent shingles of each text: those that `hits` may leave out. */
  readonly frequent: Uint16Array;
  /** Distinct shingles of each text, those that occur once included. */
  readonly total: Uint32Array;
  private readonly rareLists: PostingLists;
  private readonly frequentLists: PostingLists;
  /**
   * For each text `ABSENT`, or how often it was hit in this look-up, which is 0 between look-ups. One array for both, since
   * every access to it misses the cache.
   */
  private readonly marks: Uint8Array;
  private touched: Uint32Array = new Uint32Array(1024);

  /** Takes the shingles over from the table, whose store is empty afterwards. */
  constructor(texts: TextTable) {
    const { count } = texts;
    this.texts = texts;
    this.start = new Uint32Array(count + 1);
    this.total = new Uint32Array(count);
    this.frequent = new Uint16Array(count);
    this.marks = new Uint8Array(count).fill(ABSENT);
    this.keys = this.takeShingles();
    let rareKeys = 0;
    for (let text = 0; text < count; text++) rareKeys += this.rareEnd(text) - this.start[text];
    this.rareLists = buildPostingLists(rareKeys, (add) => this.forEachKey(true, add), MAX_ROW);
    const frequentKeys = (this.keys.length - rareKeys) / FREQUENT;
    this.frequentLists = buildPostingLists(
      Math.ceil(frequentKeys),
      (add) => this.forEachKey(false, add),
      MAX_FREQUENT_ROW,
    );
  }

  /** Fills `hits` with the inserted texts that share a shingle with `text`, two from 17 shingles on. */
  lookUp(text: number): void {
    const { hits, marks } = this;
    hits.length = 0;
    const rareEnd = this.rareEnd(text);
    let touched = this.scan(this.rareLists, this.start[text], rareEnd, 0);
    const frequent = this.frequent[text];
    const least = Math.ceil(LEAST_SHARED * this.total[text]);
    if (frequent >= least)
      touched = this.scan(this.frequentLists, rareEnd, rareEnd + frequent - least + 1, touched);
    const fewest = this.fewestHits(text);
    for (let i = 0; i < touched; i++) {
      const other = this.touched[i];
      const count = marks[other];
      marks[other] = 0;
      if (count >= fewest && other !== text) hits.push({ text: other, hits: count });
    }
  }

  /** Makes a text findable. */
  insert(text: number): void {
    if (this.marks[text] === ABSENT) this.marks[text] = 0;
  }

  /** Whether two texts may be near-duplicates by the shingles that they share. */
  mayBeNear(text: number, { text: other, hits }: Hit): boolean {
    const total = Math.max(this.total[text], this.total[other]);
    return hits >= LEAST_RARE * total || this.mostShared(text, other, hits) >= LEAST_SHARED * total;
  }

  /** The most shingles that two texts can share, given their hits. */
  mostShared(text: number, other: number, hits: number): number {
    return hits === MAX_HIT ? Infinity : hits + Math.min(this.frequent[text], this.frequent[other]);
  }

  /** Number of shingles that two texts share. */
  overlap(text: number, other: number): number {
    return this.merge(text, other, () => {});
  }

  /** Number of shingles of a text that at least one of the others has. */
  coverage(text: number, others: readonly number[]): number {
    const start = this.start[text];
    const covered = new Uint8Array(this.start[text + 1] - start);
    let shared = 0;
    for (const other of others) {
      this.merge(text, other, (place) => {
        if (covered[place - start] === 0) shared++;
        covered[place - start] = 1;
      });
    }
    return shared;
  }

  /** Calls `visit` with the places of the keys of `a` that `b` has, too; returns how many there are. */
  private merge(a: number, b: number, visit: (place: number) => void): number {
    const { keys, start } = this;
    let i = start[a];
    let j = start[b];
    const endA = start[a + 1];
    const endB = start[b + 1];
    let shared = 0;
    while (i < endA && j < endB) {
      const left = keys[i];
      const right = keys[j];
      if (left === right) {
        visit(i);
        shared++;
      }
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return shared;
  }

  private fewestHits(text: number): number {
    return this.total[text] * LEAST_RARE > 1 ? 2 : 1;
  }

  private rareEnd(text: number): number {
    return this.start[text + 1] - this.frequent[text];
  }

  /** Counts a hit for every inserted text in the lists of these keys. Returns how many texts have been touched. */
  private scan(lists: PostingLists, from: number, to: number, touchedBefore: number): number {
    const { keys, marks } = this;
    const { rowStart, shift, texts } = lists;
    let touched = touchedBefore;
    for (let i = from; i < to; i++) {
      const row = rowOf(keys[i], shift);
      const end = rowStart[row + 1];
      if (touched + end - rowStart[row] > this.touched.length)
        this.growTouched(touched + end - rowStart[row]);
      for (let at = rowStart[row]; at < end; at++) {
        const other = texts[at];
        const mark = marks[other];
        if (mark === ABSENT) continue;
        if (mark === 0) this.touched[touched++] = other;
        if (mark < MAX_HIT) marks[other] = mark + 1;
      }
    }
    return touched;
  }

  private growTouched(needed: number): void {
    const longer = new Uint32Array(2 * needed);
    longer.set(this.touched);
    this.touched = longer;
  }

  private forEachKey(rare: boolean, visit: (key: number, text: number) => void): void {
    for (let text = 0; text < this.texts.count; text++) {
      const middle = this.rareEnd(text);
      const end = rare ? middle : this.start[text + 1];
      for (let i = rare ? this.start[text] : middle; i < end; i++) visit(this.keys[i], text);
    }
  }

  /**
   * The keys of all texts. A first pass over all shingles tells those that occur once from the others, which a second
   * pass keeps and counts; then each becomes a key with its class. Counting goes by hash slot: two shingles in
   * one slot only seem more frequent than they are.
   */
  private takeShingles(): Uint32Array {
    const { shingles, shingleCount, count } = this.texts;
    const repeated = markRepeated(shingles);
    const shift = 32 - Math.max(10, Math.ceil(Math.log2(repeated.count + 1)));
    const counts = new Uint8Array(2 ** (32 - shift));
    const keys = new Uint32Array(repeated.count);
    let stored = 0;
    let place = 0;
    shingles.drain(shingleCount, count, (text, own) => {
      this.start[text] = stored;
      this.total[text] = own.length;
      for (let i = 0; i < own.length; i++, place++) {
        if ((repeated.bits[place >>> 5] & (1 << (place & 31))) === 0) continue;
        const hash = own[i];
        keys[stored++] = hash;
        if (counts[hash >>> shift] < MAX_COUNT) counts[hash >>> shift]++;
      }
    });
    this.start[count] = stored;
    let end = 0;
    for (let text = 0; text < count; text++) {
      const start = end;
      for (let i = this.start[text]; i < this.start[text + 1]; i++) {
        keys[end++] = keyOf(keys[i], counts[keys[i] >>> shift]);
      }
      const all = end;
      end = sortUnique(keys, start, end);
      // repetitions inside a text count as one shingle
      this.total[text] -= all - end;
      this.start[text] = start;
      let rareEnd = end;
      while (rareEnd > start && keys[rareEnd - 1] >= FIRST_FREQUENT_KEY && end - rareEnd < MAX_ROW) rareEnd--;
      this.frequent[text] = end - rareEnd;
    }
    this.start[count] = end;
    return keys.subarray(0, end);
  }
}

/** Sorts a stretch of keys and drops repetitions; returns its new end. */
function sortUnique(keys: Uint32Array, start: number, end: number): number {
  if (end - start < 2) return end;
  keys.subarray(start, end).sort();
  let write = start + 1;
  for (let i = start + 1; i < end; i++) if (keys[i] !== keys[write - 1]) keys[write++] = keys[i];
  return write;
}

/** Key of a shingle: rare ones first. */
function keyOf(hash: number, count: number): number {
  return ((classes[count] << (32 - CLASS_BITS)) | (hash >>> CLASS_BITS)) >>> 0;
}

/** Frequency class by count: 2 is class 0, then one class for each factor of the square root of two. */
function classOf(count: number): number {
  return count < 2 ? 0 : Math.min(MAX_CLASS, Math.floor(2 * Math.log2(count / 2)));
}

const classes: Uint8Array = Uint8Array.from({ length: MAX_COUNT + 1 }, (_, count) => classOf(count));
const FIRST_FREQUENT_KEY = classOf(FREQUENT) * 2 ** (32 - CLASS_BITS);
