import { statSync } from 'node:fs';
import type { Source } from './discover.ts';

/** Size of a source in bytes, as far as the file system tells; 0 for standard input and for what cannot be read. */
export function sizeOfSource({ absolutePath, member }: Source): number {
  if (member !== undefined) return member.bytes;
  if (absolutePath === '-') return 0;
  try {
    return statSync(absolutePath, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
