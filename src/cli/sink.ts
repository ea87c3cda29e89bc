import { lstat, open, stat } from 'node:fs/promises';
import { TemporaryFile, writeError } from '../pipeline/temporary-file.ts';
import type { OutputStream } from './streams.ts';

/** Where text is written to. */
export interface Sink {
  /** Waits until the text, or its bytes, are taken. False when nobody reads any more. */
  write(text: string | Uint8Array): Promise<boolean>;
  /** Makes what was written final. */
  commit(): Promise<void>;
  /** Takes back what was written, where that is possible; does nothing after `commit`. */
  discard(): Promise<void>;
}

/**
 * A sink into a file. A regular file appears under its name only when it is complete, with the rights that the
 * user's umask gives; a symbolic link to a file is replaced, not followed. Devices and pipes are written to as they are.
 */
export async function fileSink(file: string, signal: AbortSignal): Promise<Sink> {
  if (await isDevice(file)) return deviceSink(file);
  const temporary = await TemporaryFile.create(file, signal);
  return {
    async write(text) {
      await temporary.write(text);
      return true;
    },
    async commit() {
      await temporary.sync();
      await temporary.commit();
    },
    discard: () => temporary.discard(),
  };
}

/** Whether something is there that is neither a file nor a link to one, such as `/dev/null`. */
async function isDevice(file: string): Promise<boolean> {
  try {
    const found = await lstat(file);
    return !found.isFile() && !(await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function deviceSink(file: string): Promise<Sink> {
  const handle = await open(file, 'w').catch((error: unknown) => Promise.reject(writeError(error, file)));
  return {
    async write(text) {
      try {
        await handle.writeFile(text);
        return true;
      } catch (error) {
        if (isBrokenPipe(error)) return false;
        throw writeError(error, file);
      }
    },
    commit: () => handle.close(),
    discard: () => handle.close().catch(() => undefined),
  };
}

/**
 * A sink into standard output, at the pace of its reader. When the reader goes away (`| head`), writing ends quietly.
 */
export function streamSink(stream: OutputStream): Sink {
  let failure: unknown;
  // stays for good: an error may come after the last write
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    async write(text) {
      await new Promise<void>((resolve) => {
        stream.write(text, (error) => {
          if (error) failure ??= error;
          resolve();
        });
      });
      if (failure === undefined) return true;
      if (isBrokenPipe(failure)) return false;
      throw writeError(failure, 'standard output');
    },
    commit: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

function isBrokenPipe(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
  );
}
