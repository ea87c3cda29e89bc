import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { randomFrom } from '../../src/pipeline/random-from.ts';

/** What a made corpus is like. */
export interface CorpusShape {
  readonly blocks: number;
  readonly seed: number;
  /** Shares of the blocks that repeat an earlier one exactly, with a changed word in twenty, and cut off. */
  readonly exact: number;
  readonly near: number;
  readonly truncated: number;
}

const BLOCKS_PER_FILE = 10;
const FILES_PER_FOLDER = 1000;
const VOCABULARY = 100_000;
/** Earlier blocks that a repeat is chosen from. */
const POOL = 20_000;

/** Writes a corpus of invented words with the frequencies of Zipf's law, as files of ten paragraphs; returns its size in bytes. */
export function makeCorpus(folder: string, shape: CorpusShape): number {
  const random = randomFrom(shape.seed);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => inventWord(rank, random));
  const pool: string[] = [];
  let bytes = 0;
  for (let first = 0; first < shape.blocks; first += BLOCKS_PER_FILE) {
    const count = Math.min(BLOCKS_PER_FILE, shape.blocks - first);
    const blocks = Array.from({ length: count }, () => nextBlock(shape, words, pool, random));
    const file = first / BLOCKS_PER_FILE;
    const home = join(folder, String(Math.floor(file / FILES_PER_FOLDER)).padStart(4, '0'));
    if (file % FILES_PER_FOLDER === 0) mkdirSync(home, { recursive: true });
    const text = `${blocks.join('\n\n')}\n`;
    writeFileSync(join(home, `${String(file).padStart(7, '0')}.txt`), text);
    bytes += text.length;
  }
  return bytes;
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
