import { CHARACTER_WORD, DIGIT, NormalisedText } from '../../text/normalise.ts';
import {
  arabicStopWords,
  characterStopWords,
  cyrillicStopWords,
  devanagariStopWords,
  ethiopicStopWords,
  greekStopWords,
  hangulStopWords,
  hebrewStopWords,
  latinStopWords,
} from '../../text/stop-words.ts';
import { rules } from '../rules/index.ts';
import { weights } from './weights.ts';

/** Most languages whose stop words share a group: one bit each. */
const GROUP_SIZE = 32;

const groups: ReadonlyArray<Readonly<Record<string, string>>> = [
  latinStopWords,
  cyrillicStopWords,
  arabicStopWords,
  devanagariStopWords,
  ethiopicStopWords,
  hangulStopWords,
  greekStopWords,
  hebrewStopWords,
  characterStopWords,
];

/** Number of languages that `Vocabulary` tells apart, as places in an array. */
export const languagePlaces: number = groups.length * GROUP_SIZE;

/** Place of English, the one language whose words have weights: in others the same letters are other words. */
export const englishPlace: number = Object.keys(latinStopWords).indexOf('en');

/** Place of Korean, most of whose stop words are parts of other words. */
export const koreanPlace: number = groups.indexOf(hangulStopWords) * GROUP_SIZE;

/** Number of places that `Vocabulary.find` may answer with. */
export const vocabularyPlaces: number = 1 << 15;

/**
 * What is known of a word before its file is read, in one open hash table: the languages it is a stop word of, and
 * whether phrases of the lexicon use it. Words are told by their 32-bit hashes alone; a rare mistake decides nothing.
 */
export class Vocabulary {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  /** Group of a stop word, counted from 1; 0 for a word that is none. */
  private readonly group: Uint8Array;
  private readonly languages: Int32Array;
  private readonly furniture: Uint8Array;
  /** What a word says for the article, in logits; 0 for most. */
  private readonly weight: Float32Array;

  /** @param learned rows of a weight and the words that have it, with spaces between them */
  constructor(learned: string = weights.words) {
    const size = vocabularyPlaces;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.group = new Uint8Array(size);
    this.languages = new Int32Array(size);
    this.furniture = new Uint8Array(size);
    this.weight = new Float32Array(size);
    const text = new NormalisedText();
    groups.forEach((lists, group) => {
      Object.values(lists).forEach((words, language) => {
        for (const word of words.split(' ')) {
          text.run(word);
          if (text.wordCount === 1) this.addStopWord(text.wordHash[0], group, language);
        }
      });
    });
    for (const rule of rules) {
      for (const phrases of [rule.lines, rule.starts, rule.ends, rule.contains, rule.parts]) {
        for (const phrase of phrases ?? []) this.addPhrase(text.run(phrase));
      }
    }
    for (const row of learned.trim().split('\n')) {
      const [value, ...words] = row.split(' ');
      for (const word of words) {
        if (text.run(word).wordCount === 1) this.weight[this.claim(text.wordHash[0])] = Number(value);
      }
    }
  }

  /** The place of a word, 0 when nothing is known of it. */
  find(hash: number): number {
    const { hashes, mask } = this;
    let slot = placeOf(hash, mask);
    // free slots hold 0, which no known word has as its hash
    for (let there = hashes[slot]; there !== 0; there = hashes[slot]) {
      if (there === hash) return slot;
      slot = next(slot, mask);
    }
    return 0;
  }

  /** Whether the word at `place` is a stop word of a language that `countLanguages` has a place for. */
  isStopWord(place: number, language: number): boolean {
    return (
      this.group[place] === (language >>> 5) + 1 && (this.languages[place] & (1 << (language & 31))) !== 0
    );
  }

  isFurniture(place: number): boolean {
    return this.furniture[place] !== 0;
  }

  weightOf(place: number): number {
    return this.weight[place];
  }

  /** Adds `times` to each language that the word at `place` is a stop word of. */
  countLanguages(place: number, times: number, counts: Uint32Array): void {
    const first = (this.group[place] - 1) * GROUP_SIZE;
    for (let bits = this.languages[place]; bits !== 0; bits &= bits - 1) {
      counts[first + 31 - Math.clz32(bits & -bits)] += times;
    }
  }

  private addStopWord(hash: number, group: number, language: number): void {
    const slot = this.claim(hash);
    this.group[slot] = group + 1;
    this.languages[slot] |= 1 << language;
  }

  private addPhrase({ wordCount, wordHash, wordStart, wordEnd, wordClass }: NormalisedText): void {
    for (let word = 0; word < wordCount; word++) {
      const hash = contentHash(wordHash, wordClass, word);
      if (hash === 0 || wordEnd[word] - wordStart[word] > 40) continue;
      const known = this.find(hash);
      if (known !== 0 && this.group[known] !== 0) continue;
      this.furniture[this.claim(hash)] = 1;
    }
  }

  private claim(hash: number): number {
    let slot = placeOf(hash, this.mask);
    while (this.hashes[slot] !== 0 && this.hashes[slot] !== hash) slot = next(slot, this.mask);
    this.hashes[slot] = hash;
    return slot;
  }
}

const next = (slot: number, mask: number): number => (slot === mask ? 1 : slot + 1);

/** Slot 0 is left free, since 0 means that nothing is known. */
function placeOf(hash: number, mask: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) & mask) | 1;
}

/**
 * The hash under which a word counts as content: its own; in scripts without spaces, where each letter is a word, that
 * of the pair it makes with the letter before it. 0 for numbers and for letters that nothing precedes.
 */
export function contentHash(hashes: Int32Array, classes: Uint8Array, word: number): number {
  if (classes[word] & DIGIT) return 0;
  if ((classes[word] & CHARACTER_WORD) === 0) return hashes[word];
  if (word === 0 || (classes[word - 1] & CHARACTER_WORD) === 0) return 0;
  return Math.imul(hashes[word - 1], 31) ^ hashes[word];
}
