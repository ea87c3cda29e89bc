import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

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
    keep: values.keep,
    flags: args.slice(end + 1),
  };
}

/** The folder of one set; a sentence when it is not there. */
export function folderOf(options: BenchOptions, set: string): string {
  const folder = join(options.data, set);
  if (!existsSync(folder))
    throw new BenchError(`There is no set ${set} in ${options.data}; unpack it there.`);
  return folder;
}
