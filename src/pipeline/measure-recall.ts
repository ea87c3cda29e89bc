import { isComparable } from '../matching/fingerprint.ts';
import type { Article, BlockEntry, BlockReference, Settings } from '../model/article.ts';
import { addProfile, mostShared, PROFILE_BUCKETS } from '../similarity/bigram-profile.ts';
import { DiceScorer, leastLengthRatio } from '../similarity/dice.ts';
import { NormalisedText } from '../text/normalise.ts';
import { randomFrom } from './random-from.ts';
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
  /**
   * Near pairs with a drawn block whose earlier block was removed, and whose later one was not: nothing may name removed text, and the
   * witness of the earlier block is a pair of its own with the later one where these two are near.
   */
  readonly withRemoved: number;
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
  readonly isRemoved: boolean;
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
 * decided later is removed or linked, and as missed when it is not and the earlier one is kept, which is what the search promises. Boilerplate and blocks too short to be
 * compared across files are left out.
 *
 * Costs less than 0.1 microseconds a pair; the output is read twice, the raw files are not. Throws what `readOutput` throws.
 *
 * @example
 * const { found, missed } = await measureRecall('clean.json', { sample: 100 });
 */
export async function measureRecall(output: string, options: RecallOptions): Promise<Recall> {
  const rules: Rules = { near: options.near ?? 0.85, scope: ['within', 'across'], keep: 'first' };
  const { drawn, stated } = await draw(output, options, rules);
  const comparison = new Comparison(drawn, stated);
  const { missed } = comparison;
  let compared = 0;
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
    withRemoved: comparison.withRemoved,
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

/**
 * Compares the blocks of an output one by one with those that were drawn, which are in the order of their lengths: only those
 * whose length allows the threshold are looked at, and only those whose profile does are scored.
 */
class Comparison {
  readonly missed: MissedPair[] = [];
  withRemoved = 0;
  private readonly drawn: readonly Drawn[];
  private readonly rules: Rules;
  private readonly near: number;
  /** Bigrams of the drawn blocks, ascending. */
  private readonly bigrams: Uint32Array;
  /** Profiles of the drawn blocks, and room for one more. */
  private readonly profiles: Uint8Array;
  private readonly scorer: DiceScorer = new DiceScorer();
  private units: Uint16Array = new Uint16Array(4096);

  constructor(drawn: readonly Drawn[], rules: Rules) {
    this.drawn = drawn.toSorted((a, b) => a.text.length - b.text.length);
    this.rules = rules;
    this.near = rules.near ?? 1;
    this.profiles = new Uint8Array(PROFILE_BUCKETS * (drawn.length + 1));
    this.bigrams = Uint32Array.from(this.drawn, ({ text }, index) =>
      this.profile(text, PROFILE_BUCKETS * index),
    );
  }

  compare(candidate: Candidate): void {
    const { bigrams, profiles, near } = this;
    const own = PROFILE_BUCKETS * bigrams.length;
    profiles.fill(0, own);
    const length = this.profile(candidate.text, own);
    const ratio = leastLengthRatio(near);
    let isLoaded = false;
    for (let index = firstAtLeast(bigrams, ratio * length); index < bigrams.length; index++) {
      if (ratio * bigrams[index] > length) return;
      if (2 * mostShared(profiles, own, PROFILE_BUCKETS * index) < near * (length + bigrams[index])) continue;
      if (!isLoaded) this.scorer.load(candidate.text);
      isLoaded = true;
      const similarity = this.scorer.score(this.drawn[index].text);
      if (similarity >= near) this.count(candidate, this.drawn[index], similarity);
    }
  }

  private count(candidate: Candidate, drawn: Drawn, similarity: number): void {
    const { scope } = this.rules;
    if (drawn.place === candidate.place) return;
    if (!scope.includes(drawn.path === candidate.path ? 'within' : 'across')) return;
    const [earlier, later] = this.isBefore(candidate, drawn) ? [candidate, drawn] : [drawn, candidate];
    if (!later.isFound && earlier.isRemoved) {
      this.withRemoved++;
      return;
    }
    drawn.pairs++;
    if (later.isFound) return;
    drawn.missed++;
    this.missed.push({ earlier: referenceTo(earlier), later: referenceTo(later), similarity });
  }

  /** Writes the profile of a text and returns the number of its bigrams. */
  private profile(text: string, at: number): number {
    if (text.length > this.units.length) this.units = new Uint16Array(2 * text.length);
    for (let i = 0; i < text.length; i++) this.units[i] = text.charCodeAt(i);
    return addProfile(this.units, text.length, this.profiles, at);
  }

  private isBefore(a: Candidate, b: Candidate): boolean {
    if (this.rules.keep === 'longest' && a.text.length !== b.text.length)
      return a.text.length > b.text.length;
    return a.place < b.place;
  }
}

/** The first place in an ascending column whose value is at least `least`. */
function firstAtLeast(column: Uint32Array, least: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
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
    for (const { entry, isRemoved, isFound } of entriesOf(part.article)) {
      place++;
      if (!isComparable(normalised.run(entry.text))) continue;
      const text = normalised.text().replaceAll(' ', '');
      yield { path: part.article.path, block: entry.block, place, text, isRemoved, isFound };
    }
  }
}

interface Entry {
  readonly entry: BlockEntry;
  readonly isRemoved: boolean;
  readonly isFound: boolean;
}

/** The blocks of an article that are no boilerplate, in their order. */
function entriesOf({ fields, paragraphs, removed }: Article): Entry[] {
  const kept = [...Object.values(fields), ...paragraphs].map((entry) => ({
    entry,
    isRemoved: false,
    isFound: entry.variantOf !== undefined || entry.extends !== undefined,
  }));
  const repeats = removed
    .filter(({ reason }) => reason === 'duplicate')
    .map((entry) => ({ entry, isRemoved: true, isFound: true }));
  return [...kept, ...repeats].toSorted((a, b) => a.entry.block - b.entry.block);
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
