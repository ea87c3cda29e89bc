export { ingest, type Ingestion } from './pipeline/ingest.ts';
export type { IngestOptions, ProgressEvent } from './pipeline/options.ts';
export { verifyOutput, type Verification, type VerifyOptions } from './pipeline/verify.ts';
export {
  measureRecall,
  type MissedPair,
  type Recall,
  type RecallOptions,
} from './pipeline/measure-recall.ts';
export { restoreOutput, type Restored, type RestoreOptions } from './pipeline/restore.ts';
export type { UserRule } from './boilerplate/user-rule.ts';
export { readRules } from './pipeline/read-rules.ts';
export { check, type Budgets, type Check, type CheckOptions } from './pipeline/check.ts';
export { Baseline, BaselineWriter } from './pipeline/baseline.ts';
export { checkReporters, type CheckFormat } from './reporters/check/index.ts';
export type { CheckReporter } from './reporters/check/check-reporter.ts';
export { reporters, type Format } from './reporters/index.ts';
export { cleanedText } from './reporters/txt.ts';
export type { Reporter } from './reporters/reporter.ts';
export { normalise } from './text/normalise.ts';
export { CleancopyError } from './model/errors.ts';
export type { Decision, Decisions, StaleDecision } from './model/decisions.ts';
export type {
  ArticleLoss,
  BudgetName,
  BudgetResult,
  Finding,
  FindingKind,
  FindingWitness,
  Verdict,
} from './model/finding.ts';
export type {
  Article,
  BlockEntry,
  BlockKind,
  BlockReference,
  Evidence,
  Fact,
  FieldName,
  Group,
  GroupMember,
  Head,
  LinkedEntry,
  Match,
  Output,
  Paragraph,
  Removed,
  RemovedBoilerplate,
  RemovedDuplicate,
  Scope,
  Settings,
  SkipCode,
  Skipped,
  Summary,
  Whitespace,
  WitnessReference,
} from './model/article.ts';
