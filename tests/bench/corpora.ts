import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { textFiles } from './floor.ts';
import { JSONL_NAME, makeCorpus, usualRepeats, type CorpusLayout } from './made-corpus.ts';
import { megabytes } from './measure.ts';
import { folderOf, type BenchOptions } from './options.ts';

/** Something to measure on. */
export interface Corpus {
  readonly description: string;
  /** The folder that cleancopy runs in, and what it is told to clean there. */
  readonly folder: string;
  readonly inputs: readonly string[];
  /** All of its files, for those who take no folders. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/** News sets of the user's, together. */
export function newsCorpus(options: BenchOptions, sets: readonly string[]): Corpus {
  const files = sets.flatMap((set) => textFiles(folderOf(options, set)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return {
    description: `${sets.join(', ')}: ${megabytes(bytes)} in ${count(files.length)} files`,
    folder: options.data,
    inputs: sets,
    files,
    bytes,
  };
}

/** A corpus that is made in `folder`, of `size` bytes and a few more. */
export function madeCorpus(
  folder: string,
  size: number,
  seed: number,
  { layout = 'files', blocksPerArticle = 10 }: { layout?: CorpusLayout; blocksPerArticle?: number } = {},
): Corpus {
  const shape = { bytes: size, seed, ...usualRepeats, layout, blocksPerArticle };
  const { bytes, blocks, articles } = makeCorpus(folder, shape);
  const where = layout === 'jsonl' ? 'lines of JSON' : 'files';
  return {
    description: `made: ${megabytes(bytes)}, ${count(blocks)} blocks in ${count(articles)} ${where}`,
    folder: dirname(folder),
    inputs: [layout === 'jsonl' ? join(folder, JSONL_NAME) : folder],
    files: layout === 'jsonl' ? [join(folder, JSONL_NAME)] : textFiles(folder),
    bytes,
  };
}

function count(number: number): string {
  return number.toLocaleString('en');
}
