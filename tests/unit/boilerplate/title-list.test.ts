import { describe, expect, it } from 'vitest';

import { rules } from '../../../src/boilerplate/rules/index.ts';
import { findTitleList, LEAD, OTHER, TITLE, titleListRole } from '../../../src/boilerplate/title-list.ts';

const teaser = rules.findIndex(({ name }) => name === 'related-teaser');
const share = rules.findIndex(({ name }) => name === 'share-widget');

/** Finds the list in blocks that are given as their role, their words and whether they are taken out. */
function find(...blocks: readonly (readonly [role: number, words: number, taken: boolean])[]): number {
  return findTitleList({
    count: blocks.length,
    role: Uint8Array.from(blocks, ([role]) => role),
    words: Float32Array.from(blocks, ([, words]) => words),
    isTaken: (block) => blocks[block][2],
  });
}

describe('titleListRole', () => {
  it('knows lines that lead to other articles by their family and length', () => {
    expect(titleListRole(3, 0, true, teaser)).toBe(LEAD);
    expect(titleListRole(12, 0, true, teaser)).toBe(OTHER);
    expect(titleListRole(1, 0, true, share)).toBe(OTHER);
  });

  it('takes for titles lines without a full stop, neither short nor long, that are no row of figures', () => {
    expect(titleListRole(8, 1, true, -1)).toBe(TITLE);
    expect(titleListRole(8, 0, false, -1)).toBe(OTHER);
    expect(titleListRole(3, 0, true, -1)).toBe(OTHER);
    expect(titleListRole(26, 0, true, -1)).toBe(OTHER);
    expect(titleListRole(4, 2, true, -1)).toBe(OTHER);
  });
});

describe('findTitleList', () => {
  const text = [OTHER, 30, false] as const;
  const lead = [LEAD, 3, true] as const;
  const title = [TITLE, 9, false] as const;
  const removed = [OTHER, 12, true] as const;

  it('finds the line that leads to the titles at the end', () => {
    expect(find(text, lead, title, title, removed, title)).toBe(1);
    expect(find(text, title, lead, removed, lead, title)).toBe(2);
  });

  it('finds none where text follows, nothing is led to, or the line that leads is kept', () => {
    expect(find(text, lead, title, text)).toBe(-1);
    expect(find(text, title, title, lead)).toBe(-1);
    expect(find(text, title, title)).toBe(-1);
    expect(find(text, [LEAD, 3, false], title, title)).toBe(-1);
  });

  it('leaves lists of short lines alone, which may be facts', () => {
    const fact = [TITLE, 4, false] as const;
    expect(find(text, lead, fact, fact, fact)).toBe(-1);
  });
});
