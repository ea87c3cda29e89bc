import type {
  Article,
  BlockReference,
  Group,
  GroupMember,
  LinkedEntry,
  WitnessReference,
} from '../model/article.ts';
import { normalise } from '../text/normalise.ts';
import { judge, type Claim, type Thresholds } from './verify-claim.ts';
import type { Violation } from './violation.ts';

type Found = Generator<Violation, void, undefined>;

/** Blocks an article can have; a key is the number of the path times this, plus the block. */
const MAX_BLOCKS = 2 ** 26;

/** What the groups must say of a block: each of its witnesses, with the kind and the score of the link. */
type Member = Map<number, Pick<Claim, 'role' | 'similarity'>>;

/** A block that claims name as their witness, as it was met in the output. */
interface Witness {
  /** Normalised; null when the block is removed. */
  readonly text: string | null;
  /** Number of the kept block that follows it in its article, or -1. */
  readonly next: number;
}

/**
 * Proves that every witness is kept and scores what the output says, in two passes over the articles: the first
 * notes which blocks are witnesses, the second holds the texts of these alone, and only until the last block that
 * names them has been seen.
 */
export class WitnessLedger {
  readonly #paths = new Map<string, number>();
  /** How many claims still name this block. */
  readonly #references = new Map<number, number>();
  /** Witnesses that have been met and are still named. */
  readonly #witnesses = new Map<number, Witness>();
  /** Claims whose witness has not been met yet, by the first of its blocks that was missing. */
  readonly #waiting = new Map<number, Claim[]>();
  /** Claims that not all of their groups have repeated yet. */
  readonly #members = new Map<number, Member>();
  readonly #groups = new Set<number>();

  /** First pass. */
  note(article: Article): void {
    for (const claim of claimsOf(article)) {
      for (const witness of this.#witnessKeys(claim)) {
        this.#references.set(witness, (this.#references.get(witness) ?? 0) + 1);
      }
    }
  }

  /** Second pass. */
  *check(article: Article, thresholds: Thresholds): Found {
    const { path } = article;
    const kept = [...Object.values(article.fields), ...article.paragraphs].toSorted(
      (a, b) => a.block - b.block,
    );
    for (const [index, { block, text }] of kept.entries()) {
      const key = this.#key({ path, block });
      if (!this.#references.has(key)) continue;
      yield* this.#meet(key, { text: normalise(text), next: kept[index + 1]?.block ?? -1 }, thresholds);
    }
    for (const { block } of article.removed) {
      const key = this.#key({ path, block });
      if (this.#references.has(key)) yield* this.#meet(key, { text: null, next: -1 }, thresholds);
    }
    for (const claim of claimsOf(article)) {
      const witnesses = this.#witnessKeys(claim);
      const own = this.#key(claim);
      const { role, similarity, block } = claim;
      const member: Member = this.#members.get(own) ?? new Map();
      for (const witness of witnesses) member.set(witness, { role, similarity });
      this.#members.set(own, member);
      if (witnesses.includes(own)) yield { code: 'WITNESS_SELF', args: {}, path, block };
      else yield* this.#claim(claim, thresholds);
    }
  }

  /** After the second pass, with the groups of a `json` output in between. */
  *finish(hasGroups: boolean): Found {
    for (const claims of this.#waiting.values()) {
      for (const { path, block, of } of claims) {
        yield { code: 'WITNESS_MISSING', args: { witness: show(of) }, path, block };
      }
    }
    if (!hasGroups) return;
    const names = [...this.#paths.keys()];
    for (const key of this.#members.keys()) {
      const path = names[Math.floor(key / MAX_BLOCKS)];
      yield { code: 'GROUP_DIFFERS', args: { problem: 'it is in no group' }, path, block: key % MAX_BLOCKS };
    }
  }

  *checkGroup(group: Group): Found {
    const kept = this.#key(group.kept);
    if (this.#groups.has(kept)) {
      yield { code: 'GROUP_DIFFERS', args: { problem: 'it has two groups' }, ...group.kept };
    }
    this.#groups.add(kept);
    for (const copy of group.copies) {
      const key = this.#key(copy);
      const member = this.#members.get(key);
      const problem = compare(member, copy, kept);
      if (problem !== null) {
        const { path, block } = copy;
        yield {
          code: 'GROUP_DIFFERS',
          args: { problem: `in the group of ${show(group.kept)} ${problem}` },
          path,
          block,
        };
      }
      member?.delete(kept);
      if (problem !== null || member?.size === 0) this.#members.delete(key);
    }
  }

  #key({ path, block }: BlockReference): number {
    let number = this.#paths.get(path);
    if (number === undefined) this.#paths.set(path, (number = this.#paths.size));
    return number * MAX_BLOCKS + Math.min(block, MAX_BLOCKS - 1);
  }

  #witnessKeys({ of }: Claim): number[] {
    return (of.blocks ?? [of.block]).map((block) => this.#key({ path: of.path, block }));
  }

  /** Meets a block that claims name, in the second pass. */
  *#meet(key: number, witness: Witness, thresholds: Thresholds): Found {
    this.#witnesses.set(key, witness);
    const claims = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const claim of claims) yield* this.#claim(claim, thresholds);
  }

  /** Judges a claim when all blocks of its witness have been met; else it waits for the first that is missing. */
  *#claim(claim: Claim, thresholds: Thresholds): Found {
    const keys = this.#witnessKeys(claim);
    const missing = keys.find((key) => !this.#witnesses.has(key));
    if (missing !== undefined) {
      const waiting = this.#waiting.get(missing);
      if (waiting === undefined) this.#waiting.set(missing, [claim]);
      else waiting.push(claim);
      return;
    }
    const witnesses = keys.map((key) => this.#take(key));
    const { path, block, of } = claim;
    const texts = witnesses.flatMap(({ text }) => text ?? []);
    const numbers = of.blocks ?? [of.block];
    if (texts.length < witnesses.length) {
      yield { code: 'WITNESS_REMOVED', args: { witness: show(of) }, path, block };
    } else if (
      numbers[0] !== of.block ||
      witnesses.some(({ next }, index) => index + 1 < numbers.length && next !== numbers[index + 1])
    ) {
      yield { code: 'WITNESS_SCATTERED', args: { witness: show(of) }, path, block };
    } else yield* judge(claim, texts, thresholds);
  }

  /** A witness that has been met, which is forgotten with the last claim that names it. */
  #take(key: number): Witness {
    const witness = this.#witnesses.get(key) ?? { text: null, next: -1 };
    const left = (this.#references.get(key) ?? 0) - 1;
    this.#references.set(key, left);
    if (left === 0) this.#witnesses.delete(key);
    return witness;
  }
}

/** Everything in an article that names a witness. */
function claimsOf(article: Article): Claim[] {
  const { path } = article;
  const links = [...Object.values(article.fields), ...article.paragraphs].flatMap((entry) =>
    linkClaims(path, entry),
  );
  const copies = article.removed.flatMap((removed): Claim[] => {
    if (removed.reason !== 'duplicate') return [];
    const { block, text, match, similarity, of } = removed;
    return [{ path, block, text, match, role: match, similarity, of }, ...linkClaims(path, removed)];
  });
  return [...links, ...copies];
}

function linkClaims(path: string, { block, text, variantOf, extends: part }: LinkedEntry): Claim[] {
  const claims: Claim[] = [];
  if (variantOf !== undefined) {
    const { match, similarity } = variantOf;
    claims.push({ path, block, text, match, role: 'variant', similarity, of: variantOf });
  }
  if (part !== undefined) {
    const { similarity } = part;
    claims.push({ path, block, text, match: 'contained', role: 'extension', similarity, of: part });
  }
  return claims;
}

function compare(member: Member | undefined, copy: GroupMember, kept: number): string | null {
  if (member === undefined) return 'it is no copy, or stands twice';
  const link = member.get(kept);
  if (link === undefined) return 'it has another witness, or stands twice';
  if (link.role !== copy.match) return `it is called ${copy.match}, in its article ${link.role}`;
  if (link.similarity === copy.similarity) return null;
  return `it has the similarity ${copy.similarity}, in its article ${link.similarity}`;
}

/** A block as it is named in messages. */
function show({ path, block, blocks }: WitnessReference): string {
  return blocks === undefined ? `${path} block ${block}` : `${path} blocks ${blocks.join(', ')}`;
}
