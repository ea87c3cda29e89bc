/** What the rest of the input says about words. */
export interface FactsContext {
  /**
   * Whether a word (normalised: NFKC, lower case) occurs in the input outside the two texts compared. Absent: unknown, taken
   * as false.
   */
  readonly occursElsewhere?: (word: string) => boolean;
}
