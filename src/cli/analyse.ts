import { resolve } from 'node:path';
import type { Skipped } from '../model/article.ts';
import type { Decision, StaleDecision } from '../model/decisions.ts';
import { CleancopyError, showSafely } from '../model/errors.ts';
import { ingest, type Ingestion } from '../pipeline/ingest.ts';
import { readRules } from '../pipeline/read-rules.ts';
import type { ProgressEvent } from '../pipeline/options.ts';
import { ingestOptions, type AnalysisOptions } from './analysis-options.ts';
import type { Context } from './context.ts';
import { namedFrom } from './named-from.ts';
import type { Step } from './progress-line.ts';
import { startProgress, type Progress } from './progress.ts';
import { coloursFor, type TerminalOptions } from './terminal.ts';

/** Inputs that warnings of one kind name before they are only counted. */
const MAX_WARNINGS = 10;

const stages: Readonly<Record<ProgressEvent['stage'], Pick<Step, 'label' | 'noun'>>> = {
  discover: { label: 'finding', noun: 'files' },
  read: { label: 'reading', noun: 'files' },
  match: { label: 'comparing', noun: 'blocks' },
  write: { label: 'writing', noun: 'articles' },
};

/** An analysis, and the progress that goes on while its articles are written; stop it in the end. */
export interface Analysis {
  readonly ingestion: Ingestion;
  readonly progress: Progress;
}

/** Reads and matches what a command was given. */
export async function analyse(
  inputs: readonly string[],
  options: AnalysisOptions & TerminalOptions,
  { streams, signal }: Context,
  decisions: readonly Decision[] = [],
): Promise<Analysis> {
  const progress = await startProgress(streams, options);
  try {
    const cwd = streams.cwd();
    const rules = options.rules === undefined ? undefined : await readRules(namedFrom(cwd, options.rules));
    const ingestion = await ingest(inputs, {
      ...ingestOptions(options),
      ...(rules && { rules }),
      decisions,
      cwd,
      // Node makes a stream of its standard input when it is first asked for it
      ...(inputs.includes('-') && { stdin: streams.stdin }),
      signal,
      onProgress: ({ stage, done, total, bytes }) =>
        progress.update({ ...stages[stage], done, total, bytes }),
    });
    return { ingestion, progress };
  } catch (error) {
    progress.close();
    throw error;
  }
}

/** An output can also be an input through a pattern, which only the articles' paths tell. */
export function refuseOutputsAmong(paths: readonly string[], outputs: readonly string[], cwd: string): void {
  const files = new Map(outputs.map((output) => [resolve(cwd, output), output]));
  if (files.size === 0) return;
  for (const path of paths) {
    // an article may lie inside the file
    const output = files.get(resolve(cwd, path)) ?? outputs.find((name) => path.startsWith(`${name}/`));
    if (output !== undefined) throw new CleancopyError('OUTPUT_IS_INPUT', { output });
  }
}

/** A warning for each input that was skipped, up to ten. */
export async function warnOfSkipped(
  skipped: readonly Skipped[],
  options: Pick<TerminalOptions, 'color'>,
  context: Context,
): Promise<void> {
  const texts = skipped.map(({ path, message, code }) => `${path}: ${message} (${code})`);
  await warnEach(texts, 'skipped; the output lists all', options, context);
}

/** The same for articles that stripping would have emptied, and for those that lost more than half of their text to it. */
export async function warnOfLosses(
  { keptWhole, overRemoved }: Pick<Ingestion, 'keptWhole' | 'overRemoved'>,
  options: Pick<TerminalOptions, 'color'>,
  context: Context,
): Promise<void> {
  const kept = keptWhole.map((path) => `${path}: all of it looks like boilerplate, so nothing was taken out`);
  await warnEach(kept, 'kept whole, see keptWhole', options, context);
  const cut = overRemoved.map(
    (path) => `${path}: more than half of it was taken out as boilerplate; look at it`,
  );
  await warnEach(cut, 'cut by more than half, see overRemoved', options, context);
}

async function warnEach(
  texts: readonly string[],
  rest: string,
  options: Pick<TerminalOptions, 'color'>,
  { streams }: Context,
): Promise<void> {
  if (texts.length === 0) return;
  const colours = await coloursFor(streams.stderr, streams.env, options);
  const warn = (text: string): unknown => streams.stderr.write(`${colours.yellow('warning:')} ${text}\n`);
  for (const text of texts.slice(0, MAX_WARNINGS)) warn(showSafely(text));
  const more = texts.length - MAX_WARNINGS;
  if (more > 0) warn(`${more} more ${more === 1 ? 'input was' : 'inputs were'} ${rest}`);
}

const staleCauses: Readonly<Record<StaleDecision['problem'], string>> = {
  'no-file': 'no input has the content that it was made for',
  'no-block': 'the file has no such block',
  'not-removed': 'the block would not be removed',
};

/** A warning for each decision that no longer applies, up to ten. */
export async function warnOfStale(
  stale: readonly StaleDecision[],
  options: Pick<TerminalOptions, 'color'>,
  { streams }: Context,
): Promise<void> {
  if (stale.length === 0) return;
  const colours = await coloursFor(streams.stderr, streams.env, options);
  const warn = (text: string): unknown => streams.stderr.write(`${colours.yellow('warning:')} ${text}\n`);
  for (const { decision, problem } of stale.slice(0, MAX_WARNINGS)) {
    const { path, block, verdict } = decision;
    warn(
      `the decision to ${verdict} the removal of block ${block} of ${showSafely(path)} no longer applies: ${staleCauses[problem]}`,
    );
  }
  const more = stale.length - MAX_WARNINGS;
  if (more > 0)
    warn(`${more} more ${more === 1 ? 'decision no longer applies' : 'decisions no longer apply'}`);
}
