import type { ChalkInstance } from 'chalk';
import { Command, Option } from 'commander';
import type { Article, WitnessReference } from '../../model/article.ts';
import type { Ingestion } from '../../pipeline/ingest.ts';
import type { ExplainOptions, Palette } from '../../reporters/explain.ts';
import { addAnalysisOptions, type AnalysisOptions } from '../analysis-options.ts';
import type { Context } from '../context.ts';
import { EXIT_SKIPPED } from '../exit-codes.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

interface ExplainCommandOptions extends TerminalOptions, AnalysisOptions {
  readonly only?: 'removed';
}

const DEFAULT_WIDTH = 80;

const examples = `
Examples:
  cleancopy explain news                     every article, with what was removed
  cleancopy explain news --only removed      what was removed, and nothing else
  cleancopy explain news | less              page by page
  FORCE_COLOR=1 cleancopy explain news | less -R   the same in colours

Before each text stands its line number and what became of it:
- boilerplate, = repeat, ~ kept variant, + kept, holds other text and more.
Exit code: 0 done, 2 wrong use or nothing could be read, 3 done but some inputs
were skipped.`;

/** The command that shows articles with what was removed and why. */
export function explainCommand(context: Context): Command {
  const command = new Command('explain')
    .description('show each article with what was removed and why')
    .argument('<input...>', 'files, folders, patterns, or - for standard input')
    .addOption(new Option('--only <what>', 'leave out what was kept').choices(['removed']));
  addAnalysisOptions(command).addHelpText('after', examples);
  return addTerminalOptions(command).action((inputs: string[], options: ExplainCommandOptions) =>
    explain(inputs, options, context),
  );
}

async function explain(
  inputs: readonly string[],
  options: ExplainCommandOptions,
  context: Context,
): Promise<void> {
  const { streams, signal } = context;
  const { refuseVariantsWithoutSearch } = await import('../refuse.ts');
  refuseVariantsWithoutSearch(options);
  const [{ analyse, warnOfSkipped }, { streamSink }, { writeOutput }] = await Promise.all([
    import('../analyse.ts'),
    import('../sink.ts'),
    import('../write-output.ts'),
  ]);
  const { ingestion, progress } = await analyse(inputs, options, context);
  // the bar would stand between the articles
  progress.close();
  const { stdout, env } = streams;
  const pieces = explainAll(ingestion, {
    width: stdout.columns ?? DEFAULT_WIDTH,
    palette: paletteOf(await coloursFor(stdout, env, options)),
    onlyRemoved: options.only === 'removed',
  });
  await writeOutput(pieces, streamSink(stdout), signal);
  if (ingestion.skipped.length > 0) context.exitCode = EXIT_SKIPPED;
  if (options.quiet !== true) await warnOfSkipped(ingestion.skipped, options, context);
}

async function* explainAll(
  ingestion: Ingestion,
  options: Omit<ExplainOptions, 'nameBlock'>,
): AsyncGenerator<string, void, undefined> {
  const { explainArticle, explainLegend } = await import('../../reporters/explain.ts');
  yield `${options.palette.dim(explainLegend)}\n\n`;
  for await (const article of ingestion) {
    if (options.onlyRemoved && article.removed.length === 0) continue;
    yield* explainArticle(article, {
      ...options,
      nameBlock: (reference) => nameBlock(article, reference, ingestion),
    });
  }
}

/** A witness by its place: in the same article by the line alone. */
function nameBlock(article: Article, reference: WitnessReference, { linesOf }: Ingestion): string {
  const { path, blocks = [reference.block] } = reference;
  const first = linesOf({ path, block: blocks[0] })?.[0] ?? 0;
  const last = linesOf({ path, block: blocks.at(-1) ?? blocks[0] })?.[1] ?? first;
  const lines = blocks.length > 1 ? `lines ${first} to ${last}` : `line ${first}`;
  return path === article.path ? lines : `${path}, ${lines}`;
}

function paletteOf(colours: ChalkInstance): Palette {
  return {
    kept: (text) => text,
    variant: colours.magenta,
    extension: colours.cyan,
    boilerplate: colours.yellow.strikethrough,
    duplicate: colours.red.strikethrough,
    path: colours.bold,
    field: colours.green,
    dim: colours.dim,
  };
}
