import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CleancopyError } from '../model/errors.ts';

const closer = new FinalizationRegistry<number>((file) => closeSync(file));

/**
 * Articles that came out of archives and compressed files, one behind the other in a file without a name: they are
 * decompressed once and read back in any order. The file is removed as soon as it is open, so that nothing is left behind
 * whatever ends the process.
 */
export class Spool {
  #file: number;
  #bytes = 0;

  /** @param file a spool that another thread of the process keeps open; it is only read from */
  constructor(file = -1) {
    this.#file = file;
  }

  /** The descriptor of the file, which is open as long as the spool that made it is in use; -1 before anything was appended. */
  get file(): number {
    return this.#file;
  }

  /**
   * Appends an article and returns where it begins.
   *
   * @throws CleancopyError `DISK_FULL` or `WRITE_FAILED`, which are no fault of the input
   */
  append(bytes: Uint8Array): number {
    if (this.#file < 0) this.#file = this.#open();
    const start = this.#bytes;
    try {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(this.#file, bytes, done, bytes.length - done, start + done);
      }
    } catch (error) {
      throw spoolError(error);
    }
    this.#bytes += bytes.length;
    return start;
  }

  /** Fills `room` from `start` on. */
  read(start: number, room: Uint8Array): void {
    for (let done = 0; done < room.length;) {
      const count = readSync(this.#file, room, done, room.length - done, start + done);
      if (count === 0) throw new Error('the spool ends too early');
      done += count;
    }
  }

  #open(): number {
    const path = join(tmpdir(), `cleancopy-${randomBytes(8).toString('hex')}.tmp`);
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL;
    let file: number;
    try {
      file = openSync(path, flags, 0o600);
    } catch (error) {
      throw spoolError(error);
    }
    rmSync(path, { force: true });
    closer.register(this, file);
    return file;
  }
}

function spoolError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const output = `a temporary file in ${tmpdir()} (TMPDIR)`;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new CleancopyError('DISK_FULL', { output }, { cause: error });
  }
  return new CleancopyError('WRITE_FAILED', { output, cause: String(error.code) }, { cause: error });
}
