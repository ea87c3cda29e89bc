import { CleancopyError, formatMessage, showSafely } from '../model/errors.ts';
import { isOutOfMemory } from '../model/out-of-memory.ts';
import { version } from '../model/version.ts';
import type { Context } from './context.ts';
import { EXIT_DONE, EXIT_ERROR, EXIT_INTERRUPTED, EXIT_TERMINATED } from './exit-codes.ts';
import type { Streams } from './streams.ts';

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
  const { stdout, stderr } = context.streams;
  // a reader of help that goes away is no failure
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    stdout.write(`${version}\n`);
    return EXIT_DONE;
  }
  // everything else takes a while to load
  const [{ CommanderError }, { buildProgram }] = await Promise.all([
    import('commander'),
    import('./program.ts'),
  ]);
  try {
    const program = buildProgram(context);
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
