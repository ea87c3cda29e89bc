import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CleancopyError } from '../../model/errors.ts';
import { Baseline, BaselineWriter } from '../../pipeline/baseline.ts';
import type { Budgets } from '../../pipeline/check.ts';
import type { CheckFormat } from '../../reporters/check/index.ts';
import { addAnalysisOptions, type AnalysisOptions } from '../analysis-options.ts';
import { addConfiguration } from '../configure.ts';
import type { Context } from '../context.ts';
import { EXIT_OVER_BUDGET, EXIT_SKIPPED } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { addTerminalOptions, type TerminalOptions } from '../terminal.ts';
import type { CheckOutput } from '../write-check.ts';

interface CheckCommandOptions extends TerminalOptions, AnalysisOptions, Budgets {
  readonly output?: string;
  readonly format?: CheckFormat;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly write?: readonly Written[];
  readonly list?: number;
}

/** A further output: its format and its file. */
interface Written {
  readonly format: CheckFormat;
  readonly file: string;
}

const examples = `
Examples:
  cleancopy check news --max-duplicate-share 10% --max-boilerplate-share 20%
  cleancopy check news --baseline accepted.json --update-baseline
  cleancopy check news --baseline accepted.json      only what is new fails
  cleancopy check news --max-loss 60% -f sarif -o cleancopy.sarif
  cleancopy check news --max-loss 60% -f github --write junit=report.xml

Shares are numbers from 0 to 1 or per cent. A baseline accepts findings by their
content, wherever they stand, and as often as they were there.
Exit code: 0 within the budgets, 1 over budget, 2 wrong use or nothing could be
read, 3 within the budgets but some inputs were skipped.`;

const formatNames: readonly CheckFormat[] = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'];

/** The command that holds articles against budgets, for continuous integration. */
export function checkCommand(context: Context): Command {
  const command = new Command('check')
    .description('fail when articles repeat, carry or lose too much; for CI')
    .option('-o, --output <file>', 'where the findings go (default: standard output)')
    .addOption(
      new Option('-f, --format <format>', 'how findings are written (default: text)').choices(formatNames),
    )
    .option('--max-duplicate-share <share>', 'characters that may repeat other text', parseShare)
    .option('--max-boilerplate-share <share>', 'characters that may be boilerplate', parseShare)
    .option('--max-duplicate-articles <n>', 'articles that may have nothing of their own', parseWhole)
    .option('--max-loss <share>', 'characters that any one article may lose', parseShare)
    .option('--baseline <file>', 'findings that are accepted')
    .option('--update-baseline', 'write what is found now into the baseline, and exit with 0')
    .option('--write <format=file>', 'write another format, too (repeatable)', parseWritten)
    .option('--list <n>', 'list so many findings, or all (default: by the format)', parseList);
  addAnalysisOptions(command).addHelpText('after', examples);
  addConfiguration(command, context);
  return addTerminalOptions(command).action((inputs: string[], options: CheckCommandOptions) =>
    runCheck(inputs, options, context),
  );
}

function parseWritten(value: string, before: readonly Written[] = []): readonly Written[] {
  const [name, file] = [value.split('=', 1)[0], value.slice(value.indexOf('=') + 1)];
  const format = formatNames.find((known) => known === name);
  if (format !== undefined && value.includes('=') && file !== '') return [...before, { format, file }];
  throw new InvalidArgumentError(`It must be a format and a file, such as sarif=cleancopy.sarif.`);
}

/** A share: a number from 0 to 1, or per cent. */
function parseShare(value: string): number {
  const digits = /^(\d+|\d*\.\d+)(%?)$/.exec(value);
  const share = digits === null ? NaN : Number(digits[1]) / (digits[2] === '%' ? 100 : 1);
  if (share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('It must be a number from 0 to 1, or per cent, such as 5%.');
}

function parseWhole(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

function parseList(value: string): number {
  return value === 'all' ? Infinity : parseWhole(value);
}

async function runCheck(
  inputs: readonly string[],
  options: CheckCommandOptions,
  context: Context,
): Promise<void> {
  const { streams, signal } = context;
  const cwd = streams.cwd();
  await refuseContradictions(inputs, options, cwd);
  const [{ check }, { fileSink }, { writeCheck }, analysis] = await Promise.all([
    import('../../pipeline/check.ts'),
    import('../sink.ts'),
    import('../write-check.ts'),
    import('../analyse.ts'),
  ]);
  const { baseline: baselineFile, updateBaseline = false, output } = options;
  const baseline =
    baselineFile === undefined || updateBaseline ? undefined : await readBaseline(cwd, baselineFile);
  const record = updateBaseline ? new BaselineWriter() : undefined;
  const { ingestion, progress } = await analysis.analyse(inputs, options, context);
  const run = check(ingestion, {
    ...budgetsOf(options),
    ...(baseline && { baseline }),
    ...(record && { record }),
  });
  try {
    analysis.refuseOutputsAmong(ingestion.paths, writtenFiles(options), cwd);
    const outputs = await openOutputs(options, context);
    // findings on a terminal would be torn apart by the bar
    if (output === undefined && streams.stdout.isTTY === true) progress.close();
    await writeCheck(run, outputs, signal);
    if (record !== undefined && baselineFile !== undefined) {
      const { writeOutput } = await import('../write-output.ts');
      const sink = await fileSink(namedFrom(cwd, baselineFile), signal);
      await writeOutput(asyncPieces(record.write()), sink, signal);
    }
  } finally {
    progress.stop();
  }
  const verdict = run.verdict();
  if (!verdict.passed && !updateBaseline) context.exitCode = EXIT_OVER_BUDGET;
  else if (ingestion.skipped.length > 0) context.exitCode = EXIT_SKIPPED;
  if (options.quiet === true) return;
  await analysis.warnOfSkipped(ingestion.skipped, options, context);
  await analysis.warnOfLosses(ingestion, options, context);
  const { checkConclusion } = await import('../closing-summary.ts');
  streams.stderr.write(
    checkConclusion(verdict, { output, baseline: updateBaseline ? baselineFile : undefined }),
  );
}

/** What is written at once: the output itself, and those of `--write`. */
async function openOutputs(
  options: CheckCommandOptions,
  { streams, signal }: Context,
): Promise<CheckOutput[]> {
  const [{ checkReporters }, { limitFindings }, { fileSink, streamSink }] = await Promise.all([
    import('../../reporters/check/index.ts'),
    import('../../reporters/check/limit-findings.ts'),
    import('../sink.ts'),
  ]);
  const { format = 'text', output, write = [], list } = options;
  const outputs: CheckOutput[] = [];
  try {
    for (const { format: name, file } of [{ format, file: output }, ...write]) {
      const { make, maxListed } = checkReporters[name];
      outputs.push({
        reporter: limitFindings(make(), list ?? maxListed),
        sink:
          file === undefined
            ? streamSink(streams.stdout)
            : await fileSink(namedFrom(streams.cwd(), file), signal),
      });
    }
    return outputs;
  } catch (error) {
    for (const { sink } of outputs) await sink.discard();
    throw error;
  }
}

/** All files that are written, as the user named them. */
function writtenFiles({ output, baseline, updateBaseline, write = [] }: CheckCommandOptions): string[] {
  const files = [output, updateBaseline === true ? baseline : undefined, ...write.map(({ file }) => file)];
  return files.filter((name) => name !== undefined);
}

function budgetsOf(options: Budgets): Budgets {
  const { maxDuplicateShare, maxBoilerplateShare, maxDuplicateArticles, maxLoss } = options;
  return {
    ...(maxDuplicateShare !== undefined && { maxDuplicateShare }),
    ...(maxBoilerplateShare !== undefined && { maxBoilerplateShare }),
    ...(maxDuplicateArticles !== undefined && { maxDuplicateArticles }),
    ...(maxLoss !== undefined && { maxLoss }),
  };
}

async function readBaseline(cwd: string, name: string): Promise<Baseline> {
  let json: string;
  try {
    json = await readFile(namedFrom(cwd, name), 'utf8');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'no reason is known';
    throw new CleancopyError('BASELINE_UNREADABLE', { baseline: name, cause }, { cause: error });
  }
  return Baseline.parse(json, name);
}

async function refuseContradictions(
  inputs: readonly string[],
  options: CheckCommandOptions,
  cwd: string,
): Promise<void> {
  const { output, baseline, updateBaseline = false, write = [] } = options;
  if (updateBaseline && baseline === undefined) {
    throw new CleancopyError('CONTRADICTION', {
      first: '--update-baseline',
      second: 'a missing --baseline',
      remedy: 'name the file with --baseline FILE',
    });
  }
  const named = [
    ['--output', output],
    ['--baseline', baseline],
    ...write.map(({ file }) => ['--write', file] as const),
  ] as const;
  const places = new Map<string, string>();
  for (const [second, file] of named) {
    if (file === undefined) continue;
    const first = places.get(resolve(cwd, file));
    if (first !== undefined) throw new CleancopyError('OUTPUTS_EQUAL', { first, second, output: file });
    places.set(resolve(cwd, file), second);
  }
  const { refuseOutput, refuseVariantsWithoutSearch } = await import('../refuse.ts');
  refuseVariantsWithoutSearch(options);
  for (const file of writtenFiles(options)) await refuseOutput(file, inputs, cwd);
}

// oxlint-disable-next-line require-await -- what is written comes as an asynchronous iterable
async function* asyncPieces(pieces: Iterable<string>): AsyncGenerator<string, void, undefined> {
  yield* pieces;
}
