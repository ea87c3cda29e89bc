import type { Streams } from './streams.ts';

/** What a command gets from `main`, and gives back. */
export interface Context {
  readonly streams: Streams;
  /** Aborted by Ctrl-C and by SIGTERM. */
  readonly signal: AbortSignal;
  /** What the process will exit with; 0 unless a command says otherwise. */
  exitCode: number;
}
