import type { Dirent, Stats } from 'node:fs';
import { Dirent as NodeDirent, readdir, realpathSync, stat } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

import type { Failure } from './explain-failure.ts';
import { explainFailure } from './explain-failure.ts';

/** A regular file that a glob matched. */
export interface FoundFile {
  readonly absolutePath: string;
  /** The path without any symbolic link in it: equal for two names of one file. */
  readonly realPath: string;
}

/** Something that matched or had to be walked, and could not be. */
export interface FindProblem extends Failure {
  readonly absolutePath: string;
}

export interface FoundFiles {
  /** In no particular order. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FindProblem[];
}

/** A folder with many names is walked under each of them, so that the first one in order is known, but so often at most. */
const maxRepeatedFolders = 1000;

/** Loaded when a folder or a pattern is named; it takes as long as all of cleancopy. */
export async function loadFastGlob(): Promise<typeof import('fast-glob')> {
  const { default: fastGlob } = await import('fast-glob');
  return fastGlob;
}

/**
 * Finds the files that match `globs` (fast-glob syntax, relative to `cwd`, which is taken literally). Hidden
 * files and folders are skipped, as in every shell, unless a glob names the dot. Folders that cannot be read,
 * pipes, sockets, devices and (where links are followed) dead links are problems; the search goes on without them.
 * A file that several globs match is listed several times.
 */
export async function findFiles(
  globs: readonly string[],
  options: { readonly cwd: string; readonly ignore: readonly string[]; readonly followSymlinks: boolean },
): Promise<FoundFiles> {
  const folders = folderReader(options.cwd, options.followSymlinks);
  const problems = folders.problems;
  const files: FoundFile[] = [];
  const { glob } = await loadFastGlob();
  const entries = await glob([...globs], {
    cwd: options.cwd,
    ignore: [...options.ignore],
    followSymbolicLinks: options.followSymlinks,
    onlyFiles: false,
    objectMode: true,
    unique: false,
    suppressErrors: true,
    fs: { readdir: folders.readdir as unknown as typeof readdir, stat: folders.stat },
  });
  const prefix = options.cwd.endsWith(sep) ? options.cwd : options.cwd + sep;
  for (const { path, dirent } of entries) {
    // `resolve` alone would take a third of the time of a search.
    const plain = sep === '/' && !path.startsWith('.') && !path.startsWith('/');
    const absolutePath = plain ? prefix + path : resolve(options.cwd, path);
    if (dirent.isFile()) files.push({ absolutePath, realPath: folders.realPathOf(absolutePath, dirent) });
    else if (dirent.isSymbolicLink()) {
      if (options.followSymlinks) problems.push({ absolutePath, ...deadLink });
    } else if (!dirent.isDirectory()) problems.push({ absolutePath, ...notRegular(dirent) });
  }
  return { files, problems };
}

export const deadLink: Failure = { code: 'UNREADABLE', cause: 'it is a symbolic link that leads nowhere' };

/** What to say of a pipe, a socket or a device: opening one could block for ever or have effects. */
export function notRegular(entry: Pick<Dirent | Stats, 'isFIFO' | 'isSocket'>): Failure {
  const kind = entry.isFIFO() ? 'a named pipe' : entry.isSocket() ? 'a socket' : 'a device';
  return { code: 'UNREADABLE', cause: `it is ${kind}, not a regular file` };
}

type StatCallback = (error: Error | null, stats: Stats) => void;
type ReadCallback = (error: Error | null, entries: Dirent[]) => void;

/** How fast-glob reaches the file system, with what it would forget. */
interface FolderReader {
  readonly readdir: (path: string, options: { withFileTypes: true }, callback: ReadCallback) => void;
  readonly stat: (path: string, callback: StatCallback) => void;
  /** The real path of a file in a folder that was read. */
  readonly realPathOf: (file: string, dirent: object) => string;
  /** Errors of folders, which fast-glob would drop or stop at. */
  readonly problems: FindProblem[];
}

function folderReader(root: string, followSymlinks: boolean): FolderReader {
  const problems: FindProblem[] = [];
  const realPaths = new Map<string, string>();
  const seen = new Set<string>();
  let repeated = 0;

  // fast-glob turns the backslashes of a root into slashes, and on most systems they belong to the name.
  const mangledRoot = root.replaceAll('\\', '/');
  const unmangle = (path: string): string => {
    const isMangled = sep === '/' && root !== mangledRoot && path.startsWith(mangledRoot);
    return isMangled ? root + path.slice(mangledRoot.length) : path;
  };

  /** Notes where the folder really is; false when it need not be walked again. */
  const enter = (folder: string): boolean => {
    const parent = realPaths.get(dirname(folder));
    if (!followSymlinks && parent !== undefined) {
      realPaths.set(folder, join(parent, basename(folder)));
      return true;
    }
    const realPath = realpathSync.native(folder);
    for (let above = dirname(folder); realPaths.has(above); above = dirname(above)) {
      if (realPaths.get(above) === realPath) return false;
      if (above === dirname(above)) break;
    }
    // Two links to the next folder on each of thirty levels would make a thousand million names.
    if (seen.has(realPath) && ++repeated > maxRepeatedFolders) return false;
    seen.add(realPath);
    realPaths.set(folder, realPath);
    return true;
  };

  return {
    problems,
    stat: (path, callback) => stat(unmangle(path), callback),
    readdir: (path, options, callback) => {
      const folder = resolve(unmangle(path));
      const fail = (error: unknown): void => {
        problems.push({ absolutePath: folder, ...explainFailure(error) });
        callback(error instanceof Error ? error : new Error(String(error)), []);
      };
      let isNew: boolean;
      try {
        isNew = enter(folder);
      } catch (error) {
        fail(error);
        return;
      }
      if (!isNew) callback(null, []);
      else
        readdir(folder, options, (error, entries) =>
          error === null ? callback(null, entries) : fail(error),
        );
    },
    realPathOf: (file, dirent) => {
      const end = file.lastIndexOf(sep);
      const folder = realPaths.get(file.slice(0, end));
      // fast-glob replaces the entry of a link that it followed by one of its own making.
      if (folder !== undefined && dirent instanceof NodeDirent) return folder + file.slice(end);
      return realpathSync.native(file);
    },
  };
}
