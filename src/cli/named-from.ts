import { resolve } from 'node:path';

/**
 * A file name as the user gave it, where the process stands in the same folder; messages show it that way. An
 * absolute one otherwise.
 */
export function namedFrom(cwd: string, name: string): string {
  return cwd === process.cwd() ? name : resolve(cwd, name);
}
