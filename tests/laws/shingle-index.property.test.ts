import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/matching/fingerprint.ts';
import { markRepeated, type Repeated } from '../../src/matching/mark-repeated.ts';
import { ShingleJoin } from '../../src/matching/shingle-join.ts';
import { ShingleStore } from '../../src/matching/shingle-store.ts';
import { TextTable } from '../../src/matching/text-table.ts';
import { NormalisedText } from '../../src/text/normalise.ts';
import { paragraph } from './news.ts';

/** What the join promises: pairs that have this share of the longer text's shingles in common are found. */
const promised = 0.35;

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

describe('the join over shingles', () => {
  it('finds every pair that shares the promised part of its shingles, as brute force does', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const sets = shingleSets(tableOf(list));
        const join = new ShingleJoin(tableOf(list));
        for (let text = 0; text < sets.length; text++) {
          join.lookUp(text, 0);
          const found = new Set(join.candidates);
          const missed = sets.slice(0, text).flatMap((other, number) => {
            const shared = [...sets[text]].filter((shingle) => other.has(shingle)).length;
            const isPromised = shared > 0 && shared >= promised * Math.max(sets[text].size, other.size);
            return isPromised && !found.has(number) ? [number] : [];
          });
          expect(missed).toEqual([]);
          join.insert(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds only what has been inserted, each once, and nothing of another length', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (list, ratio) => {
        const table = tableOf(list);
        const join = new ShingleJoin(table);
        const inserted = new Set<number>();
        for (let text = 0; text < table.count; text++) {
          join.lookUp(text, ratio);
          expect(new Set(join.candidates).size).toBe(join.candidates.length);
          for (const candidate of join.candidates) {
            expect(inserted).toContain(candidate);
            const [short, long] = [table.bigrams[text], table.bigrams[candidate]].toSorted((a, b) => a - b);
            expect(short).toBeGreaterThanOrEqual(ratio * long);
          }
          if (text % 3 === 0) continue;
          join.insert(text);
          inserted.add(text);
        }
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
