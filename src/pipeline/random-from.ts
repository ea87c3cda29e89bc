/**
 * Numbers from 0 up to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes (Press
 * et al. 1992). Good enough to draw samples.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
