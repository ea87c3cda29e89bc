import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Scope } from '../model/article.ts';
import { inputFormats, type InputFormat } from '../inputs/input-format.ts';
import { MAX_FILE_SIZE, MAX_WORKERS } from '../pipeline/limits.ts';
import type { IngestOptions } from '../pipeline/options.ts';
import { encodingOf, encodings, type Encoding } from '../text/encodings.ts';

/** What every command that reads articles can be told about them. */
export interface AnalysisOptions {
  readonly scope?: readonly Scope[];
  readonly near?: number | 'off';
  readonly contained?: number | 'off';
  readonly variants?: 'keep' | 'drop';
  readonly keep?: 'first' | 'longest';
  readonly strip?: 'auto' | 'careful' | 'full' | 'off';
  readonly rules?: string;
  readonly encoding?: Encoding;
  readonly repair?: 'text' | 'off';
  readonly inputFormat?: InputFormat;
  readonly textField?: string;
  readonly idField?: string;
  readonly maxFileSize?: number;
  readonly maxRatio?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly followSymlinks?: boolean;
  readonly workers?: number;
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
        'full',
        'off',
      ]),
    )
    .option('--rules <file>', 'boilerplate rules of your own; see cleancopy help rules')
    .addOption(
      new Option(
        '--repair <what>',
        'text: add the repaired text where entities, mojibake or tags are left (default: off)',
      ).choices(['text', 'off']),
    )
    .option(
      '--encoding <name>',
      'encoding of all files without a byte-order mark (default: found out)',
      parseEncoding,
    )
    .addOption(
      new Option(
        '--input-format <format>',
        'what all inputs are, also standard input (default: by their names, else text)',
      ).choices(inputFormats),
    )
    .option('--text-field <name>', 'JSON Lines: the member that holds the text (default: text)')
    .option('--id-field <name>', 'JSON Lines: the member that names the article (default: its line)')
    .option('--max-file-size <size>', 'largest article, such as 100MB (default: 256MiB)', parseSize)
    .option(
      '--max-ratio <number>',
      'how many times its size a file may grow when decompressed (default: 200)',
      parseRatio,
    )
    .option(
      '--include <glob>',
      'what is taken from folders and archives (repeatable; default: **/*.txt)',
      collect,
    )
    .option('--exclude <glob>', 'what is left out (repeatable)', collect)
    .option('--follow-symlinks', 'follow symbolic links inside folders')
    .option('--workers <n>', 'worker threads (default: none)', parseWorkers);
}

/** `--near` and `--contained`, here and for verify. */
export function parseThreshold(value: string): number | 'off' {
  const threshold = value === 'off' ? 'off' : Number(value);
  if (threshold === 'off' || (threshold > 0 && threshold <= 1)) return threshold;
  throw new InvalidArgumentError('It must be a number above 0 and at most 1, or off.');
}

/** `--encoding`, here and for verify. */
export function parseEncoding(value: string): Encoding {
  const encoding = encodingOf(value);
  if (encoding !== undefined) return encoding;
  throw new InvalidArgumentError(`It must be one of ${encodings.join(', ')}.`);
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  K: 1e3,
  KB: 1e3,
  KIB: 2 ** 10,
  M: 1e6,
  MB: 1e6,
  MIB: 2 ** 20,
};

function parseSize(value: string): number {
  const [, number, unit] = /^(\d{1,9}) ?([a-z]{0,3})$/i.exec(value) ?? [];
  const factor = units[(unit ?? '?').toUpperCase()];
  const bytes = Number(number) * factor;
  if (bytes >= 1 && bytes <= MAX_FILE_SIZE) return bytes;
  throw new InvalidArgumentError(`It must be from 1 to ${MAX_FILE_SIZE} bytes, such as 500kB or 100MiB.`);
}

function parseRatio(value: string): number {
  const ratio = Number(value);
  if (ratio >= 1 && ratio < Infinity) return ratio;
  throw new InvalidArgumentError('It must be a number from 1.');
}

function parseWorkers(value: string): number {
  const workers = /^\d{1,4}$/.test(value) ? Number(value) : NaN;
  if (workers <= MAX_WORKERS) return workers;
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_WORKERS}.`);
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
  const { scope, near, contained, variants, keep, strip, encoding, repair, inputFormat } = options;
  const { textField, idField, maxFileSize, maxRatio, include, exclude, followSymlinks, workers } = options;
  return {
    ...(scope && { scope }),
    ...(near !== undefined && { near }),
    ...(contained !== undefined && { contained }),
    ...(variants && { variants }),
    ...(keep && { keep }),
    ...(strip && { strip }),
    ...(encoding && { encoding }),
    ...(repair && { repair }),
    ...(inputFormat && { inputFormat }),
    ...(textField !== undefined && { textField }),
    ...(idField !== undefined && { idField }),
    ...(maxFileSize !== undefined && { maxFileSize }),
    ...(maxRatio !== undefined && { maxRatio }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(followSymlinks && { followSymlinks }),
    ...(workers !== undefined && { workers }),
  };
}
