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

/** The failure of an input of more than `maxBytes` bytes; `option` is not named here, the command line knows it. */
export function tooLarge(maxBytes: number, bytes?: number): Failure {
  const size = bytes === undefined ? '' : `, and it has ${bytes} bytes`;
  return { code: 'TOO_LARGE', cause: `it is larger than the limit of ${maxBytes} bytes${size}` };
}
