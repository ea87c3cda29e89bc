import { ownMemory, type Memory } from './memory.ts';
import { markRepeated } from './mark-repeated.ts';
import { MAX_ROW } from './posting-lists.ts';
import type { TextTable } from './text-table.ts';

/** Bits of a key that hold the frequency class; the others hold the shingle's hash. */
const CLASS_BITS = 4;
const MAX_CLASS = (1 << CLASS_BITS) - 1;
/** A counter that has reached this stays there. */
const MAX_COUNT = 255;

/** Counters by hash, as a power of two: so many that few shingles of a small input share one. */
const MIN_COUNT_BITS = 16;

/** Texts with at most this many keys are sorted by insertion, which is faster than a call of the general sort. */
const FEW_KEYS = 48;

/**
 * The shingles of all texts as 32-bit keys, `class << 28 | hash >>> 4`, which ascend within each text, so that those that
 * few texts have come first. Shingles that occur in one text only match nothing and are left out.
 */
export interface ShingleKeys {
  readonly keys: Uint32Array;
  /** Where the keys of each text begin; those of the next text follow. */
  readonly start: Uint32Array;
  /** Distinct shingles of each text, those that occur once included. */
  readonly total: Uint32Array;
  /** Keys of each text, the last ones, that are not below the limit for frequent ones. */
  readonly frequent: Uint16Array;
}

/**
 * Takes the shingles over from the table, whose store is empty afterwards. A first pass over all shingles tells those that occur
 * once from the others, which a second pass keeps and counts; then each becomes a key with its class. Counting goes by
 * hash slot: two shingles in one slot only seem more frequent than they are.
 *
 * @param firstFrequent the least key of a frequent shingle
 * @param memory where the keys stand
 */
export function takeShingleKeys(
  texts: TextTable,
  firstFrequent: number,
  memory: Memory = ownMemory,
): ShingleKeys {
  const { shingles, shingleCount, count } = texts;
  const start = new Uint32Array(memory(4 * (count + 1)));
  const total = new Uint32Array(memory(4 * count));
  const frequent = new Uint16Array(memory(2 * count));
  const repeated = markRepeated(shingles);
  const { bits } = repeated;
  const shift = 32 - Math.max(MIN_COUNT_BITS, Math.ceil(Math.log2(repeated.count + 1)));
  const counts = new Uint8Array(2 ** (32 - shift));
  const keys = new Uint32Array(memory(4 * repeated.count));
  let stored = 0;
  let place = 0;
  shingles.drain(shingleCount, count, (text, own) => {
    start[text] = stored;
    total[text] = own.length;
    for (let i = 0; i < own.length; i++, place++) {
      if ((bits[place >>> 5] & (1 << (place & 31))) === 0) continue;
      const hash = own[i];
      keys[stored++] = hash;
      if (counts[hash >>> shift] < MAX_COUNT) counts[hash >>> shift]++;
    }
  });
  start[count] = stored;
  let end = 0;
  for (let text = 0; text < count; text++) {
    const first = end;
    for (let i = start[text]; i < start[text + 1]; i++)
      keys[end++] = keyOf(keys[i], counts[keys[i] >>> shift]);
    const all = end;
    end = sortUnique(keys, first, end);
    // repetitions inside a text count as one shingle
    total[text] -= all - end;
    start[text] = first;
    let rareEnd = end;
    while (rareEnd > first && keys[rareEnd - 1] >= firstFrequent && end - rareEnd < MAX_ROW) rareEnd--;
    frequent[text] = end - rareEnd;
  }
  start[count] = end;
  return { keys: keys.subarray(0, end), start, total, frequent };
}

/** Sorts a stretch of keys and drops repetitions; returns its new end. */
function sortUnique(keys: Uint32Array, start: number, end: number): number {
  if (end - start > FEW_KEYS) keys.subarray(start, end).sort();
  else {
    for (let i = start + 1; i < end; i++) {
      const key = keys[i];
      let at = i;
      for (; at > start && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
      keys[at] = key;
    }
  }
  let write = start;
  for (let i = start; i < end; i++) if (i === start || keys[i] !== keys[write - 1]) keys[write++] = keys[i];
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

/** The least key of a shingle that stands in `count` texts. */
export function firstKeyOf(count: number): number {
  return classOf(count) * 2 ** (32 - CLASS_BITS);
}
