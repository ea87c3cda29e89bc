export const WORD = 0;
export const NUMBER_TOKEN = 1;
export const DATE_TOKEN = 2;
export const NEGATION_TOKEN = 3;
/** One letter of a script that puts no spaces between words. */
export const CHARACTER = 4;

/** A word, a number with its unit, or a letter of a script without spaces. */
export interface Token {
  /** What is compared: the folded word, or the value of a number (`#5000000usd`), a date (`@d1`) or a denial (`!not`). */
  readonly key: string;
  /** NFKC, lower case, as the text has it. */
  readonly word: string;
  readonly kind: number;
  /** What it may be to a number, see `word-form.ts`. */
  readonly numeric: number;
  /** Some letter is a capital. */
  readonly capital: boolean;
  /** More than one letter, all of them capitals. */
  readonly allCapitals: boolean;
  /** Capitals say nothing here: behind a full stop, a colon, an opening quote. */
  readonly startsSentence: boolean;
  /** A sentence begins here. */
  readonly opensSentence: boolean;
  /** A full stop, a question mark or an empty line stands before it, also where the sentence goes on ("Mr. Smith"). */
  readonly stops: boolean;
  /** A full stop stands right behind. */
  readonly dotted: boolean;
  /** What stands between the token before and this one, at most its last 12 characters. */
  readonly gap: string;
  /** Offsets into the text of the `Tokens`. */
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text or of a piece of it. */
export interface Tokens {
  readonly text: string;
  readonly list: readonly Token[];
  /** Whether the list begins where the text begins, and ends where it ends. */
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}
