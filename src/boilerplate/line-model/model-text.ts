/** A trained model as text: rows of a feature's name, a tab, and the weights of its bins. */
export interface ModelText {
  /** Changes with every training that ships. */
  readonly version: string;
  readonly provenance: string;
  readonly attribution: string;
  /** What a change between article and page costs in a sequence of lines, in logits. */
  readonly switchCost: number;
  /** Logit from which a line belongs to the article. */
  readonly threshold: number;
  /** Words that speak for the article or against it: rows of a weight and the words that have it. */
  readonly words: string;
  readonly shape: string;
  readonly context: string;
}
