/** Numbers that the hashes of one process begin with and multiply by. */
export interface HashSeed {
  /** Starts and factors of the two hashes of a text (`fingerprint.ts`). */
  readonly start: readonly [low: number, high: number];
  readonly factor: readonly [low: number, high: number];
  /** Factor of a rolling hash. */
  readonly rolling: number;
  /** Turns a hash or a key into a slot, by the high bits of the product. */
  readonly slot: number;
}

/**
 * Drawn anew by each process, so that nobody can write texts that all meet in one slot of a hash table, which would take
 * quadratic time, or texts that have one fingerprint. Nothing in an output depends on it. Factors are odd.
 */
export const hashSeed: HashSeed = drawSeed(crypto.getRandomValues(new Int32Array(6)));

function drawSeed([low, high, lowFactor, highFactor, rolling, slot]: Int32Array): HashSeed {
  return {
    start: [low, high],
    factor: [lowFactor | 1, highFactor | 1],
    rolling: rolling | 1,
    slot: slot | 1,
  };
}
