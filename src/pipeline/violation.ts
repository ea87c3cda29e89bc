import { formatMessage, type MessageArguments } from '../model/errors.ts';

/** What `verify` can find. */
export type ViolationCode =
  | 'FILE_UNREADABLE'
  | 'SIZE_DIFFERS'
  | 'HASH_DIFFERS'
  | 'ENCODING_DIFFERS'
  | 'BLOCK_NUMBERS'
  | 'BLOCK_BYTES'
  | 'UNACCOUNTED_TEXT'
  | 'WHITESPACE_DIFFERS'
  | 'TEXT_DIFFERS'
  | 'LINES_DIFFER'
  | 'RAW_DIFFERS'
  | 'FIELD_DIFFERS'
  | 'ARTICLE_TWICE'
  | 'WITNESS_MISSING'
  | 'WITNESS_REMOVED'
  | 'WITNESS_SELF'
  | 'NOT_EXACT'
  | 'BELOW_THRESHOLD'
  | 'SIMILARITY_DIFFERS'
  | 'WITNESS_SCATTERED'
  | 'SCOPE_DIFFERS'
  | 'GROUP_DIFFERS'
  | 'SUMMARY_DIFFERS'
  | 'NOT_A_DUPLICATE';

/** Something in an output that is not true. */
export interface Violation<Code extends ViolationCode = ViolationCode> {
  readonly code: Code;
  readonly args: MessageArguments<Code>;
  /** Path of the article; null where no article is meant. */
  readonly path: string | null;
  /** Number of the block; null where no block is meant. */
  readonly block: number | null;
}

/** The sentence of a violation, without path and block; safe for a terminal. */
export function formatViolation({ code, args }: Violation): string {
  return formatMessage(code, args);
}
