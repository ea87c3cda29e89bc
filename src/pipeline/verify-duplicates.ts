import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { normalise } from '../text/normalise.ts';
import { blocksOf } from './rebuild.ts';
import type { Violation } from './violation.ts';

type Found = Generator<Violation, void, undefined>;

/** What a duplicate article needs of the one that is said to hold all of its text. */
interface Need {
  readonly path: string;
  readonly holder: string;
  /** Hashes of texts that must stand there, by block. */
  readonly texts: ReadonlyMap<number, string>;
}

/**
 * Proves `duplicateOf`: nothing but fields and separators is left of the article, and each of its blocks that is not boilerplate
 * either has its witness in the other article or stands there with the same normalised text. Two passes, like
 * `WitnessLedger`; texts are held as SHA-256 of articles that are named in `duplicateOf`.
 */
export class DuplicateLedger {
  readonly #holders = new Map<string, Set<string>>();
  readonly #needs: Need[] = [];
  readonly #seen = new Set<string>();

  /** First pass. */
  note({ duplicateOf }: Article): void {
    if (duplicateOf !== null) this.#holders.set(duplicateOf, new Set());
  }

  /** Second pass. */
  *check(article: Article): Found {
    const { path, duplicateOf } = article;
    const held = this.#holders.get(path);
    if (held !== undefined) {
      this.#seen.add(path);
      for (const { text } of blocksOf(article)) held.add(hash(text));
    }
    if (duplicateOf === null) return;
    if (duplicateOf === path) yield fail(path, duplicateOf, 'is the article itself');
    for (const { block, text } of article.paragraphs) {
      if (hasWords(text))
        yield fail(path, duplicateOf, 'does not hold this paragraph, which is kept here', block);
    }
    const texts = new Map<number, string>();
    for (const { block, text } of Object.values(article.fields)) texts.set(block, hash(text));
    for (const removed of article.removed) {
      if (removed.reason === 'boilerplate' || removed.of.path === duplicateOf) continue;
      texts.set(removed.block, hash(removed.text));
    }
    this.#needs.push({ path, holder: duplicateOf, texts });
  }

  /** After the second pass. */
  *finish(): Found {
    for (const { path, holder, texts } of this.#needs) {
      if (!this.#seen.has(holder)) {
        yield fail(path, holder, 'is not in the output');
        continue;
      }
      for (const [block, text] of texts) {
        if (!this.#holders.get(holder)?.has(text)) yield fail(path, holder, 'does not hold this text', block);
      }
    }
  }
}

/** A separator such as a row of asterisks is no text. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function fail(path: string, other: string, problem: string, block: number | null = null): Violation {
  return { code: 'NOT_A_DUPLICATE', args: { other, problem }, path, block };
}

function hash(text: string): string {
  return createHash('sha256').update(normalise(text)).digest('base64');
}
