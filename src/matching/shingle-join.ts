import { RepeatFilter } from './repeat-filter.ts';
import type { TextTable } from './text-table.ts';

/**
 * Least share of the shingles of the longer text that a near-duplicate must have in common. Dice over bigrams says nothing
 * certain about shingles, so this is where the search stops being a proof: what it misses is measured against brute
 * force.
 */
const LEAST_SHARED = 0.35;

/** Asking for more shared prefix shingles makes prefixes longer, but leaves few candidates by chance. */
const MAX_HITS = 2;

/** Bits of a key that hold the frequency class; the others hold the shingle's hash. */
const CLASS_BITS = 4;
const MAX_CLASS = (1 << CLASS_BITS) - 1;
/** A counter that has reached this stays there. */
const MAX_COUNT = 255;

/**
 * Exhaustive set-similarity join over shingles: every pair of texts that shares at least `LEAST_SHARED` of the longer
 * text's shingles is found.
 *
 * Shingles are ordered rare first. Two texts that share s of c shingles must share one of the first c - s + 1, the
 * prefix (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), so only prefixes are indexed and looked up.
 * Shingles that occur in one text only are the rarest of all and match nothing: they fill the prefix without being
 * stored, and a text whose prefix is full of them has no near-duplicate.
 *
 * Texts are inserted as they are kept, so a removed text is never a candidate.
 */
export class ShingleJoin {
  /** Texts that share enough shingles with the last text looked up, most shared first. */
  readonly candidates: number[] = [];
  private readonly texts: TextTable;
  /** Keys of the shingles that occur at least twice, ascending within each text: `class << 28 | hash >>> 4`. */
  private keys: Uint32Array;
  /** Where the keys of each text begin; those of the next text follow. */
  private readonly start: Uint32Array;
  /** Shingles of each text, those that occur once included. */
  private readonly total: Uint32Array;
  /** The prefix keys of each text, numbered from 0 in the order of their first text; see `prefixStart`. */
  private prefixes: Uint32Array = new Uint32Array(0);
  /** Where the prefix of each text begins in `prefixes`; that of the next text follows. */
  private readonly prefixStart: Uint32Array;
  /** Where the texts of each numbered key begin in `postings`; those of the next key follow. */
  private postingStart: Uint32Array = new Uint32Array(0);
  /** Texts by key, ascending. */
  private postings: Uint32Array = new Uint32Array(0);
  /** 1 for texts that can be found. */
  private readonly inserted: Uint8Array;
  /** Prefix shingles that each text shares with the one looked up; 0 between look-ups. */
  private readonly hits: Uint16Array;
  private readonly overlaps: Map<number, number> = new Map();

  /** Takes the shingles over from the table, whose pool is empty afterwards. */
  constructor(texts: TextTable) {
    this.texts = texts;
    this.start = new Uint32Array(texts.count + 1);
    this.prefixStart = new Uint32Array(texts.count + 1);
    this.total = new Uint32Array(texts.count);
    this.hits = new Uint16Array(texts.count);
    this.inserted = new Uint8Array(texts.count);
    this.keys = this.takeShingles();
    this.indexPrefixes();
  }

  /** Fills `candidates` with the inserted texts that share enough shingles with `text`. */
  lookUp(text: number, leastLengthRatio: number): void {
    const { candidates, hits, overlaps, inserted, prefixes, prefixStart, postingStart, postings } = this;
    candidates.length = 0;
    overlaps.clear();
    const bigrams = this.texts.bigrams[text];
    for (let i = prefixStart[text]; i < prefixStart[text + 1]; i++) {
      const last = postingStart[prefixes[i] + 1];
      for (let at = postingStart[prefixes[i]]; at < last; at++) {
        const other = postings[at];
        if (inserted[other] === 1 && hits[other]++ === 0) candidates.push(other);
      }
    }
    let kept = 0;
    for (const other of candidates) {
      const hit = hits[other];
      hits[other] = 0;
      if (hit < fewestHits(Math.max(this.total[text], this.total[other]))) continue;
      const otherBigrams = this.texts.bigrams[other];
      if (Math.min(bigrams, otherBigrams) < leastLengthRatio * Math.max(bigrams, otherBigrams)) continue;
      const shared = this.overlap(text, other);
      if (shared < LEAST_SHARED * Math.max(this.total[text], this.total[other])) continue;
      overlaps.set(other, shared);
      candidates[kept++] = other;
    }
    candidates.length = kept;
    if (kept > 1) candidates.sort((a, b) => (overlaps.get(b) ?? 0) - (overlaps.get(a) ?? 0) || a - b);
  }

  /** Makes a text findable. */
  insert(text: number): void {
    this.inserted[text] = 1;
  }

  /** End of the keys in the prefix of a text. */
  private prefixEnd(text: number): number {
    const total = this.total[text];
    const start = this.start[text];
    const stored = this.start[text + 1] - start;
    const prefix = total - Math.ceil(LEAST_SHARED * total) + fewestHits(total);
    const once = total - stored;
    return start + Math.max(0, Math.min(stored, prefix - once));
  }

  /** Number of keys that two texts share, by a merge. */
  private overlap(a: number, b: number): number {
    const { keys, start } = this;
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

  /**
   * The keys of all texts. A first pass over all shingles tells those that occur once from the others, which a second
   * pass keeps and counts; then each becomes a key with its class. Counting goes by hash slot: two shingles in
   * one slot only seem more frequent than they are.
   */
  private takeShingles(): Uint32Array {
    const { shingles, shingleCount, count } = this.texts;
    const repeated = new RepeatFilter(shingles.size);
    shingles.forEachChunk((chunk) => repeated.addAll(chunk));
    const shift = 32 - Math.max(10, Math.ceil(Math.log2(repeated.repeats + 1)));
    const counts = new Uint8Array(2 ** (32 - shift));
    const keys = new Uint32Array(repeated.repeats);
    let stored = 0;
    shingles.drain(shingleCount, count, (text, own) => {
      this.start[text] = stored;
      this.total[text] = own.length;
      for (let i = 0; i < own.length; i++) {
        const hash = own[i];
        if (!repeated.has(hash)) continue;
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
    }
    this.start[count] = end;
    return keys.slice(0, end);
  }

  /** Numbers the keys that stand in some prefix and lays the texts of each side by side. */
  private indexPrefixes(): void {
    const { keys, start, prefixStart } = this;
    const textCount = this.texts.count;
    for (let text = 0; text < textCount; text++) {
      prefixStart[text + 1] = prefixStart[text] + this.prefixEnd(text) - start[text];
    }
    const entries = prefixStart[textCount];
    const numbering = new KeyNumbering();
    const prefixes = new Uint32Array(entries);
    for (let text = 0, entry = 0; text < textCount; text++) {
      const end = this.prefixEnd(text);
      for (let i = start[text]; i < end; i++) prefixes[entry++] = numbering.numberOf(keys[i]);
    }
    const ends = new Uint32Array(numbering.count + 1);
    for (let entry = 0; entry < entries; entry++) ends[prefixes[entry]]++;
    for (let key = 1; key < ends.length; key++) ends[key] += ends[key - 1];
    // filled from the back, each end moves to the start of its stretch
    const postings = new Uint32Array(entries);
    for (let text = textCount - 1; text >= 0; text--) {
      for (let entry = prefixStart[text + 1] - 1; entry >= prefixStart[text]; entry--) {
        postings[--ends[prefixes[entry]]] = text;
      }
    }
    this.prefixes = prefixes;
    this.postingStart = ends;
    this.postings = postings;
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

/** Shingles that a text of `total` shingles must share with another within both prefixes. */
function fewestHits(total: number): number {
  return Math.min(MAX_HITS, Math.ceil(LEAST_SHARED * total));
}

/** Gives keys numbers from 0 in the order in which they come: open addressing, key 0 marks a free slot. */
class KeyNumbering {
  count = 0;
  private keys: Uint32Array = new Uint32Array(1 << 16);
  private numbers: Uint32Array = new Uint32Array(1 << 16);

  numberOf(key: number): number {
    const slot = this.slotOf(key);
    if (this.keys[slot] === key) return this.numbers[slot];
    this.keys[slot] = key;
    this.numbers[slot] = this.count;
    if (1.5 * this.count > this.keys.length) this.grow();
    return this.count++;
  }

  private slotOf(key: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Uint32Array(2 * keys.length);
    this.numbers = new Uint32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const slot = this.slotOf(keys[i]);
      this.keys[slot] = keys[i];
      this.numbers[slot] = numbers[i];
    }
  }
}

/** Key of a shingle: rare ones first, never 0, which marks a free slot. */
function keyOf(hash: number, count: number): number {
  return ((classes[count] << (32 - CLASS_BITS)) | (hash >>> CLASS_BITS)) >>> 0 || 1;
}

/** Frequency class by count: 2 is class 0, then one class for each factor of the square root of two. */
const classes: Uint8Array = Uint8Array.from({ length: MAX_COUNT + 1 }, (_, count) =>
  count < 2 ? 0 : Math.min(MAX_CLASS, Math.floor(2 * Math.log2(count / 2))),
);
