import type { SkipCode } from '../model/article.ts';
import { isOutOfMemory } from '../model/out-of-memory.ts';

/** Why an input could not be read, in the words that end up in `skipped`. */
export interface Failure {
  readonly code: SkipCode;
  /** A sentence's end in plain words, without the path: "permission denied (EACCES)". */
  readonly cause: string;
}

const failures: Readonly<Record<string, Failure>> = {
  ENOENT: { code: 'VANISHED', cause: 'there is no file or folder of this name (ENOENT)' },
  ENOTDIR: { code: 'VANISHED', cause: 'a part of this path is a file and not a folder (ENOTDIR)' },
  ESTALE: { code: 'VANISHED', cause: 'it is gone from the network drive (ESTALE)' },
  EACCES: { code: 'UNREADABLE', cause: 'permission denied (EACCES)' },
  EPERM: { code: 'UNREADABLE', cause: 'the system does not allow it to be read (EPERM)' },
  EISDIR: { code: 'UNREADABLE', cause: 'it is a folder where a file was expected (EISDIR)' },
  EIO: { code: 'UNREADABLE', cause: 'the disk or network drive reports a read error (EIO)' },
  ELOOP: { code: 'UNREADABLE', cause: 'its symbolic links lead in a circle (ELOOP)' },
  ENXIO: { code: 'UNREADABLE', cause: 'it is a socket or a device, not a regular file (ENXIO)' },
  ENAMETOOLONG: { code: 'UNREADABLE', cause: 'its name is too long for this file system (ENAMETOOLONG)' },
  EMFILE: {
    code: 'UNREADABLE',
    cause: 'too many files are open in this process; raise "ulimit -n" (EMFILE)',
  },
  ENFILE: { code: 'UNREADABLE', cause: 'too many files are open on this machine; try again later (ENFILE)' },
  ENOMEM: { code: 'UNREADABLE', cause: 'the system is out of memory (ENOMEM)' },
};

/** Turns what a file-system call threw into a code and plain words; never throws itself. */
export function explainFailure(error: unknown): Failure {
  const name = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known = Object.hasOwn(failures, name) ? failures[name] : undefined;
  if (known !== undefined) return known;
  if (isOutOfMemory(error))
    return { code: 'UNREADABLE', cause: `there is not enough memory (${error.message})` };
  return { code: 'UNREADABLE', cause: error instanceof Error ? error.message : String(error) };
}
