import type { LexiconMatch } from './lexicon.ts';
import type { NormalisedText } from '../text/normalise.ts';

/**
 * A rule of the user's own. Phrases are those of `BoilerplateRule`: compared word by word after normalisation, with `#` for a word
 * that begins with a digit and `*` for any one word. A block that is longer than `maxWords` is never touched.
 */
export interface UserRule {
  /** Lower-case words with hyphens; what the output calls it. */
  readonly name: string;
  /** Whole blocks. */
  readonly lines?: readonly string[];
  /** Beginnings of blocks. */
  readonly starts?: readonly string[];
  /** Ends of blocks. */
  readonly ends?: readonly string[];
  /** Anywhere in blocks. */
  readonly contains?: readonly string[];
  /**
   * Regular expressions in the syntax of RE2, found anywhere in the text of a block as it stands in the file, with runs of white
   * space as one space. They run in time linear in the text.
   */
  readonly patterns?: readonly string[];
  /** Most words of a block; 16 when absent. Scripts without spaces: 2 characters count as 1 word. */
  readonly maxWords?: number;
  /** `edge`: only where no paragraph-sized body text stands before the block, or none after it. `anywhere` when absent. */
  readonly place?: 'anywhere' | 'edge';
  /** Blocks that the rule must strip, and blocks that it must not; `cleancopy rules` holds it to them. */
  readonly examples?: { readonly strip?: readonly string[]; readonly keep?: readonly string[] };
}

/** Most rules of one set: their numbers share a byte with those of the register. */
export const MAX_USER_RULES = 128;
/** Number of the first user rule in `LexiconMatch`; the others count down from it. */
export const FIRST_USER_RULE = 254;

/** Rules of the user that are ready to run. */
export interface UserRules {
  readonly rules: readonly UserRule[];
  /**
   * The first rule that takes a block, by its phrases or else by its patterns.
   *
   * @param text the block, normalised
   * @param original makes the text as it stands in the file; called only for patterns
   * @param atEdge whether the block stands before or behind all body text
   */
  match(text: NormalisedText, original: () => string, atEdge: boolean): LexiconMatch | undefined;
}

/** The name of a user rule by the number that `BlockTable.rule` has, or undefined for a rule of the register. */
export function userRuleName(number: number, set: UserRules | undefined): string | undefined {
  return set?.rules[FIRST_USER_RULE + 1 - number]?.name;
}
