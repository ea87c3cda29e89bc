import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { UserRule, UserRules } from '../../boilerplate/user-rule.ts';
import { SharedSources } from '../../inputs/shared-sources.ts';
import { SourceError } from '../../inputs/source-error.ts';
import { SourceReader } from '../../inputs/source-reader.ts';
import { Spool } from '../../inputs/spool.ts';
import { BlockTable } from '../../matching/block-table.ts';
import { AheadSearch } from '../../matching/search-ahead.ts';
import { TextTable } from '../../matching/text-table.ts';
import { WordCounts, WordLog } from '../../matching/word-counts.ts';
import { JsonBuffer } from '../../text/json-buffer.ts';
import { writeArticle } from '../article-json.ts';
import type { ArticleSet, FileFacts } from '../article-set.ts';
import { containerOf } from '../container-of.ts';
import { FileBlockReader } from '../file-block-reader.ts';
import { prepare } from '../prepare.ts';
import { packArticles } from './article-batch.ts';
import { fileFactsAt, otherEncodingsOf, type FileColumns, type OtherEncodings } from './file-columns.ts';
import type { TaskMessage, TaskName, Tasks, Unread, WorkerSetup } from './tasks.ts';

/**
 * A worker thread: does what the messages ask, one after the other, and answers each with one message. It holds nothing of
 * the set but what threads share.
 */
/** Files kept in memory for searches. */
const CACHE_BYTES = 4 * 2 ** 20;

const setup = workerData as WorkerSetup;
const sources = new SharedSources(setup.sources);
let stdin: Uint8Array | undefined;
const reader = new SourceReader(sources, {
  cacheBytes: 0,
  maxBytes: setup.maxBytes,
  stamps: setup.stamps,
  stdin: () => (stdin ??= readStdin()),
});
const userRules = setup.rules === undefined ? undefined : await compileRules(setup.rules);

/** Articles that are prepared, a batch at a time. */
const log = new WordLog();
const prepared = setOf(userRules, new BlockTable(), new TextTable(undefined, new WordCounts(undefined, log)));
/** Made when the set is shared. */
let ahead: AheadSearch | undefined;
/** What became of all articles. */
let matched:
  { readonly set: ArticleSet; readonly files: FileColumns; readonly others: OtherEncodings } | undefined;
const out = new JsonBuffer();

/** What a task gives: its result, and the buffers that are moved with it. */
type Answer<Name extends TaskName> = readonly [result: Tasks[Name]['result'], moved: readonly ArrayBuffer[]];

const handlers: { readonly [Name in TaskName]: (task: Tasks[Name]['task']) => Answer<Name> } = {
  read({ first, end, room }) {
    prepared.files.length = 0;
    prepared.blocks.clear();
    prepared.texts.clear();
    log.clear();
    const unread: Unread[] = [];
    const hashes: string[] = [];
    let bytesRead = 0;
    for (let source = first; source < end; source++) {
      try {
        const bytes = reader.read(source);
        bytesRead += bytes.length;
        if (!prepare(bytes, source, setup.settings, prepared))
          unread.push({ path: sources.pathOf(source), code: 'BINARY' });
        else if (setup.needsHashes) hashes.push(hash('sha256', bytes));
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        const { path, code, cause } = error;
        unread.push({ path, code, cause });
      }
    }
    const batch = packArticles(prepared, log, room);
    return [{ batch, others: otherEncodingsOf(prepared.files), bytesRead, unread, hashes }, [batch]];
  },

  shareSearch({ state, blocks, blockCount, texts, words, files, others }) {
    const table = Object.assign(new BlockTable(), blocks, { count: blockCount });
    const { sources: data, maxBytes, stamps, settings } = setup;
    const again = new SourceReader(new SharedSources(data), {
      cacheBytes: CACHE_BYTES,
      maxBytes,
      stamps,
      stdin: () => (stdin ??= readStdin()),
    });
    const fileOf = (article: number): FileFacts => fileFactsAt(files, article, undefined, others);
    const searched = { ...texts, words: new WordCounts(undefined, undefined, words) };
    ahead = new AheadSearch(table, searched, settings, state, new FileBlockReader(table, fileOf, again));
    return [null, []];
  },

  search({ decided, first, end }) {
    if (ahead === undefined) throw new Error('nothing was shared yet');
    try {
      const { rows } = ahead.find(decided, first, end);
      return [{ rows }, [rows.buffer]];
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { path, code, cause } = error;
      return [{ problem: { path, code, cause } }, []];
    }
  },

  verdicts({ blocks, files, others, duplicateOf }) {
    ahead = undefined;
    const set = setOf(userRules, Object.assign(new BlockTable(), blocks), prepared.texts);
    set.duplicateOf = duplicateOf;
    matched = { set, files, others };
    return [null, []];
  },

  write({ first, frames, seconds, room }) {
    if (matched === undefined) throw new Error('nothing was matched yet');
    const { set, files, others } = matched;
    const pathOf = (article: number): string => sources.pathOf(files.source[article]);
    for (const [block, link] of seconds) set.blocks.seconds.set(block, link);
    try {
      for (const [index, { before, after }] of frames.entries()) {
        const article = first + index;
        const source = files.source[article];
        const place = sources.at(source);
        set.files[article] = fileFactsAt(files, article, place && containerOf(place, setup), others);
        out.json(before);
        // the answer is one piece, however large the article is
        const pieces = writeArticle(set, article, reader.read(source), pathOf, out);
        while (pieces.next().done !== true);
        out.json(after);
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return [{ changed: error.path }, []];
    } finally {
      set.files.length = 0;
      set.blocks.seconds.clear();
    }
    const json = out.giveAway(room);
    return [{ json }, [json.buffer]];
  },
};

function setOf(rules: UserRules | undefined, blocks: BlockTable, texts: TextTable): ArticleSet {
  const repairsText = setup.settings.repair === 'text';
  return { files: [], userRules: rules, blocks, texts, duplicateOf: new Int32Array(0), repairsText };
}

/** The library of patterns is loaded only when there are rules. */
async function compileRules(rules: readonly UserRule[]): Promise<UserRules> {
  const { compileUserRules } = await import('../../boilerplate/compile-user-rules.ts');
  return compileUserRules(rules);
}

function readStdin(): Uint8Array {
  const { spool = -1, bytes = 0 } = setup.stdin ?? {};
  const whole = new Uint8Array(bytes);
  new Spool(spool).read(0, whole);
  return whole;
}

parentPort?.on('message', ({ name, task }: TaskMessage) => {
  const handle = handlers[name] as (task: unknown) => Answer<TaskName>;
  const [result, moved] = handle(task);
  parentPort?.postMessage(result, moved);
});
