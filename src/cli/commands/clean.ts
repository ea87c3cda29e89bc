import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Decision } from '../../model/decisions.ts';
import { CleancopyError } from '../../model/errors.ts';
import type { Ingestion } from '../../pipeline/ingest.ts';
import type { Format } from '../../reporters/index.ts';
import { addAnalysisOptions, type AnalysisOptions } from '../analysis-options.ts';
import type { Context } from '../context.ts';
import { EXIT_SKIPPED } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

interface CleanOptions extends TerminalOptions, AnalysisOptions {
  readonly output?: string;
  readonly format?: Format;
  readonly summary?: string;
  readonly report?: string;
  readonly decisions?: string;
}

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
    .option('--summary <file>', 'also write the summary alone, as JSON')
    .option('--report <file.html>', 'also write the HTML review')
    .option('--decisions <file>', 'replay decisions that were exported from an HTML review');
  addAnalysisOptions(command).addHelpText('after', examples);
  return addTerminalOptions(command).action((inputs: string[], options: CleanOptions) =>
    clean(inputs, options, context),
  );
}

async function clean(inputs: readonly string[], options: CleanOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const { output, summary, report, quiet = false } = options;
  const cwd = streams.cwd();
  const format = chooseFormat(output, options.format);
  await refuseContradictions(inputs, options, cwd);
  const decisions = await readDecisionsOf(options, cwd);
  const [
    { analyse, refuseOutputsAmong },
    { reporters },
    { render },
    { fileSink, streamSink },
    { writeOutput },
  ] = await Promise.all([
    import('../analyse.ts'),
    import('../../reporters/index.ts'),
    import('../../reporters/render.ts'),
    import('../sink.ts'),
    import('../write-output.ts'),
  ]);
  const { ingestion, progress } = await analyse(inputs, options, context, decisions);
  try {
    const outputs = [output, summary, report].filter((name) => name !== undefined);
    refuseOutputsAmong(ingestion.paths, outputs, cwd);
    const pieces = render(ingestion, reporters[format]());
    const sink =
      output === undefined ? streamSink(streams.stdout) : await fileSink(namedFrom(cwd, output), signal);
    await writeOutput(pieces, sink, signal);
    if (summary !== undefined) {
      const text = `${JSON.stringify(ingestion.head.summary, null, 2)}\n`;
      await writeOutput(once(text), await fileSink(namedFrom(cwd, summary), signal), signal);
    }
    if (report !== undefined) {
      const [{ htmlReporter }, { readPageAssets }] = await Promise.all([
        import('../../reporters/html/html.ts'),
        import('../read-page-assets.ts'),
      ]);
      const review = render(ingestion, htmlReporter(await readPageAssets()));
      await writeOutput(review, await fileSink(namedFrom(cwd, report), signal), signal);
    }
  } finally {
    progress.stop();
  }
  if (ingestion.skipped.length > 0) context.exitCode = EXIT_SKIPPED;
  if (!quiet) await conclude(ingestion, options, context);
}

async function readDecisionsOf({ decisions }: CleanOptions, cwd: string): Promise<readonly Decision[]> {
  if (decisions === undefined) return [];
  const { readDecisions } = await import('../../pipeline/read-decisions.ts');
  return readDecisions(namedFrom(cwd, decisions));
}

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
  options: CleanOptions,
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
  const { refuseMistypedCommand, refuseOutput, refuseVariantsWithoutSearch } = await import('../refuse.ts');
  refuseVariantsWithoutSearch(options);
  await refuseMistypedCommand(inputs, cwd);
  for (const [, file] of outputs) await refuseOutput(file, inputs, cwd);
}

// oxlint-disable-next-line require-await -- what is written comes as an asynchronous iterable
async function* once(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}

/** Warnings and the closing summary. */
async function conclude(
  { head, skipped, staleDecisions }: Ingestion,
  options: CleanOptions,
  context: Context,
): Promise<void> {
  const [{ closingSummary }, { warnOfSkipped, warnOfStale }] = await Promise.all([
    import('../closing-summary.ts'),
    import('../analyse.ts'),
  ]);
  warnOfSkipped(skipped, options, context);
  warnOfStale(staleDecisions, options, context);
  const { stderr } = context.streams;
  const colours = coloursFor(stderr, context.streams.env, options);
  stderr.write(closingSummary(head.summary, options.output, colours));
}
