import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Decision } from '../../model/decisions.ts';
import { CleancopyError } from '../../model/errors.ts';
import type { Ingestion } from '../../pipeline/ingest.ts';
import type { Format } from '../../reporters/index.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { addAnalysisOptions, type AnalysisOptions } from '../analysis-options.ts';
import { addConfiguration } from '../configure.ts';
import type { Context } from '../context.ts';
import { EXIT_SKIPPED } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

/** What `clean` can write. */
type OutputFormat = Format | 'parquet' | 'txt';

interface CleanOptions extends TerminalOptions, AnalysisOptions {
  readonly output?: string;
  readonly format?: OutputFormat;
  readonly summary?: string;
  readonly report?: string;
  readonly decisions?: string;
}

const examples = `
Examples:
  cleancopy news -o clean.json            clean a folder into one JSON file
  cleancopy news -o clean.jsonl           one article a line, for large folders
  cleancopy news -f txt -o cleaned        a folder of cleaned texts
  cleancopy news -f dolma -o docs.jsonl   for corpus pipelines
  cleancopy "news/**/*.text" more.txt     a pattern and a file
  cat page.txt | cleancopy - | jq .       standard input
  cleancopy news --near off --contained off   exact repeats only

An input is a file, a folder (all its .txt files), a pattern, or - for standard
input.
Exit code: 0 done, 2 wrong use or nothing could be read, 3 done but some inputs
were skipped.`;

const formatNames: readonly OutputFormat[] = ['json', 'jsonl', 'dolma', 'parquet', 'txt'];

/** The command that cleans and deduplicates; it is the default one. */
export function cleanCommand(context: Context): Command {
  const command = new Command('clean')
    .description('clean and deduplicate articles (the default command)')
    .option('-o, --output <file>', 'where the result goes; for txt a folder (default: standard output)')
    .addOption(
      new Option('-f, --format <format>', 'how it is written (default: by its extension, else json)').choices(
        formatNames,
      ),
    )
    .option('--summary <file>', 'also write the summary alone, as JSON')
    .option('--report <file.html>', 'also write the HTML review')
    .option('--decisions <file>', 'replay decisions that were exported from an HTML review');
  addAnalysisOptions(command).addHelpText('after', examples);
  addConfiguration(command, context);
  return addTerminalOptions(command).action((inputs: string[], options: CleanOptions) =>
    clean(inputs, options, context),
  );
}

async function clean(inputs: readonly string[], options: CleanOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const { output, summary, report, quiet = false } = options;
  const cwd = streams.cwd();
  const format = chooseFormat(options, streams.stdout.isTTY === true);
  await refuseContradictions(inputs, options, format, cwd);
  const decisions = await readDecisionsOf(options, cwd);
  const { analyse, refuseOutputsAmong } = await import('../analyse.ts');
  const { ingestion, progress } = await analyse(inputs, options, context, decisions);
  try {
    const files = [format === 'txt' ? undefined : output, summary, report].filter(
      (name) => name !== undefined,
    );
    refuseOutputsAmong(ingestion.paths, files, cwd);
    await writeResult(ingestion, format, output, context);
    if (summary !== undefined) {
      const [{ fileSink }, { writeOutput }] = await Promise.all([
        import('../sink.ts'),
        import('../write-output.ts'),
      ]);
      const text = `${JSON.stringify(ingestion.head.summary, null, 2)}\n`;
      await writeOutput(once(text), await fileSink(namedFrom(cwd, summary), signal), signal);
    }
    if (report !== undefined) await writeReview(ingestion, report, context);
  } finally {
    progress.stop();
  }
  if (ingestion.skipped.length > 0) context.exitCode = EXIT_SKIPPED;
  if (!quiet) await conclude(ingestion, options, format, context);
}

async function writeReview(
  ingestion: Ingestion,
  report: string,
  { streams, signal }: Context,
): Promise<void> {
  const [{ htmlReporter }, { readPageAssets }, { render }, { fileSink }, { writeOutput }] = await Promise.all(
    [
      import('../../reporters/html/html.ts'),
      import('../read-page-assets.ts'),
      import('../../reporters/render.ts'),
      import('../sink.ts'),
      import('../write-output.ts'),
    ],
  );
  const review = render(ingestion, htmlReporter(await readPageAssets()));
  await writeOutput(review, await fileSink(namedFrom(streams.cwd(), report), signal), signal);
}

async function readDecisionsOf({ decisions }: CleanOptions, cwd: string): Promise<readonly Decision[]> {
  if (decisions === undefined) return [];
  const { readDecisions } = await import('../../pipeline/read-decisions.ts');
  return readDecisions(namedFrom(cwd, decisions));
}

async function writeResult(
  ingestion: Ingestion,
  format: OutputFormat,
  output: string | undefined,
  { streams, signal }: Context,
): Promise<void> {
  const cwd = streams.cwd();
  if (format === 'txt' && output !== undefined) {
    const { writeFolder } = await import('../write-folder.ts');
    await writeFolder(ingestion, namedFrom(cwd, output), signal);
    return;
  }
  const [{ render }, { fileSink, streamSink }, { writeOutput }, reporter] = await Promise.all([
    import('../../reporters/render.ts'),
    import('../sink.ts'),
    import('../write-output.ts'),
    reporterOf(format),
  ]);
  const sink =
    output === undefined ? streamSink(streams.stdout) : await fileSink(namedFrom(cwd, output), signal);
  await writeOutput(render(ingestion, reporter), sink, signal);
}

async function reporterOf(format: OutputFormat): Promise<Reporter<string | Uint8Array>> {
  if (format === 'parquet') return (await import('../../reporters/parquet.ts')).parquetReporter();
  const { reporters } = await import('../../reporters/index.ts');
  return reporters[format === 'txt' ? 'json' : format]();
}

/** What the extension of an output says of its format; the first is the default. */
const extensions: readonly (readonly [extension: string, formats: readonly OutputFormat[]])[] = [
  ['.json', ['json']],
  ['.jsonl', ['jsonl', 'dolma']],
  ['.ndjson', ['jsonl', 'dolma']],
  ['.parquet', ['parquet']],
];

/** @throws CleancopyError `CONTRADICTION` */
function chooseFormat({ output, format: asked }: CleanOptions, isTerminal: boolean): OutputFormat {
  const refuse = (second: string, remedy: string): CleancopyError =>
    new CleancopyError('CONTRADICTION', { first: `--format ${String(asked)}`, second, remedy });
  if (output === undefined) {
    if (asked === 'txt') throw refuse('standard output', 'name a folder with --output DIR');
    if (asked === 'parquet' && isTerminal)
      throw refuse('a terminal, which shows no bytes', 'name a file with --output FILE');
    return asked ?? 'json';
  }
  const [, named] = extensions.find(([extension]) => output.toLowerCase().endsWith(extension)) ?? [];
  if (named === undefined || asked === undefined || asked === 'txt' || named.includes(asked))
    return asked ?? named?.[0] ?? 'json';
  const extension = extensions.find(([, formats]) => formats.includes(asked))?.[0] ?? '';
  throw refuse(`--output ${output}`, `leave one of the two out, or name the output *${extension}`);
}

async function refuseContradictions(
  inputs: readonly string[],
  options: CleanOptions,
  format: OutputFormat,
  cwd: string,
): Promise<void> {
  const { output, summary, report } = options;
  const outputs = Object.entries({ output, summary, report }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  for (const [index, [first, file]] of outputs.entries()) {
    const second = outputs.slice(index + 1).find(([, other]) => resolve(cwd, other) === resolve(cwd, file));
    if (second === undefined) continue;
    throw new CleancopyError('OUTPUTS_EQUAL', {
      first: `--${first}`,
      second: `--${second[0]}`,
      output: file,
    });
  }
  const { refuseFolder, refuseMistypedCommand, refuseOutput, refuseVariantsWithoutSearch } =
    await import('../refuse.ts');
  refuseVariantsWithoutSearch(options);
  await refuseMistypedCommand(inputs, cwd);
  for (const [name, file] of outputs)
    await (name === 'output' && format === 'txt' ? refuseFolder : refuseOutput)(file, inputs, cwd);
}

// oxlint-disable-next-line require-await -- what is written comes as an asynchronous iterable
async function* once(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}

/** Warnings and the closing summary. */
async function conclude(
  ingestion: Ingestion,
  options: CleanOptions,
  format: OutputFormat,
  context: Context,
): Promise<void> {
  const [{ closingSummary }, { warnOfLosses, warnOfSkipped, warnOfStale }] = await Promise.all([
    import('../closing-summary.ts'),
    import('../analyse.ts'),
  ]);
  await warnOfSkipped(ingestion.skipped, options, context);
  await warnOfLosses(ingestion, options, context);
  await warnOfStale(ingestion.staleDecisions, options, context);
  const { stderr } = context.streams;
  const colours = await coloursFor(stderr, context.streams.env, options);
  stderr.write(
    closingSummary(ingestion.head.summary, options.output, colours, format === 'json' || format === 'jsonl'),
  );
}
