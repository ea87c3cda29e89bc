import { Buffer } from 'node:buffer';
import type { Ingestion } from '../pipeline/ingest.ts';
import { MirrorFolder } from '../pipeline/mirror-folder.ts';
import { cleanedText } from '../reporters/txt.ts';

/** Articles read from a compressed file are written as what it holds. */
const mirrorPath = (path: string): string => path.replace(/\.gz$/i, '');

/**
 * Writes the cleaned text of each article to the same path under `folder`. Articles with nothing of their own get no file.
 *
 * @throws CleancopyError `UNSAFE_PATH`, `PATH_COLLISION`, before anything is written; `FILE_EXISTS`, `DISK_FULL`, `WRITE_FAILED`
 */
export async function writeFolder(ingestion: Ingestion, folder: string, signal: AbortSignal): Promise<void> {
  await MirrorFolder.refuseCollisions(ingestion.paths.map(mirrorPath));
  const mirror = new MirrorFolder(folder, signal);
  for await (const article of ingestion) {
    signal.throwIfAborted();
    const text = cleanedText(article);
    if (text !== '') await mirror.write(mirrorPath(article.path), Buffer.from(`${text}\n`));
  }
}
