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
  readonly batchesAhead: number;
  /** How many turns later than it might each search begins, one after the other. */
  readonly delays: readonly number[];
}

const threads: fc.Arbitrary<Threads> = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  batchBlocks: fc.integer({ min: 1, max: 30 }),
  batchesAhead: fc.integer({ min: 1, max: 6 }),
  delays: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }),
});

/** Searches in as many places as there would be threads, which know what was decided before `decided` and no more. */
function searchersOf(set: ArticleSet, files: readonly Uint8Array[], options: IngestOptions, how: Threads): Searched {
  const { count, batchBlocks, batchesAhead, delays } = how;
  const settings = resolveSettings(options);
  let searchers: AheadSearch[] = [];
  // each place does what it is asked for in order
  const last: Promise<unknown>[] = Array.from({ length: count }, () => Promise.resolve());
  let tasks = 0;
  return {
    found: 0,
    batchBlocks,
    batchesAhead,
    share(state) {
      searchers = last.map(() => new AheadSearch(set.blocks, set.texts, settings, state, memoryReader(set, files)));
      return Promise.resolve();
    },
    async search(decided, first, end) {
      const place = tasks % count;
      const delay = delays[tasks++ % delays.length];
      const findings = last[place].then(async () => {
        for (let turn = 0; turn < delay; turn++) await Promise.resolve();
        return searchers[place].find(decided, first, end);
      });
      last[place] = findings;
      const found = await findings;
      for (let block = first; block < end; block++) if (found.isSearched(block)) this.found++;
      return found;
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
    const searchers = searchersOf(set, files, {}, { count: 2, batchBlocks: 7, batchesAhead: 4, delays: [0] });
    await matchAhead(set, resolveSettings({}), memoryReader(set, files), searchers, (blocks) => {
      done.push(blocks);
    });
    expect(done).toEqual([7, 14, 21, 28, 35, 40]);
  });
});
