import type { Stats } from 'node:fs';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

import type { SkipCode } from '../model/article.ts';
import type { Failure } from './explain-failure.ts';
import { explainFailure } from './explain-failure.ts';
import { deadLink, findFiles, loadFastGlob, notRegular } from './find-files.ts';
import type { ContainerFormat } from './input-format.ts';
import type { Spool } from './spool.ts';

/** One file to read. */
export interface Source {
  /** As in the output: relative to the working folder, with `/` separators; `-` for standard input. */
  readonly path: string;
  /** `-` for standard input. */
  readonly absolutePath: string;
  /** Present for an article inside another file, which `absolutePath` names. */
  readonly member?: MemberPlace;
}

/** Where an article that lies inside another file was put. */
export interface MemberPlace {
  readonly spool: Spool;
  readonly start: number;
  readonly bytes: number;
  /** Path of the file it came from, as in the output. */
  readonly container: string;
  readonly format: ContainerFormat;
  /** What the file was when it was opened: size, ino, mtimeMs, ctimeMs. */
  readonly stamp: readonly number[];
}

/** Something that was named or had to be walked and cannot be read. */
export interface DiscoveryProblem {
  /** Written like the path of a source. */
  readonly path: string;
  readonly code: SkipCode;
  /** Plain words, without the path. */
  readonly cause: string;
}

/** What a run will read. */
export interface Discovery {
  /** In code-unit order of `path`, each real file once. */
  readonly sources: readonly Source[];
  /** In code-unit order of `path`. */
  readonly problems: readonly DiscoveryProblem[];
}

export interface DiscoverOptions {
  /** Absolute path of the folder that inputs and output paths are relative to. */
  readonly cwd: string;
  /**
   * What is taken from a folder, as globs against the path relative to that folder; all `.txt` files, also compressed, when
   * empty. A glob without a slash holds at any depth. Named files and globs are not affected.
   */
  readonly include: readonly string[];
  /** What is left out of folders (written as for `include`) and of globs (against the path relative to `cwd`). */
  readonly exclude: readonly string[];
  /** Whether symbolic links inside folders and behind globs are followed; a link named as an input always is. */
  readonly followSymlinks: boolean;
}

/** What is read from a folder when `include` says nothing. */
const textFiles: readonly string[] = ['**/*.txt', '**/*.txt.gz', '**/*.txt.zst'];

/**
 * Finds the files behind `inputs`: files, folders, globs, and `-` for standard input. A name that exists is
 * that file or folder, also when it looks like a glob. A named file may have any extension. Hidden files and
 * folders inside a folder or behind a glob are skipped, as in every shell. A file named several times, or reached by
 * several links, is listed once, under the first of its paths. Never throws: what cannot be read is in `problems`.
 */
export async function discover(inputs: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const found: Found = { cwd: options.cwd, sources: new Map(), problems: new Map() };
  for (const input of inputs) {
    if (input === '-') found.sources.set('-', { path: '-', absolutePath: '-' });
    else if (input === '') found.problems.set('', { path: '', ...emptyName });
    else await discoverOne(input, options, found);
  }
  return {
    sources: [...found.sources.values()].toSorted(byPath),
    problems: [...found.problems.values()].toSorted(byPath),
  };
}

const emptyName: Failure = { code: 'UNREADABLE', cause: 'an input has an empty name' };

async function discoverOne(input: string, options: DiscoverOptions, found: Found): Promise<void> {
  const absolutePath = resolve(options.cwd, input);
  try {
    const stats = statSync(absolutePath);
    if (stats.isDirectory()) await addFolder(absolutePath, options, found);
    else if (stats.isFile()) addFile(found, absolutePath, realpathSync.native(absolutePath));
    else addProblem(found, absolutePath, notRegular(stats));
  } catch (error) {
    const link = lstatOrUndefined(absolutePath);
    const { code, cause } = explainFailure(error);
    const isPattern = link === undefined && (await loadFastGlob()).isDynamicPattern(input);
    if (isPattern) await addGlob(input, options, found);
    else if (link?.isSymbolicLink() === true && code === 'VANISHED')
      addProblem(found, absolutePath, deadLink);
    // What was never there cannot have vanished.
    else addProblem(found, absolutePath, { code: 'UNREADABLE', cause });
  }
}

async function addFolder(folder: string, options: DiscoverOptions, found: Found): Promise<void> {
  const globs = options.include.length === 0 ? textFiles : options.include.map(atAnyDepth);
  const search = {
    cwd: folder,
    ignore: options.exclude.map(atAnyDepth),
    followSymlinks: options.followSymlinks,
  };
  const empty = { code: 'UNREADABLE', cause: `no file in this folder matches ${listOf(globs)}` } as const;
  await addMatches(globs, search, { path: folder, ...empty }, found);
}

async function addGlob(glob: string, options: DiscoverOptions, found: Found): Promise<void> {
  const { cwd, followSymlinks } = options;
  const search = { cwd, ignore: options.exclude.map(atAnyDepth), followSymlinks };
  const empty = {
    code: 'UNREADABLE',
    cause: 'no file has this name, and none matches it as a glob',
  } as const;
  await addMatches([glob], search, { path: resolve(cwd, glob), ...empty }, found);
}

async function addMatches(
  globs: readonly string[],
  search: Parameters<typeof findFiles>[1],
  empty: DiscoveryProblem,
  found: Found,
): Promise<void> {
  try {
    const { files, problems } = await findFiles(globs, search);
    for (const file of files) addFile(found, file.absolutePath, file.realPath);
    for (const problem of problems) addProblem(found, problem.absolutePath, problem);
    if (files.length + problems.length === 0) addProblem(found, empty.path, empty);
  } catch (error) {
    addProblem(found, empty.path, explainFailure(error));
  }
}

function atAnyDepth(glob: string): string {
  return glob.includes('/') ? glob : `**/${glob}`;
}

function listOf(globs: readonly string[]): string {
  return globs.map((glob) => `"${glob}"`).join(' or ');
}

function lstatOrUndefined(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** What was found so far, each real file once. */
interface Found {
  readonly cwd: string;
  /** By real path. */
  readonly sources: Map<string, Source>;
  /** By path. */
  readonly problems: Map<string, DiscoveryProblem>;
}

function addFile(found: Found, absolutePath: string, realPath: string): void {
  const path = outputPath(found.cwd, absolutePath);
  const known = found.sources.get(realPath);
  if (known === undefined || path < known.path) found.sources.set(realPath, { path, absolutePath });
}

function addProblem(found: Found, absolutePath: string, { code, cause }: Failure): void {
  const path = outputPath(found.cwd, absolutePath);
  const known = found.problems.get(path);
  // Of two causes the same one is told, whatever the order of the inputs.
  if (known === undefined || cause < known.cause) found.problems.set(path, { path, code, cause });
}

function outputPath(cwd: string, absolutePath: string): string {
  const prefix = cwd.endsWith(sep) ? cwd : cwd + sep;
  // `relative` alone would take a quarter of the time of a discovery.
  const path = absolutePath.startsWith(prefix)
    ? absolutePath.slice(prefix.length)
    : relative(cwd, absolutePath);
  if (path === '') return '.';
  // A file that is really called "-" must not be taken for standard input.
  if (path === '-') return './-';
  return sep === '/' ? path : path.split(sep).join('/');
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
