import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { randomFrom } from '../../src/pipeline/random-from.ts';

/** What a made corpus is like. */
export interface CorpusShape {
  /** It ends at the first article with which it has as many blocks, or as many bytes of text. */
  readonly blocks?: number;
  readonly bytes?: number;
  readonly seed: number;
  /** Shares of the blocks that repeat an earlier one exactly, with a changed word in twenty, and cut off. */
  readonly exact: number;
  readonly near: number;
  readonly truncated: number;
  /** 10 when absent. */
  readonly blocksPerArticle?: number;
  /** A file for each article, or one file of JSON Lines; files when absent. */
  readonly layout?: CorpusLayout;
}

export type CorpusLayout = 'files' | 'jsonl';

/** What was made. */
export interface MadeCorpus {
  /** Of text, without what JSON adds. */
  readonly bytes: number;
  readonly blocks: number;
  readonly articles: number;
}

/** Shares of repeats in the corpora that speed is measured on. */
export const usualRepeats = { exact: 0.25, near: 0.05, truncated: 0 } as const;

/** The one file of a corpus in JSON Lines. */
export const JSONL_NAME = 'corpus.jsonl';

const FILES_PER_FOLDER = 1000;
const VOCABULARY = 100_000;
/** Earlier blocks that a repeat is chosen from. */
const POOL = 20_000;

/** Writes a corpus of invented words with the frequencies of Zipf's law, as articles of some paragraphs; the same bytes for the same shape. */
export function makeCorpus(folder: string, shape: CorpusShape): MadeCorpus {
  const { blocks: mostBlocks = Infinity, bytes: mostBytes = Infinity, blocksPerArticle = 10 } = shape;
  const random = randomFrom(shape.seed);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => inventWord(rank, random));
  const pool: string[] = [];
  const writer = shape.layout === 'jsonl' ? jsonlWriter(folder) : fileWriter(folder);
  let [bytes, blocks, articles] = [0, 0, 0];
  while (blocks < mostBlocks && bytes < mostBytes) {
    const count = Math.min(blocksPerArticle, mostBlocks - blocks);
    const paragraphs = Array.from({ length: count }, () => nextBlock(shape, words, pool, random));
    const text = `${paragraphs.join('\n\n')}\n`;
    writer.write(articles++, text);
    bytes += text.length;
    blocks += count;
  }
  writer.close();
  return { bytes, blocks, articles };
}

interface Writer {
  write(article: number, text: string): void;
  close(): void;
}

function fileWriter(folder: string): Writer {
  let home = '';
  return {
    write(article, text) {
      if (article % FILES_PER_FOLDER === 0) {
        home = join(folder, String(article / FILES_PER_FOLDER).padStart(4, '0'));
        mkdirSync(home, { recursive: true });
      }
      writeFileSync(join(home, `${nameOf(article)}.txt`), text);
    },
    close: () => undefined,
  };
}

function jsonlWriter(folder: string): Writer {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, JSONL_NAME), 'w');
  return {
    write: (article, text) => void writeSync(file, `${JSON.stringify({ id: nameOf(article), text })}\n`),
    close: () => closeSync(file),
  };
}

function nameOf(article: number): string {
  return String(article).padStart(7, '0');
}

function nextBlock(
  { exact, near, truncated }: CorpusShape,
  words: readonly string[],
  pool: string[],
  random: () => number,
): string {
  const kind = random();
  if (pool.length > 0 && kind < exact + near + truncated) {
    const earlier = pool[Math.floor(random() * pool.length)];
    if (kind < exact) return earlier;
    const parts = earlier.split(' ');
    if (kind < exact + near) {
      return parts.map((word) => (random() < 0.05 ? zipfWord(words, random) : word)).join(' ');
    }
    return `${parts.slice(0, Math.max(10, Math.floor(0.6 * parts.length))).join(' ')} ...`;
  }
  const length = 20 + Math.floor(random() * 50);
  const text = Array.from({ length }, () => zipfWord(words, random)).join(' ');
  const block = `${text[0].toUpperCase()}${text.slice(1)}.`;
  if (pool.length < POOL) pool.push(block);
  else pool[Math.floor(random() * POOL)] = block;
  return block;
}

/** A word by Zipf's law: its rank is log-uniform. */
function zipfWord(words: readonly string[], random: () => number): string {
  return words[Math.floor(Math.exp(random() * Math.log(words.length)))] ?? words[0];
}

const consonants = 'bcdfghjklmnprstvz';
const vowels = 'aeiou';

/** Longer for rarer words, as in real languages. */
function inventWord(rank: number, random: () => number): string {
  const syllables = 1 + Math.floor(Math.log10(rank + 1) * 0.8) + Math.floor(random() * 2);
  let word = '';
  for (let i = 0; i < syllables; i++) {
    word +=
      consonants[Math.floor(random() * consonants.length)] + vowels[Math.floor(random() * vowels.length)];
  }
  return random() < 0.5 ? word : word + consonants[Math.floor(random() * consonants.length)];
}
