import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import type { Compression } from './input-format.ts';
import { FREE_BYTES } from './member.ts';
import { SourceError } from './source-error.ts';

/** `createZstdDecompress` of Node 22.15 and later. */
type WithZstd = { readonly createZstdDecompress?: () => zlib.Gunzip };

/**
 * The content of a compressed file, piece by piece. Throws a `SourceError`: `TOO_LARGE` as soon as it is more than `maxRatio`
 * times as large as what was read of the file, `UNDECODABLE` for damage, and for zstd where Node cannot read it.
 */
export async function* decompress(
  file: Readable,
  compression: Compression,
  path: string,
  maxRatio: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (compression === 'none') {
    yield* file as AsyncIterable<Uint8Array>;
    return;
  }
  const decoder = createDecoder(compression, path);
  let taken = 0;
  file.on('data', (chunk: Uint8Array) => {
    taken += chunk.length;
  });
  file.on('error', (error) => decoder.destroy(error));
  file.pipe(decoder);
  let given = 0;
  try {
    for await (const chunk of decoder as AsyncIterable<Uint8Array>) {
      given += chunk.length;
      if (given > FREE_BYTES && given > maxRatio * taken) {
        const cause = `it grows to more than ${maxRatio} times its size, and the limit is ${maxRatio} (--max-ratio)`;
        throw new SourceError(path, { code: 'TOO_LARGE', cause });
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof SourceError || !isDamage(error)) throw error;
    throw new SourceError(path, { code: 'UNDECODABLE', cause: `its compression is damaged (${error.code})` });
  } finally {
    file.destroy();
    decoder.destroy();
  }
}

function createDecoder(compression: 'gzip' | 'zstd', path: string): zlib.Gunzip {
  if (compression === 'gzip') return zlib.createGunzip();
  const { createZstdDecompress } = zlib as WithZstd;
  if (createZstdDecompress !== undefined) return createZstdDecompress();
  const cause = `this Node (${process.version}) cannot read zstd; use Node 22.15 or later, or decompress it first`;
  throw new SourceError(path, { code: 'UNDECODABLE', cause });
}

function isDamage(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR_ZSTD)/.test(String(error.code));
}
