import type { UserRules } from '../boilerplate/user-rule.ts';
import type { ContainerReference, Match, SourceKind } from '../model/article.ts';
import type { Encoding, EncodingRun } from '../text/decode.ts';
import { BlockTable } from '../matching/block-table.ts';
import { ownMemory, rowsFor, type Memory } from '../matching/memory.ts';
import { TextTable } from '../matching/text-table.ts';

/** How a repeat was found, by its number in `BlockTable.match`. */
export const matchNames: readonly Match[] = ['exact', 'near', 'contained'];

/** What reading an article found out about its file. */
export interface FileFacts {
  /** Number of the source it was read from. */
  readonly source: number;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly encodingGuessed: boolean;
  readonly bomBytes: number;
  readonly replacements: number;
  readonly kind: SourceKind;
  readonly keptWhole: boolean;
  readonly overRemoved: boolean;
  /** Whether encoding the texts gives the bytes again; otherwise some blocks need `raw`. */
  readonly isExact: boolean;
  /** Lines in another encoding, where there are any. */
  readonly others?: readonly EncodingRun[];
  /** Present for an article inside another file. */
  readonly container?: ContainerReference;
}

/** Everything known about a set of articles but their texts. */
export interface ArticleSet {
  readonly files: FileFacts[];
  readonly userRules: UserRules | undefined;
  readonly blocks: BlockTable;
  /** Needed until the set is matched. */
  texts: TextTable;
  /** For each article the article that holds all of its text, or -1; filled by `match`. */
  duplicateOf: Int32Array;
  /** Whether kept blocks get `repaired`. */
  repairsText: boolean;
}

/**
 * A set without articles.
 *
 * @param memory where its tables stand
 * @param articles that are expected
 */
export function emptySet(userRules?: UserRules, memory: Memory = ownMemory, articles = 0): ArticleSet {
  const rows = rowsFor(articles);
  return {
    files: [],
    userRules,
    blocks: new BlockTable(memory, rows),
    texts: new TextTable(memory, undefined, rows),
    duplicateOf: new Int32Array(0),
    repairsText: false,
  };
}
