import { Command, CommanderError } from 'commander';
import { CleancopyError, formatMessage, showSafely } from '../model/errors.ts';
import { isOutOfMemory } from '../model/out-of-memory.ts';
import { version } from '../model/version.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { cleanCommand } from './commands/clean.ts';
import { explainCommand } from './commands/explain.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { verifyCommand } from './commands/verify.ts';
import { rulesCommand } from './commands/rules.ts';
import type { Context } from './context.ts';
import { EXIT_DONE, EXIT_ERROR, EXIT_INTERRUPTED, EXIT_TERMINATED } from './exit-codes.ts';
import type { OutputStream, Streams } from './streams.ts';

const examples = `
Examples:
  cleancopy news -o clean.json        clean a folder into one JSON file
  cleancopy check news --max-duplicate-share 10%   fail when it repeats itself
  cleancopy explain news              show what was removed, and why
  cleancopy report clean.json -o review.html   look at it in a browser
  cleancopy verify clean.json         prove it against the raw files
  cleancopy restore clean.json -o raw write the raw files back

All options of clean work without the word: cleancopy help clean lists them.`;

const defaultColumns = 80;

/**
 * The command line as a function: results go to `stdout`, everything else to `stderr`, and the exit code comes back.
 * After 130 and 143 (interrupted) something may still be running, so the process is to be ended.
 *
 * @param argv arguments without interpreter and script
 */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  const controller = new AbortController();
  const context: Context = { streams, signal: controller.signal, exitCode: EXIT_DONE };
  const interruption = waitForSignal(streams, controller);
  try {
    return await Promise.race([run(argv, context), interruption.exitCode]);
  } finally {
    interruption.stop();
  }
}

/** Resolves to an exit code on Ctrl-C and SIGTERM, after the abort has removed what was half written. */
function waitForSignal(
  streams: Streams,
  controller: AbortController,
): { readonly exitCode: Promise<number>; stop(): void } {
  const { promise, resolve } = withResolvers<number>();
  const interrupt = (exitCode: number) => (): void => {
    controller.abort();
    streams.stderr.write('\ninterrupted; no unfinished file was left\n');
    resolve(exitCode);
  };
  const onInterrupt = interrupt(EXIT_INTERRUPTED);
  const onTerminate = interrupt(EXIT_TERMINATED);
  streams.on('SIGINT', onInterrupt);
  streams.on('SIGTERM', onTerminate);
  const stop = (): void => {
    streams.off('SIGINT', onInterrupt);
    streams.off('SIGTERM', onTerminate);
  };
  return { exitCode: promise, stop };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function run(argv: readonly string[], context: Context): Promise<number> {
  const { stderr } = context.streams;
  const program = buildProgram(context);
  try {
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync([...argv], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_DONE : EXIT_ERROR;
    if (context.signal.aborted) return EXIT_INTERRUPTED;
    // anything else is a defect, for which the stack is what helps
    const text =
      error instanceof CleancopyError ? error.message : (describeShortage(error) ?? describeDefect(error));
    stderr.write(`error: ${text}\n`);
    return EXIT_ERROR;
  }
}

/** What runs out below the heap of JavaScript, where Node itself says so and ends. */
function describeShortage(error: unknown): string | undefined {
  return isOutOfMemory(error) ? formatMessage('OUT_OF_MEMORY', { cause: error.message }) : undefined;
}

function describeDefect(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map(showSafely).join('\n');
  return `this is a defect of cleancopy, please report it with these lines:\n${lines}`;
}

function buildProgram(context: Context): Command {
  const { stdout, stderr } = context.streams;
  const columns = (stream: OutputStream): number => stream.columns ?? defaultColumns;
  // a reader of help that goes away is no failure
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  const program = new Command('cleancopy')
    .description('Cleans raw scraped news text, removes repeated paragraphs, and proves every removal.')
    .usage(
      '[clean] <input...> [options]\n       cleancopy check <input...> [options]\n       cleancopy explain <input...> [options]\n       cleancopy verify <output> [--root DIR]\n       cleancopy restore <output> -o DIR\n       cleancopy report <output> -o FILE.html',
    )
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', examples);
  const commands: readonly (readonly [command: Command, isDefault: boolean])[] = [
    [cleanCommand(context), true],
    [checkCommand(context), false],
    [explainCommand(context), false],
    [verifyCommand(context), false],
    [restoreCommand(context), false],
    [reportCommand(context), false],
    [rulesCommand(context), false],
    [completionCommand(context), false],
  ];
  for (const [command, isDefault] of commands) program.addCommand(command, { isDefault });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => columns(stdout),
      getErrHelpWidth: () => columns(stderr),
    });
  }
  return program;
}
