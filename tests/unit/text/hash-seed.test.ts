import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/matching/fingerprint.ts';
import { TextTable } from '../../../src/matching/text-table.ts';
import { NormalisedText } from '../../../src/text/normalise.ts';
import { hashSeed } from '../../../src/text/hash-seed.ts';
import { collidingTexts } from '../../faults/colliding-texts.ts';

describe('the seed of hashes', () => {
  it('has odd factors, by which no information is lost', () => {
    for (const factor of [...hashSeed.factor, hashSeed.rolling, hashSeed.slot]) expect(factor & 1).toBe(1);
  });

  it('spreads texts over the slots that were written to have one hash', () => {
    const table = new TextTable();
    const normalised = new NormalisedText();
    for (const text of collidingTexts(12)) fingerprint(normalised.run(text), table, false);
    expect(table.count).toBe(2 ** 12);
    const slots = new Set(Array.from(table.hashLow.subarray(0, table.count), (hash) => hash & 0x3fff));
    // chance leaves 3,624 of 4,096 texts a slot of their own among 16,384
    expect(slots.size).toBeGreaterThan(3400);
  });
});
