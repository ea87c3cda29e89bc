/** What a person decided about one removal. */
export interface Decision {
  /** Path of the article when it was decided; only tells files with the same content apart. */
  readonly path: string;
  /** SHA-256 of the raw file, in hex: a decision holds for these bytes and no others. */
  readonly sha256: string;
  /** Number of the block in the file, from 0. */
  readonly block: number;
  /** `accept`: the removal is right. `reject`: the block stays. */
  readonly verdict: 'accept' | 'reject';
}

/** A file of decisions, as the HTML review exports it and `clean --decisions` reads it. */
export interface Decisions {
  readonly schema: 'cleancopy-decisions/1';
  readonly decisions: readonly Decision[];
}

/** A decision that did nothing, and why. */
export interface StaleDecision {
  readonly decision: Decision;
  /** No file has these bytes; the file has no such block; the block would not be removed. */
  readonly problem: 'no-file' | 'no-block' | 'not-removed';
}
