import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Searchers } from '../../src/matching/resolve.ts';
import { AheadSearch } from '../../src/matching/search-ahead.ts';
import { emptySet, type ArticleSet } from '../../src/pipeline/article-set.ts';
import { match, matchAhead } from '../../src/pipeline/match.ts';
import { resolveSettings, type IngestOptions } from '../../src/pipeline/options.ts';
import { prepare } from '../../src/pipeline/prepare.ts';
import { memoryReader } from '../unit/matching/matched.ts';
import { articleTexts, retoldTexts } from './news.ts';

const asked: fc.Arbitrary<IngestOptions> = fc.record({
  scope: fc.subarray(['within', 'across'] as const),
  variants: fc.constantFrom('keep' as const, 'drop' as const),
  keep: fc.constantFrom('first' as const, 'first' as const, 'longest' as const),
  near: fc.constantFrom(0.85, 0.7, 'off' as const),
  contained: fc.constantFrom(0.9, 'off' as const),
});

/** What has become of all blocks. */
function outcome({ blocks, duplicateOf }: ArticleSet): unknown {
  const { verdict, witness, span, match: how, similarity, differs, zone, seconds, count } = blocks;
  const columns = [verdict, witness, span, how, similarity, differs, zone];
  return [columns.map((column) => [...column.subarray(0, count)]), [...seconds], [...duplicateOf]];
}

interface Searched extends Searchers {
  /** Blocks about which something was found. */
  found: number;
}

/** How it is searched ahead. */
interface Threads {
  readonly count: number;
  readonly batchBlocks: number;
  /** Each search ends after it was decided about the batch before, not before that. */
  readonly isLate: boolean;
}

const threads: fc.Arbitrary<Threads> = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  batchBlocks: fc.integer({ min: 1, max: 30 }),
  isLate: fc.boolean(),
});

/** Searches in as many places as there would be threads, which know what was decided before `decided` and no more. */
function searchersOf(set: ArticleSet, files: readonly Uint8Array[], options: IngestOptions, how: Threads): Searched {
  const { count, batchBlocks, isLate } = how;
  const settings = resolveSettings(options);
  let ahead: AheadSearch[] = [];
  return {
    found: 0,
    batchBlocks,
    share(state) {
      ahead = Array.from({ length: count }, () => new AheadSearch(set.blocks, set.texts, settings, state, memoryReader(set, files)));
      return Promise.resolve();
    },
    async search(decided, first, end) {
      if (isLate) await Promise.resolve();
      const size = Math.ceil((end - first) / count);
      const parts = ahead.map((searcher, part) =>
        searcher.find(decided, Math.min(end, first + part * size), Math.min(end, first + (part + 1) * size)),
      );
      for (const part of parts)
        for (let block = part.first; block < part.end; block++) if (part.isSearched(block)) this.found++;
      return parts;
    },
  };
} // prettier-ignore

function prepared(files: readonly Uint8Array[], options: IngestOptions): ArticleSet {
  const set = emptySet();
  files.forEach((bytes, source) => prepare(bytes, source, resolveSettings(options), set));
  return set;
}

describe('searching ahead of the decisions', () => {
  it('changes no decision, however many search, and however large a batch is', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(articleTexts, retoldTexts), { minLength: 1, maxLength: 3 }),
        asked,
        threads,
        async (texts, options, how) => {
          const files = texts.flat().map((blocks) => Buffer.from(blocks.join('\n\n')));
          const expected = prepared(files, options);
          match(expected, resolveSettings(options), memoryReader(expected, files));
          const set = prepared(files, options);
          const searchers = searchersOf(set, files, options, how);
          await matchAhead(set, resolveSettings(options), memoryReader(set, files), searchers);
          expect(outcome(set)).toEqual(outcome(expected));
          found += searchers.found;
        },
      ),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('tells about progress and takes every block once', async () => {
    const files = Array.from({ length: 40 }, (_, article) => Buffer.from(`Paragraph ${article} of a town.`));
    const set = prepared(files, {});
    const done: number[] = [];
    const searchers = searchersOf(set, files, {}, { count: 2, batchBlocks: 7, isLate: false });
    await matchAhead(set, resolveSettings({}), memoryReader(set, files), searchers, (blocks) => {
      done.push(blocks);
    });
    expect(done).toEqual([7, 14, 21, 28, 35, 40]);
  });
});
