import type { SingleBar } from 'cli-progress';
import { progressLine, type Step } from './progress-line.ts';
import type { Streams } from './streams.ts';
import type { TerminalOptions } from './terminal.ts';

/** A progress bar on a terminal, nothing otherwise. */
export interface Progress {
  update(step: Omit<Step, 'seconds'>): void;
  /** Takes the bar away, until the next update. */
  stop(): void;
  /** Takes the bar away for good. */
  close(): void;
}

const silence: Progress = { update: () => undefined, stop: () => undefined, close: () => undefined };

/** Redraws a second. */
const FRAMES_PER_SECOND = 10;
const DEFAULT_COLUMNS = 80;

export async function startProgress(streams: Streams, options: TerminalOptions): Promise<Progress> {
  const { stderr } = streams;
  if (options.quiet === true || !options.progress || stderr.isTTY !== true) return silence;
  const { default: library } = await import('cli-progress');
  let step: Step = { label: '', noun: '', done: 0, total: 0, bytes: 0, seconds: 0 };
  let stageStart = 0;
  const bar: SingleBar = new library.SingleBar({
    stream: stderr,
    // the last column stays free: a terminal may begin a new line behind it
    format: () =>
      progressLine(
        { ...step, seconds: (performance.now() - stageStart) / 1000 },
        (stderr.columns ?? DEFAULT_COLUMNS) - 1,
      ),
    fps: FRAMES_PER_SECOND,
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
  });
  let isStarted = false;
  let isClosed = false;
  const stop = (): void => {
    if (isStarted) bar.stop();
    isStarted = false;
  };
  return {
    update(next) {
      if (next.total === 0 || isClosed) return;
      if (next.label !== step.label) stageStart = performance.now();
      step = { ...next, seconds: 0 };
      if (!isStarted) bar.start(next.total, next.done);
      isStarted = true;
      bar.setTotal(next.total);
      bar.update(next.done);
    },
    stop,
    close() {
      stop();
      isClosed = true;
    },
  };
}
