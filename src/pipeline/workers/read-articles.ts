import { resolve, sep } from 'node:path';
import type { UserRule } from '../../boilerplate/user-rule.ts';
import type { Source } from '../../inputs/discover.ts';
import type { MemberOptions } from '../../inputs/member.ts';
import { shareSources } from '../../inputs/shared-sources.ts';
import { sizeOfSource } from '../../inputs/size-of-source.ts';
import { stampsFor } from '../../inputs/source-reader.ts';
import { Spool } from '../../inputs/spool.ts';
import { inOrder } from '../../matching/in-order.ts';
import type { Settings } from '../../model/article.ts';
import type { ArticleSet } from '../article-set.ts';
import { containerOf } from '../container-of.ts';
import { unpackArticles } from './article-batch.ts';
import { cutBatches } from './cut-batches.ts';
import { fileFactsAt, type OtherEncodings } from './file-columns.ts';
import type { Tasks, WorkerSetup } from './tasks.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Batches that are under way or wait for their turn, for each worker. */
export const BATCHES_PER_WORKER = 3;

/** What workers have to know to read sources; hold on to it as long as they do. */
export interface SharedInput {
  readonly setup: WorkerSetup;
  /** Closed when nothing refers to it. */
  readonly stdinSpool: Spool | undefined;
}

export function shareInput(
  sources: readonly Source[],
  settings: Settings,
  { maxFileBytes, textField, idField }: MemberOptions,
  input: {
    readonly cwd: string;
    readonly rules: readonly UserRule[] | undefined;
    readonly stdin: Uint8Array | undefined;
    readonly needsHashes: boolean;
  },
): SharedInput {
  const { cwd, rules, stdin, needsHashes } = input;
  const isRead = stdin !== undefined && sources.some(({ absolutePath }) => absolutePath === '-');
  const stdinSpool = isRead ? new Spool() : undefined;
  if (isRead) stdinSpool?.append(stdin);
  const root = resolve(cwd);
  const setup: WorkerSetup = {
    settings,
    rules,
    sources: shareSources(sources, root.endsWith(sep) ? root : root + sep),
    stamps: stampsFor(sources.length),
    maxBytes: maxFileBytes,
    textField,
    idField,
    stdin: stdinSpool && { spool: stdinSpool.file, bytes: stdin?.length ?? 0 },
    needsHashes,
  };
  return { setup, stdinSpool };
}

/** Articles that were appended to the set, and what did not become one. */
export interface Appended extends Pick<Tasks['read']['result'], 'unread' | 'hashes' | 'bytesRead'> {
  /** Sources that were read so far. */
  readonly done: number;
  /** Number of the first article. */
  readonly firstArticle: number;
}

/**
 * Has all sources read and prepared by workers, and appends their articles to the set in the order of the sources: the set is the
 * same as if they had been prepared one after the other.
 */
export async function* readArticles(
  pool: WorkerPool,
  sources: readonly Source[],
  set: ArticleSet,
  memberOptions: MemberOptions,
): AsyncGenerator<Appended, void, undefined> {
  const batches = cutBatches(sources.length, (source) => sizeOfSource(sources[source]), pool.size);
  const rooms: ArrayBuffer[] = [];
  const begin = (): Promise<Tasks['read']['result'] & { readonly end: number }> | undefined => {
    const { value } = batches.next();
    if (value === undefined) return undefined;
    const room = rooms.pop();
    const result = pool.run('read', { ...value, room }, room === undefined ? [] : [room]);
    return result.then((read) => ({ ...read, end: value.end }));
  };
  for await (const { batch, others, end, ...rest } of inOrder(begin, BATCHES_PER_WORKER * pool.size)) {
    const firstArticle = set.files.length;
    append(batch, others, set, sources, memberOptions);
    rooms.push(batch);
    yield { ...rest, done: end, firstArticle };
  }
}

function append(
  buffer: ArrayBuffer,
  others: OtherEncodings,
  { files, blocks, texts }: ArticleSet,
  sources: readonly Source[],
  memberOptions: MemberOptions,
): void {
  const batch = unpackArticles(buffer);
  const textNumbers = texts.append(batch.texts, batch.shingles, batch.words);
  blocks.append(batch.blocks, batch.firstBlock, textNumbers);
  const { source } = batch.files;
  for (let row = 0; row < source.length; row++)
    files.push(fileFactsAt(batch.files, row, containerOf(sources[source[row]], memberOptions), others));
}
