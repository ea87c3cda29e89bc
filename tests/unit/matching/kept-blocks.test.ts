import { describe, expect, it } from 'vitest';
import { BlockTable, BOILERPLATE, DUPLICATE, VARIANT } from '../../../src/matching/block-table.ts';
import { KeptBlocks, noneKept } from '../../../src/matching/kept-blocks.ts';
import type { Scope } from '../../../src/model/article.ts';

/** A table of articles that are given as the text numbers of their blocks. */
function tableOf(...articles: readonly (readonly number[])[]): BlockTable {
  const blocks = new BlockTable();
  articles.forEach((texts, article) => {
    for (const text of texts) blocks.text[blocks.add(article)] = text;
    blocks.closeArticle();
  });
  return blocks;
}

function keptOf(
  blocks: BlockTable,
  keep: readonly number[],
  scope: readonly Scope[] = ['within', 'across'],
): KeptBlocks {
  const kept = new KeptBlocks(blocks, scope, noneKept(10, blocks.count));
  for (const block of keep) {
    kept.keep(block);
    kept.decide(block);
  }
  return kept;
}

describe('the kept copy of a text', () => {
  // blocks 0 to 5 in articles 0, 0, 1, 1, 2, 2
  const blocks = tableOf([0, 1], [0, 2], [0, 0]);

  it('is none before a block of it is kept', () => {
    expect(keptOf(blocks, [1]).copyOf(0, 5)).toBe(-1);
  });

  it('is the one of the same article where there is one, else the first', () => {
    expect(keptOf(blocks, [0, 2]).copyOf(0, 5)).toBe(0);
    expect(keptOf(blocks, [0, 2, 4]).copyOf(0, 5)).toBe(4);
  });

  it('lies in scope', () => {
    expect(keptOf(blocks, [0, 2, 4], ['within']).copyOf(0, 5)).toBe(4);
    expect(keptOf(blocks, [0, 2], ['within']).copyOf(0, 5)).toBe(-1);
    expect(keptOf(blocks, [0, 4], ['across']).copyOf(0, 5)).toBe(0);
    expect(keptOf(blocks, [4], ['across']).copyOf(0, 5)).toBe(-1);
    expect(keptOf(blocks, [0, 4], []).copyOf(0, 5)).toBe(-1);
  });

  it('says whether a block is in scope for another', () => {
    const scopes = (...scope: Scope[]): boolean[] =>
      [4, 0].map((block) => keptOf(blocks, [], scope).isInScope(block, 5));
    expect([scopes('within'), scopes('across'), scopes()]).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('the kept block that follows another', () => {
  const article = (): BlockTable => tableOf([0, 1, 2, 3, 4], [5]);

  it('is the next one of the same article', () => {
    const kept = keptOf(article(), [0, 1, 2, 3, 4, 5]);
    expect([0, 3, 4, 5].map((block) => kept.next(block))).toEqual([1, 4, -1, -1]);
  });

  it('passes over what was removed, and takes what is kept and linked', () => {
    const blocks = article();
    blocks.verdict.set([0, DUPLICATE, BOILERPLATE, VARIANT, 0]);
    expect(keptOf(blocks, [0, 1, 2, 3, 4]).next(0)).toBe(3);
  });

  it('is not known before the block between them is decided, unless that is boilerplate', () => {
    const blocks = article();
    blocks.verdict[1] = BOILERPLATE;
    expect(keptOf(blocks, [0, 2]).next(0)).toBe(2);
    expect(keptOf(blocks, [0, 3]).next(0)).toBe(-1);
  });
});
