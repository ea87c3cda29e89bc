import { describe, expect, it } from 'vitest';
import {
  buildPostingLists,
  MAX_ROW,
  MAX_SIZE_CLASS,
  rowOf,
  sizeClassIn,
  sizeClassOf,
  TEXT_MASK,
  type PostingLists,
} from '../../../src/matching/posting-lists.ts';

type Entry = readonly [key: number, text: number];

function build(entries: readonly Entry[], limit = MAX_ROW): PostingLists {
  const textCount = 1 + Math.max(-1, ...entries.map(([, text]) => text));
  // entries come in the order of their texts
  const starts = new Uint32Array(textCount + 1);
  for (const [, text] of entries) starts[text + 1]++;
  for (let text = 0; text < textCount; text++) starts[text + 1] += starts[text];
  const keys = Uint32Array.from(entries, ([key]) => key);
  return buildPostingLists(
    {
      keys,
      textCount,
      firstOf: (text) => starts[text],
      endOf: (text) => starts[text + 1],
      sizeClass: new Uint8Array(textCount),
    },
    limit,
  );
}

/** The texts in the row of a key. */
function textsOf({ rowStart, shift, entries }: PostingLists, key: number): number[] {
  const row = rowOf(key, shift);
  return [...entries.subarray(rowStart[row], rowStart[row + 1])];
}

const many: readonly Entry[] = Array.from({ length: 3000 }, (_, index) => [
  Math.imul(index % 700, 0x2545f491) >>> 0,
  Math.floor(index / 3),
]);

describe('posting lists', () => {
  it('lead from each key to all of its texts, ascending', () => {
    const lists = build(many);
    for (const key of new Set(many.map(([first]) => first))) {
      const own = many.filter(([other]) => other === key).map(([, text]) => text);
      const found = textsOf(lists, key);
      expect(found).toEqual(expect.arrayContaining(own));
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
  });

  it('hold every entry once', () => {
    const { entries, rowStart } = build(many);
    expect(entries).toHaveLength(many.length);
    expect(rowStart[rowStart.length - 1]).toBe(many.length);
    expect([...entries].toSorted((a, b) => a - b)).toEqual(many.map(([, text]) => text));
  });

  it('have a row for every two to four entries, 4,096 at least', () => {
    const more = Array.from({ length: 20_000 }, (_, index): Entry => [
      Math.imul(index, 0x2545f491) >>> 0,
      index,
    ]);
    expect(build(more).rowStart.length - 1).toBe(8192);
    expect(build(many).rowStart.length - 1).toBe(4096);
    expect(build([]).rowStart.length - 1).toBe(4096);
  });

  it('take the first texts of a row up to the limit, and lose nothing of the others', () => {
    const crowded: Entry[] = Array.from({ length: 40 }, (_, text) => [7, text]);
    expect(textsOf(build([...crowded, [8, 41]], 3), 7)).toEqual([0, 1, 2]);
    expect(textsOf(build([...crowded, [8, 41]], 3), 8)).toContain(41);
    expect(textsOf(build(crowded), 7)).toHaveLength(40);
  });

  it('count rows up to the longest that can be counted', () => {
    const entries = MAX_ROW + 10;
    const keys = new Uint32Array(entries).fill(1);
    const stretches = {
      keys,
      textCount: entries,
      firstOf: (text: number) => text,
      endOf: (text: number) => text + 1,
      sizeClass: new Uint8Array(entries),
    };
    const lists = buildPostingLists(stretches, MAX_ROW);
    const found = textsOf(lists, 1);
    expect([found.length, found[0], found[found.length - 1]]).toEqual([MAX_ROW, 0, MAX_ROW - 1]);
  });

  it('are empty without entries', () => {
    expect(textsOf(build([]), 0xffffffff)).toEqual([]);
  });
});

describe('a size class', () => {
  it('stands above the number of a text, and grows with its size', () => {
    const keys = Uint32Array.of(3, 3, 3);
    const sizeClass = Uint8Array.of(0, 9, MAX_SIZE_CLASS);
    const { entries } = buildPostingLists(
      { keys, textCount: 3, firstOf: (text) => text, endOf: (text) => text + 1, sizeClass },
      MAX_ROW,
    );
    expect([...entries].map((entry) => entry & TEXT_MASK)).toEqual([0, 1, 2]);
    expect([...entries].map(sizeClassIn)).toEqual([0, 9, MAX_SIZE_CLASS]);
    const classes = [0, 1, 6, 8, 9, 12, 100, 1e6].map(sizeClassOf);
    expect(classes).toEqual([0, 0, 0, 1, 1, 2, 8, MAX_SIZE_CLASS]);
  });
});

describe('the row of a key', () => {
  it('lies within the rows for all keys', () => {
    for (const shift of [28, 20, 10])
      for (const key of [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]) {
        expect(rowOf(key, shift)).toBeGreaterThanOrEqual(0);
        expect(rowOf(key, shift)).toBeLessThan(2 ** (32 - shift));
      }
  });
});
