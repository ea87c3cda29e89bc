import type { TextTable } from './text-table.ts';

/**
 * Least share of the shingles of the longer text that a near-duplicate must have in common. Dice over bigrams says nothing
 * certain about shingles, so this is where the search stops being a proof: what it misses is measured against brute
 * force.
 */
const LEAST_SHARED = 0.2;

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
  // postings: open addressing from key to the head of a list of texts
  private slotKey: Uint32Array = new Uint32Array(1 << 12);
  private slotHead: Int32Array = new Int32Array(1 << 12).fill(-1);
  private slotCount = 0;
  private postingText: Int32Array = new Int32Array(1 << 12);
  private postingNext: Int32Array = new Int32Array(1 << 12);
  private postingCount = 0;
  private readonly seen: Uint8Array;
  private readonly overlaps: Map<number, number> = new Map();

  /** Takes the shingles over from the table, whose pool is empty afterwards. */
  constructor(texts: TextTable) {
    this.texts = texts;
    this.start = new Uint32Array(texts.count + 1);
    this.total = new Uint32Array(texts.count);
    this.seen = new Uint8Array(texts.count);
    this.keys = this.takeShingles();
  }

  /** Fills `candidates` with the inserted texts that share enough shingles with `text`. */
  lookUp(text: number, leastLengthRatio: number): void {
    const { candidates, keys, seen, overlaps } = this;
    candidates.length = 0;
    overlaps.clear();
    const end = this.prefixEnd(text);
    const bigrams = this.texts.bigrams[text];
    for (let i = this.start[text]; i < end; i++) {
      for (let at = this.slotHead[this.slotOf(keys[i])]; at >= 0; at = this.postingNext[at]) {
        const other = this.postingText[at];
        if (seen[other] === 1) continue;
        seen[other] = 1;
        candidates.push(other);
      }
    }
    let kept = 0;
    for (const other of candidates) {
      seen[other] = 0;
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
    const end = this.prefixEnd(text);
    for (let i = this.start[text]; i < end; i++) this.post(this.keys[i], text);
  }

  /** End of the keys in the prefix of a text. */
  private prefixEnd(text: number): number {
    const total = this.total[text];
    const start = this.start[text];
    const stored = this.start[text + 1] - start;
    const prefix = total - Math.ceil(LEAST_SHARED * total) + 1;
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

  private takeShingles(): Uint32Array {
    const { texts } = this;
    const pool = new Uint32Array(texts.pool.buffer, 0, texts.poolSize);
    // how often each hash occurs; two hashes in one slot only make a shingle seem more frequent than it is
    const bits = Math.max(10, Math.ceil(Math.log2(2 * texts.poolSize + 1)));
    const shift = 32 - bits;
    const counts = new Uint8Array(2 ** bits);
    for (let i = 0; i < pool.length; i++) {
      const slot = pool[i] >>> shift;
      if (counts[slot] < MAX_COUNT) counts[slot]++;
    }
    let write = 0;
    for (let text = 0; text < texts.count; text++) {
      const from = texts.shingleStart[text];
      const to = texts.shingleStart[text + 1];
      this.start[text] = write;
      this.total[text] = to - from;
      for (let i = from; i < to; i++) {
        const hash = pool[i];
        const count = counts[hash >>> shift];
        // nothing is written beyond what has been read: the pool shrinks in place
        if (count > 1) pool[write++] = ((classOf(count) << (32 - CLASS_BITS)) | (hash >>> CLASS_BITS)) >>> 0;
      }
      write = this.sortUnique(pool, this.start[text], write, text);
    }
    this.start[texts.count] = write;
    const keys = pool.slice(0, write);
    texts.pool = new Int32Array(0);
    texts.poolSize = 0;
    return keys;
  }

  /** Sorts the keys of a text and drops repetitions, which count as one shingle; returns the new end. */
  private sortUnique(pool: Uint32Array, start: number, end: number, text: number): number {
    if (end - start < 2) return end;
    pool.subarray(start, end).sort();
    let write = start + 1;
    for (let i = start + 1; i < end; i++) if (pool[i] !== pool[write - 1]) pool[write++] = pool[i];
    this.total[text] -= end - write;
    return write;
  }

  private post(key: number, text: number): void {
    if (this.postingCount === this.postingText.length) {
      this.postingText = doubled(this.postingText);
      this.postingNext = doubled(this.postingNext);
    }
    if (2 * this.slotCount > this.slotKey.length) this.rehash();
    const slot = this.slotOf(key);
    if (this.slotHead[slot] < 0) this.slotCount++;
    this.slotKey[slot] = key;
    this.postingText[this.postingCount] = text;
    this.postingNext[this.postingCount] = this.slotHead[slot];
    this.slotHead[slot] = this.postingCount++;
  }

  private slotOf(key: number): number {
    const { slotKey, slotHead } = this;
    const mask = slotKey.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    while (slotHead[slot] >= 0 && slotKey[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private rehash(): void {
    const { slotKey, slotHead } = this;
    this.slotKey = new Uint32Array(2 * slotKey.length);
    this.slotHead = new Int32Array(2 * slotKey.length).fill(-1);
    for (let i = 0; i < slotKey.length; i++) {
      if (slotHead[i] < 0) continue;
      const slot = this.slotOf(slotKey[i]);
      this.slotKey[slot] = slotKey[i];
      this.slotHead[slot] = slotHead[i];
    }
  }
}

/** Frequency class: 2 is class 0, then one class for each doubling by the square root of two. */
function classOf(count: number): number {
  return Math.min(MAX_CLASS, Math.floor(2 * Math.log2(count / 2)));
}

function doubled(old: Int32Array): Int32Array {
  const fresh = new Int32Array(2 * old.length);
  fresh.set(old);
  return fresh;
}
