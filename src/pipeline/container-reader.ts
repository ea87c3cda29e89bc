import { resolve } from 'node:path';
import { explainFailure } from '../inputs/explain-failure.ts';
import { formatOf } from '../inputs/input-format.ts';
import { memberDefaults } from '../inputs/member.ts';
import { readMembers } from '../inputs/read-members.ts';
import { Spool } from '../inputs/spool.ts';
import type { ContainerReference } from '../model/article.ts';
import { CleancopyError } from '../model/errors.ts';
import { MAX_FILE_SIZE } from './limits.ts';

/** More than gzip can compress anything. */
const ANY_RATIO = 1100;

/** What came out of one file: where each article stands in the spool, by its path. */
interface Opened {
  readonly spool: Spool;
  readonly places: ReadonlyMap<string, { readonly start: number; readonly bytes: number }>;
  /** Why the file could not be read to its end. */
  readonly cause: string | undefined;
}

/** Reads articles out of the files they lie in, again. The articles of one file follow each other, so one file is kept open. */
export class ContainerReader {
  readonly #root: string;
  #key = '';
  #opened: Opened | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async read(
    path: string,
    container: ContainerReference,
  ): Promise<{ readonly bytes: Uint8Array } | { readonly cause: string }> {
    const key = JSON.stringify(container);
    if (this.#opened === undefined || this.#key !== key) {
      this.#opened = await open(this.#root, container);
      this.#key = key;
    }
    const { spool, places, cause } = this.#opened;
    const place = places.get(path);
    if (place === undefined) return { cause: cause ?? `it is not in ${container.path}` };
    const bytes = new Uint8Array(place.bytes);
    spool.read(place.start, bytes);
    return { bytes };
  }
}

async function open(root: string, container: ContainerReference): Promise<Opened> {
  const { path, format, textField = memberDefaults.textField, idField = null } = container;
  const named = formatOf(path).compression;
  const compression = named === 'none' && format === 'gzip' ? 'gzip' : named;
  const options = {
    maxFileBytes: MAX_FILE_SIZE,
    maxRatio: ANY_RATIO,
    textField,
    idField,
    format,
    accepts: () => true,
  };
  const spool = new Spool();
  const places = new Map<string, { readonly start: number; readonly bytes: number }>();
  let cause: string | undefined;
  try {
    const content = resolve(root, path);
    for await (const member of readMembers({ path, content, compression, format }, options)) {
      if ('failure' in member) continue;
      places.set(`${path}/${member.name}`, {
        start: spool.append(member.bytes),
        bytes: member.bytes.length,
      });
    }
  } catch (error) {
    if (error instanceof CleancopyError) throw error;
    ({ cause } = explainFailure(error));
  }
  return { spool, places, cause };
}
