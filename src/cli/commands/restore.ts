import { Command } from 'commander';
import { formatMessage, showSafely } from '../../model/errors.ts';
import type { RestoreOptions } from '../../pipeline/restore.ts';
import type { Context } from '../context.ts';
import { count, formatNumber } from '../count.ts';
import { EXIT_FAILED_PROOF } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { startProgress } from '../progress.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

interface RestoreCommandOptions extends TerminalOptions {
  readonly output: string;
}

const examples = `
Example:
  cleancopy restore clean.json -o raw

Files come back under the folder with the paths they had; leading ../ are
dropped, and standard input becomes stdin.txt. Each file is checked against its
SHA-256 before it is written; one that exists and differs is never overwritten.
Exit code: 0 all restored, 1 some could not be rebuilt, 2 nothing more could be
written.`;

/** The command that writes the raw inputs back. */
export function restoreCommand(context: Context): Command {
  const command = new Command('restore')
    .description('write the raw inputs back, byte for byte')
    .argument('<output>', 'what cleancopy wrote, json or jsonl')
    .requiredOption('-o, --output <dir>', 'the folder to write into; it is made when missing')
    .addHelpText('after', examples);
  return addTerminalOptions(command).action((output: string, options: RestoreCommandOptions) =>
    restore(output, options, context),
  );
}

async function restore(output: string, options: RestoreCommandOptions, context: Context): Promise<void> {
  const { streams, signal } = context;
  const { restoreOutput } = await import('../../pipeline/restore.ts');
  const cwd = streams.cwd();
  const colours = await coloursFor(streams.stderr, streams.env, options);
  const progress = await startProgress(streams, options);
  const counts = { written: 0, unchanged: 0, damaged: 0 };
  const onProgress: RestoreOptions['onProgress'] = ({ done, total, bytes }) =>
    progress.update({ label: 'restoring', noun: 'articles', done, total, bytes });
  try {
    const target = namedFrom(cwd, options.output);
    for await (const { path, result } of restoreOutput(namedFrom(cwd, output), target, {
      signal,
      onProgress,
    })) {
      counts[result]++;
      if (result !== 'damaged') continue;
      progress.stop();
      const message = formatMessage('REBUILD_FAILED', { path });
      streams.stderr.write(`${colours.red('error:')} ${message}\n`);
    }
  } finally {
    progress.stop();
  }
  if (counts.damaged > 0) context.exitCode = EXIT_FAILED_PROOF;
  if (options.quiet === true) return;
  const there = counts.unchanged > 0 ? `, ${formatNumber(counts.unchanged)} were there already` : '';
  streams.stderr.write(
    `${count(counts.written, 'file')} restored into ${showSafely(options.output)}${there}\n`,
  );
}
