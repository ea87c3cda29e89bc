/** What the rest of the input says about words. */
export interface FactsContext {
  /**
   * Whether a word (normalised: NFKC, lower case) occurs in the input outside the two texts compared. Absent: unknown, taken
   * as false.
   */
  readonly occursElsewhere?: (word: string) => boolean;
}

/** What is known of two texts when they are compared. */
export interface Comparison extends FactsContext {
  /** One of the texts has lost all its punctuation, so "1.3" stands as "13" in it. */
  readonly unpunctuated?: boolean;
}
