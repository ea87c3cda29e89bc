/** What a worker is given at once: enough to be worth a message, little enough to be held several times. */
const MAX_FILES = 256;
const MAX_BYTES = 2 * 2 ** 20;
/** Batches for each worker at least, so that all end at about the same time. */
const SHARES = 8;

/** A stretch of files. */
export interface Batch {
  readonly first: number;
  readonly end: number;
}

/** Cuts files into batches that follow each other, by their number and their size; a file is never cut. */
export function* cutBatches(
  fileCount: number,
  bytesOf: (file: number) => number,
  workers: number,
): Generator<Batch, void, undefined> {
  const most = Math.min(MAX_FILES, Math.ceil(fileCount / (SHARES * workers)));
  let first = 0;
  let bytes = 0;
  for (let file = 0; file < fileCount; file++) {
    const size = bytesOf(file);
    if (file > first && (file - first === most || bytes + size > MAX_BYTES)) {
      yield { first, end: file };
      first = file;
      bytes = 0;
    }
    bytes += size;
  }
  if (first < fileCount) yield { first, end: fileCount };
}
