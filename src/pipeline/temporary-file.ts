import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CleancopyError } from '../model/errors.ts';

/**
 * A file that is written under an unpredictable name beside its target and gets its own name only when it is
 * complete. An abort removes it at once, without waiting for the writer.
 */
export class TemporaryFile {
  readonly #target: string;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #signal: AbortSignal | undefined;
  readonly #remove = (): void => rmSync(this.#path, { force: true });

  private constructor(target: string, path: string, handle: FileHandle, signal: AbortSignal | undefined) {
    this.#target = target;
    this.#path = path;
    this.#handle = handle;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#remove);
  }

  /** @throws CleancopyError `DISK_FULL` or `WRITE_FAILED`, here and below */
  static async create(target: string, signal?: AbortSignal): Promise<TemporaryFile> {
    signal?.throwIfAborted();
    const path = join(dirname(target), `.cleancopy-${randomBytes(8).toString('hex')}.tmp`);
    // `wx` never opens what is there already, a planted symbolic link neither
    const handle = await open(path, 'wx').catch((error: unknown) =>
      Promise.reject(writeError(error, target)),
    );
    return new TemporaryFile(target, path, handle, signal);
  }

  async write(data: string | Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(data);
    } catch (error) {
      throw writeError(error, this.#target);
    }
  }

  /** Waits until the content is on the disk, so that not even a power failure leaves half a file. */
  async sync(): Promise<void> {
    try {
      await this.#handle.sync();
    } catch (error) {
      throw writeError(error, this.#target);
    }
  }

  /** Gives the complete file its name, in place of a file that had it before. */
  async commit(): Promise<void> {
    try {
      await this.#handle.close();
      this.#signal?.throwIfAborted();
      await rename(this.#path, this.#target);
    } catch (error) {
      throw writeError(error, this.#target);
    }
    this.#signal?.removeEventListener('abort', this.#remove);
  }

  /** Removes the file; for `finally`, where it does nothing after `commit`. */
  async discard(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#remove);
    await this.#handle.close().catch(() => undefined);
    await rm(this.#path, { force: true });
  }
}

/** What the user can do about an error of the file system; other errors stay as they are. */
export function writeError(error: unknown, output: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new CleancopyError('DISK_FULL', { output }, { cause: error });
  }
  return new CleancopyError('WRITE_FAILED', { output, cause: String(error.code) }, { cause: error });
}
