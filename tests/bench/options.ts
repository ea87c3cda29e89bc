import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { CorpusLayout } from './made-corpus.ts';

/** Programs that may be there to be compared with. */
export type PeerName = 'gawk' | 'mawk' | 'sort' | 'jscpd';

const peerNames: readonly PeerName[] = ['gawk', 'mawk', 'sort', 'jscpd'];

/** What a bench is told on its command line. */
export interface BenchOptions {
  /** Folder that holds one folder for each set of articles. */
  readonly data: string;
  readonly sets: readonly string[] | undefined;
  /** How often `floor` runs both sides. */
  readonly pairs: number;
  /** How many blocks `search` makes. */
  readonly blocks: number;
  /** How many removals `sets` writes down for each set, and the seed of their choice. */
  readonly sample: number;
  readonly seed: number;
  /** The script that scores `planted`. */
  readonly evaluate: string | undefined;
  /** Sizes of made corpora in MB (10^6 bytes), the shape of their articles, and what to compare with. */
  readonly megabytes: readonly number[] | undefined;
  readonly layout: CorpusLayout;
  readonly peers: readonly PeerName[];
  /** Whether `regression` and `growth` store what they measured. */
  readonly update: boolean;
  /** Where outputs and samples are kept; a temporary folder when absent. */
  readonly keep: string | undefined;
  /** Passed on to `cleancopy clean`: all that stands behind a second `--`. */
  readonly flags: readonly string[];
}

/** An error that is told in one sentence, without a stack. */
export class BenchError extends Error {}

/** @param needsData false for a bench that makes its own data */
export function readOptions(args: readonly string[], needsData: boolean): BenchOptions {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: args.slice(0, end),
    options: {
      blocks: text,
      data: text,
      sets: text,
      pairs: text,
      sample: text,
      seed: text,
      evaluate: text,
      keep: text,
      mb: text,
      layout: text,
      peers: text,
      update: { type: 'boolean' },
    },
  });
  const data = values.data ?? process.env['CLEANCOPY_DATA'] ?? (needsData ? undefined : '.');
  if (data === undefined) {
    throw new BenchError(
      'Name the folder with the news sets: --data DIR, or CLEANCOPY_DATA in the environment.',
    );
  }
  if (!existsSync(data))
    throw new BenchError(`There is no folder ${data}; unpack the news sets and name their folder.`);
  return {
    data: resolve(data),
    sets: values.sets?.split(','),
    pairs: Number(values.pairs ?? 3),
    blocks: Number(values.blocks ?? 1_000_000),
    sample: Number(values.sample ?? 20),
    seed: Number(values.seed ?? 1),
    evaluate: values.evaluate,
    megabytes: values.mb?.split(',').map(sizeOf),
    layout: oneOf(['files', 'jsonl'], values.layout ?? 'files', '--layout'),
    peers: (values.peers?.split(',') ?? peerNames).map((name) => oneOf(peerNames, name, '--peers')),
    update: values.update ?? false,
    keep: values.keep,
    flags: args.slice(end + 1),
  };
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (size > 0) return size;
  throw new BenchError(`--mb ${text}: it must be sizes in MB, such as 10,100.`);
}

function oneOf<Name extends string>(names: readonly Name[], value: string, option: string): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new BenchError(`${option} ${value}: it must be of ${names.join(', ')}.`);
}

/** The folder of one set; a sentence when it is not there. */
export function folderOf(options: BenchOptions, set: string): string {
  const folder = join(options.data, set);
  if (!existsSync(folder))
    throw new BenchError(`There is no set ${set} in ${options.data}; unpack it there.`);
  return folder;
}
