/**
 * Rounds a similarity down to 4 decimals, so that the stated number never promises more than was found.
 * `floor(x * 1e4) / 1e4` alone loses a step where the product falls just below a whole number
 * (0.5731 * 1e4 = 5730.999…); the result here is the largest multiple of 1e-4 that is not above `similarity`.
 */
export function roundSimilarity(similarity: number): number {
  const nearest = Math.round(similarity * 1e4);
  return (nearest / 1e4 <= similarity ? nearest : nearest - 1) / 1e4;
}
