import { Worker, type WorkerOptions } from 'node:worker_threads';
import { CleancopyError } from '../../model/errors.ts';
import type { TaskName, Tasks, WorkerSetup } from './tasks.ts';
import { workerUrl } from './worker-url.ts';

/** Megabytes for the young objects of a thread: those of one article, mostly, of which little survives in any room. */
const MAX_YOUNG_MB = 3;

/** A task that a worker has not answered yet. */
interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A worker thread, and what it was asked for, in the order in which it will answer. */
interface Thread {
  readonly worker: Worker;
  readonly pending: Pending[];
}

/**
 * Worker threads. Each answers its tasks in their order; as soon as one fails, ends or dies, or the signal is aborted, all tasks fail
 * and all threads end, so nothing is ever missing from what is made of the answers.
 */
export class WorkerPool {
  private readonly threads: readonly Thread[];
  private readonly signal: AbortSignal | undefined;
  private failure: { readonly reason: unknown } | undefined;

  /**
   * @param url what the threads run
   * @param options limits of theirs
   */
  constructor(
    count: number,
    setup: WorkerSetup,
    signal: AbortSignal | undefined,
    url: URL = workerUrl,
    options: Pick<WorkerOptions, 'resourceLimits'> = {},
  ) {
    this.signal = signal;
    const resourceLimits = { maxYoungGenerationSizeMb: MAX_YOUNG_MB, ...options.resourceLimits };
    this.threads = Array.from({ length: count }, () =>
      this.start(new Worker(url, { resourceLimits, workerData: setup })),
    );
    signal?.addEventListener('abort', this.abort);
  }

  get size(): number {
    return this.threads.length;
  }

  /** Gives a task to the thread that has the fewest. Buffers in `moved` are gone afterwards. */
  async run<Name extends TaskName>(
    name: Name,
    task: Tasks[Name]['task'],
    moved: readonly ArrayBuffer[] = [],
  ): Promise<Tasks[Name]['result']> {
    const idlest = this.threads.reduce((best, thread) =>
      thread.pending.length < best.pending.length ? thread : best,
    );
    return this.ask(idlest, name, task, moved);
  }

  /** Gives every thread the same task. */
  async runOnEach<Name extends TaskName>(name: Name, task: Tasks[Name]['task']): Promise<void> {
    await Promise.all(this.threads.map((thread) => this.ask(thread, name, task, [])));
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.signal?.removeEventListener('abort', this.abort);
    this.fail(new Error('the pool was closed'));
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private start(worker: Worker): Thread {
    const pending: Pending[] = [];
    worker.on('message', (result: unknown) => {
      pending.shift()?.resolve(result);
      // an idle pool keeps no process alive
      if (pending.length === 0) worker.unref();
    });
    worker.on('error', (error) => this.fail(causeOf(error)));
    worker.on('messageerror', (error) => this.fail(error));
    worker.on('exit', (code) =>
      this.fail(new CleancopyError('WORKER_ENDED', { cause: `exit code ${code}` })),
    );
    return { worker, pending };
  }

  private ask<Name extends TaskName>(
    thread: Thread,
    name: Name,
    task: Tasks[Name]['task'],
    moved: readonly ArrayBuffer[],
  ): Promise<Tasks[Name]['result']> {
    if (this.failure !== undefined) return Promise.reject(this.failure.reason);
    return new Promise<unknown>((resolve, reject) => {
      thread.pending.push({ resolve, reject });
      thread.worker.ref();
      thread.worker.postMessage({ name, task }, moved);
    }) as Promise<Tasks[Name]['result']>;
  }

  private readonly abort = (): void => this.fail(this.signal?.reason);

  /** The first failure is the one that is told. */
  private fail(reason: unknown): void {
    if (this.failure !== undefined) return;
    this.failure = { reason };
    for (const { worker, pending } of this.threads) {
      for (const { reject } of pending.splice(0)) reject(reason);
      void worker.terminate();
    }
  }
}

/** An error that a worker threw is a defect and told as it is; that its memory is full is not. */
function causeOf(error: Error): Error {
  if (!('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  return new CleancopyError('WORKER_ENDED', { cause: 'out of memory' }, { cause: error });
}
