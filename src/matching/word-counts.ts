import type { FactsContext } from '../similarity/facts.ts';
import { NormalisedText } from '../text/normalise.ts';
import { copyInto, ownMemory, type Memory } from './memory.ts';

const SLOT_BITS = 22;
const MAX_COUNT = 255;

/**
 * How often each word occurs, in 4 MB of counters by hash. A word that shares its counter with another seems more frequent than it
 * is: a question whether it occurs elsewhere is then answered with yes.
 */
export class WordCounts {
  /** How often each word occurs, at most 255, by its hash; empty before the first word. */
  counts: Uint8Array;
  private readonly memory: Memory;
  private readonly log: WordLog | undefined;
  private readonly normalised: NormalisedText = new NormalisedText();

  /**
   * @param log notes the words of the texts that are added, which are then not counted
   * @param counts what was counted elsewhere
   */
  constructor(memory: Memory = ownMemory, log?: WordLog, counts: Uint8Array = new Uint8Array(0)) {
    this.counts = counts;
    this.memory = memory;
    this.log = log;
  }

  /** Counts the words of a text. */
  add({ wordHash, wordCount }: NormalisedText): void {
    if (this.log === undefined) this.addHashes(wordHash, 0, wordCount);
    else this.log.add(wordHash, wordCount);
  }

  /** Counts words by their hashes. */
  addHashes(hashes: Int32Array, start: number, end: number): void {
    if (this.counts.length === 0) this.counts = new Uint8Array(this.memory(2 ** SLOT_BITS));
    const { counts } = this;
    for (let word = start; word < end; word++) {
      const slot = slotOf(hashes[word]);
      if (counts[slot] < MAX_COUNT) counts[slot]++;
    }
  }

  /** What the facts guard asks of the rest of the input when it compares these two. */
  around(a: string, b: string): FactsContext {
    return { occursElsewhere: (word) => this.occursOutside(word, [a, b]) };
  }

  /** Whether a word has been counted more often than it occurs in these texts. */
  private occursOutside(word: string, texts: readonly string[]): boolean {
    if (this.counts.length === 0) return false;
    const { wordHash, wordCount } = this.normalised.run(word);
    if (wordCount !== 1) return false;
    const hash = wordHash[0];
    const counted = this.counts[slotOf(hash)];
    let own = 0;
    for (const text of texts) {
      const words = this.normalised.run(text);
      for (let i = 0; i < words.wordCount; i++) if (words.wordHash[i] === hash) own++;
    }
    return counted === MAX_COUNT || counted > own;
  }
}

/** Hashes of words, text by text, for whoever counts them later. */
export class WordLog {
  /** Of all words, `count` of them. */
  hashes: Int32Array = new Int32Array(2 ** 14);
  count = 0;
  /** How many words each text has. */
  readonly perText: number[] = [];

  add(hashes: Int32Array, count: number): void {
    const end = this.count + count;
    if (end > this.hashes.length) this.hashes = copyInto(new Int32Array(2 * end), this.hashes);
    this.hashes.set(hashes.subarray(0, count), this.count);
    this.count = end;
    this.perText.push(count);
  }

  clear(): void {
    this.count = 0;
    this.perText.length = 0;
  }
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);
}
