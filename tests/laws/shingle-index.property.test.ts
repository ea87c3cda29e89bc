import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/matching/fingerprint.ts';
import { markRepeated, type Repeated } from '../../src/matching/mark-repeated.ts';
import { ShingleIndex } from '../../src/matching/shingle-index.ts';
import {
  buildShingleLists,
  leastContained,
  mostContained,
  type TextOrder,
} from '../../src/matching/shingle-lists.ts';
import { ShingleStore } from '../../src/matching/shingle-store.ts';
import { TextTable } from '../../src/matching/text-table.ts';
import { NormalisedText } from '../../src/text/normalise.ts';
import { paragraph } from './news.ts';

/** What the index promises: who has this share of the longer text's shingles in common is found, */
const promised = 0.35;
/** and who has this share in common of shingles that few texts have. */
const promisedRare = 1 / 16;
/** Fewer than are called rare, since two shingles may share a counter. */
const few = 4;

/** Base texts, and copies of them in which some words are replaced. */
const texts: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    fc.array(
      fc.record({ of: fc.nat(5), every: fc.integer({ min: 2, max: 30 }), from: fc.nat(9), cut: fc.nat(12) }),
      { maxLength: 14 },
    ),
  )
  .map(([bases, copies]) => [
    ...bases,
    ...copies.map(({ of, every, from, cut }) =>
      bases[of % bases.length]
        .split(' ')
        .slice(cut)
        .map((word, index) => (index % every === from % every ? `x${word}` : word))
        .join(' '),
    ),
  ]);

/** The distinct texts in a table, as the pipeline fills it. */
function tableOf(list: readonly string[]): TextTable {
  const table = new TextTable();
  const normalised = new NormalisedText();
  for (const text of list) fingerprint(normalised.run(text), table, true);
  return table;
}

/** Bits of a shingle's hash that a key does not keep: in some thousand lists two shingles are told apart by these alone. */
const lostBits = 4;

function shingleSets(table: TextTable): ReadonlySet<number>[] {
  const sets: ReadonlySet<number>[] = [];
  table.shingles.drain(table.shingleCount, table.count, (_, shingles) =>
    sets.push(new Set(shingles.map((hash) => hash >>> lostBits))),
  );
  return sets;
}

function indexOf(table: TextTable, order?: TextOrder, leastRatio = 0): ShingleIndex {
  return new ShingleIndex(buildShingleLists(table, undefined, order), table.bigrams, leastRatio);
}

/** The texts that the last look-up found. */
function foundBy({ found, foundCount }: ShingleIndex): number[] {
  return [...found.subarray(0, foundCount)];
}

/** Those of them that may be near. */
function likelyIn({ likely, likelyCount }: ShingleIndex): number[] {
  return [...likely.subarray(0, likelyCount)];
}

describe('the index of shingles', () => {
  it('finds every pair that shares the promised part of its shingles, as brute force does', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const sets = shingleSets(tableOf(list));
        const index = indexOf(tableOf(list));
        const isRare = (shingle: number): boolean => sets.filter((set) => set.has(shingle)).length < few;
        for (let text = 0; text < sets.length; text++) {
          index.lookUp(text);
          const found = foundBy(index);
          for (const [other, shingles] of sets.slice(0, text).entries()) {
            const shared = [...sets[text]].filter((shingle) => shingles.has(shingle));
            expect(index.overlap(text, other)).toBe(shared.length);
            expect(index.sharesAtLeast(text, other, shared.length)).toBe(true);
            expect(index.sharesAtLeast(text, other, shared.length + 1)).toBe(false);
            const total = Math.max(sets[text].size, shingles.size);
            const rare = shared.filter(isRare).length;
            if (shared.length === 0) continue;
            if (shared.length < promised * total && (rare === 0 || rare < promisedRare * total)) continue;
            expect(found).toContain(other);
            expect(likelyIn(index)).toContain(other);
            expect(index.mayBeNear(text, other)).toBe(true);
          }
          index.insert(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every text that holds another, and every text that another holds', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const sets = shingleSets(tableOf(list));
        const index = indexOf(tableOf(list), 'any');
        const all = [...sets.keys()];
        const holds = (whole: number, part: number): boolean => {
          const shared = [...sets[part]].filter((shingle) => sets[whole].has(shingle)).length;
          return whole !== part && shared > 0 && shared >= leastContained(sets[part].size);
        };
        for (const text of all) index.insert(text);
        for (const text of all) {
          index.lookUp(text);
          const wholes = foundBy(index).slice(0, index.wholeCount);
          for (const whole of all.filter((other) => holds(other, text))) {
            expect(wholes).toContain(whole);
            expect(index.mayShare(whole, leastContained(sets[text].size))).toBe(true);
          }
          index.lookUpParts(text);
          const parts = foundBy(index).filter((part) => index.mayBePart(text, part));
          expect(parts).toEqual(expect.arrayContaining(all.filter((part) => holds(text, part))));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same of the texts before one in any order, and of texts that are near only those of its length', () => {
    const ordered = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(texts, ordered, fc.constantFrom(0, 0.5, 0.74, 1), (list, ranks, leastRatio) => {
        const { count, bigrams } = tableOf(list);
        const order = Uint32Array.from({ length: count }, (_, text) => text).sort(
          (a, b) => ranks[a] - ranks[b] || a - b,
        );
        const known = indexOf(tableOf(list), order, leastRatio);
        const any = indexOf(tableOf(list), 'any');
        const isNear = (a: number, b: number): boolean =>
          Math.min(bigrams[a], bigrams[b]) >= leastRatio * Math.max(bigrams[a], bigrams[b]);
        for (const text of order) {
          known.lookUp(text);
          any.lookUp(text);
          const near = likelyIn(any).filter((other) => isNear(text, other) && any.mayBeNear(text, other));
          const nearKnown = likelyIn(known).filter((other) => known.mayBeNear(text, other));
          expect(nearKnown).toEqual(expect.arrayContaining(near));
          known.lookUpParts(text);
          any.lookUpParts(text);
          const parts = foundBy(any).filter((part) => any.mayBePart(text, part));
          const partsKnown = foundBy(known).filter((part) => known.mayBePart(text, part));
          expect(new Set(partsKnown)).toEqual(new Set(parts));
          known.insert(text);
          any.insert(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows the longest text that another may hold by the shingles that both have', () => {
    for (let total = 1; total < 5000; total++)
      expect(mostContained(leastContained(total))).toBeGreaterThanOrEqual(total);
  });

  it('finds a text of a template by what few others have, however many texts the template has', () => {
    const words =
      'the council of this town met again on monday and agreed to pay for the bridge near house number';
    const list = Array.from({ length: 500 }, (_, number) => `${words} ${number} in ${number + 7} parts`);
    const table = tableOf([...list, `${words} 77 in 84 pieces and parts`, `${words} of nobody`]);
    const index = indexOf(table);
    for (let text = 0; text < list.length; text++) index.insert(text);
    index.lookUp(list.length);
    const overlap = (other: number): number => index.overlap(list.length, other);
    expect(foundBy(index).toSorted((a, b) => overlap(b) - overlap(a))[0]).toBe(77);
    expect(index.foundCount).toBeLessThan(100);
    index.lookUp(list.length + 1);
    expect(index.foundCount).toBeGreaterThan(0);
    expect(index.foundCount).toBeLessThan(100);
  });

  it('finds only what has been inserted, and each once', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const table = tableOf(list);
        const index = indexOf(table);
        const inserted = new Set<number>();
        for (let text = 0; text < table.count; text++) {
          index.lookUp(text);
          const found = foundBy(index);
          expect(new Set(found).size).toBe(found.length);
          for (const other of found) expect(inserted).toContain(other);
          if (text % 3 === 0) continue;
          index.insert(text);
          inserted.add(text);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts what several texts cover together, each shingle once', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(20), { maxLength: 4 }), (list, picks) => {
        const sets = shingleSets(tableOf(list));
        const index = indexOf(tableOf(list));
        const others = sets.length === 1 ? [] : picks.map((pick) => 1 + (pick % (sets.length - 1)));
        const covered = [...sets[0]].filter((shingle) => others.some((other) => sets[other].has(shingle)));
        const places = new Uint8Array(sets[0].size);
        const added = others.map((other) => index.cover(0, other, places, 1));
        expect(added.reduce((sum, count) => sum + count, 0)).toBe(covered.length);
        expect(places.reduce((sum, place) => sum + place, 0)).toBe(covered.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** A store that holds these values, cut into stretches. */
function storeOf(stretches: ReadonlyArray<readonly number[]>): ShingleStore {
  const store = new ShingleStore();
  for (const stretch of stretches) {
    store.open(stretch.length).set(stretch);
    store.close(stretch.length);
  }
  return store;
}

const isMarked = ({ bits }: Repeated, place: number): boolean =>
  ((bits[place >>> 5] >>> (place & 31)) & 1) === 1;

describe('the marks of repeated shingles', () => {
  const value = fc.oneof(fc.integer(), fc.integer({ min: -20, max: 20 }));
  const stretches = fc.array(fc.array(value, { maxLength: 60 }), { maxLength: 8 });

  it('miss no shingle that occurs twice', () => {
    fc.assert(
      fc.property(stretches, (lists) => {
        const repeated = markRepeated(storeOf(lists));
        const all = lists.flat();
        const missed = all.filter(
          (shingle, place) => all.indexOf(shingle) !== all.lastIndexOf(shingle) && !isMarked(repeated, place),
        );
        expect(missed).toEqual([]);
        expect(repeated.count).toBe(all.filter((_, place) => isMarked(repeated, place)).length);
      }),
      { numRuns: 500 },
    );
  });

  it('are seldom set for a shingle that occurs once', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => Math.imul(index, 0x9e3779b1));
    expect(markRepeated(storeOf([values])).count).toBeLessThan(50_000);
  });
});
