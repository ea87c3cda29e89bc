import type { Failure } from './explain-failure.ts';
import type { InputFormat } from './input-format.ts';
import { tooLarge } from './source-error.ts';

/** One article inside another file, or why it could not be read. */
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly failure: Failure };

/** What was read, or why it could not be. */
export type ReadBytes = { readonly bytes: Uint8Array } | { readonly failure: Failure };

/** Content below this size is no bomb, whatever its ratio. */
export const FREE_BYTES: number = 2 ** 24;

/** What readers of containers are told. All have defaults in `memberDefaults`. */
export interface MemberOptions {
  /** Size of the largest article. */
  readonly maxFileBytes: number;
  /** How many times as large as its container the content may be. */
  readonly maxRatio: number;
  /** JSON Lines: the member that holds the text, and the one that names the article. */
  readonly textField: string;
  readonly idField: string | null;
  /** Taken for the format of every input, whatever its name. */
  readonly format: InputFormat | null;
  /** Whether a file of an archive is read. */
  readonly accepts: (name: string) => boolean;
}

export const memberDefaults: MemberOptions = {
  maxFileBytes: 256 * 2 ** 20,
  maxRatio: 200,
  textField: 'text',
  idField: null,
  format: null,
  accepts: (name) => name.toLowerCase().endsWith('.txt'),
};

/**
 * A name as part of an output path: what could leave the folder on `restore`, or is no name on some systems, is written
 * as in a URL.
 */
export function safeName(name: string): string {
  const escaped = name.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what must not stay
    /[\u0000-\u001f\u007f/\\:*?"<>|%]|^\.+|\p{Surrogate}/gu,
    (part) =>
      /\p{Surrogate}/u.test(part)
        ? '%EF%BF%BD'
        : encodeURIComponent(part).replaceAll('.', '%2E').replaceAll('*', '%2A'),
  );
  return escaped === '' ? '%00' : escaped;
}

/** The path of a member of an archive, each part safe. */
export function safePath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map(safeName)
    .join('/');
}

export function tooLargeFailure(bytes: number, maxBytes: number): Failure {
  const { code, cause } = tooLarge('', bytes, maxBytes);
  return { code, cause };
}
