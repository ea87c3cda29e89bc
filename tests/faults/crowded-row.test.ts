import { expect, test } from 'vitest';
import { fingerprint } from '../../src/matching/fingerprint.ts';
import { rowOf } from '../../src/matching/posting-lists.ts';
import { ShingleIndex } from '../../src/matching/shingle-index.ts';
import { buildShingleLists } from '../../src/matching/shingle-lists.ts';
import { TextTable } from '../../src/matching/text-table.ts';
import { NormalisedText } from '../../src/text/normalise.ts';

/** 32 minus the bits of a row number in a small input. */
const SHIFT = 20;
const CROWDED_ROW = 77;

const normalised = new NormalisedText();
const letters = 'bcdfghjklmnpqrst';
/** Invented words, none like another. */
const word = (number: number): string =>
  [12, 8, 4, 0]
    .map((shift) => letters[(number >>> shift) & 15] + 'aeiou'[((number >>> shift) & 15) % 5])
    .join('');

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Runs of three words whose shingle, hashed as in `fingerprint.ts`, belongs to one row when it is rare: what an attacker looks for. */
function findCrowd(count: number): string[] {
  const words = Array.from({ length: 4096 }, (_, number) => word(16 * number));
  const hashes = words.map((text) => normalised.run(text).wordHash[0]);
  const found: string[] = [];
  for (let pair = 0; found.length < count; pair++) {
    const [a, b] = [pair & 0xfff, pair >>> 12];
    const before = Math.imul(hashes[a], 0x5bd1e995);
    const two = Math.imul(before ^ hashes[b], 0x5bd1e995) ^ (before >>> 15);
    const c = hashes.findIndex((hash) => {
      const shingle = mix(Math.imul(two ^ hash, 0x5bd1e995) ^ (two >>> 15));
      return rowOf(shingle >>> 4, SHIFT) === CROWDED_ROW;
    });
    if (c >= 0) found.push(`${words[a]} ${words[b]} ${words[c]}`);
  }
  return found;
}

test('shingles that all belong to one row cost no look-up more than the row may hold', () => {
  const crowd = findCrowd(400);
  const table = new TextTable();
  const own = (text: number): string => Array.from({ length: 5 }, (_, place) => `x${text}y${place}`).join(' ');
  for (let text = 0; text < 2 * crowd.length; text++) {
    fingerprint(normalised.run(`${crowd[text % crowd.length]} ${own(text)}`), table, true);
  }
  expect(table.count).toBe(2 * crowd.length);
  const index = new ShingleIndex(buildShingleLists(table), table.bigrams, 0);
  for (let text = 0; text < table.count - 1; text++) index.insert(text);
  index.lookUp(table.count - 1);
  // its row is as full as it can be
  expect(index.foundCount).toBe(255);
}); // prettier-ignore
