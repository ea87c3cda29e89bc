import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Scope, Skipped } from '../../model/article.ts';
import { CleancopyError, showSafely } from '../../model/errors.ts';
import type { Ingestion } from '../../pipeline/ingest.ts';
import { inputFormats, type InputFormat } from '../../inputs/input-format.ts';
import { MAX_FILE_SIZE, type ProgressEvent } from '../../pipeline/options.ts';
import type { Format } from '../../reporters/index.ts';
import { encodingOf, encodings, type Encoding } from '../../text/encodings.ts';
import type { Context } from '../context.ts';
import { EXIT_SKIPPED } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { startProgress } from '../progress.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

interface CleanOptions extends TerminalOptions {
  readonly output?: string;
  readonly format?: Format;
  readonly scope?: readonly Scope[];
  readonly near?: number | 'off';
  readonly contained?: number | 'off';
  readonly variants?: 'keep' | 'drop';
  readonly keep?: 'first' | 'longest';
  readonly strip?: 'auto' | 'careful' | 'off';
  readonly encoding?: Encoding;
  readonly repair?: 'text' | 'off';
  readonly maxFileSize?: number;
  readonly maxRatio?: number;
  readonly textField?: string;
  readonly idField?: string;
  readonly inputFormat?: InputFormat;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly followSymlinks?: boolean;
  readonly summary?: string;
}

/** Skipped inputs that are named before they are only counted. */
const MAX_WARNINGS = 10;

const examples = `
Examples:
  cleancopy news -o clean.json            clean a folder into one JSON file
  cleancopy news -o clean.jsonl           one article a line, for large folders
  cleancopy "news/**/*.text" more.txt     a pattern and a file
  cat page.txt | cleancopy - | jq .       standard input
  cleancopy news --near off --contained off   exact repeats only

An input is a file, a folder (all its .txt files), a pattern, or - for standard
input.
Exit code: 0 done, 2 wrong use or nothing could be read, 3 done but some inputs
were skipped.`;

/** The command that cleans and deduplicates; it is the default one. */
export function cleanCommand(context: Context): Command {
  const command = new Command('clean')
    .description('clean and deduplicate articles (the default command)')
    .argument('<input...>', 'files, folders, patterns, or - for standard input')
    .option('-o, --output <file>', 'where the result goes (default: standard output)')
    .addOption(
      new Option('-f, --format <format>', 'json or jsonl (default: by the extension of the output)').choices([
        'json',
        'jsonl',
      ]),
    )
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
    .option('--summary <file>', 'also write the summary alone, as JSON')
    .addHelpText('after', examples);
  return addTerminalOptions(command).action((inputs: string[], options: CleanOptions) =>
    clean(inputs, options, context),
  );
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

function parseScope(value: string): Scope[] {
  const scope = value.split(',').map((name) => name.trim());
  if (scope.every((name) => name === 'within' || name === 'across')) return scope;
  throw new InvalidArgumentError('It must be within, across, or within,across.');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function clean(inputs: readonly string[], options: CleanOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const { output, summary, quiet = false } = options;
  const cwd = streams.cwd();
  const format = chooseFormat(output, options.format);
  await refuseContradictions(inputs, options, cwd);
  const [{ ingest }, { reporters }, { render }, { fileSink, streamSink }, { writeOutput }] =
    await Promise.all([
      import('../../pipeline/ingest.ts'),
      import('../../reporters/index.ts'),
      import('../../reporters/render.ts'),
      import('../sink.ts'),
      import('../write-output.ts'),
    ]);
  const progress = await startProgress(streams, options);
  const onProgress = ({ stage, done, total }: ProgressEvent): void =>
    progress.update(stageLabels[stage], done, total);
  const {
    scope,
    near,
    contained,
    variants,
    keep,
    strip,
    encoding,
    maxFileSize,
    maxRatio,
    textField,
    idField,
    inputFormat,
    include,
    exclude,
    followSymlinks,
  } = options;
  try {
    const ingestion = await ingest(inputs, {
      cwd,
      signal,
      onProgress,
      stdin: streams.stdin,
      ...(scope && { scope }),
      ...(near !== undefined && { near }),
      ...(contained !== undefined && { contained }),
      ...(variants && { variants }),
      ...(keep && { keep }),
      ...(strip && { strip }),
      ...(encoding && { encoding }),
      ...(options.repair && { repair: options.repair }),
      ...(maxFileSize !== undefined && { maxFileSize }),
      ...(maxRatio !== undefined && { maxRatio }),
      ...(textField !== undefined && { textField }),
      ...(idField !== undefined && { idField }),
      ...(inputFormat && { inputFormat }),
      ...(include && { include }),
      ...(exclude && { exclude }),
      ...(followSymlinks && { followSymlinks }),
    });
    const outputs = [output, summary].filter((name) => name !== undefined);
    refuseOutputsAmong(ingestion.paths, outputs, cwd);
    const pieces = render(ingestion, reporters[format]());
    const sink =
      output === undefined ? streamSink(streams.stdout) : await fileSink(namedFrom(cwd, output), signal);
    await writeOutput(pieces, sink, signal);
    if (summary !== undefined) {
      const text = `${JSON.stringify(ingestion.head.summary, null, 2)}\n`;
      await writeOutput(once(text), await fileSink(namedFrom(cwd, summary), signal), signal);
    }
    progress.stop();
    if (ingestion.skipped.length > 0) context.exitCode = EXIT_SKIPPED;
    if (!quiet) await conclude(ingestion, options, context);
  } finally {
    progress.stop();
  }
}

const stageLabels: Readonly<Record<ProgressEvent['stage'], string>> = {
  discover: 'finding',
  read: 'reading',
  match: 'comparing',
  write: 'writing',
};

const formats: readonly (readonly [extension: string, format: Format])[] = [
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
];

function chooseFormat(output: string | undefined, asked: Format | undefined): Format {
  const named = formats.find(([extension]) => output?.toLowerCase().endsWith(extension));
  if (named === undefined || asked === undefined || named[1] === asked) return asked ?? named?.[1] ?? 'json';
  throw new CleancopyError('CONTRADICTION', {
    first: `--format ${asked}`,
    second: `--output ${String(output)}`,
    remedy: `leave one of the two out, or name the output *.${asked}`,
  });
}

async function refuseContradictions(
  inputs: readonly string[],
  { output, summary, near, contained, variants }: CleanOptions,
  cwd: string,
): Promise<void> {
  if (near === 'off' && contained === 'off' && variants === 'drop') {
    throw new CleancopyError('CONTRADICTION', {
      first: '--near off --contained off',
      second: '--variants drop',
      remedy: 'variants are inexact repeats; leave one of the two out',
    });
  }
  if (output !== undefined && summary !== undefined && resolve(cwd, output) === resolve(cwd, summary)) {
    throw new CleancopyError('OUTPUTS_EQUAL', { first: '--output', second: '--summary', output });
  }
  const { refuseMistypedCommand, refuseOutput } = await import('../refuse.ts');
  await refuseMistypedCommand(inputs, cwd);
  for (const file of [output, summary]) if (file !== undefined) await refuseOutput(file, inputs, cwd);
}

/** An output can also be an input through a pattern, which only the articles' paths tell. */
function refuseOutputsAmong(paths: readonly string[], outputs: readonly string[], cwd: string): void {
  const files = new Map(outputs.map((output) => [resolve(cwd, output), output]));
  if (files.size === 0) return;
  for (const path of paths) {
    // an article may lie inside the file
    const output = files.get(resolve(cwd, path)) ?? outputs.find((name) => path.startsWith(`${name}/`));
    if (output !== undefined) throw new CleancopyError('OUTPUT_IS_INPUT', { output });
  }
}

// oxlint-disable-next-line require-await -- what is written comes as an asynchronous iterable
async function* once(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}

/** Warnings and the closing summary. */
async function conclude(
  { head, skipped }: Ingestion,
  options: CleanOptions,
  { streams }: Context,
): Promise<void> {
  const { closingSummary } = await import('../closing-summary.ts');
  const colours = coloursFor(streams.stderr, streams.env, options);
  const warn = (text: string): unknown => streams.stderr.write(`${colours.yellow('warning:')} ${text}\n`);
  const describe = ({ path, message, code }: Skipped): string => `${path}: ${message} (${code})`;
  for (const entry of skipped.slice(0, MAX_WARNINGS)) warn(showSafely(describe(entry)));
  const more = skipped.length - MAX_WARNINGS;
  if (more > 0)
    warn(`${more} more ${more === 1 ? 'input was' : 'inputs were'} skipped; the output lists all`);
  streams.stderr.write(closingSummary(head.summary, options.output, colours));
}
