import type { SkipCode } from '../model/article.ts';
import type { Failure } from './explain-failure.ts';

/** Thrown when one source cannot be read; the run goes on with the others. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly path: string;
  readonly code: SkipCode;
  /** Plain words, without the path. */
  override readonly cause: string;

  constructor(path: string, { code, cause }: Failure) {
    super(`${path}: ${cause}`);
    this.path = path;
    this.code = code;
    this.cause = cause;
  }
}

/** The error of an input of more than `maxBytes` bytes; `bytes` is its size, or how many had come when reading was given up. */
export function tooLarge(path: string, bytes: number, maxBytes: number): SourceError {
  const cause = `it holds ${bytes} bytes or more, and the limit is ${maxBytes} (--max-file-size)`;
  return new SourceError(path, { code: 'TOO_LARGE', cause });
}
