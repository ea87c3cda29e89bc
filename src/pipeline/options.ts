import { hash } from 'node:crypto';
import type { UserRule } from '../boilerplate/user-rule.ts';
import { CleancopyError } from '../model/errors.ts';
import type { Scope, Settings } from '../model/article.ts';
import type { Decision } from '../model/decisions.ts';
import { hashDecisions } from './replay-decisions.ts';
import { inputFormats, type InputFormat } from '../inputs/input-format.ts';
import { memberFilter } from '../inputs/member-filter.ts';
import { memberDefaults, type MemberOptions } from '../inputs/member.ts';
import { MAX_FILE_SIZE, MAX_WORKERS } from './limits.ts';
import { encodingOf, encodings, type Encoding } from '../text/encodings.ts';

/** How far a run has come. */
export interface ProgressEvent {
  readonly stage: 'discover' | 'read' | 'match' | 'write';
  /** Files for `discover`, `read` and `write`, blocks for `match`. */
  readonly done: number;
  readonly total: number;
  /** Bytes read or written so far in this stage; 0 for `discover` and `match`. */
  readonly bytes: number;
}

/** What `ingest` can be told. Everything has a default. */
export interface IngestOptions {
  /** Where repeats are looked for; `['within', 'across']` by default. */
  readonly scope?: readonly Scope[];
  /** Least Dice coefficient of a near-duplicate, above 0 and at most 1, or `'off'`; 0.85 by default. */
  readonly near?: number | 'off';
  /** Least containment of a text in another, above 0 and at most 1, or `'off'`; 0.9 by default. */
  readonly contained?: number | 'off';
  /** What becomes of near-duplicates whose facts differ; `'keep'` by default. */
  readonly variants?: 'keep' | 'drop';
  /** Which copy survives; `'first'` in path order by default. */
  readonly keep?: 'first' | 'longest';
  /** How boldly boilerplate is removed; `'auto'` by default. */
  readonly strip?: 'auto' | 'careful' | 'full' | 'off';
  /** The encoding of all files without a byte-order mark, by any usual name; found out for each file by default. */
  readonly encoding?: string;
  /** `'text'`: kept blocks whose text is broken get `repaired` beside it; `'off'` by default. */
  readonly repair?: 'text' | 'off';
  /** Size of the largest article and of the largest file that is read whole, in bytes; 256 MiB by default, 512 MiB at most. */
  readonly maxFileSize?: number;
  /** How many times as large as the file its decompressed content may be; 200 by default. */
  readonly maxRatio?: number;
  /** JSON Lines: the member that holds the text; `"text"` by default. */
  readonly textField?: string;
  /** JSON Lines: the member that names the article; the number of its line by default. */
  readonly idField?: string;
  /** What all inputs are, standard input too; by default their names tell, and standard input is text. */
  readonly inputFormat?: InputFormat;
  /** The user's own boilerplate rules, which act whatever `strip` says; none by default. */
  readonly rules?: readonly UserRule[];
  /** Globs for what is taken from folders and archives; all `.txt` files by default, from folders also compressed ones. */
  readonly include?: readonly string[];
  /** Globs for what is left out of folders and globs. */
  readonly exclude?: readonly string[];
  /** Whether symbolic links inside folders are followed; false by default. */
  readonly followSymlinks?: boolean;
  /** What a person has decided about removals: rejected ones are not made. None by default. */
  readonly decisions?: readonly Decision[];
  /** The folder that inputs and output paths are relative to; the working folder by default. */
  readonly cwd?: string;
  /** What `-` reads; the standard input of the process by default. */
  readonly stdin?: Uint8Array | AsyncIterable<Uint8Array>;
  /**
   * Worker threads, 0 or 1 for none, which is the default: where it could be measured, on two cores, they brought nothing. The result
   * is the same for every number.
   */
  readonly workers?: number;
  /** Ends the run with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
}

/** What an output has before and behind the JSON of article `index`, counted from 0. */
export type ArticleFrame = (index: number) => { readonly before: string; readonly after: string };

/** The groups of an output as JSON, many in one piece that is valid until the next one is asked for, each of them framed. */
export type GroupsJson = (frame: ArticleFrame) => Iterable<Uint8Array>;

const scopes: readonly Scope[] = ['within', 'across'];

/**
 * The options that influence the result, with defaults filled in. Throws a `CleancopyError` with the code BAD_OPTION,
 * naming option, value and what it must be.
 */
export function resolveSettings(options: IngestOptions): Settings {
  const near = thresholdOf('near', options.near ?? 0.85);
  const contained = thresholdOf('contained', options.contained ?? 0.9);
  const { decisions = [] } = options;
  const scope = options.scope ?? scopes;
  const unknown = scope.find((name) => !scopes.includes(name));
  if (unknown !== undefined) throw badOption('scope', unknown, '"within", "across" or both');
  return {
    scope: scopes.filter((name) => scope.includes(name)),
    near,
    contained,
    variants: oneOf('variants', options.variants ?? 'keep', ['keep', 'drop']),
    keep: oneOf('keep', options.keep ?? 'first', ['first', 'longest']),
    strip: oneOf('strip', options.strip ?? 'auto', ['auto', 'careful', 'full', 'off']),
    ...(decisions.length > 0 && { decisions: hashDecisions(decisions) }),
    ...(oneOf('repair', options.repair ?? 'off', ['text', 'off']) === 'text' && { repair: 'text' }),
    ...(options.encoding !== undefined && { encoding: resolveEncoding(options.encoding) }),
    ...(options.rules !== undefined && options.rules.length > 0 && { rules: hashRules(options.rules) }),
  };
}

/** What readers of containers are told. Throws BAD_OPTION like `resolveSettings`. */
export function resolveMemberOptions(options: IngestOptions): MemberOptions {
  const { maxFileSize, maxRatio, textField, idField, inputFormat, include = [], exclude = [] } = options;
  const isSize = maxFileSize === undefined || (maxFileSize >= 1 && maxFileSize <= MAX_FILE_SIZE);
  if (!isSize) throw badOption('maxFileSize', maxFileSize, `a number of bytes from 1 to ${MAX_FILE_SIZE}`);
  if (maxRatio !== undefined && !(maxRatio >= 1)) throw badOption('maxRatio', maxRatio, 'a number from 1');
  if (inputFormat !== undefined) oneOf('inputFormat', inputFormat, inputFormats);
  return {
    maxFileBytes: Math.floor(maxFileSize ?? memberDefaults.maxFileBytes),
    maxRatio: maxRatio ?? memberDefaults.maxRatio,
    textField: textField ?? memberDefaults.textField,
    idField: idField ?? null,
    format: inputFormat ?? null,
    accepts: memberFilter(include, exclude),
  };
}

/** How many worker threads are asked for. Throws BAD_OPTION like `resolveSettings`. */
export function resolveWorkers({ workers = 0 }: IngestOptions): number {
  if (Number.isInteger(workers) && workers >= 0 && workers <= MAX_WORKERS) return workers;
  throw badOption('workers', workers, `a whole number from 0 to ${MAX_WORKERS}`);
}

/** The encoding of a name. Throws BAD_OPTION for a name that means none. */
export function resolveEncoding(name: string): Encoding {
  const encoding = encodingOf(name);
  if (encoding === undefined) throw badOption('encoding', name, `one of ${encodings.join(', ')}`);
  return encoding;
}

/** What two sets of rules that act alike have in common. */
function hashRules(rules: readonly UserRule[]): string {
  const acting = rules.map(({ name, lines, starts, ends, contains, patterns, maxWords, place }) => ({
    name,
    lines,
    starts,
    ends,
    contains,
    patterns,
    maxWords,
    place,
  }));
  return hash('sha256', JSON.stringify(acting));
}

/** A threshold as the settings have it: null for `'off'`. */
function thresholdOf(option: string, value: number | 'off'): number | null {
  if (value === 'off') return null;
  if (typeof value === 'number' && value > 0 && value <= 1) return value;
  throw badOption(option, value, 'a number above 0 and at most 1, or "off"');
}

function oneOf<Value extends string>(option: string, value: Value, allowed: readonly Value[]): Value {
  if (allowed.includes(value)) return value;
  throw badOption(option, value, allowed.map((name) => `"${name}"`).join(' or '));
}

function badOption(option: string, value: string | number, expected: string): CleancopyError {
  return new CleancopyError('BAD_OPTION', { option, value, expected });
}
