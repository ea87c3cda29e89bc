import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../model/article.ts';
import { CleancopyError } from '../model/errors.ts';
import { readOutput } from './read-output.ts';
import { rebuild } from './rebuild.ts';
import { restorePath } from './restore-path.ts';
import { TemporaryFile, writeError } from './temporary-file.ts';

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
  const total = await checkPaths(outputPath);
  const folders = new Set<string>();
  let done = 0;
  let bytes = 0;
  for await (const part of readOutput(outputPath)) {
    if (part.kind !== 'article') continue;
    options.signal?.throwIfAborted();
    const restored = await restoreArticle(part.article, targetDir, folders, options.signal);
    bytes += restored.bytes;
    options.onProgress?.({ done: ++done, total, bytes });
    yield restored;
  }
}

/** Refuses the whole output before anything is written when one path is unsafe or two are one. */
async function checkPaths(outputPath: string): Promise<number> {
  const targets = new Map<string, string>();
  for await (const part of readOutput(outputPath)) {
    if (part.kind !== 'article') continue;
    const { path } = part.article;
    const target = restorePath(path, process.platform === 'win32').join('/');
    const first = targets.get(target);
    if (first !== undefined) throw new CleancopyError('PATH_COLLISION', { first, second: path, target });
    targets.set(target, path);
  }
  return targets.size;
}

async function restoreArticle(
  article: Article,
  targetDir: string,
  folders: Set<string>,
  signal: AbortSignal | undefined,
): Promise<Restored> {
  const { path } = article;
  const names = restorePath(path, process.platform === 'win32');
  const file = join(targetDir, ...names);
  const content = rebuild(article);
  const restored = { path, file, bytes: content.length };
  const hash = createHash('sha256').update(content).digest('hex');
  if (hash !== article.sha256) return { ...restored, result: 'damaged' };
  try {
    await makeFolders(path, targetDir, names.slice(0, -1), folders);
    if (await isThere(path, file, content)) return { ...restored, result: 'unchanged' };
  } catch (error) {
    throw writeError(error, file);
  }
  const temporary = await TemporaryFile.create(file, signal);
  try {
    await temporary.write(content);
    await temporary.commit();
  } finally {
    await temporary.discard();
  }
  return { ...restored, result: 'written' };
}

/** Makes the folders one by one, so that a symbolic link among them cannot lead out of the target. */
async function makeFolders(
  path: string,
  targetDir: string,
  names: readonly string[],
  folders: Set<string>,
): Promise<void> {
  if (!folders.has(targetDir)) await mkdir(targetDir, { recursive: true });
  folders.add(targetDir);
  let folder = targetDir;
  for (const name of names) {
    folder = join(folder, name);
    if (folders.has(folder)) continue;
    const made = await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return 'exists';
    });
    if (made === 'exists' && !(await lstat(folder)).isDirectory()) {
      throw new CleancopyError('UNSAFE_PATH', { path, cause: `${folder} is not a folder` });
    }
    folders.add(folder);
  }
}

/** Whether the file is there with the same content; one with other content is never overwritten. */
async function isThere(path: string, file: string, content: Uint8Array): Promise<boolean> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (found === null) return false;
  if (!found.isFile())
    throw new CleancopyError('UNSAFE_PATH', { path, cause: `${file} is not a regular file` });
  if (found.size === content.length && (await readFile(file)).equals(content)) return true;
  throw new CleancopyError('FILE_EXISTS', { file });
}
