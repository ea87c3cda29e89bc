import { describe, expect, it } from 'vitest';
import {
  CHANGED,
  editDistance,
  looksSame,
  NO_SLIP,
  slipOf,
  TYPED,
} from '../../../../src/similarity/facts/spelling.ts';

describe('looksSame', () => {
  it.each([
    ['modern', 'modem'],
    ['with', 'vvitb'],
    ['parliament', 'par1iarnent'],
    ['clear', 'dear'],
    ['5ecretary', 'secretary'],
  ])('takes %s for %s', (a, b) => {
    expect(looksSame(a, b)).toBe(true);
    expect(looksSame(b, a)).toBe(true);
  });

  it('never takes a digit for another one', () => {
    expect(looksSame('g1', 'g7')).toBe(false);
    expect(looksSame('8', '6')).toBe(false);
    expect(looksSame('s10', 's1o')).toBe(true);
  });
}); // prettier-ignore

describe('slipOf', () => {
  it('knows letters that were swapped, doubled, lost or changed', () => {
    expect(slipOf('bridge', 'brigde')).toBe(TYPED);
    expect(slipOf('bridge', 'briidge')).toBe(TYPED);
    expect(slipOf('bridge', 'bidge')).toBe(TYPED);
    expect(slipOf('bridge', 'bradge')).toBe(CHANGED);
    expect(slipOf('bridge', 'ledger')).toBe(NO_SLIP);
    expect(slipOf('cat', 'car')).toBe(NO_SLIP);
  });
});

describe('editDistance', () => {
  it('counts insertions, deletions, changes and swaps, up to a limit', () => {
    expect(editDistance('harbour', 'harbuor', 2)).toBe(1);
    expect(editDistance('harbour', 'harbor', 2)).toBe(1);
    expect(editDistance('harbour', 'market', 2)).toBe(3);
    expect(editDistance('', 'ab', 2)).toBe(2);
    expect(editDistance('a'.repeat(500), 'a'.repeat(500), 2)).toBe(0);
    expect(editDistance('a'.repeat(500), 'a'.repeat(501), 2)).toBe(3);
  });
});
