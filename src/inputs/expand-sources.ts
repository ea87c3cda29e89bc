import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';
import { CleancopyError } from '../model/errors.ts';
import type { DiscoveryProblem, Source } from './discover.ts';
import { explainFailure } from './explain-failure.ts';
import { formatOf, type ContainerFormat, type NamedFormat } from './input-format.ts';
import type { MemberOptions } from './member.ts';
import { SourceError } from './source-error.ts';
import { Spool } from './spool.ts';

export interface Expansion {
  /** In code-unit order of their paths, and lines of JSON Lines in their own order. */
  readonly sources: readonly Source[];
  readonly problems: readonly DiscoveryProblem[];
}

/** What the format of a source is, and how it is compressed. */
function formatOfSource({ path }: Pick<Source, 'path'>, options: MemberOptions): NamedFormat {
  const named = formatOf(path);
  if (options.format === null) return named;
  const isCompressed = named.compression !== 'none';
  if (options.format === 'text') return isCompressed ? { ...named, format: 'gzip' } : { ...named, format: 'text' };
  return { compression: options.format === 'gzip' ? 'gzip' : named.compression, format: options.format };
} // prettier-ignore

/**
 * Opens archives, compressed files, JSON Lines and saved pages. Their articles are kept in a spool on the disk and read back
 * like files. Does nothing, and costs nothing, where all sources are text.
 *
 * @param stdin what standard input held, when `-` is among the sources
 */
export async function expandSources(
  sources: readonly Source[],
  options: MemberOptions,
  stdin: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<Expansion> {
  if (sources.every((source) => formatOfSource(source, options).format === 'text'))
    return { sources, problems: [] };
  // the formats of containers are loaded when there is one
  const { readMembers } = await import('./read-members.ts');
  const spool = new Spool();
  const expanded: Source[] = [];
  const problems: DiscoveryProblem[] = [];
  for (const source of sources) {
    const { compression, format } = formatOfSource(source, options);
    if (format === 'text') {
      expanded.push(source);
      continue;
    }
    const { path, absolutePath } = source;
    const container = path === '-' ? 'stdin' : path;
    const content = path === '-' ? stdin : absolutePath;
    if (content === undefined) continue;
    try {
      const stamp = typeof content === 'string' ? stampOf(statSync(content)) : [content.length, 0, 0, 0];
      let count = 0;
      for await (const member of readMembers({ path, content, compression, format }, options)) {
        signal?.throwIfAborted();
        count++;
        const memberPath = `${container}/${member.name}`;
        if ('failure' in member) problems.push({ path: memberPath, ...member.failure });
        else {
          const { bytes } = member;
          const start = spool.append(bytes);
          const place = { spool, start, bytes: bytes.length, container: path, format, stamp };
          expanded.push({ path: memberPath, absolutePath, member: place });
        }
      }
      if (count === 0) problems.push({ path, code: 'UNREADABLE', cause: emptyCause(format) });
    } catch (error) {
      if (signal?.aborted === true || error instanceof CleancopyError) throw error;
      problems.push({ path, ...(error instanceof SourceError ? error : explainFailure(error)) });
    }
  }
  return {
    sources: expanded.toSorted(byPath),
    problems: problems.map(({ path, code, cause }) => ({ path, code, cause })),
  };
}

/** In code-unit order of paths; lines of JSON Lines stay in their order. */
function byPath(a: Source, b: Source): number {
  const [left, right] = [a, b].map(({ path, member }) =>
    member?.format === 'jsonl' ? path.slice(0, path.lastIndexOf('/') + 1) : path,
  );
  return left < right ? -1 : left > right ? 1 : 0;
}

function emptyCause(format: ContainerFormat): string {
  if (format === 'warc') return 'no record in this web archive is a page or plain text';
  return format === 'tar' || format === 'zip'
    ? 'no file in this archive is taken; name others with --include'
    : 'it holds no article';
}

/** What tells whether a file is the same as before: size, ino, mtimeMs, ctimeMs. */
function stampOf({ size, ino, mtimeMs, ctimeMs }: Stats): readonly number[] {
  return [size, ino, mtimeMs, ctimeMs];
}
