import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/matching/fingerprint.ts';
import { markRepeated, type Repeated } from '../../src/matching/mark-repeated.ts';
import { ShingleIndex } from '../../src/matching/shingle-index.ts';
import { ShingleStore } from '../../src/matching/shingle-store.ts';
import { TextTable } from '../../src/matching/text-table.ts';
import { NormalisedText } from '../../src/text/normalise.ts';
import { paragraph } from './news.ts';

/** What the index promises: pairs that have this share of the longer text's shingles in common, and rare ones, are found. */
const promised = 0.0625;
/** With frequent shingles the promise is this share of all, for the first texts of each. */
const promisedOfFrequent = 0.35;

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

function shingleSets(table: TextTable): ReadonlySet<number>[] {
  const sets: ReadonlySet<number>[] = [];
  table.shingles.drain(table.shingleCount, table.count, (_, shingles) => sets.push(new Set(shingles)));
  return sets;
}

/** Number of values that two sets have in common. */
function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return [...a].filter((value) => b.has(value)).length;
}

describe('the index of shingles', () => {
  it('finds every pair that shares the promised part of its shingles, as brute force does', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const sets = shingleSets(tableOf(list));
        const index = new ShingleIndex(tableOf(list));
        for (let text = 0; text < sets.length; text++) {
          index.lookUp(text);
          const found = new Map(index.hits.map((hit) => [hit.text, hit]));
          const missed = sets.slice(0, text).flatMap((other, number) => {
            const shared = common(sets[text], other);
            const isPromised = shared > 0 && shared >= promised * Math.max(sets[text].size, other.size);
            const hit = found.get(number);
            return isPromised && (hit === undefined || !index.mayBeNear(text, hit)) ? [number] : [];
          });
          expect(missed).toEqual([]);
          index.insert(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts shingles as brute force does: all of a text, and those that two texts share', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const sets = shingleSets(tableOf(list));
        const index = new ShingleIndex(tableOf(list));
        expect([...index.total]).toEqual(sets.map(({ size }) => size));
        for (const [text, own] of sets.entries()) {
          index.insert(text);
          index.lookUp(text);
          for (const hit of index.hits) {
            const shared = common(own, sets[hit.text]);
            expect(index.overlap(text, hit.text)).toBe(shared);
            expect(index.mostShared(text, hit.text, hit.hits)).toBeGreaterThanOrEqual(shared);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds only what has been inserted, each once, and never the text itself', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const index = new ShingleIndex(tableOf(list));
        const inserted = new Set<number>();
        for (let text = 0; text < index.total.length; text++) {
          index.lookUp(text);
          const found = index.hits.map((hit) => hit.text);
          expect(new Set(found).size).toBe(found.length);
          for (const other of found) expect(inserted).toContain(other);
          if (text % 3 === 0) continue;
          index.insert(text);
          inserted.add(text);
          index.lookUp(text);
          expect(new Set(index.hits.map((hit) => hit.text))).toEqual(new Set(found));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds the first texts of a template, and every text that shares something rare, in bounded time', () => {
    const template = (day: number): string =>
      `Shares of all makers in Lindhaven closed a little higher on the last day of trade said the exchange in its note number ${day} ${day + 1} ${day + 2}`;
    const count = 3000;
    const list = Array.from({ length: count }, (_, day) => template(7 * day));
    const sets = shingleSets(tableOf(list));
    const index = new ShingleIndex(tableOf(list));
    for (let text = 0; text < count; text++) {
      index.lookUp(text);
      if (text > 0) {
        const found = index.hits.filter((hit) => index.mayBeNear(text, hit)).map((hit) => hit.text);
        expect(found.length).toBeGreaterThan(0);
        const isShared = (other: number): boolean => common(sets[text], sets[other]) >= promisedOfFrequent * sets[text].size; // prettier-ignore
        expect(found.slice(0, 20).filter((other) => !isShared(other))).toEqual([]);
        expect(index.hits.length).toBeLessThan(1000);
      }
      index.insert(text);
    }
    const copy = [...list, `${template(7 * 2000)} today`];
    const withCopy = new ShingleIndex(tableOf(copy));
    for (let text = 0; text < count; text++) withCopy.insert(text);
    withCopy.lookUp(count);
    expect(withCopy.hits.map((hit) => hit.text)).toContain(2000);
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
