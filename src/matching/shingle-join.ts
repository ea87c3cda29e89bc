import { markRepeated } from './mark-repeated.ts';
import type { TextTable } from './text-table.ts';

/**
 * Least share of the shingles of the longer text that a near-duplicate must have in common. Dice over bigrams says nothing
 * certain about shingles, so this is where the search stops being a proof: what it misses is measured against brute
 * force.
 */
const LEAST_SHARED = 0.35;

/** Asking for more shared prefix shingles makes prefixes longer, but leaves few candidates by chance. */
const MAX_HITS = 2;

/** Texts with other numbers that are looked at; daily templates have thousands, and one is enough to link to. */
const MAX_RIVALS = 8;

/** Marks a text that was not inserted; hits are counted up to one less. */
const ABSENT = 255;
const MAX_HIT = ABSENT - 1;

/** Bits of a key that hold the frequency class; the others hold the shingle's hash. */
const CLASS_BITS = 4;
const MAX_CLASS = (1 << CLASS_BITS) - 1;
/** A counter that has reached this stays there. */
const MAX_COUNT = 255;

/**
 * Exhaustive set-similarity join over shingles: every pair of texts with the same numbers that shares at least
 * `LEAST_SHARED` of the longer text's shingles is found; of those with other numbers the `MAX_RIVALS` most alike.
 *
 * Shingles are ordered rare first. Two texts that share s of c shingles must share h of the first c - s + h, the
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
  /**
   * Where the texts of each slot begin in `postings`; those of the next slot follow. A key's slot is its hash: keys that meet
   * in one slot only cause candidates that share nothing, which the count of shared keys sends away.
   */
  private slotStart: Uint32Array = new Uint32Array(0);
  private slotShift = 0;
  /** Texts by the slots of their prefix keys, ascending in each slot. */
  private postings: Uint32Array = new Uint32Array(0);
  /**
   * For each text `ABSENT`, or the prefix shingles it shares with the text looked up, which is 0 between look-ups. One array
   * for both, since every access to it misses the cache.
   */
  private readonly hits: Uint8Array;
  private readonly overlaps: Map<number, number> = new Map();
  /** Texts with other numbers that share most prefix shingles with the one looked up, and how many. */
  private readonly rivals: Uint32Array = new Uint32Array(MAX_RIVALS);
  private readonly rivalHits: Uint8Array = new Uint8Array(MAX_RIVALS);

  /** Takes the shingles over from the table, whose store is empty afterwards. */
  constructor(texts: TextTable) {
    this.texts = texts;
    this.start = new Uint32Array(texts.count + 1);
    this.total = new Uint32Array(texts.count);
    this.hits = new Uint8Array(texts.count).fill(ABSENT);
    this.keys = this.takeShingles();
    this.indexPrefixes();
  }

  /**
   * Fills `candidates` with the inserted texts that share enough shingles with `text`; of those whose numbers differ, which are
   * nearly always variants (a number in a dateline or in brackets is no fact), with the `MAX_RIVALS` that look most alike.
   */
  lookUp(text: number, leastLengthRatio: number): void {
    const { candidates, hits, overlaps, keys, slotStart, slotShift, postings } = this;
    const { bigrams, numbers } = this.texts;
    candidates.length = 0;
    overlaps.clear();
    const end = this.prefixEnd(text);
    for (let i = this.start[text]; i < end; i++) {
      const slot = slotOf(keys[i], slotShift);
      const last = slotStart[slot + 1];
      for (let at = slotStart[slot]; at < last; at++) {
        const other = postings[at];
        const hit = hits[other];
        if (hit === ABSENT) continue;
        if (hit === 0) candidates.push(other);
        if (hit < MAX_HIT) hits[other] = hit + 1;
      }
    }
    const ownLength = bigrams[text];
    let kept = 0;
    let rivals = 0;
    for (const other of candidates) {
      const hit = hits[other];
      hits[other] = 0;
      if (hit < MAX_HITS && hit < fewestHits(Math.max(this.total[text], this.total[other]))) continue;
      const length = bigrams[other];
      if (Math.min(length, ownLength) < leastLengthRatio * Math.max(length, ownLength)) continue;
      if (numbers[other] !== numbers[text]) {
        rivals = this.addRival(other, hit, rivals);
        continue;
      }
      if (this.isCandidate(text, other)) candidates[kept++] = other;
    }
    for (let i = 0; i < rivals; i++) {
      if (this.isCandidate(text, this.rivals[i])) candidates[kept++] = this.rivals[i];
    }
    candidates.length = kept;
    if (kept > 1) candidates.sort((a, b) => (overlaps.get(b) ?? 0) - (overlaps.get(a) ?? 0) || a - b);
  }

  /** Whether two texts share enough of their shingles; remembers how many. */
  private isCandidate(text: number, other: number): boolean {
    const shared = this.overlap(text, other);
    if (shared < LEAST_SHARED * Math.max(this.total[text], this.total[other])) return false;
    this.overlaps.set(other, shared);
    return true;
  }

  /** Puts a text among the `count` rivals kept so far when it has more hits than the last of them; returns their number. */
  private addRival(text: number, hit: number, count: number): number {
    const { rivals, rivalHits } = this;
    let place = Math.min(count, MAX_RIVALS - 1);
    if (count === MAX_RIVALS && rivalHits[place] >= hit) return count;
    for (; place > 0 && rivalHits[place - 1] < hit; place--) {
      rivals[place] = rivals[place - 1];
      rivalHits[place] = rivalHits[place - 1];
    }
    rivals[place] = text;
    rivalHits[place] = hit;
    return Math.min(count + 1, MAX_RIVALS);
  }

  /** Makes a text findable. */
  insert(text: number): void {
    this.hits[text] = 0;
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
    }
    this.start[count] = end;
    return keys.subarray(0, end);
  }

  /** Lays the texts of each slot side by side: counts them, then fills each slot's stretch from the back. */
  private indexPrefixes(): void {
    const { keys, start } = this;
    const textCount = this.texts.count;
    let entries = 0;
    for (let text = 0; text < textCount; text++) entries += this.prefixEnd(text) - start[text];
    const bits = Math.max(4, Math.ceil(Math.log2(entries + 1)) - 1);
    const shift = 32 - bits;
    const ends = new Uint32Array(2 ** bits + 1);
    for (let text = 0; text < textCount; text++) {
      const end = this.prefixEnd(text);
      for (let i = start[text]; i < end; i++) ends[slotOf(keys[i], shift)]++;
    }
    for (let slot = 1; slot < ends.length; slot++) ends[slot] += ends[slot - 1];
    const postings = new Uint32Array(entries);
    for (let text = textCount - 1; text >= 0; text--) {
      for (let i = this.prefixEnd(text) - 1; i >= start[text]; i--) {
        postings[--ends[slotOf(keys[i], shift)]] = text;
      }
    }
    this.slotStart = ends;
    this.slotShift = shift;
    this.postings = postings;
  }
}

/** Multiplicative hashing (Knuth): the high bits of the product. */
function slotOf(key: number, shift: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift;
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

/** Key of a shingle: rare ones first. */
function keyOf(hash: number, count: number): number {
  return ((classes[count] << (32 - CLASS_BITS)) | (hash >>> CLASS_BITS)) >>> 0;
}

/** Frequency class by count: 2 is class 0, then one class for each factor of the square root of two. */
const classes: Uint8Array = Uint8Array.from({ length: MAX_COUNT + 1 }, (_, count) =>
  count < 2 ? 0 : Math.min(MAX_CLASS, Math.floor(2 * Math.log2(count / 2))),
);
