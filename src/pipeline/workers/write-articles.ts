import { sharedMemory } from '../../matching/memory.ts';
import type { SecondLink } from '../../matching/block-table.ts';
import { inOrder } from '../../matching/in-order.ts';
import { CleancopyError } from '../../model/errors.ts';
import type { ArticleSet } from '../article-set.ts';
import type { ArticleFrame } from '../options.ts';
import { cutBatches } from './cut-batches.ts';
import { otherEncodingsOf, shareFiles } from './file-columns.ts';
import { BATCHES_PER_WORKER } from './read-articles.ts';
import type { Tasks } from './tasks.ts';
import type { WorkerPool } from './worker-pool.ts';

/** JSON of articles that follow each other. */
export interface Written {
  /** Valid until the next one is asked for. */
  readonly json: Uint8Array;
  /** Articles that were written so far, and the bytes of their files. */
  readonly done: number;
  readonly bytesDone: number;
}

/**
 * Has the JSON of all articles made by workers. The blocks of the set must be in memory that threads share.
 *
 * @throws {CleancopyError} INPUTS_CHANGING
 */
export async function* writeArticles(
  pool: WorkerPool,
  set: ArticleSet,
  frame: ArticleFrame,
): AsyncGenerator<Written, void, undefined> {
  const { blocks, files } = set;
  const duplicateOf = new Int32Array(sharedMemory(4 * files.length));
  duplicateOf.set(set.duplicateOf);
  const others = otherEncodingsOf(files);
  await pool.runOnEach('verdicts', {
    blocks: blocks.columns(),
    files: shareFiles(files),
    others,
    duplicateOf,
  });
  const batches = cutBatches(files.length, (article) => files[article].bytes, pool.size);
  const rooms: ArrayBuffer[] = [];
  const begin = (): Promise<Tasks['write']['result'] & { readonly end: number }> | undefined => {
    const { value } = batches.next();
    if (value === undefined) return undefined;
    const { first, end } = value;
    const room = rooms.pop();
    const frames = Array.from({ length: end - first }, (_, index) => frame(first + index));
    const seconds = secondsOf(set, first, end);
    const result = pool.run('write', { first, frames, seconds, room }, room === undefined ? [] : [room]);
    return result.then((written) => ({ ...written, end }));
  };
  let [done, bytesDone] = [0, 0];
  for await (const written of inOrder(begin, BATCHES_PER_WORKER * pool.size)) {
    if ('changed' in written) throw new CleancopyError('INPUTS_CHANGING', { path: written.changed });
    for (; done < written.end; done++) bytesDone += files[done].bytes;
    yield { json: written.json, done, bytesDone };
    rooms.push(written.json.buffer);
  }
}

/** The further links of the blocks of some articles. */
function secondsOf(
  { blocks: { seconds, firstBlock } }: ArticleSet,
  first: number,
  end: number,
): (readonly [block: number, link: SecondLink])[] {
  const found: (readonly [block: number, link: SecondLink])[] = [];
  if (seconds.size === 0) return found;
  for (let block = firstBlock[first]; block < firstBlock[end]; block++) {
    const link = seconds.get(block);
    if (link !== undefined) found.push([block, link]);
  }
  return found;
}
