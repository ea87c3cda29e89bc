import { availableParallelism } from 'node:os';
import type { Source } from '../../inputs/discover.ts';
import { sizeOfSource } from '../../inputs/size-of-source.ts';

/**
 * For each worker. To start one and to have its code compiled again costs about as much CPU time as cleaning one or two megabytes, so with
 * less to do a run would wait for its threads.
 */
const MIN_BYTES = 2 * 2 ** 20;
/** More of them wait for the one thread that puts together what they have done. */
const MAX_WORKERS = 16;

/**
 * How many worker threads are used; below 2 everything is done in process.
 *
 * @param asked what the user wants; by default as many as there are cores, if there is enough to do
 */
export function countWorkers(asked: number | undefined, sources: readonly Source[]): number {
  if (asked !== undefined) return Math.min(asked, sources.length);
  const most = Math.min(availableParallelism(), MAX_WORKERS, sources.length);
  let bytes = 0;
  let source = 0;
  while (source < sources.length && bytes < MIN_BYTES * most) bytes += sizeOfSource(sources[source++]);
  return Math.min(most, Math.floor(bytes / MIN_BYTES));
}
