/** Gives the texts behind the block numbers of a `BlockTable`: the only way from the set back to the files. */
export interface BlockReader {
  /** Whether two blocks have the same normalised text. */
  sameText(a: number, b: number): boolean;
  /** Normalised text without white space, as the Dice coefficient compares it. */
  comparedText(block: number): string;
  /** The decoded text as the file holds it. */
  originalText(block: number): string;
}
