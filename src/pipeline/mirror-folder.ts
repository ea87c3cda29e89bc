import { lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CleancopyError } from '../model/errors.ts';
import { restorePath } from './restore-path.ts';
import { TemporaryFile, writeError } from './temporary-file.ts';

/** A file of a mirror. */
export interface MirroredFile {
  readonly file: string;
  /** `unchanged`: it was there already, with the same content. */
  readonly result: 'written' | 'unchanged';
}

/**
 * A folder in which articles get files at the paths that they have in the output. Nothing outside it is written, whatever the
 * paths are, and no file that is there and differs is overwritten.
 */
export class MirrorFolder {
  readonly #folder: string;
  readonly #signal: AbortSignal | undefined;
  readonly #made = new Set<string>();

  /** @param folder is made when it is missing, with the first file */
  constructor(folder: string, signal?: AbortSignal) {
    this.#folder = folder;
    this.#signal = signal;
  }

  /** The names of folders and file for an article's path. */
  static namesOf(path: string): readonly string[] {
    return restorePath(path, process.platform === 'win32');
  }

  /**
   * Refuses paths of which one is unsafe or two are one, before anything is written.
   *
   * @returns how many there are
   * @throws CleancopyError `UNSAFE_PATH`, `PATH_COLLISION`
   */
  static async refuseCollisions(paths: AsyncIterable<string> | Iterable<string>): Promise<number> {
    const targets = new Map<string, string>();
    for await (const path of paths) {
      const target = MirrorFolder.namesOf(path).join('/');
      const first = targets.get(target);
      if (first !== undefined) throw new CleancopyError('PATH_COLLISION', { first, second: path, target });
      targets.set(target, path);
    }
    return targets.size;
  }

  /** Where the file of an article is. */
  fileOf(path: string): string {
    return join(this.#folder, ...MirrorFolder.namesOf(path));
  }

  /**
   * Writes the file of an article; it is there as a whole or not at all.
   *
   * @throws CleancopyError `UNSAFE_PATH`, `FILE_EXISTS`, `DISK_FULL` or `WRITE_FAILED`
   */
  async write(path: string, content: Uint8Array): Promise<MirroredFile> {
    const file = this.fileOf(path);
    try {
      await this.makeFolders(path, MirrorFolder.namesOf(path).slice(0, -1));
      if (await isThere(path, file, content)) return { file, result: 'unchanged' };
    } catch (error) {
      throw writeError(error, file);
    }
    const temporary = await TemporaryFile.create(file, this.#signal);
    try {
      await temporary.write(content);
      await temporary.commit();
    } finally {
      await temporary.discard();
    }
    return { file, result: 'written' };
  }

  /** Makes the folders one by one, so that a symbolic link among them cannot lead out of the target. */
  private async makeFolders(path: string, names: readonly string[]): Promise<void> {
    const made = this.#made;
    if (!made.has(this.#folder)) await mkdir(this.#folder, { recursive: true });
    made.add(this.#folder);
    let folder = this.#folder;
    for (const name of names) {
      folder = join(folder, name);
      if (made.has(folder)) continue;
      const result = await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return 'exists';
      });
      if (result === 'exists' && !(await lstat(folder)).isDirectory()) {
        throw new CleancopyError('UNSAFE_PATH', { path, cause: `${folder} is not a folder` });
      }
      made.add(folder);
    }
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
