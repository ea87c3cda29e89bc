/**
 * A family of boilerplate, as data. Nothing here is a function and nothing is a regular expression: all
 * families are compiled into one token trie (`lexicon.ts`), so the cost of a block does not depend on how
 * many families or phrases there are.
 *
 * Phrases are written as text and cut into words like the text they are held against: normalised (lower
 * case, folded quotes), words are runs of letters and digits, an apostrophe inside a word vanishes
 * ("don't" = "dont"), everything else separates. In scripts without spaces every character is a word.
 * Two placeholders stand for a word: `#` for any word that begins with a digit, `*` for any one word.
 *
 * Some signs, at the outer ends of a phrase only, must stand in the block as well, since they tell a label from
 * a sentence: a leading `©`; a leading `(` (or the block has `[`); a leading `.`, which asks for the beginning of
 * a sentence or clause (`.`, `!`, `?`, `;`, `:`, `|`, a bracket or the beginning of the block); a trailing `:`, `/` or `©`.
 *
 * A phrase never matches part of a block only by accident of length: each kind of phrase has its own
 * limit on how many words the whole block may have.
 */
export interface BoilerplateRule {
  /** The name of the file, and of the rule in the output. */
  readonly name: string;
  /** One sentence: what this is on a page and why it is no part of the article. */
  readonly why: string;
  /** Whole blocks: every word of the block, no more and no less. */
  readonly lines?: readonly string[];
  /** Beginnings of blocks that have at most `maxWords` words. */
  readonly starts?: readonly string[];
  /** Ends of blocks that have at most `maxWords` words. */
  readonly ends?: readonly string[];
  /** Anywhere in blocks that have at most `maxWords` words. */
  readonly contains?: readonly string[];
  /**
   * Phrases of which a block may be composed: a block of two or more of them and nothing else is
   * boilerplate ("Facebook Twitter Print", "Home | News | Sport"). The phrases of all families work together;
   * the block is put down to the family that is least sure, the first of them when several are.
   */
  readonly parts?: readonly string[];
  /** How many parts a block must have when one of them is of this family; 2 when absent. */
  readonly minParts?: number;
  /** Limit for `starts`, `ends` and `contains`; 16 when absent. Scripts without spaces: 2 characters count as 1 word. */
  readonly maxWords?: number;
  /**
   * Where in the article the block must stand: `edge` means that no paragraph-sized body text stands before it, or none
   * after it. `anywhere` when absent. Use `edge` for lines that could be a sub-heading of the body.
   */
  readonly place?: 'anywhere' | 'edge';
  /** How sure a match is, 0 to 1; 1 when absent. `--strip careful` acts on 1 alone. */
  readonly confidence?: number;
  /** Blocks this family must strip (at the end of an article), and blocks that look alike and no family may strip. */
  readonly examples: { readonly strip: readonly string[]; readonly keep: readonly string[] };
}
