/** Buckets of a profile; one byte each. */
export const PROFILE_BUCKETS = 32;

const BUCKET_SHIFT = 27; // 32 minus the bits of a bucket number
/** A bucket that has reached this may have been more. */
const FULL = 255;
const SPACE = 0x20;

/** Of the text at hand. */
const counts = new Uint32Array(PROFILE_BUCKETS);

/**
 * Adds the bigrams of a text without white space to its profile: how many of them fall into each of `PROFILE_BUCKETS` buckets by
 * hash. Two texts share at most the sum over the buckets of the smaller counts, which bounds their Dice coefficient
 * without a look at the texts.
 *
 * @param units UTF-16 code units of the normalised text; spaces are passed over
 * @param profiles where the profile is written, from `at` on
 * @returns the number of bigrams
 */
export function addProfile(units: Uint16Array, length: number, profiles: Uint8Array, at: number): number {
  let first = 0;
  while (first < length && units[first] === SPACE) first++;
  if (first >= length) return 0;
  counts.fill(0);
  let bigrams = 0;
  let previous = units[first];
  for (let i = first + 1; i < length; i++) {
    const unit = units[i];
    if (unit === SPACE) continue;
    bigrams++;
    counts[Math.imul((previous << 16) | unit, 0x9e3779b1) >>> BUCKET_SHIFT]++;
    previous = unit;
  }
  for (let bucket = 0; bucket < PROFILE_BUCKETS; bucket++)
    profiles[at + bucket] = counts[bucket] < FULL ? counts[bucket] : FULL;
  return bigrams;
}

/**
 * The most bigrams that two texts can share; `Infinity` when a bucket is full in both. Which count is smaller is anybody's guess, so the
 * loop has no branches: a processor that guesses wrong half of the time takes twice as long.
 */
export function mostShared(profiles: Uint8Array, a: number, b: number): number {
  let shared = 0;
  let full = 0;
  for (let bucket = 0; bucket < PROFILE_BUCKETS; bucket++) {
    const left = profiles[a + bucket];
    const right = profiles[b + bucket];
    const difference = left - right;
    // the sign of the difference as a mask
    shared += right + (difference & (difference >> 31));
    // passes FULL when all bits of both are set
    full |= (left & right) + 1;
  }
  return full > FULL ? Infinity : shared;
}
