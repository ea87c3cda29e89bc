import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { main } from '../../../src/cli/main.ts';
import type { OutputStream, Streams } from '../../../src/cli/streams.ts';

/** What the command line is run with, and what it gave. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** Called with the streams' signals before the command runs. */
  readonly onStart?: (signals: EventEmitter) => void;
  /** Error that standard output gives on its first write. */
  readonly stdoutError?: NodeJS.ErrnoException;
}

/** Runs the command line in this process. */
export async function runMain(argv: readonly string[], surroundings: Surroundings): Promise<Run> {
  const { cwd, stdin = '', env = {}, isTTY = false, stdoutError } = surroundings;
  const signals = new EventEmitter();
  const stdout = collector(isTTY, stdoutError);
  const stderr = collector(isTTY);
  // oxlint-disable-next-line require-await -- standard input is an asynchronous iterable
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    if (stdin !== '') yield Buffer.from(stdin);
  }
  const streams: Streams = {
    stdin: chunks(),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    cwd: () => cwd,
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
  };
  surroundings.onStart?.(signals);
  const exitCode = await main(argv, streams);
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(
  isTTY: boolean,
  error?: NodeJS.ErrnoException,
): { readonly stream: OutputStream; text(): string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (error === undefined) pieces.push(chunk);
      done(error);
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => Buffer.concat(pieces).toString() };
}
