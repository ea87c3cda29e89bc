import type { Article, BlockEntry, BlockReference, Group, GroupMember, Paragraph } from '../model/article.ts';
import { normalise } from '../text/normalise.ts';
import { judge, type Claim } from './verify-claim.ts';
import type { Violation } from './violation.ts';

type Found = Generator<Violation, void, undefined>;

/** Blocks an article can have; a key is the number of the path times this, plus the block. */
const MAX_BLOCKS = 2 ** 26;

/** A claim as the groups must repeat it. */
interface Member {
  readonly witness: number;
  readonly match: GroupMember['match'];
  readonly similarity: number;
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
  /** The normalised texts of witnesses that have been seen; null when the block is removed. */
  readonly #witnesses = new Map<number, string | null>();
  /** Claims whose witness has not been seen yet. */
  readonly #waiting = new Map<number, Claim[]>();
  /** Claims that no group has repeated yet. */
  readonly #members = new Map<number, Member>();
  readonly #groups = new Set<number>();

  /** First pass. */
  note(article: Article): void {
    for (const claim of claimsOf(article)) {
      const witness = this.#key(claim.of);
      this.#references.set(witness, (this.#references.get(witness) ?? 0) + 1);
    }
  }

  /** Second pass. */
  *check(article: Article, near: number | null): Found {
    const { path } = article;
    for (const block of [...Object.values(article.fields), ...article.paragraphs]) {
      yield* this.#meet({ path, block: block.block }, block, near);
    }
    for (const block of article.removed) yield* this.#meet({ path, block: block.block }, null, near);
    for (const claim of claimsOf(article)) yield* this.#claim(claim, near);
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
      this.#members.delete(key);
    }
  }

  #key({ path, block }: BlockReference): number {
    let number = this.#paths.get(path);
    if (number === undefined) this.#paths.set(path, (number = this.#paths.size));
    return number * MAX_BLOCKS + Math.min(block, MAX_BLOCKS - 1);
  }

  /** Meets a block in the second pass; `kept` is null when it is removed. */
  *#meet(reference: BlockReference, kept: BlockEntry | null, near: number | null): Found {
    const key = this.#key(reference);
    if (!this.#references.has(key)) return;
    const text = kept && normalise(kept.text);
    this.#witnesses.set(key, text);
    for (const claim of this.#waiting.get(key) ?? []) yield* this.#judge(claim, key, text, near);
    this.#waiting.delete(key);
  }

  *#claim(claim: Claim, near: number | null): Found {
    const key = this.#key(claim.of);
    const { path, block, match, similarity } = claim;
    this.#members.set(this.#key(claim), { witness: key, match, similarity });
    if (key === this.#key(claim)) {
      yield { code: 'WITNESS_SELF', args: {}, path, block };
      return;
    }
    const text = this.#witnesses.get(key);
    if (text !== undefined) {
      yield* this.#judge(claim, key, text, near);
      return;
    }
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) this.#waiting.set(key, [claim]);
    else waiting.push(claim);
  }

  *#judge(claim: Claim, key: number, text: string | null, near: number | null): Found {
    const left = (this.#references.get(key) ?? 0) - 1;
    this.#references.set(key, left);
    if (left === 0) this.#witnesses.delete(key);
    const { path, block, of } = claim;
    if (text === null) yield { code: 'WITNESS_REMOVED', args: { witness: show(of) }, path, block };
    else yield* judge(claim, text, near);
  }
}

/** Everything in an article that names a witness. */
function claimsOf(article: Article): Claim[] {
  const { path } = article;
  const variants = article.paragraphs.filter(isVariant).map(({ block, text, variantOf }): Claim => {
    return { path, block, text, match: 'variant', similarity: variantOf.similarity, of: variantOf };
  });
  const copies = article.removed.flatMap((removed): Claim[] => {
    if (removed.reason !== 'duplicate') return [];
    const { block, text, match, similarity, of } = removed;
    return [{ path, block, text, match, similarity, of }];
  });
  return [...variants, ...copies];
}

function isVariant(paragraph: Paragraph): paragraph is Paragraph & Required<Pick<Paragraph, 'variantOf'>> {
  return paragraph.variantOf !== undefined;
}

function compare(member: Member | undefined, copy: GroupMember, kept: number): string | null {
  if (member === undefined) return 'it is no copy, or stands twice';
  if (member.witness !== kept) return 'it has another witness';
  if (member.match !== copy.match) return `it is called ${copy.match}, in its article ${member.match}`;
  if (member.similarity === copy.similarity) return null;
  return `it has the similarity ${copy.similarity}, in its article ${member.similarity}`;
}

/** A block as it is named in messages. */
function show({ path, block }: BlockReference): string {
  return `${path} block ${block}`;
}
