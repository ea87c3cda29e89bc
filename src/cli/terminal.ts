import type { ChalkInstance } from 'chalk';
import type { Command } from 'commander';
import type { OutputStream, Streams } from './streams.ts';

/** What each command can be told about the terminal. */
export interface TerminalOptions {
  readonly quiet?: boolean;
  /** False for `--no-color`. */
  readonly color: boolean;
  /** False for `--no-progress`. */
  readonly progress: boolean;
}

export function addTerminalOptions(command: Command): Command {
  return command
    .option('-q, --quiet', 'say nothing but results and errors')
    .option('--no-color', 'no colours; NO_COLOR in the environment does the same')
    .option('--no-progress', 'no progress bar');
}

/**
 * Colours for a stream. `--no-color` and NO_COLOR turn them off, FORCE_COLOR turns them on for what is no terminal.
 * (Chalk itself does not look at NO_COLOR.) The library is loaded when something is coloured.
 */
export async function coloursFor(
  stream: OutputStream,
  env: Streams['env'],
  { color }: Pick<TerminalOptions, 'color'>,
): Promise<ChalkInstance> {
  const { Chalk } = await import('chalk');
  return new Chalk({ level: colourLevel(stream, env, color) });
}

function colourLevel(stream: OutputStream, env: Streams['env'], color: boolean): 0 | 1 | 2 | 3 {
  if (!color || (env['NO_COLOR'] ?? '') !== '') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '2') return 2;
  if (forced === '3') return 3;
  if (forced !== undefined) return 1;
  return stream.isTTY === true && env['TERM'] !== 'dumb' ? 1 : 0;
}
