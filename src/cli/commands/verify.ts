import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { BlockReference } from '../../model/article.ts';
import { showSafely } from '../../model/errors.ts';
import type { Recall } from '../../pipeline/measure-recall.ts';
import type { Verification } from '../../pipeline/verify.ts';
import type { Violation } from '../../pipeline/violation.ts';
import { parseEncoding, parseThreshold } from '../analysis-options.ts';
import type { Context } from '../context.ts';
import { count, formatNumber } from '../count.ts';
import { EXIT_FAILED_PROOF } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { startProgress } from '../progress.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';
import type { Encoding } from '../../text/encodings.ts';

interface VerifyCommandOptions extends TerminalOptions {
  readonly root?: string;
  readonly near?: number | 'off';
  readonly contained?: number | 'off';
  readonly encoding?: Encoding;
  readonly recall?: number;
  readonly seed?: number;
}

const examples = `
Examples:
  cleancopy verify clean.json                where cleancopy was run
  cleancopy verify clean.json --root ~/work  from elsewhere
  cleancopy verify clean.jsonl --near 0.9    jsonl does not state its threshold
  cleancopy verify clean.json --recall 500   also measure what the search missed

Every raw file is read again. Hashes, places, texts, white space, witnesses and
their similarity, groups and counts are proved; each violation is a line on
standard output.
Exit code: 0 proved, 1 a proof failed, 2 the output cannot be read.`;

/** The command that proves an output against the raw inputs. */
export function verifyCommand(context: Context): Command {
  const command = new Command('verify')
    .description('prove an output against the raw inputs')
    .argument('<output>', 'what cleancopy wrote, json or jsonl')
    .option('--root <dir>', 'the folder that cleancopy was run in (default: this one)')
    .option('--near <number>', 'for jsonl: least similarity, or off (default: 0.85)', parseThreshold)
    .option('--contained <number>', 'for jsonl: least containment, or off (default: 0.9)', parseThreshold)
    .option('--encoding <name>', 'for jsonl: what clean was told with --encoding', parseEncoding)
    .option('--recall <n>', 'draw n blocks and compare each with all others by brute force', parseCount)
    .option('--seed <n>', 'another seed draws other blocks for --recall (default: 1)', parseCount)
    .addHelpText('after', examples);
  return addTerminalOptions(command).action((output: string, options: VerifyCommandOptions) =>
    verify(output, options, context),
  );
}

async function verify(output: string, options: VerifyCommandOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const [{ verifyOutput }, { formatViolation }, { streamSink }] = await Promise.all([
    import('../../pipeline/verify.ts'),
    import('../../pipeline/violation.ts'),
    import('../sink.ts'),
  ]);
  const cwd = streams.cwd();
  const sink = streamSink(streams.stdout);
  const colours = await coloursFor(streams.stdout, streams.env, options);
  const progress = await startProgress(streams, options);
  const verification = verifyOutput(namedFrom(cwd, output), {
    root: resolve(cwd, options.root ?? '.'),
    signal,
    onProgress: ({ done, total, bytes }) =>
      progress.update({ label: 'proving', noun: 'articles', done, total, bytes }),
    ...(options.near !== undefined && { near: options.near }),
    ...(options.contained !== undefined && { contained: options.contained }),
    ...(options.encoding && { encoding: options.encoding }),
  });
  let violations = 0;
  try {
    for await (const violation of verification) {
      progress.stop();
      violations++;
      await sink.write(`${colours.red(violation.code)} ${place(violation)}${formatViolation(violation)}\n`);
    }
  } finally {
    progress.stop();
  }
  if (violations > 0) context.exitCode = EXIT_FAILED_PROOF;
  if (violations > 0) await sink.write(`${colours.red('not proved')}: ${count(violations, 'violation')}\n`);
  else if (options.quiet !== true) await sink.write(success(verification, colours.green('proved')));
  if (options.recall === undefined) return;
  const { measureRecall } = await import('../../pipeline/measure-recall.ts');
  const { near, seed } = options;
  const recall = await measureRecall(namedFrom(cwd, output), {
    sample: options.recall,
    signal,
    ...(seed !== undefined && { seed }),
    ...(typeof near === 'number' && { near }),
  });
  await sink.write(describeRecall(recall));
}

/** A number above 0 without a fraction. */
function parseCount(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

function describeRecall({
  drawn,
  compared,
  found,
  missed,
  withRemoved,
  blocks,
  completeBlocks,
  interval,
}: Recall): string {
  const nameOf = ({ path, block }: BlockReference): string => showSafely(`${path} block ${block}`);
  const lines = missed.map(
    ({ earlier, later, similarity }) =>
      `missed: ${nameOf(later)} is near ${nameOf(earlier)}, ${similarity.toFixed(4)}\n`,
  );
  const aside =
    withRemoved === 0
      ? ''
      : `  ${formatNumber(withRemoved)} more with a block that was itself removed, whose witness the other is not near to\n`;
  const [low, high] = interval.map((share) => (100 * share).toFixed(1));
  return (
    `${lines.join('')}recall: ${count(drawn, 'block')} drawn and compared with ${count(compared, 'other')}\n` +
    `  ${count(found + missed.length, 'near pair')}: ${formatNumber(found)} found, ${formatNumber(missed.length)} missed\n${aside}` +
    `  ${formatNumber(completeBlocks)} of ${count(blocks, 'block')} with near pairs have all of them found (95 % interval: ${low} to ${high} %)\n`
  );
}

function place({ path, block }: Violation): string {
  if (path === null) return '';
  return showSafely(block === null ? `${path}: ` : `${path} block ${block}: `);
}

function success({ counts, hasHead }: Verification, word: string): string {
  const { articles, bytes, blocks, duplicates } = counts;
  const { exact, near, contained } = duplicates;
  const witnesses = exact + near + contained + blocks.variant + blocks.extension;
  const rest = hasHead ? 'groups and summary agree' : 'jsonl states no groups and no summary';
  return (
    `${word}: ${count(articles, 'article')}, ${count(bytes, 'byte')}, every byte accounted for\n` +
    `  ${count(blocks.total, 'block')}: each text is what its raw file holds at its place\n` +
    `  ${count(witnesses, 'repeat')}: each witness is kept and scores what is stated\n` +
    `  ${rest}\n`
  );
}
