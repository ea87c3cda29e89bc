import { describe, expect, it } from 'vitest';
import { CleancopyError } from '../../../../src/model/errors.ts';
import type { Tasks, WorkerSetup } from '../../../../src/pipeline/workers/tasks.ts';
import { WorkerPool } from '../../../../src/pipeline/workers/worker-pool.ts';

/** A thread that runs `body` for each message, with `post` to answer. */
function thread(body: string): URL {
  const code = `import { parentPort } from 'node:worker_threads';
    const post = (value) => parentPort.postMessage(value);
    parentPort.on('message', ({ task }) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const setup = {} as WorkerSetup;
type ReadTask = Tasks['read']['task'];
const task = (first: number): ReadTask => ({ first, end: first + 1, room: undefined });
const poolOf = (body: string, signal?: AbortSignal): WorkerPool =>
  new WorkerPool(2, setup, signal, thread(body));

/** Runs so many tasks at once; what each came to. */
function runAll(pool: WorkerPool, count: number): Promise<PromiseSettledResult<unknown>[]> {
  return Promise.allSettled(Array.from({ length: count }, (_, first) => pool.run('read', task(first))));
}

describe('a pool of workers', () => {
  it('answers every task', async () => {
    const pool = poolOf('post(task.first * 10)');
    expect((await runAll(pool, 9)).map((result) => 'value' in result && result.value)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80]);
    await pool.close();
  }); // prettier-ignore

  it('moves buffers and gives them back', async () => {
    const pool = poolOf('task.room[0] += 1; parentPort.postMessage(task.room, [task.room.buffer])');
    const room = new Uint8Array([41]);
    const asked = pool.run('read', { ...task(0), room: room as unknown as ArrayBuffer }, [room.buffer]);
    expect(room.length).toBe(0);
    expect(await asked).toEqual(new Uint8Array([42]));
    await pool.close();
  });

  it.each([
    ['ends', 'process.exit(7)', 'exit code 7'],
    ['is full', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length))', 'out of memory'],
  ])('fails all tasks as soon as one thread %s', async (_, end, cause) => {
    const body = `if (task.first === 3) { ${end} } else if (task.first < 3) post(task.first)`;
    const options = { resourceLimits: { maxOldGenerationSizeMb: 16 } };
    const pool = new WorkerPool(2, setup, undefined, thread(body), options);
    const results = await runAll(pool, 8);
    const failed = results.flatMap((result) => ('reason' in result ? [result.reason as unknown] : []));
    expect(failed.length).toBeGreaterThanOrEqual(5);
    for (const error of failed) {
      expect(error).toBeInstanceOf(CleancopyError);
      expect((error as CleancopyError).code).toBe('WORKER_ENDED');
      expect((error as CleancopyError).message).toContain(`(${cause})`);
    }
    await expect(pool.run('read', task(9))).rejects.toBe(failed[0]);
    await pool.close();
  });

  it('tells a defect as it was thrown', async () => {
    const pool = poolOf('throw new RangeError("a defect")');
    await expect(pool.run('read', task(0))).rejects.toThrow(new RangeError('a defect'));
    await pool.close();
  });

  it('fails when its thread cannot be loaded', async () => {
    const pool = new WorkerPool(1, setup, undefined, new URL('file:///no/such/thread.js'));
    await expect(pool.run('read', task(0))).rejects.toThrow(/no\/such\/thread/);
    await pool.close();
  });

  it('ends at once when the signal is given, also where a thread would never answer', async () => {
    const controller = new AbortController();
    const pool = poolOf('for (;;) ;', controller.signal);
    const asked = pool.run('read', task(0));
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await pool.close();
  });
});
