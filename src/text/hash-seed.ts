import { randomFillSync } from 'node:crypto';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Name of the numbers among the data that a thread gets from the one that started it. */
const NUMBERS = 'cleancopy.hashSeed';

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
 *
 * Threads have the seed of the thread that started them, since they exchange hashes.
 */
export const hashSeed: HashSeed = drawSeed(sharedNumbers());

/** The random numbers that all threads of the process have in common, which the first one draws. */
function sharedNumbers(): Int32Array {
  const known = getEnvironmentData(NUMBERS);
  if (known instanceof Int32Array) return known;
  const drawn = randomFillSync(new Int32Array(6));
  setEnvironmentData(NUMBERS, drawn);
  return drawn;
}

function drawSeed([low, high, lowFactor, highFactor, rolling, slot]: Int32Array): HashSeed {
  return {
    start: [low, high],
    factor: [lowFactor | 1, highFactor | 1],
    rolling: rolling | 1,
    slot: slot | 1,
  };
}
