import { readdir, realpathSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';

import { explainFailure } from './explain-failure.ts';
import { notRegular, type FindProblem, type FoundFile, type FoundFiles } from './find-files.ts';

/**
 * Finds the files below a folder whose names end in one of `endings`: what `findFiles` finds by globs of these endings, without the
 * library of globs, whose loading takes longer than a small run. Hidden files and folders are skipped, symbolic links are
 * not followed.
 *
 * @param root absolute path of the folder
 */
export async function walkFolder(root: string, endings: readonly string[]): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: FindProblem[] = [];
  const folders: FoundFile[] = [];
  try {
    folders.push({ absolutePath: root, realPath: realpathSync.native(root) });
  } catch (error) {
    problems.push({ absolutePath: root, ...explainFailure(error) });
  }
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { absolutePath, realPath } = folder;
    try {
      for (const entry of await entriesOf(absolutePath)) {
        const { name } = entry;
        if (name.startsWith('.')) continue;
        const isFolder = entry.isDirectory();
        if (!isFolder && !endings.some((ending) => name.endsWith(ending))) continue;
        const found = { absolutePath: within(absolutePath, name), realPath: within(realPath, name) };
        if (isFolder) folders.push(found);
        else if (entry.isFile()) files.push(found);
        else if (!entry.isSymbolicLink())
          problems.push({ absolutePath: found.absolutePath, ...notRegular(entry) });
      }
    } catch (error) {
      problems.push({ absolutePath, ...explainFailure(error) });
    }
  }
  return { files, problems };
}

/** `join` would take most of the time of a search. */
function within(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** Not the one of promises, which is slower. */
function entriesOf(folder: string): Promise<Dirent[]> {
  return new Promise((resolve, reject) => {
    readdir(folder, { withFileTypes: true }, (error, entries) => {
      if (error === null) resolve(entries);
      else reject(error);
    });
  });
}
