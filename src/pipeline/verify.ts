import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Article, Scope, Settings, Summary } from '../model/article.ts';
import { CleancopyError } from '../model/errors.ts';
import type { Encoding } from '../text/encodings.ts';
import { resolveEncoding } from './options.ts';
import { ContainerReader } from './container-reader.ts';
import { readOutput } from './read-output.ts';
import { rebuild, STANDARD_INPUT } from './rebuild.ts';
import { verifyArticle } from './verify-article.ts';
import { DuplicateLedger } from './verify-duplicates.ts';
import type { Thresholds } from './verify-claim.ts';
import { Tally } from './verify-summary.ts';
import { WitnessLedger } from './verify-witnesses.ts';
import type { Violation } from './violation.ts';

export interface VerifyOptions {
  /** The folder that the paths in the output are relative to; the working folder by default. */
  readonly root?: string;
  /** Least similarity for `jsonl`, which does not state it; 0.85 by default. */
  readonly near?: number | 'off';
  /** Least containment for `jsonl`; 0.9 by default. */
  readonly contained?: number | 'off';
  /** What the run was told of the encoding, for `jsonl`, which does not state it; by default it was found out. */
  readonly encoding?: string;
  /** Stops between two articles, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each article. */
  readonly onProgress?: (event: {
    readonly done: number;
    readonly total: number;
    readonly bytes: number;
  }) => void;
}

/** Iterating does the work and gives the violations, in the order in which they are found. */
export interface Verification extends AsyncIterable<Violation> {
  /** What has been counted in the output so far; complete after the last violation. */
  readonly counts: Summary;
  /** Whether the output states settings, summary and groups, which were then proved too; `jsonl` does not. */
  readonly hasHead: boolean;
}

type Proved = Thresholds & Pick<Settings, 'scope' | 'encoding'>;
type Found = AsyncGenerator<Violation, void, undefined>;

/**
 * Proves an output against the raw files: hashes match; blocks cover every byte that is not white space; every text
 * is what the file holds at its place; every witness is kept and scores at least the threshold, recomputed with the
 * package string-similarity, or by counting 5-grams; groups and summary agree. Standard input is proved from the output alone, an article in another file from what
 * comes out of that file.
 *
 * Iterating throws a CleancopyError when the output cannot be read (see `readOutput`), `BAD_OPTION`, and
 * `CONTRADICTION` when `near` or `contained` is not what the output states.
 *
 * @example
 * const verification = verifyOutput('clean.json', { root: '.' });
 * for await (const { path, block, code } of verification) console.log(path, block, code);
 * console.log(verification.counts.blocks);
 */
export function verifyOutput(outputPath: string, options: VerifyOptions = {}): Verification {
  const run = new Run(outputPath, options);
  return {
    get counts() {
      return run.tally.summary;
    },
    get hasHead() {
      return run.hasHead;
    },
    [Symbol.asyncIterator]: () => run.violations(),
  };
}

class Run {
  readonly tally: Tally = new Tally();
  hasHead = false;
  readonly #outputPath: string;
  readonly #options: VerifyOptions;
  readonly #witnesses = new WitnessLedger();
  readonly #duplicates = new DuplicateLedger();
  readonly #paths = new Set<string>();
  readonly #containers: ContainerReader;

  constructor(outputPath: string, options: VerifyOptions) {
    this.#outputPath = outputPath;
    this.#options = options;
    this.#containers = new ContainerReader(options.root ?? '.');
  }

  async *violations(): Found {
    const { near, contained, encoding, signal, onProgress } = this.#options;
    const asked = { near, contained };
    checkRange(asked);
    const total = await this.#note();
    let settings: Proved = {
      near: near === 'off' ? null : (near ?? 0.85),
      contained: contained === 'off' ? null : (contained ?? 0.9),
      scope: ['within', 'across'],
      ...(encoding !== undefined && { encoding: resolveEncoding(encoding) }),
    };
    let summary: Summary | undefined;
    for await (const part of readOutput(this.#outputPath)) {
      signal?.throwIfAborted();
      switch (part.kind) {
        case 'head':
          ({ settings, summary } = part.head);
          this.hasHead = true;
          checkAgreement(asked, settings);
          if (encoding !== undefined) checkEncoding(encoding, settings.encoding);
          break;
        case 'article':
          yield* this.#verify(part.article, settings);
          onProgress?.({ done: this.tally.summary.articles, total, bytes: this.tally.summary.bytes });
          break;
        case 'group':
          yield* this.#witnesses.checkGroup(part.group);
          break;
        case 'skipped':
          this.tally.addSkipped();
          break;
      }
    }
    yield* this.#witnesses.finish(this.hasHead);
    yield* this.#duplicates.finish();
    if (summary !== undefined) yield* this.tally.compare(summary);
  }

  /** First pass: which blocks and articles others refer to. */
  async #note(): Promise<number> {
    let total = 0;
    for await (const part of readOutput(this.#outputPath)) {
      this.#options.signal?.throwIfAborted();
      if (part.kind !== 'article') continue;
      this.#witnesses.note(part.article);
      this.#duplicates.note(part.article);
      total++;
    }
    return total;
  }

  async *#verify(article: Article, settings: Proved): Found {
    const { path } = article;
    this.tally.add(article);
    if (this.#paths.has(path)) {
      yield { code: 'ARTICLE_TWICE', args: {}, path, block: null };
      return;
    }
    this.#paths.add(path);
    const origin = article.container?.path ?? path;
    const file = origin === STANDARD_INPUT ? { bytes: rebuild(article) } : await this.#read(article);
    if ('bytes' in file) yield* verifyArticle(article, file.bytes, settings.encoding as Encoding | undefined);
    else yield file;
    yield* verifyScopes(article, settings.scope);
    yield* this.#witnesses.check(article, settings);
    yield* this.#duplicates.check(article);
  }

  async #read(article: Article): Promise<{ readonly bytes: Uint8Array } | Violation> {
    const { path, container } = article;
    if (container !== undefined) {
      const found = await this.#containers.read(path, container);
      return 'cause' in found ? unreadable(path, found.cause) : found;
    }
    try {
      const file = resolve(this.#options.root ?? '.', path);
      const found = await stat(file);
      if (!found.isFile()) return unreadable(path, 'it is not a regular file');
      if (found.size === article.bytes) return { bytes: await readFile(file) };
      const args = { actual: found.size, stated: article.bytes };
      return { code: 'SIZE_DIFFERS', args, path, block: null };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return unreadable(path, code);
    }
  }
}

function unreadable(path: string, cause: string): Violation {
  return { code: 'FILE_UNREADABLE', args: { cause }, path, block: null };
}

function* verifyScopes(article: Article, asked: readonly Scope[]): Generator<Violation, void, undefined> {
  const { path } = article;
  for (const removed of article.removed) {
    if (removed.reason !== 'duplicate') continue;
    const { block, scope: stated } = removed;
    const actual = removed.of.path === path ? 'within' : 'across';
    if (actual !== stated) yield { code: 'SCOPE_DIFFERS', args: { actual, stated }, path, block };
    else if (!asked.includes(actual)) {
      const args = { actual, stated: `in its settings that only ${asked.join()} was looked for` };
      yield { code: 'SCOPE_DIFFERS', args, path, block };
    }
  }
}

/** The thresholds that were asked for, as against those that the output states. */
type Asked = Readonly<Record<keyof Thresholds, number | 'off' | undefined>>;

function checkRange(asked: Asked): void {
  for (const [option, value] of Object.entries(asked)) {
    if (value === undefined || value === 'off' || (value > 0 && value <= 1)) continue;
    throw new CleancopyError('BAD_OPTION', {
      option,
      value,
      expected: 'a number above 0 and at most 1, or "off"',
    });
  }
}

function checkEncoding(asked: string, stated: string | undefined): void {
  if (resolveEncoding(asked) === stated) return;
  throw new CleancopyError('CONTRADICTION', {
    first: `encoding ${asked}`,
    second: `the output, which ${stated === undefined ? 'found it out' : `states ${stated}`}`,
    remedy: 'leave the option out, it is meant for jsonl',
  });
}

function checkAgreement(asked: Asked, settings: Thresholds): void {
  for (const option of ['near', 'contained'] as const) {
    const stated = settings[option] ?? 'off';
    if (asked[option] === undefined || asked[option] === stated) continue;
    throw new CleancopyError('CONTRADICTION', {
      first: `${option} ${asked[option]}`,
      second: `the output, which states ${stated}`,
      remedy: 'leave the option out, it is meant for jsonl',
    });
  }
}
