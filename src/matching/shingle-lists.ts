import { ownMemory, type Memory } from './memory.ts';
import { buildPostingLists, sizeClassOf, type PostingLists } from './posting-lists.ts';
import { firstKeyOf, takeShingleKeys, type ShingleKeys } from './shingle-keys.ts';
import { markSeenKeys, type SeenKeys } from './seen-keys.ts';
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

/**
 * Hits that are asked for where the prefix principle promises one: for each further hit the prefix is one shingle longer (Wang, Li
 * and Feng 2012), and few texts have so many by chance.
 */
export const SURE_HITS = 3;

/**
 * How many of its `total` shingles a text shares with one that holds it. A slip breaks five 5-grams and three shingles, so at a
 * containment of 0.9 there is one slip in fifty characters, which are about ten words: seven of ten shingles are whole. A text of eight
 * words has six shingles, of which one slip leaves three.
 */
export function leastContained(total: number): number {
  return Math.ceil(Math.max(0.5 * total, 0.65 * total - 2));
}

/** Shingles that reach over the border of two blocks. */
export const SHINGLES_ACROSS = 2;

/** Borders between blocks that hold a text together, so many that one of the blocks is found for certain. */
const BORDERS = 2;

/** Shingles that two blocks share at least with a short text that they hold together, two each. */
const LEAST_OF_TWO = 4;

/** How many of its `total` shingles a text shares with blocks that hold it together, those across their borders left out. */
export function leastTogether(total: number): number {
  const least = leastContained(total);
  return Math.max(Math.min(least, LEAST_OF_TWO), least - BORDERS * SHINGLES_ACROSS);
}

/** The most shingles, rounded up, that a text may have which shares so many of them with one that holds it. */
export function mostContained(shared: number): number {
  return Math.ceil(Math.min(shared / 0.5, (shared + 2) / 0.65));
}

/** The lists of rare shingles, which are whole, and those of frequent ones, which are cut. */
export interface Lists {
  readonly rare: PostingLists;
  readonly frequent: PostingLists;
}

/**
 * In which order texts are looked up and inserted: by their numbers, in an order that is known, or in any, each perhaps more
 * than once. Those that come later need not be looked at.
 */
export type TextOrder = 'numbers' | 'any' | Uint32Array;

/** The shingles of all texts, and which texts have each; made once, and read by all who search. */
export interface ShingleLists {
  readonly own: ShingleKeys;
  /** Of all shingles, with the size class by `lengthClassOf`. */
  readonly lists: Lists;
  /** Of the prefixes of the texts that may be held by others, with the size class by the number of shingles. */
  readonly partLists: Lists;
  /** Where the keys of each text end that are in `partLists`. */
  readonly partEnds: Uint32Array;
  /** Keys that lead to a text before, in `lists` and in `partLists`. */
  readonly seen: SeenKeys;
  /** Whether texts are taken in the order of their numbers, in which they are in the lists, too. */
  readonly inOrder: boolean;
  /** Hits in `partLists` that each text has at least when another holds it. */
  readonly partHits: Uint8Array;
}

/** Size class of a text by its character bigrams, of which there are about four to a shingle. */
export function lengthClassOf(bigrams: number): number {
  return sizeClassOf(bigrams / 4);
}

/**
 * Takes the shingles over from the table, whose store is empty afterwards.
 *
 * @param memory where the lists stand
 * @param order of the texts, see `TextOrder`
 */
export function buildShingleLists(
  texts: TextTable,
  memory: Memory = ownMemory,
  order: TextOrder = 'numbers',
): ShingleLists {
  const { count, bigrams } = texts;
  const own = takeShingleKeys(texts, FIRST_FREQUENT, memory);
  const { start, frequent, total } = own;
  const partEnds = new Uint32Array(memory(4 * count));
  partEnds.set(start.subarray(0, count));
  const partHits = new Uint8Array(memory(count));
  for (let text = 0; text < count; text++) {
    const least = leastContained(total[text]);
    const keys = start[text + 1] - start[text];
    if (keys < least) continue;
    // lists of frequent shingles are cut, so they are left out where the rare ones suffice
    const sure = keys - frequent[text] - (keys - least);
    const hits = sure > 0 ? Math.min(sure, SURE_HITS) : SURE_HITS;
    partEnds[text] = start[text] + Math.min(keys, keys - least + hits);
    partHits[text] = hits;
  }
  const inOrder = order === 'numbers';
  const known = inOrder ? total.keys() : order === 'any' ? undefined : order;
  // before the lists, which stay, so that what this needs for itself is free again
  const seen = markSeenKeys(own, partEnds, known, memory);
  const sizeClass = Uint8Array.from({ length: count }, (_, text) => lengthClassOf(bigrams[text]));
  const lists = buildLists(own, (text) => start[text + 1], sizeClass, memory);
  for (let text = 0; text < count; text++) sizeClass[text] = sizeClassOf(total[text]);
  const partLists = buildLists(own, (text) => partEnds[text], sizeClass, memory);
  return { own, lists, partLists, partEnds, partHits, seen, inOrder };
}

/** The lists of the first keys of each text, up to `endOf`. */
function buildLists(
  own: ShingleKeys,
  endOf: (text: number) => number,
  sizeClass: Uint8Array,
  memory: Memory,
): Lists {
  const { keys, start, total, frequent } = own;
  const firstFrequent = (text: number): number => Math.min(endOf(text), start[text + 1] - frequent[text]);
  const common = { keys, textCount: total.length, sizeClass };
  const rare = { ...common, firstOf: (text: number): number => start[text], endOf: firstFrequent };
  return {
    rare: buildPostingLists(rare, MAX_RARE_ROW, memory),
    frequent: buildPostingLists({ ...common, firstOf: firstFrequent, endOf }, MAX_FREQUENT_ROW, memory),
  };
}

/** The least keys of shingles that are not rare, and of frequent ones. */
export const FIRST_COMMON: number = firstKeyOf(RARE);
const FIRST_FREQUENT: number = firstKeyOf(FREQUENT);
