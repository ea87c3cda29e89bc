import { describe, expect, it } from 'vitest';
import { ShingleStore } from '../../../src/matching/shingle-store.ts';

function add(store: ShingleStore, room: number, values: readonly number[]): void {
  store.open(room).set(values);
  store.close(values.length);
}

describe('the store of shingles', () => {
  it('hands out what was put in, text by text, and is empty afterwards', () => {
    const store = new ShingleStore();
    const texts = [[1, 2, 3], [], [-4], [5, 6]];
    for (const values of texts) add(store, values.length + 5, values);
    expect(store.size).toBe(6);
    const seen: number[][] = [];
    store.drain(Uint32Array.from([3, 0, 1, 2]), 4, (text, shingles) => seen.push([text, ...shingles]));
    expect(seen).toEqual([[0, 1, 2, 3], [1], [2, -4], [3, 5, 6]]);
    expect(store.size).toBe(0);
  });

  it('gives a text that does not fit into the rest of a chunk a new one', () => {
    const store = new ShingleStore();
    const large = 2 ** 20;
    add(
      store,
      large,
      Array.from({ length: large - 2 }, (_, index) => index),
    );
    add(store, 5, [1, 2, 3, 4, 5]);
    add(
      store,
      large + 7,
      Array.from({ length: large + 7 }, () => 9),
    );
    const lengths: number[] = [];
    store.forEachChunk((shingles) => lengths.push(shingles.length));
    expect(lengths).toEqual([large - 2, 5, large + 7]);
    const ends: (number | undefined)[] = [];
    store.drain(Uint32Array.from([large - 2, 5, large + 7]), 3, (_, shingles) => ends.push(shingles.at(-1)));
    expect(ends).toEqual([large - 3, 5, 9]);
  });
});
