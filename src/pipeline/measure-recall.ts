import { isComparable } from '../matching/fingerprint.ts';
import type { Article, BlockEntry, BlockReference, Settings } from '../model/article.ts';
import { addProfile, mostShared, PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { DiceScorer, leastLengthRatio } from '../similarity/dice.ts';
import { NormalisedText } from '../text/normalise.ts';
import { readOutput } from './read-output.ts';

/** What is drawn, and what counts as near in a `jsonl`, which does not state it. */
export interface RecallOptions {
  /** Blocks to draw. */
  readonly sample: number;
  /** The same seed draws the same blocks; 1 by default. */
  readonly seed?: number;
  /** Least Dice coefficient for `jsonl`; 0.85 by default. */
  readonly near?: number;
  readonly signal?: AbortSignal;
}

/** Two blocks that are near though neither the one nor the other says so. */
export interface MissedPair {
  readonly earlier: BlockReference;
  readonly later: BlockReference;
  /** Dice coefficient. */
  readonly similarity: number;
}

/** How much of what brute force finds the search has found. */
export interface Recall {
  /** Blocks that were drawn, and blocks that each was compared with. */
  readonly drawn: number;
  readonly compared: number;
  /** Near pairs with a drawn block, by whether the search found them. */
  readonly found: number;
  readonly missed: readonly MissedPair[];
  /** Drawn blocks with near pairs, and those of which all pairs were found. */
  readonly blocks: number;
  readonly completeBlocks: number;
  /** The 95 % interval of the share of complete blocks (Wilson 1927); pairs of one block are not independent. */
  readonly interval: readonly [low: number, high: number];
}

/** A block as it is compared. */
interface Candidate extends BlockReference {
  /** Place in the output, which is the order of preference with `keep: "first"`. */
  readonly place: number;
  /** Normalised, without white space. */
  readonly text: string;
  /** Removed or linked: the search found that it repeats something. */
  readonly isFound: boolean;
}

interface Drawn extends Candidate {
  pairs: number;
  missed: number;
}

type Rules = Pick<Settings, 'near' | 'scope' | 'keep'>;

/**
 * Draws blocks from an output and compares each with all others by brute force. A pair counts as found when the block that was
 * decided later is removed or linked, which is what the search promises. Boilerplate and blocks too short to be
 * compared across files are left out.
 *
 * Costs about 0.1 microseconds a pair; the output is read twice, the raw files are not. Throws what `readOutput` throws.
 *
 * @example
 * const { found, missed } = await measureRecall('clean.json', { sample: 100 });
 */
export async function measureRecall(output: string, options: RecallOptions): Promise<Recall> {
  const rules: Rules = { near: options.near ?? 0.85, scope: ['within', 'across'], keep: 'first' };
  const { drawn, stated } = await draw(output, options, rules);
  const profiles = new Uint8Array(PROFILE_BUCKETS * (drawn.length + 1));
  drawn.forEach(({ text }, index) => addTextProfile(text, profiles, PROFILE_BUCKETS * index));
  const missed: MissedPair[] = [];
  let compared = 0;
  const comparison = new Comparison(drawn, profiles, stated, missed);
  for await (const candidate of candidatesOf(output, options.signal)) {
    compared++;
    comparison.compare(candidate);
  }
  const withPairs = drawn.filter(({ pairs }) => pairs > 0);
  const completeBlocks = withPairs.filter(({ missed: count }) => count === 0).length;
  return {
    drawn: drawn.length,
    compared: Math.max(0, compared - 1),
    found: withPairs.reduce((sum, { pairs }) => sum + pairs, 0) - missed.length,
    missed,
    blocks: withPairs.length,
    completeBlocks,
    interval: wilsonInterval(completeBlocks, withPairs.length),
  };
}

/** Draws blocks evenly from all candidates (reservoir sampling, algorithm R of Vitter 1985). */
async function draw(
  output: string,
  { sample, seed = 1, signal }: RecallOptions,
  rules: Rules,
): Promise<{ drawn: Drawn[]; stated: Rules }> {
  const random = randomFrom(seed);
  const drawn: Drawn[] = [];
  let stated = rules;
  const onSettings = (settings: Settings): void => {
    stated = { ...settings, near: settings.near ?? rules.near };
  };
  let seen = 0;
  for await (const candidate of candidatesOf(output, signal, onSettings)) {
    const slot = seen < sample ? seen : Math.floor(random() * (seen + 1));
    seen++;
    if (slot < sample) drawn[slot] = { ...candidate, pairs: 0, missed: 0 };
  }
  return { drawn, stated };
}

/** Compares the blocks of an output one by one with those that were drawn. */
class Comparison {
  private readonly drawn: readonly Drawn[];
  /** Profiles of the drawn blocks, and room for one more. */
  private readonly profiles: Uint8Array;
  private readonly rules: Rules;
  private readonly missed: MissedPair[];
  private readonly scorer: DiceScorer = new DiceScorer();

  constructor(drawn: readonly Drawn[], profiles: Uint8Array, rules: Rules, missed: MissedPair[]) {
    this.drawn = drawn;
    this.profiles = profiles;
    this.rules = rules;
    this.missed = missed;
  }

  compare(candidate: Candidate): void {
    const { drawn, profiles, rules, scorer } = this;
    const near = rules.near ?? 1;
    const own = PROFILE_BUCKETS * drawn.length;
    const bigrams = addTextProfile(candidate.text, profiles.fill(0, own), own);
    const ratio = leastLengthRatio(near);
    let isLoaded = false;
    for (const [index, other] of drawn.entries()) {
      const length = Math.max(0, other.text.length - 1);
      if (other.place === candidate.place || Math.min(length, bigrams) < ratio * Math.max(length, bigrams))
        continue;
      if (2 * mostShared(profiles, own, PROFILE_BUCKETS * index) < near * (length + bigrams)) continue;
      if (!rules.scope.includes(other.path === candidate.path ? 'within' : 'across')) continue;
      if (!isLoaded) scorer.load(candidate.text);
      isLoaded = true;
      const similarity = scorer.score(other.text);
      if (similarity < near) continue;
      other.pairs++;
      const [earlier, later] = this.isBefore(candidate, other) ? [candidate, other] : [other, candidate];
      if (later.isFound) continue;
      other.missed++;
      this.missed.push({ earlier: referenceTo(earlier), later: referenceTo(later), similarity });
    }
  }

  private isBefore(a: Candidate, b: Candidate): boolean {
    if (this.rules.keep === 'longest' && a.text.length !== b.text.length)
      return a.text.length > b.text.length;
    return a.place < b.place;
  }
}

function referenceTo({ path, block }: Candidate): BlockReference {
  return { path, block };
}

const normalised = new NormalisedText();

async function* candidatesOf(
  output: string,
  signal: AbortSignal | undefined,
  onSettings?: (settings: Settings) => void,
): AsyncGenerator<Candidate, void, undefined> {
  let place = 0;
  for await (const part of readOutput(output)) {
    signal?.throwIfAborted();
    if (part.kind === 'head') onSettings?.(part.head.settings);
    if (part.kind !== 'article') continue;
    for (const { entry, isFound } of entriesOf(part.article)) {
      place++;
      if (!isComparable(normalised.run(entry.text))) continue;
      const text = normalised.text().replaceAll(' ', '');
      yield { path: part.article.path, block: entry.block, place, text, isFound };
    }
  }
}

/** The blocks of an article that are no boilerplate, in their order. */
function entriesOf({ fields, paragraphs, removed }: Article): { entry: BlockEntry; isFound: boolean }[] {
  const kept = [...Object.values(fields), ...paragraphs].map((entry) => ({
    entry,
    isFound: entry.variantOf !== undefined || entry.extends !== undefined,
  }));
  const repeats = removed
    .filter(({ reason }) => reason === 'duplicate')
    .map((entry) => ({ entry, isFound: true }));
  return [...kept, ...repeats].toSorted((a, b) => a.entry.block - b.entry.block);
}

function addTextProfile(text: string, profiles: Uint8Array, at: number): number {
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return addProfile(units, units.length, profiles, at);
}

/** Numbers from 0 up to 1: a linear congruential generator with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function wilsonInterval(successes: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const z = 1.959_964;
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
