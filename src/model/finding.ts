import type { Evidence, Match, Scope, Skipped, Summary } from './article.ts';

/** What `check` can find: a removed block, an article without text of its own, or an article that loses too much. */
export type FindingKind = 'boilerplate' | 'duplicate' | 'duplicate-article' | 'loss';

/** The kept text that a finding repeats. */
export interface FindingWitness {
  readonly path: string;
  /** Absent for a whole article. */
  readonly block?: number;
  /** First and last line, 1-based and inclusive; absent for a whole article. */
  readonly lines?: readonly [first: number, last: number];
}

/** One thing that `check` has to say about one place. */
export interface Finding {
  readonly kind: FindingKind;
  /** The family of boilerplate; `exact-duplicate`, `near-duplicate`, `contained-duplicate`; or the kind itself. */
  readonly rule: string;
  readonly path: string;
  /** First and last line, 1-based and inclusive; absent for a whole article. */
  readonly lines?: readonly [first: number, last: number];
  readonly block?: number;
  /** The text that was found, at most 200 UTF-16 code units of it; absent for a whole article. */
  readonly text?: string;
  /** Size of the text that was found, in UTF-16 code units; 0 for a whole article. */
  readonly characters: number;
  /** 128 bits of a SHA-256 of kind and normalised text, in hex: equal for equal text in any place. */
  readonly fingerprint: string;
  readonly evidence?: Evidence;
  readonly match?: Match;
  readonly scope?: Scope;
  readonly similarity?: number;
  readonly witness?: FindingWitness;
  /** For `loss`: how much of the article is removed, 0 to 1. */
  readonly share?: number;
}

/** The names of the budgets, as in the options of the library. */
export type BudgetName =
  'maxDuplicateShare' | 'maxBoilerplateShare' | 'maxDuplicateArticles' | 'maxLoss' | 'maxNewFindings';

/** A limit and what it was held against. */
export interface BudgetResult {
  readonly name: BudgetName;
  readonly limit: number;
  readonly actual: number;
  readonly isOver: boolean;
  /** For `maxLoss`: the article that loses most. */
  readonly path?: string;
}

/** What came out of a check. Findings that the baseline accepts are counted in `accepted` and nowhere else. */
export interface Verdict {
  /** Whether every budget was kept. */
  readonly passed: boolean;
  readonly budgets: readonly BudgetResult[];
  readonly findings: Readonly<Record<FindingKind, number>>;
  /** UTF-16 code units of all blocks, and of those that were found and not accepted. */
  readonly characters: { readonly total: number; readonly boilerplate: number; readonly duplicate: number };
  /** Findings that the baseline holds. */
  readonly accepted: number;
  /** Entries of the baseline that were not found any more. */
  readonly gone: number;
  /** The articles that lose most, largest first, at most 10. */
  readonly worst: readonly ArticleLoss[];
  readonly summary: Summary;
  readonly skipped: readonly Skipped[];
}

/** How much of an article was found, and not accepted. */
export interface ArticleLoss {
  readonly path: string;
  readonly removed: number;
  readonly total: number;
}
