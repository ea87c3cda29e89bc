import type { UserRule } from '../../boilerplate/user-rule.ts';
import type { SharedSourcesData } from '../../inputs/shared-sources.ts';
import type { Failure } from '../../inputs/explain-failure.ts';
import type { BlockColumns, SecondLink } from '../../matching/block-table.ts';
import type { SearchState } from '../../matching/search-ahead.ts';
import type { SearchedTexts } from '../../matching/text-table.ts';
import type { Settings, SkipCode } from '../../model/article.ts';
import type { FileColumns, OtherEncodings } from './file-columns.ts';

/** What a worker gets when it starts. Everything large is in memory that the threads share. */
export interface WorkerSetup {
  readonly settings: Settings;
  readonly rules: readonly UserRule[] | undefined;
  readonly sources: SharedSourcesData;
  /** See `stampsFor`: a worker writes those of the sources that it reads first. */
  readonly stamps: Float64Array;
  readonly maxBytes: number;
  readonly textField: string;
  readonly idField: string | null;
  /** Where standard input is kept that is an article. */
  readonly stdin: { readonly spool: number; readonly bytes: number } | undefined;
  /** Whether the SHA-256 of articles are asked for. */
  readonly needsHashes: boolean;
}

/** A source that gave no article. */
export interface Unread {
  readonly path: string;
  readonly code: SkipCode;
  /** Absent for `BINARY`. */
  readonly cause?: string;
}

/** What workers are asked to do, and what comes back. Buffers are moved, in both directions. */
export interface Tasks {
  /** Reads and prepares the sources from `first` to `end`. */
  read: {
    task: { readonly first: number; readonly end: number; readonly room: ArrayBuffer | undefined };
    result: {
      /** See `ArticleBatch`. */
      readonly batch: ArrayBuffer;
      readonly others: OtherEncodings;
      readonly bytesRead: number;
      readonly unread: readonly Unread[];
      /** SHA-256 of the articles, when they are needed. */
      readonly hashes: readonly string[];
    };
  };
  /** Says what searches need to know; before the first `search`. */
  shareSearch: {
    task: {
      readonly state: SearchState;
      readonly blocks: BlockColumns;
      readonly blockCount: number;
      readonly texts: Omit<SearchedTexts, 'words'>;
      /** See `WordCounts.counts`. */
      readonly words: Uint8Array;
      readonly files: FileColumns;
      readonly others: OtherEncodings;
    };
    result: null;
  };
  /** Searches the blocks from `first` to `end`; it is decided about all before `decided`. */
  search: {
    task: { readonly decided: number; readonly first: number; readonly end: number };
    /** A file that is not what it was, or the rows of the `Findings`. */
    result:
      { readonly problem: Failure & { readonly path: string } } | { readonly rows: Int32Array<ArrayBuffer> };
  };
  /** Says what has become of all blocks; before the first `write`. */
  verdicts: {
    task: {
      readonly blocks: BlockColumns;
      readonly files: FileColumns;
      readonly others: OtherEncodings;
      /** For each article the article that holds all of its text, or -1. */
      readonly duplicateOf: Int32Array;
    };
    result: null;
  };
  /** Makes the JSON of the articles from `first` on, each with what stands before and behind it. */
  write: {
    task: {
      readonly first: number;
      readonly frames: readonly { readonly before: string; readonly after: string }[];
      /** Of their blocks. */
      readonly seconds: readonly (readonly [block: number, link: SecondLink])[];
      readonly room: ArrayBuffer | undefined;
    };
    /** The path of a file that is not what it was, or the JSON. */
    result: { readonly changed: string } | { readonly json: Uint8Array<ArrayBuffer> };
  };
}

export type TaskName = keyof Tasks;

/** A message to a worker. */
export type TaskMessage = {
  readonly [Name in TaskName]: { readonly name: Name; readonly task: Tasks[Name]['task'] };
}[TaskName];
