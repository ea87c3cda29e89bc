import { describe, expect, it } from 'vitest';
import { BlockTable } from '../../../src/matching/block-table.ts';

describe('the table of blocks', () => {
  it('numbers the blocks of all articles in a row, without text and without witness', () => {
    const table = new BlockTable();
    expect([table.add(0), table.add(0)]).toEqual([0, 1]);
    table.closeArticle();
    table.closeArticle();
    expect(table.add(2)).toBe(2);
    table.closeArticle();
    expect([...table.firstBlock.subarray(0, 4)]).toEqual([0, 2, 2, 3]);
    expect([table.articleCount, table.text[2], table.witness[2], table.verdict[2]]).toEqual([3, -1, -1, 0]);
  });

  it('keeps every column when it grows', () => {
    const table = new BlockTable();
    for (let block = 0; block < 10_000; block++) {
      table.add(block);
      table.byteEnd[block] = block + 1;
      table.similarity[block] = block;
      table.closeArticle();
    }
    expect(table.count).toBe(10_000);
    for (const block of [0, 4095, 4096, 9999]) {
      expect([table.article[block], table.byteEnd[block], table.similarity[block], table.text[block], table.firstBlock[block + 1]])
        .toEqual([block, block + 1, block, -1, block + 1]);
    }
  }); // prettier-ignore
});
