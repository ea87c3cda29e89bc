import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CleancopyError } from '../model/errors.ts';
import type { AnalysisOptions } from './analysis-options.ts';

/**
 * Refuses an output that cannot be written, or that would overwrite or become an input.
 *
 * @param output as the user wrote it
 * @param inputs as the user wrote them; those that do not exist, such as globs, are not looked at
 * @throws CleancopyError `OUTPUT_IS_FOLDER`, `OUTPUT_FOLDER_MISSING`, `OUTPUT_IN_INPUT`, `OUTPUT_IS_INPUT`
 */
export async function refuseOutput(output: string, inputs: readonly string[], cwd: string): Promise<void> {
  const file = resolve(cwd, output);
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() === true || output.endsWith('/') || output.endsWith(sep)) {
    throw new CleancopyError('OUTPUT_IS_FOLDER', { output, example: join(output, 'clean.json') });
  }
  // devices and pipes are nobody's input
  if (found !== null && !found.isFile()) return;
  const folder = dirname(file);
  if ((await stat(folder).catch(() => null))?.isDirectory() !== true) {
    throw new CleancopyError('OUTPUT_FOLDER_MISSING', { output, folder: dirname(output) });
  }
  const place = join(await realpath(folder), basename(file));
  for (const input of inputs) {
    const source = input === '-' ? null : await stat(resolve(cwd, input)).catch(() => null);
    if (source === null) continue;
    const sourcePlace = await realpath(resolve(cwd, input));
    if (source.isDirectory() && isInside(place, sourcePlace)) {
      throw new CleancopyError('OUTPUT_IN_INPUT', { output, input });
    }
    const isSame = found !== null && found.ino === source.ino && found.dev === source.dev;
    if (isSame || place === sourcePlace) throw new CleancopyError('OUTPUT_IS_INPUT', { output });
  }
}

/**
 * Refuses a folder to write into that is a file, or lies inside an input folder.
 *
 * @throws CleancopyError `OUTPUT_IS_FILE`, `OUTPUT_IN_INPUT`
 */
export async function refuseFolder(output: string, inputs: readonly string[], cwd: string): Promise<void> {
  const folder = resolve(cwd, output);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === false) throw new CleancopyError('OUTPUT_IS_FILE', { output });
  const place = await placeOf(folder);
  for (const input of inputs) {
    const source = input === '-' ? null : await stat(resolve(cwd, input)).catch(() => null);
    if (source?.isDirectory() === true && isInside(place, await realpath(resolve(cwd, input))))
      throw new CleancopyError('OUTPUT_IN_INPUT', { output, input });
  }
}

/** Where a folder is, or will be: the nearest folder above it that is there may be a symbolic link. */
async function placeOf(folder: string): Promise<string> {
  const found = await realpath(folder).catch(() => null);
  if (found !== null || dirname(folder) === folder) return found ?? folder;
  return join(await placeOf(dirname(folder)), basename(folder));
}

/**
 * Variants are inexact repeats, so dropping them means nothing where none are looked for.
 *
 * @throws CleancopyError `CONTRADICTION`
 */
export function refuseVariantsWithoutSearch({ near, contained, variants }: AnalysisOptions): void {
  if (near !== 'off' || contained !== 'off' || variants !== 'drop') return;
  throw new CleancopyError('CONTRADICTION', {
    first: '--near off --contained off',
    second: '--variants drop',
    remedy: 'variants are inexact repeats; leave one of the two out',
  });
}

function isInside(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === file;
}

const commands: readonly string[] = [
  'clean',
  'check',
  'explain',
  'report',
  'verify',
  'restore',
  'rules',
  'completion',
  'help',
];

/** Least Dice coefficient of a name that is taken for a mistyped command. */
const MIN_LIKENESS = 0.5;

/**
 * `clean` is the default command, so a mistyped command looks like its first input. Refuses one that does not exist and
 * resembles a command.
 *
 * @throws CleancopyError `UNKNOWN_COMMAND`
 */
export async function refuseMistypedCommand(inputs: readonly string[], cwd: string): Promise<void> {
  const [name = ''] = inputs;
  if (!/^[a-z]{3,12}$/i.test(name) || (await stat(resolve(cwd, name)).catch(() => null)) !== null) return;
  const { default: stringSimilarity } = await import('string-similarity');
  const { bestMatch } = stringSimilarity.findBestMatch(name.toLowerCase(), [...commands]);
  if (bestMatch.rating < MIN_LIKENESS) return;
  throw new CleancopyError('UNKNOWN_COMMAND', { name, suggestion: bestMatch.target });
}
