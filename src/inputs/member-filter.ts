import { createRequire } from 'node:module';
import { memberDefaults } from './member.ts';

/** Loaded with fast-glob anyway, when files are looked for. */
const require = createRequire(import.meta.url);

type IsMatch = (path: string, globs: readonly string[], options: { readonly dot: boolean }) => boolean;

/**
 * What is taken from an archive: the globs of `include` and `exclude` against the path inside it, as fast-glob matches them in a
 * folder; all `.txt` files when `include` is empty.
 */
export function memberFilter(
  include: readonly string[],
  exclude: readonly string[],
): (name: string) => boolean {
  if (include.length === 0 && exclude.length === 0) return memberDefaults.accepts;
  const globs = [include, exclude].map((list) =>
    list.map((glob) => (glob.includes('/') ? glob : `**/${glob}`)),
  );
  return (name) => {
    const { isMatch } = require('micromatch') as { readonly isMatch: IsMatch };
    const isTaken = include.length === 0 ? memberDefaults.accepts(name) : isMatch(name, globs[0], { dot: false });
    return isTaken && !(exclude.length > 0 && isMatch(name, globs[1], { dot: true }));
  };
} // prettier-ignore
