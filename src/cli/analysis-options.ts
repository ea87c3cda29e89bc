import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Scope } from '../model/article.ts';
import type { IngestOptions } from '../pipeline/options.ts';

/** What every command that reads articles can be told about them. */
export interface AnalysisOptions {
  readonly scope?: readonly Scope[];
  readonly near?: number | 'off';
  readonly contained?: number | 'off';
  readonly variants?: 'keep' | 'drop';
  readonly keep?: 'first' | 'longest';
  readonly strip?: 'auto' | 'careful' | 'off';
  readonly rules?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly followSymlinks?: boolean;
}

export function addAnalysisOptions(command: Command): Command {
  return command
    .option(
      '--scope <scope>',
      'where repeats are looked for: within, across, or within,across (default: both)',
      parseScope,
    )
    .option('--near <number>', 'least similarity of a near-duplicate, or off (default: 0.85)', parseThreshold)
    .option(
      '--contained <number>',
      'least containment of text that was cut, split or merged, or off (default: 0.9)',
      parseThreshold,
    )
    .addOption(
      new Option('--variants <what>', 'near-duplicates whose facts differ (default: keep)').choices([
        'keep',
        'drop',
      ]),
    )
    .addOption(
      new Option('--keep <copy>', 'which copy survives (default: first)').choices(['first', 'longest']),
    )
    .addOption(
      new Option('--strip <how>', 'how boldly boilerplate is removed (default: auto)').choices([
        'auto',
        'careful',
        'off',
      ]),
    )
    .option('--rules <file>', 'boilerplate rules of your own; see cleancopy help rules')
    .option('--include <glob>', 'what is taken from folders (repeatable; default: **/*.txt)', collect)
    .option('--exclude <glob>', 'what is left out (repeatable)', collect)
    .option('--follow-symlinks', 'follow symbolic links inside folders');
}

/** `--near` and `--contained`, here and for verify. */
export function parseThreshold(value: string): number | 'off' {
  const threshold = value === 'off' ? 'off' : Number(value);
  if (threshold === 'off' || (threshold > 0 && threshold <= 1)) return threshold;
  throw new InvalidArgumentError('It must be a number above 0 and at most 1, or off.');
}

function parseScope(value: string): Scope[] {
  const scope = value.split(',').map((name) => name.trim());
  if (scope.every((name) => name === 'within' || name === 'across')) return scope;
  throw new InvalidArgumentError('It must be within, across, or within,across.');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** The options as `ingest` takes them, without those that were not given and the rules, which have to be read. */
export function ingestOptions(options: AnalysisOptions): IngestOptions {
  const { scope, near, contained, variants, keep, strip, include, exclude, followSymlinks } = options;
  return {
    ...(scope && { scope }),
    ...(near !== undefined && { near }),
    ...(contained !== undefined && { contained }),
    ...(variants && { variants }),
    ...(keep && { keep }),
    ...(strip && { strip }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(followSymlinks && { followSymlinks }),
  };
}
