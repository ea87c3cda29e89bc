import { CleancopyError } from '../model/errors.ts';
import { STANDARD_INPUT } from './rebuild.ts';

/** Where standard input is restored. */
const STANDARD_INPUT_FILE = 'stdin.txt';

/**
 * The names of folders and file under the target folder for the path of an article. Leading `..`, which lead from
 * the working folder to the input, are dropped; everything else that could leave the target is refused.
 *
 * @param windows whether backslashes separate and colons name drives and streams
 * @throws CleancopyError `UNSAFE_PATH`
 */
export function restorePath(path: string, windows: boolean): readonly string[] {
  const refuse = (cause: string): CleancopyError => new CleancopyError('UNSAFE_PATH', { path, cause });
  if (path === STANDARD_INPUT) return [STANDARD_INPUT_FILE];
  if (path.startsWith('/')) throw refuse('it is absolute');
  if (path.includes('\0')) throw refuse('it holds a NUL character');
  if (windows && /[\\:]/.test(path)) throw refuse('it holds a backslash or a colon');
  const names = path.split('/');
  const from = names.findIndex((name) => name !== '..');
  const kept = from < 0 ? [] : names.slice(from);
  if (kept.length === 0) throw refuse('it names no file');
  if (kept.some((name) => name === '' || name === '.' || name === '..'))
    throw refuse('it is not a plain path');
  return kept;
}
