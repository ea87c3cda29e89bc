import { sharedMemory } from '../../matching/memory.ts';
import type { ContainerReference } from '../../model/article.ts';
import { encodings } from '../../text/encodings.ts';
import type { FileFacts } from '../article-set.ts';
import type { EncodingRun } from '../../text/decode.ts';

/**
 * `FileFacts` as columns, a row an article; 15 bytes a row. The file that an article lies in is known from its source, and the few
 * that have several encodings are told apart (`OtherEncodings`).
 */
export interface FileColumns {
  readonly source: Uint32Array;
  readonly bytes: Uint32Array;
  readonly replacements: Uint32Array;
  /** Index into `encodings`. */
  readonly encoding: Uint8Array;
  readonly bomBytes: Uint8Array;
  readonly flags: Uint8Array;
}

/** The runs in other encodings of those articles that have any, by their rows. */
export type OtherEncodings = ReadonlyMap<number, readonly EncodingRun[]>;

export function otherEncodingsOf(files: readonly FileFacts[]): OtherEncodings {
  const found = new Map<number, readonly EncodingRun[]>();
  for (const [row, { others }] of files.entries()) if (others !== undefined) found.set(row, others);
  return found;
}

// bits of `flags`
const GUESSED = 1;
const EXACT = 2;
const PAGE = 4;
const KEPT_WHOLE = 8;
const OVER_REMOVED = 16;

const numbers = new Map(encodings.map((encoding, number) => [encoding, number]));

/** The facts of files as columns in memory that threads share. */
export function shareFiles(files: readonly FileFacts[]): FileColumns {
  const { length } = files;
  const columns = {
    source: new Uint32Array(sharedMemory(4 * length)),
    bytes: new Uint32Array(sharedMemory(4 * length)),
    replacements: new Uint32Array(sharedMemory(4 * length)),
    encoding: new Uint8Array(sharedMemory(length)),
    bomBytes: new Uint8Array(sharedMemory(length)),
    flags: new Uint8Array(sharedMemory(length)),
  };
  writeFiles(columns, files);
  return columns;
}

export function writeFiles(columns: FileColumns, files: readonly FileFacts[]): void {
  for (const [row, file] of files.entries()) {
    columns.source[row] = file.source;
    columns.bytes[row] = file.bytes;
    columns.replacements[row] = file.replacements;
    columns.encoding[row] = numbers.get(file.encoding) ?? 0;
    columns.bomBytes[row] = file.bomBytes;
    columns.flags[row] =
      (file.encodingGuessed ? GUESSED : 0) |
      (file.isExact ? EXACT : 0) |
      (file.kind === 'page' ? PAGE : 0) |
      (file.keptWhole ? KEPT_WHOLE : 0) |
      (file.overRemoved ? OVER_REMOVED : 0);
  }
}

/** One row as an object. */
export function fileFactsAt(
  columns: FileColumns,
  row: number,
  container: ContainerReference | undefined,
  otherEncodings: OtherEncodings,
): FileFacts {
  const flags = columns.flags[row];
  const others = otherEncodings.get(row);
  return {
    source: columns.source[row],
    bytes: columns.bytes[row],
    encoding: encodings[columns.encoding[row]],
    encodingGuessed: (flags & GUESSED) !== 0,
    bomBytes: columns.bomBytes[row],
    replacements: columns.replacements[row],
    kind: (flags & PAGE) === 0 ? 'article' : 'page',
    keptWhole: (flags & KEPT_WHOLE) !== 0,
    overRemoved: (flags & OVER_REMOVED) !== 0,
    isExact: (flags & EXACT) !== 0,
    ...(container !== undefined && { container }),
    ...(others !== undefined && { others }),
  };
}
