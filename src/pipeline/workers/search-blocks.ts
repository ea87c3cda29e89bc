import { SourceError } from '../../inputs/source-error.ts';
import { Findings } from '../../matching/findings.ts';
import type { Searchers } from '../../matching/resolve.ts';
import type { ArticleSet } from '../article-set.ts';
import { otherEncodingsOf, shareFiles } from './file-columns.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * Blocks that each worker searches at once. The more there are, the more of them repeat a block of the same batch and are searched
 * again; the fewer, the longer workers wait for each other.
 */
const BLOCKS_PER_WORKER = 128;

/** Has blocks searched by workers. The tables of the set must be in memory that threads share. */
export function searchersFrom(pool: WorkerPool, { blocks, texts, files }: ArticleSet): Searchers {
  return {
    batchBlocks: BLOCKS_PER_WORKER * pool.size,
    async share(state) {
      const { bigrams, profiles, numbers, comparable } = texts;
      await pool.runOnEach('shareSearch', {
        state,
        blocks: blocks.columns(),
        blockCount: blocks.count,
        texts: { bigrams, profiles, numbers, comparable },
        words: texts.words.counts,
        files: shareFiles(files),
        others: otherEncodingsOf(files),
      });
    },
    async search(decided, first, end) {
      const size = Math.ceil((end - first) / pool.size);
      const tasks: Promise<Findings>[] = [];
      for (let from = first; from < end; from += size) {
        const task = { decided, first: from, end: Math.min(end, from + size) };
        tasks.push(
          pool.run('search', task).then((found) => {
            if ('problem' in found) throw new SourceError(found.problem.path, found.problem);
            return new Findings(from, found.rows);
          }),
        );
      }
      return Promise.all(tasks);
    },
  };
}
