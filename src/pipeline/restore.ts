import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { MirrorFolder } from './mirror-folder.ts';
import { readOutput } from './read-output.ts';
import { rebuild } from './rebuild.ts';

export interface RestoreOptions {
  /** Stops between two files. */
  readonly signal?: AbortSignal;
  /** Called after each file. */
  readonly onProgress?: (event: {
    readonly done: number;
    readonly total: number;
    readonly bytes: number;
  }) => void;
}

/** What became of one article. */
export interface Restored {
  /** Path of the article in the output. */
  readonly path: string;
  /** Path of the file. */
  readonly file: string;
  readonly bytes: number;
  /** `damaged`: the output does not give the raw file back (its SHA-256 differs), so nothing was written. */
  readonly result: 'written' | 'unchanged' | 'damaged';
}

/**
 * Writes the raw files back from the output alone, under `targetDir`, which is made when it is missing. Before a
 * file is written its SHA-256 is checked. A file that is there already and equal is left alone.
 *
 * @throws CleancopyError for an output that cannot be read, `UNSAFE_PATH`, `PATH_COLLISION`, `FILE_EXISTS`,
 * `DISK_FULL` or `WRITE_FAILED`; what was restored before stays
 *
 * @example
 * for await (const { file, result } of restoreOutput('clean.json', 'raw')) console.log(file, result);
 */
export async function* restoreOutput(
  outputPath: string,
  targetDir: string,
  options: RestoreOptions = {},
): AsyncGenerator<Restored, void, undefined> {
  const total = await MirrorFolder.refuseCollisions(pathsOf(outputPath));
  const mirror = new MirrorFolder(targetDir, options.signal);
  let done = 0;
  let bytes = 0;
  for await (const part of readOutput(outputPath)) {
    if (part.kind !== 'article') continue;
    options.signal?.throwIfAborted();
    const restored = await restoreArticle(part.article, mirror);
    bytes += restored.bytes;
    options.onProgress?.({ done: ++done, total, bytes });
    yield restored;
  }
}

async function* pathsOf(outputPath: string): AsyncGenerator<string, void, undefined> {
  for await (const part of readOutput(outputPath)) if (part.kind === 'article') yield part.article.path;
}

async function restoreArticle(article: Article, mirror: MirrorFolder): Promise<Restored> {
  const { path } = article;
  const content = rebuild(article);
  const restored = { path, file: mirror.fileOf(path), bytes: content.length };
  const hash = createHash('sha256').update(content).digest('hex');
  if (hash !== article.sha256) return { ...restored, result: 'damaged' };
  return { ...restored, ...(await mirror.write(path, content)) };
}
