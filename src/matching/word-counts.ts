import type { FactsContext } from '../similarity/facts.ts';
import { NormalisedText } from '../text/normalise.ts';

const SLOT_BITS = 22;
const MAX_COUNT = 255;

/**
 * How often each word occurs, in 4 MB of counters by hash. A word that shares its counter with another seems more frequent than it
 * is: a question whether it occurs elsewhere is then answered with yes.
 */
export class WordCounts {
  private counts: Uint8Array = new Uint8Array(0);
  private readonly normalised: NormalisedText = new NormalisedText();

  /** Counts the words of a text. */
  add({ wordHash, wordCount }: NormalisedText): void {
    if (this.counts.length === 0) this.counts = new Uint8Array(2 ** SLOT_BITS);
    const { counts } = this;
    for (let word = 0; word < wordCount; word++) {
      const slot = slotOf(wordHash[word]);
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

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);
}
