import { FNV_OFFSET, FNV_PRIME } from '../../text/normalise.ts';

/** Class of a word: it ends in a particle or an ending; a bit beside those of `NormalisedText.wordClass`. */
export const PARTICLE = 8;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/**
 * Last syllables of Korean words that do the work of stop words: particles, and endings of verbs, adverbs and attributes. The
 * second row makes names of things as well, so that it counts in longer words only.
 */
const particles = '은는을를이가에의와과다';
const endings = '로도서만고며면지니게한된할던까';

/** By syllable: the fewest syllables of a word that it makes one with a particle; 0 for all others. */
const leastLength = new Uint8Array(LAST_SYLLABLE + 1 - FIRST_SYLLABLE);
for (const syllable of particles) leastLength[syllable.charCodeAt(0) - FIRST_SYLLABLE] = 2;
for (const syllable of endings) leastLength[syllable.charCodeAt(0) - FIRST_SYLLABLE] = 3;

export function isHangul(unit: number): boolean {
  return unit >= FIRST_SYLLABLE && unit <= LAST_SYLLABLE;
}

/** Whether the word from `start` to `end` ends in a particle, which Korean writes without a space. */
export function endsInParticle(units: Uint16Array, start: number, end: number): boolean {
  const last = units[end - 1];
  if (!isHangul(last)) return false;
  const least = leastLength[last - FIRST_SYLLABLE];
  return least !== 0 && end - start >= least;
}

/** FNV-1a of a word without its last syllable, as `NormalisedText` computes it of words: that of the word without a particle. */
export function stemHash(units: Uint16Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end - 1; i++) hash = Math.imul(hash ^ units[i], FNV_PRIME);
  return hash;
}
