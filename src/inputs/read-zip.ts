import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { readWhole } from './read-whole.ts';
import { SourceError } from './source-error.ts';
import { FREE_BYTES, safePath, tooLargeFailure, type Member, type MemberOptions } from './member.ts';

/** Loaded when the first archive needs it. */
const require = createRequire(import.meta.url);

interface Entry {
  readonly fileName: string;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
}

interface ZipFile {
  eachEntry(): AsyncIterable<Entry>;
  openReadStreamPromise(entry: Entry): Promise<Readable>;
  close(): void;
}

/** What is used of yauzl. */
interface Yauzl {
  openPromise(file: string, options: { readonly autoClose: boolean }): Promise<ZipFile>;
}

/**
 * The files of a zip archive that `accepts` takes, in the order of its directory. The archive is read from the disk where
 * its entries are; the package yauzl checks sizes, and names for ways out of the folder.
 */
export async function* readZip(
  file: string,
  path: string,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  const yauzl = require('yauzl') as Yauzl;
  const archive = await yauzl.openPromise(file, { autoClose: false }).catch((error: unknown) => {
    throw damaged(path, error);
  });
  try {
    for await (const entry of archive.eachEntry()) {
      const name = safePath(entry.fileName);
      if (entry.fileName.endsWith('/') || name === '' || !options.accepts(name)) continue;
      yield await readEntry(archive, entry, name, options);
    }
  } catch (error) {
    throw error instanceof SourceError ? error : damaged(path, error);
  } finally {
    archive.close();
  }
}

async function readEntry(
  archive: ZipFile,
  entry: Entry,
  name: string,
  { maxFileBytes, maxRatio }: MemberOptions,
): Promise<Member> {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > maxFileBytes)
    return { name, failure: tooLargeFailure(uncompressedSize, maxFileBytes) };
  if (uncompressedSize > FREE_BYTES && uncompressedSize > maxRatio * compressedSize) {
    const cause = `it grows to more than ${maxRatio} times its size, and the limit is ${maxRatio} (--max-ratio)`;
    return { name, failure: { code: 'TOO_LARGE', cause } };
  }
  try {
    // yauzl ends the stream with an error when there is more, or less, than the directory says
    return { name, ...(await readWhole(await archive.openReadStreamPromise(entry), maxFileBytes)) };
  } catch (error) {
    return { name, failure: { code: 'UNDECODABLE', cause: `it is damaged in the archive (${messageOf(error)})` } };
  }
} // prettier-ignore

function damaged(path: string, error: unknown): SourceError {
  return new SourceError(path, {
    code: 'UNDECODABLE',
    cause: `the archive is damaged (${messageOf(error)})`,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
