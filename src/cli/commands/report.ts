import { Command } from 'commander';
import { showSafely } from '../../model/errors.ts';
import type { Context } from '../context.ts';
import { namedFrom } from '../named-from.ts';
import { addTerminalOptions, type TerminalOptions } from '../terminal.ts';

interface ReportCommandOptions extends TerminalOptions {
  readonly output: string;
}

const examples = `
Examples:
  cleancopy report clean.json -o review.html     an HTML review of an output
  cleancopy news -o clean.json --report review.html   both at once

The review is one file that needs no network. In it, removals can be accepted or
rejected; cleancopy news --decisions decisions.json keeps what was rejected.`;

/** The command that draws the HTML review of an output. */
export function reportCommand(context: Context): Command {
  const command = new Command('report')
    .description('write an HTML review of an output, in one file')
    .argument('<output>', 'what cleancopy wrote, json or jsonl')
    .requiredOption('-o, --output <file>', 'where the review goes')
    .addHelpText('after', examples);
  return addTerminalOptions(command).action((output: string, options: ReportCommandOptions) =>
    report(output, options, context),
  );
}

async function report(source: string, options: ReportCommandOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const cwd = streams.cwd();
  const { refuseOutput } = await import('../refuse.ts');
  await refuseOutput(options.output, [source], cwd);
  const [
    { readOutput },
    { renderParts },
    { htmlReporter },
    { readPageAssets },
    { fileSink },
    { writeOutput },
  ] = await Promise.all([
    import('../../pipeline/read-output.ts'),
    import('../../reporters/render-parts.ts'),
    import('../../reporters/html/html.ts'),
    import('../read-page-assets.ts'),
    import('../sink.ts'),
    import('../write-output.ts'),
  ]);
  const pieces = renderParts(readOutput(namedFrom(cwd, source)), htmlReporter(await readPageAssets()));
  await writeOutput(pieces, await fileSink(namedFrom(cwd, options.output), signal), signal);
  if (options.quiet !== true) streams.stderr.write(`written to ${showSafely(options.output)}\n`);
}
