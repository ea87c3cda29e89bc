import type { Article, GroupMember, Settings, Skipped } from '../../model/article.ts';
import type { Fate, PlacedBlock, ShownEntry } from '../place-blocks.ts';

/**
 * What the review page holds. Articles are packed into chunks that the page unpacks when it needs them; what it needs at
 * once stands in the index, as columns with one entry an article.
 */
export interface PageIndex {
  /** Tells this review from others: a SHA-256 over those of its articles. */
  readonly id: string;
  readonly version: string;
  /** Null for `jsonl`, which does not state them. */
  readonly settings: Settings | null;
  readonly skipped: readonly Skipped[];
  readonly path: readonly string[];
  /** The folder that all paths begin with, with a `/` at its end; empty when there is none. */
  readonly folder: string;
  readonly title: ReadonlyArray<string | null>;
  /** Index of the article that holds all of this one's text, or -1. */
  readonly duplicateOf: readonly number[];
  /** The chunk that holds the article, and its place in it. */
  readonly chunk: readonly number[];
  readonly slot: readonly number[];
  /** UTF-16 code units and blocks of each fate. */
  readonly units: FateColumns;
  readonly blocks: FateColumns;
  /** The kept blocks with most removed copies, as places in the groups. */
  readonly topGroups: readonly number[];
  readonly groupCount: number;
  /** How many chunks there are. */
  readonly chunkCount: number;
}

export type FateColumns = Readonly<Record<Fate, readonly number[]>>;

/** How a member of a group repeats the kept block. */
export type GroupMatch = GroupMember['match'];

/** In the order in which filters and labels show them; `PageGroups.match` holds places in this list. */
export const groupMatches: readonly GroupMatch[] = ['exact', 'near', 'contained', 'variant', 'extension'];

/** Every kept block that something repeats, as columns, in the order of the articles. */
export interface PageGroups {
  /** The kept block. */
  readonly article: readonly number[];
  readonly block: readonly number[];
  /** UTF-16 code units of the kept block. */
  readonly units: readonly number[];
  /** First member of each group in the columns of the members; the end of the last group stands behind them. */
  readonly start: readonly number[];
  readonly memberArticle: readonly number[];
  readonly memberBlock: readonly number[];
  readonly match: readonly number[];
  /** Similarity in ten-thousandths. */
  readonly similarity: readonly number[];
}

/** A block as the page shows it. */
export type PageBlock = ShownEntry & Omit<PlacedBlock, 'entry'>;

/** An article as the page shows it. */
export interface PageArticle extends Pick<
  Article,
  'path' | 'sha256' | 'bytes' | 'encoding' | 'language' | 'title' | 'byline' | 'published' | 'duplicateOf'
> {
  readonly blocks: readonly PageBlock[];
}

/** Elements that hold packed data have these as their identifiers; chunks are numbered behind theirs. */
export const dataIds = { index: 'data-index', groups: 'data-groups', chunk: 'data-chunk-' } as const;
