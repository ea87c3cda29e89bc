import { SourceError } from '../../inputs/source-error.ts';
import { Findings } from '../../matching/findings.ts';
import type { Searchers } from '../../matching/resolve.ts';
import type { ArticleSet } from '../article-set.ts';
import { otherEncodingsOf, shareFiles } from './file-columns.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * Blocks that a worker searches at once. The more there are, the more of them repeat a block that is not decided about yet and are searched
 * again; the fewer, the more time goes into messages.
 */
const BATCH_BLOCKS = 128;

/** Batches for each worker: one that it searches, and one that it goes on with while the first waits for its turn. */
const BATCHES_PER_WORKER = 2;

/** Has blocks searched by workers. The tables of the set must be in memory that threads share. */
export function searchersFrom(pool: WorkerPool, { blocks, texts, files }: ArticleSet): Searchers {
  return {
    batchBlocks: BATCH_BLOCKS,
    batchesAhead: BATCHES_PER_WORKER * pool.size,
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
      const found = await pool.run('search', { decided, first, end });
      if ('problem' in found) throw new SourceError(found.problem.path, found.problem);
      return new Findings(first, found.rows);
    },
  };
}
