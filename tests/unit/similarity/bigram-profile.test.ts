import { describe, expect, it } from 'vitest';
import { addProfile, mostShared, PROFILE_BUCKETS } from '../../../src/similarity/bigram-profile.ts';

const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, (character) => character.charCodeAt(0));

/** The profiles of two texts side by side, and their numbers of bigrams. */
function profilesOf(a: string, b: string): { profiles: Uint8Array; bigrams: number[] } {
  const profiles = new Uint8Array(2 * PROFILE_BUCKETS);
  const bigrams = [a, b].map((text, index) =>
    addProfile(unitsOf(text), text.length, profiles, index * PROFILE_BUCKETS),
  );
  return { profiles, bigrams };
}

function bound(a: string, b: string): number {
  return mostShared(profilesOf(a, b).profiles, 0, PROFILE_BUCKETS);
}

/** Bigrams that two texts have in common, as a multiset. */
function shared(a: string, b: string): number {
  const bigramsOf = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const left = bigramsOf(b);
  return bigramsOf(a).filter((bigram) => {
    const at = left.indexOf(bigram);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

describe('the profile of a text', () => {
  it('holds each bigram once, spaces passed over', () => {
    const { profiles, bigrams } = profilesOf('a b c', 'abc');
    expect(bigrams).toEqual([2, 2]);
    expect(profiles.subarray(0, PROFILE_BUCKETS)).toEqual(profiles.subarray(PROFILE_BUCKETS));
    expect(profiles.reduce((sum, count) => sum + count)).toBe(4);
  });

  it.each(['', ' ', 'a', ' a '])('is empty for %j', (text) => {
    const { profiles, bigrams } = profilesOf(text, text);
    expect(bigrams).toEqual([0, 0]);
    expect(profiles.every((count) => count === 0)).toBe(true);
  });

  it('reads no further than it is told, since the units are a buffer', () => {
    const profiles = new Uint8Array(PROFILE_BUCKETS);
    expect(addProfile(unitsOf('abcdef'), 3, profiles, 0)).toBe(2);
    expect(profiles.reduce((sum, count) => sum + count)).toBe(2);
  });
});

describe('the most bigrams that two texts can share', () => {
  it('is all of them for equal texts', () => {
    expect(bound('thecounciloftown', 'thecounciloftown')).toBe(15);
  });

  it.each([
    ['theharbour', 'theharbuor'],
    ['aaaaaaa', 'aaaa'],
    ['stonebridge', 'glassmuseum'],
    ['港口的新博物馆', '港口的旧博物馆'],
  ])('is never below what they share: %s and %s', (a, b) => {
    expect(bound(a, b)).toBeGreaterThanOrEqual(shared(a, b));
    expect(bound(a, b)).toBeLessThanOrEqual(Math.min(a.length, b.length) - 1);
  });

  it('tells unlike texts apart', () => {
    expect(bound('theoldstonebridgeovertheriver', 'queuesatmuseumsofglassinjuly')).toBeLessThan(20);
  });

  it('is not known when a bucket is full in both, and is counted when it is full in one', () => {
    const full = 'a'.repeat(300);
    expect(bound(full, full)).toBe(Infinity);
    expect(bound(full, 'a'.repeat(256))).toBe(Infinity);
    expect(bound(full, 'a'.repeat(255))).toBe(254);
    expect(shared(full, 'a'.repeat(255))).toBe(254);
  });
});
