/** What a block repeats: a kept block, or several that follow each other. */
export interface Link {
  /** The kept block, or the first of them. */
  readonly witness: number;
  /** How many kept blocks of the article, from the witness on, hold the text together. */
  readonly span: number;
  /** `EXACT`, `NEAR` or `CONTAINED`. */
  readonly match: number;
  /** Dice coefficient or containment in ten-thousandths, rounded down. */
  readonly similarity: number;
  /** Facts that differ, as bits in the order of `facts`. */
  readonly differs: number;
}

/** A copy before a variant, then the more similar. */
export function isBetter(link: Link, best: Link | undefined): boolean {
  if (best === undefined) return true;
  if ((link.differs === 0) !== (best.differs === 0)) return link.differs === 0;
  return link.similarity > best.similarity;
}
