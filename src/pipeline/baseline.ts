import type { Finding } from '../model/finding.ts';
import { CleancopyError } from '../model/errors.ts';

const SCHEMA = 'cleancopy-baseline/1';
const fingerprintShape = /^[0-9a-f]{32}$/;

/**
 * The findings that are accepted: how often each content may be found. The same text in another file, or at another
 * line, is the same finding; one copy more than there were is a new one.
 *
 * @example
 * const baseline = new Baseline([['3755adb9c830888db14366b249785024', 1]]);
 * const run = check(await ingest(['news']), { baseline });
 * for await (const { path, rule } of run) console.log(path, rule, 'is new');
 */
export class Baseline {
  /** What may still be found. */
  readonly #left: Map<string, number>;

  constructor(counts: Iterable<readonly [fingerprint: string, count: number]> = []) {
    this.#left = new Map(counts);
  }

  /**
   * Reads what `write` wrote.
   *
   * @param name of the file, for messages
   * @throws CleancopyError `BASELINE_BROKEN`
   */
  static parse(json: string, name: string): Baseline {
    const broken = (cause: string): CleancopyError =>
      new CleancopyError('BASELINE_BROKEN', { baseline: name, cause });
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      throw broken('it is not JSON');
    }
    if (typeof value !== 'object' || value === null) throw broken('it is no object');
    if (!('schema' in value) || value.schema !== SCHEMA) throw broken(`its schema is not ${SCHEMA}`);
    const findings = 'findings' in value ? value.findings : undefined;
    if (typeof findings !== 'object' || findings === null) throw broken('it holds no findings');
    const counts = Object.entries(findings as Readonly<Record<string, unknown>>);
    return new Baseline(
      counts.map(([fingerprint, count]) => {
        if (fingerprintShape.test(fingerprint) && Number.isSafeInteger(count) && Number(count) > 0)
          return [fingerprint, Number(count)];
        throw broken(`the entry ${fingerprint} is none`);
      }),
    );
  }

  /** Whether the finding is accepted; what is asked for again and again is accepted only as often as it was there. */
  accept({ fingerprint }: Pick<Finding, 'fingerprint'>): boolean {
    const left = this.#left.get(fingerprint) ?? 0;
    if (left === 0) return false;
    if (left === 1) this.#left.delete(fingerprint);
    else this.#left.set(fingerprint, left - 1);
    return true;
  }

  /** How many findings were accepted and are not there any more. */
  countGone(): number {
    let gone = 0;
    for (const left of this.#left.values()) gone += left;
    return gone;
  }
}

/**
 * Counts findings for a baseline.
 *
 * @example
 * const record = new BaselineWriter();
 * for await (const finding of check(await ingest(['news']), { record })) console.log('never', finding);
 * const baseline = Baseline.parse([...record.write()].join(''), 'accepted.json');
 * console.log(baseline.countGone());
 */
export class BaselineWriter {
  readonly #counts = new Map<string, number>();

  add({ fingerprint }: Pick<Finding, 'fingerprint'>): void {
    this.#counts.set(fingerprint, (this.#counts.get(fingerprint) ?? 0) + 1);
  }

  /** The baseline as JSON, one entry a line in their order, so that two of them can be compared and merged. */
  *write(): Generator<string, void, undefined> {
    yield `{\n  "schema": "${SCHEMA}",\n  "findings": {`;
    let separator = '\n';
    for (const fingerprint of [...this.#counts.keys()].sort()) {
      yield `${separator}    "${fingerprint}": ${String(this.#counts.get(fingerprint))}`;
      separator = ',\n';
    }
    yield this.#counts.size === 0 ? '}\n}\n' : '\n  }\n}\n';
  }
}
