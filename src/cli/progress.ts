import type { SingleBar } from 'cli-progress';
import type { Streams } from './streams.ts';
import type { TerminalOptions } from './terminal.ts';

/** A progress bar on a terminal, nothing otherwise. */
export interface Progress {
  /** `label` fits in 10 characters. */
  update(label: string, done: number, total: number): void;
  /** Takes the bar away. */
  stop(): void;
}

const silence: Progress = { update: () => undefined, stop: () => undefined };

/** Redraws a second. */
const FRAMES_PER_SECOND = 10;

export async function startProgress(streams: Streams, options: TerminalOptions): Promise<Progress> {
  if (options.quiet === true || !options.progress || streams.stderr.isTTY !== true) return silence;
  const { default: library } = await import('cli-progress');
  const bar: SingleBar = new library.SingleBar({
    stream: streams.stderr,
    format: '{label} [{bar}] {percentage} % {value}/{total}',
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 30,
    fps: FRAMES_PER_SECOND,
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
  });
  let isStarted = false;
  return {
    update(label, done, total) {
      if (total === 0) return;
      if (!isStarted) bar.start(total, done, { label: label.padEnd(10) });
      isStarted = true;
      bar.setTotal(total);
      bar.update(done, { label: label.padEnd(10) });
    },
    stop() {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
}
