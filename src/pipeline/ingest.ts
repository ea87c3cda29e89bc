import { hash } from 'node:crypto';
import { resolve as resolvePath } from 'node:path';
import type { UserRule, UserRules } from '../boilerplate/user-rule.ts';
import { discover, type Source } from '../inputs/discover.ts';
import { expandSources } from '../inputs/expand-sources.ts';
import type { MemberOptions } from '../inputs/member.ts';
import { readStdin } from '../inputs/read-stdin.ts';
import { SourceError } from '../inputs/source-error.ts';
import { SourceReader } from '../inputs/source-reader.ts';
import type { Article, BlockReference, Group, Head, Skipped } from '../model/article.ts';
import type { StaleDecision } from '../model/decisions.ts';
import { CleancopyError, formatMessage } from '../model/errors.ts';
import { version } from '../model/version.ts';
import { ownMemory, sharedMemory } from '../matching/memory.ts';
import { TextTable } from '../matching/text-table.ts';
import { JsonBuffer } from '../text/json-buffer.ts';
import { PIECE_BYTES, writeArticle } from './article-json.ts';
import { emptySet, type ArticleSet, type FileFacts } from './article-set.ts';
import { assemble } from './assemble.ts';
import { containerOf } from './container-of.ts';
import { FileBlockReader } from './file-block-reader.ts';
import { match, matchAhead } from './match.ts';
import {
  resolveMemberOptions,
  resolveSettings,
  resolveWorkers,
  type ArticleFrame,
  type GroupsJson,
  type IngestOptions,
} from './options.ts';
import { prepare } from './prepare.ts';
import { DecisionReplay } from './replay-decisions.ts';
import { listGroups, writeGroups } from './list-groups.ts';
import { summarise } from './summarise.ts';
import { readArticles, shareInput, type SharedInput } from './workers/read-articles.ts';
import { searchersFrom } from './workers/search-blocks.ts';
import type { Unread } from './workers/tasks.ts';
import { WorkerPool } from './workers/worker-pool.ts';
import { writeArticles } from './workers/write-articles.ts';

/**
 * A finished analysis. Iterating assembles the articles one by one, in path order; it can be done once or several times.
 */
export interface Ingestion extends AsyncIterable<Article> {
  /** Settings and counts; final before the first article. */
  readonly head: Head;
  /** Paths of the articles, in their order. */
  readonly paths: readonly string[];
  /** Kept blocks with their copies and variants, made while iterating. */
  readonly groups: Iterable<Group>;
  /** Inputs that could not be read, in path order. */
  readonly skipped: readonly Skipped[];
  /** Paths of the articles with `keptWhole`, and of those with `overRemoved`. */
  readonly keptWhole: readonly string[];
  readonly overRemoved: readonly string[];
  /** The decisions of the options that did nothing, and why. */
  readonly staleDecisions: readonly StaleDecision[];
  /** First and last line of a block, such as a witness; undefined when no article has it. */
  readonly linesOf: (reference: BlockReference) => readonly [first: number, last: number] | undefined;
  /**
   * The articles as JSON in UTF-8, many in one piece: the same as iterating them and writing each with a reporter, in a
   * third of the time. A piece is valid until the next one is asked for.
   *
   * @param frame what stands before and behind each article
   */
  json(frame: ArticleFrame): AsyncIterable<Uint8Array>;
  /** The groups likewise. */
  readonly groupsJson: GroupsJson;
}

/** How often a run begins again because a file changed under it; then the folder is too lively to be trusted. */
const MAX_RESTARTS = 5;
/** Files kept in memory for the way back to their texts; small inputs are read once only. */
const CACHE_BYTES = 4 * 2 ** 20;
/** Files or blocks between two looks at the signal and the progress. */
const PULSE = 256;
/**
 * Cleans and deduplicates articles.
 *
 * Resolves when every input has been read and matched, so that `head` is final; the articles are assembled while
 * they are iterated, which reads the files again. A file that changes in between is left out as `CHANGED`, and the rest
 * is matched anew; a file that changes later, while articles are handed out, makes the iteration throw.
 *
 * @param inputs files, folders, globs, or `-` for standard input
 * @throws {CleancopyError} BAD_OPTION for an option out of range, NO_INPUT when nothing could be read
 *
 * @example
 * const run = await ingest(['news'], { near: 0.9 });
 * for await (const article of run) console.log(article.path, article.paragraphs.length);
 * console.log(run.head.summary.duplicates);
 */
export async function ingest(inputs: readonly string[], options: IngestOptions = {}): Promise<Ingestion> {
  const settings = resolveSettings(options);
  const memberOptions = resolveMemberOptions(options);
  const asked = resolveWorkers(options);
  const { include = [], exclude = [], followSymlinks = false, signal } = options;
  const cwd = resolvePath(options.cwd ?? '.');
  signal?.throwIfAborted();
  const { sources, problems } = await discover(inputs, { cwd, include, exclude, followSymlinks });
  const skipped = problems.map(({ path, code, cause }) => skip(path, code, cause));
  let found = sources;
  let stdin: Uint8Array | undefined;
  if (sources.some(({ path }) => path === '-')) {
    try {
      stdin = await takeStdin(options, memberOptions.maxFileBytes);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      skipped.push(skip(error.path, error.code, error.cause));
      found = sources.filter(({ path }) => path !== '-');
    }
  }
  const expansion = await expandSources(found, memberOptions, stdin, signal);
  for (const { path, code, cause } of expansion.problems) skipped.push(skip(path, code, cause));
  let remaining = expansion.sources;
  const userRules = options.rules === undefined ? undefined : await compileRules(options.rules);
  const workers = Math.min(asked, remaining.length);
  for (let restart = 0; ; restart++) {
    const run = new Run(remaining, settings, { ...options, cwd, workers }, memberOptions, stdin, userRules);
    const failure = await run.analyse();
    if (failure === undefined) return run.result([...skipped, ...run.skipped]);
    if (restart === MAX_RESTARTS) throw new CleancopyError('INPUTS_CHANGING', { path: failure.path });
    skipped.push(skip(failure.path, failure.code, failure.cause));
    remaining = remaining.filter(
      ({ path, member }) => path !== failure.path && member?.container !== failure.path,
    );
  }
}

/** The library of patterns is loaded only when there are rules. */
async function compileRules(rules: readonly UserRule[]): Promise<UserRules> {
  const { compileUserRules } = await import('../boilerplate/compile-user-rules.ts');
  return compileUserRules(rules);
}

async function takeStdin(options: IngestOptions, maxBytes: number): Promise<Uint8Array> {
  const { stdin = process.stdin } = options;
  return stdin instanceof Uint8Array ? stdin : readStdin(stdin, maxBytes);
}

function skip(path: string, code: Skipped['code'], cause: string): Skipped {
  return { path, code, message: formatMessage('UNREADABLE', { cause }) };
}

/** What is said of a source that gave no article. */
function unread({ path, code, cause }: Unread): Skipped {
  return cause === undefined ? { path, code, message: formatMessage('BINARY', {}) } : skip(path, code, cause);
}

const unusedPools = new FinalizationRegistry<WorkerPool>((pool) => void pool.close());

/** One attempt at the whole way from sources to verdicts. */
class Run {
  readonly skipped: Skipped[] = [];
  private readonly sources: readonly Source[];
  private readonly settings: Head['settings'];
  private readonly options: IngestOptions & { readonly cwd: string; readonly workers: number };
  private readonly memberOptions: MemberOptions;
  private readonly reader: SourceReader;
  private readonly replay: DecisionReplay;
  private readonly set: ArticleSet;
  /** Present when there are workers. */
  private readonly shared: SharedInput | undefined;
  /** Workers that have read and not yet written. */
  private pool: WorkerPool | undefined;
  /** Articles by their paths; made when first asked for. */
  private numbers: ReadonlyMap<string, number> | undefined;

  constructor(
    sources: readonly Source[],
    settings: Head['settings'],
    options: IngestOptions & { readonly cwd: string; readonly workers: number },
    memberOptions: MemberOptions,
    stdin: Uint8Array | undefined,
    userRules: UserRules | undefined,
  ) {
    const isShared = options.workers > 1;
    this.set = emptySet(userRules, isShared ? sharedMemory : ownMemory, sources.length);
    this.sources = sources;
    this.memberOptions = memberOptions;
    this.set.repairsText = settings.repair === 'text';
    this.settings = settings;
    this.options = options;
    this.replay = new DecisionReplay(
      options.decisions ?? [],
      sources.map(({ path }) => path),
    );
    if (isShared) {
      const { cwd, rules } = options;
      const needsHashes = this.replay.isNeeded;
      this.shared = shareInput(sources, settings, memberOptions, { cwd, rules, stdin, needsHashes });
    }
    this.reader = new SourceReader(sources, {
      cacheBytes: CACHE_BYTES,
      maxBytes: memberOptions.maxFileBytes,
      ...(stdin !== undefined && { stdin }),
      ...(this.shared && { stamps: this.shared.setup.stamps }),
    });
  }

  /** Reads and matches. Returns the failure of a file that changed after it was read, which spoils the attempt. */
  async analyse(): Promise<SourceError | undefined> {
    if (this.shared !== undefined) this.pool = this.startPool(this.shared);
    let isWritable = false;
    try {
      await this.readAll();
      const failure = (await this.matchAll()) ?? this.findChanged();
      isWritable = failure === undefined && this.set.files.length > 0;
      return failure;
    } finally {
      if (!isWritable) await this.pool?.close();
    }
  }

  private async matchAll(): Promise<SourceError | undefined> {
    const { set, settings, pool } = this;
    const reader = new FileBlockReader(set.blocks, (article) => set.files[article], this.reader);
    const onBlock = (done: number): void => {
      this.options.signal?.throwIfAborted();
      this.options.onProgress?.({ stage: 'match', done, total: set.blocks.count, bytes: 0 });
    };
    try {
      if (pool === undefined) match(set, settings, reader, onBlock);
      else await matchAhead(set, settings, reader, searchersFrom(pool, set), onBlock);
    } catch (error) {
      if (error instanceof SourceError) return error;
      throw error;
    }
    // verdicts and places are all that assembling needs
    this.set.texts = new TextTable();
    return undefined;
  }

  private findChanged(): SourceError | undefined {
    const changed = this.set.files.find(({ source }) => !this.reader.unchanged(source));
    if (changed === undefined) return undefined;
    const cause = 'it changed during the run';
    const { path, member } = this.sources[changed.source];
    return new SourceError(member?.container ?? path, { code: 'CHANGED', cause });
  }

  private startPool({ setup }: SharedInput): WorkerPool {
    return new WorkerPool(this.options.workers, setup, this.options.signal);
  }

  result(skipped: readonly Skipped[]): Ingestion {
    // idle threads end with the process, or when nobody can ask for articles any more
    if (this.pool !== undefined) unusedPools.register(this, this.pool, this);
    const ordered = skipped.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    if (this.set.files.length === 0) {
      const causes =
        ordered.map(({ path, message }) => `${path}: ${message}`).join(' ') || 'no input was named.';
      throw new CleancopyError('NO_INPUT', { causes });
    }
    const summary = summarise(this.set, ordered.length);
    return {
      head: { schema: 'cleancopy/1', version, settings: this.settings, summary },
      paths: this.set.files.map((_, article) => this.pathOf(article)),
      groups: { [Symbol.iterator]: () => listGroups(this.set, this.pathOf) },
      skipped: ordered,
      keptWhole: this.pathsOf(({ keptWhole }) => keptWhole),
      overRemoved: this.pathsOf(({ overRemoved }) => overRemoved),
      staleDecisions: this.replay.stale(this.set.blocks),
      linesOf: this.linesOf,
      [Symbol.asyncIterator]: () => this.assembleAll(),
      json: (frame) => this.writeAll(frame),
      groupsJson: (frame) => writeGroups(this.set, this.pathOf, frame),
    };
  }

  private pathsOf(accept: (file: FileFacts) => boolean): string[] {
    return this.set.files.flatMap((file, article) => (accept(file) ? [this.pathOf(article)] : []));
  }

  private readonly pathOf = (article: number): string => this.sources[this.set.files[article].source].path;

  private readonly linesOf: Ingestion['linesOf'] = ({ path, block }) => {
    const { blocks, files } = this.set;
    this.numbers ??= new Map(files.map((_, article) => [this.pathOf(article), article]));
    const article = this.numbers.get(path);
    const row = article === undefined ? -1 : blocks.firstBlock[article] + block;
    const isThere = article !== undefined && block >= 0 && row < blocks.firstBlock[article + 1];
    return isThere ? [blocks.firstLine[row], blocks.lastLine[row]] : undefined;
  };

  private async readAll(): Promise<void> {
    if (this.pool !== undefined) return this.readInWorkers(this.pool);
    const { sources, settings, set, memberOptions } = this;
    const total = sources.length;
    let bytesRead = 0;
    for (let source = 0; source < total; source++) {
      if (source % PULSE === 0) await this.pulse('read', source, total, bytesRead);
      const { path } = sources[source];
      try {
        const bytes = this.reader.read(source);
        bytesRead += bytes.length;
        if (!prepare(bytes, source, settings, set, containerOf(sources[source], memberOptions)))
          this.skipped.push(unread({ path, code: 'BINARY' }));
        else if (this.replay.isNeeded)
          this.replay.pin(set.blocks, set.files.length - 1, path, hash('sha256', bytes));
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        this.skipped.push(unread(error));
      }
    }
    await this.pulse('read', total, total, bytesRead);
  }

  private async readInWorkers(pool: WorkerPool): Promise<void> {
    const { sources, set, memberOptions, replay } = this;
    await this.pulse('read', 0, sources.length, 0);
    let bytesRead = 0;
    for await (const batch of readArticles(pool, sources, set, memberOptions)) {
      bytesRead += batch.bytesRead;
      for (const problem of batch.unread) this.skipped.push(unread(problem));
      for (const [index, sha256] of batch.hashes.entries()) {
        const article = batch.firstArticle + index;
        replay.pin(set.blocks, article, this.pathOf(article), sha256);
      }
      await this.pulse('read', batch.done, sources.length, bytesRead);
    }
  }

  private async *assembleAll(): AsyncGenerator<Article, void, undefined> {
    const total = this.set.files.length;
    let bytesDone = 0;
    for (let article = 0; article < total; article++) {
      if (article % PULSE === 0) await this.pulse('write', article, total, bytesDone);
      const bytes = this.readAgain(article);
      bytesDone += bytes.length;
      yield assemble(this.set, article, bytes, this.pathOf);
    }
    await this.pulse('write', total, total, bytesDone);
  }

  private async *writeAll(frame: ArticleFrame): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.shared !== undefined) {
      yield* this.writeInWorkers(this.shared, frame);
      return;
    }
    const total = this.set.files.length;
    const out = new JsonBuffer();
    let bytesDone = 0;
    for (let article = 0; article < total; article++) {
      if (article % PULSE === 0) await this.pulse('write', article, total, bytesDone);
      const bytes = this.readAgain(article);
      bytesDone += bytes.length;
      const { before, after } = frame(article);
      out.json(before);
      const pieces = writeArticle(this.set, article, bytes, this.pathOf, out);
      while (pieces.next().done !== true) yield out.take();
      out.json(after);
      if (out.length >= PIECE_BYTES) yield out.take();
    }
    yield out.take();
    await this.pulse('write', total, total, bytesDone);
  }

  private async *writeInWorkers(
    shared: SharedInput,
    frame: ArticleFrame,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const total = this.set.files.length;
    // the threads that have read write once; whoever writes again starts others
    const pool = this.pool ?? this.startPool(shared);
    this.pool = undefined;
    unusedPools.unregister(this);
    try {
      await this.pulse('write', 0, total, 0);
      for await (const { json, done, bytesDone } of writeArticles(pool, this.set, frame)) {
        yield json;
        await this.pulse('write', done, total, bytesDone);
      }
    } finally {
      await pool.close();
    }
  }

  private readAgain(article: number): Uint8Array {
    try {
      return this.reader.read(this.set.files[article].source);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      throw new CleancopyError('INPUTS_CHANGING', { path: error.path }, { cause: error });
    }
  }

  /** Reports progress and lets signals and timers through. */
  private async pulse(stage: 'read' | 'write', done: number, total: number, bytes: number): Promise<void> {
    this.options.signal?.throwIfAborted();
    this.options.onProgress?.({ stage, done, total, bytes });
    await new Promise((proceed) => setImmediate(proceed));
  }
}
