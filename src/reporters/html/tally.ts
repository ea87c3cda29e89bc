import type { Article, BlockReference, LinkedEntry, WitnessReference } from '../../model/article.ts';
import type { Fate, PlacedBlock } from '../place-blocks.ts';
import { groupMatches, type GroupMatch, type PageGroups, type PageIndex } from './page-data.ts';

export const fates: readonly Fate[] = ['kept', 'variant', 'extension', 'boilerplate', 'duplicate'];

/** A block that repeats a kept one; articles by their numbers in `Tally.paths`. */
interface Link {
  readonly article: number;
  readonly block: number;
  readonly witness: number;
  readonly witnessBlock: number;
  readonly match: number;
  readonly similarity: number;
}

/** What a boilerplate family removed. */
export interface RuleTally {
  readonly rule: string;
  readonly blocks: number;
  readonly units: number;
}

/** Text of one article that was removed because another one has it. */
export interface PairTally {
  /** The article that lost the text, and the one that keeps it, as places in the index. */
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

type Columns = Record<Fate, number[]>;
const emptyColumns = (): Columns => ({
  kept: [],
  variant: [],
  extension: [],
  boilerplate: [],
  duplicate: [],
});

const MAX_TOP_GROUPS = 12;
/** A list shows the beginning of a title. In UTF-16 code units. */
const MAX_TITLE_UNITS = 200;
const TEN_THOUSAND = 10_000;

/**
 * Counts what the overview and the lists of the page show, while articles pass by. Holds numbers and paths, no texts:
 * some 40 bytes a link and 4 a block.
 */
export class Tally {
  readonly title: (string | null)[] = [];
  readonly units: Columns = emptyColumns();
  readonly blocks: Columns = emptyColumns();
  readonly chunk: number[] = [];
  readonly slot: number[] = [];
  private readonly numbers: Map<string, number> = new Map();
  private readonly names: string[] = [];
  /** Place in the index of each number; -1 for a path that was named and has not come. */
  private readonly places: number[] = [];
  private readonly order: number[] = [];
  private readonly holders: (string | null)[] = [];
  private readonly links: Link[] = [];
  private readonly lengths: Uint32Array[] = [];
  private readonly ruleTallies: Map<string, { blocks: number; units: number }> = new Map();

  add(article: Article, placed: readonly PlacedBlock[], chunk: number, slot: number): void {
    const number = this.numberOf(article.path);
    const place = this.order.length;
    this.places[number] = place;
    this.order.push(number);
    this.title.push(article.title?.slice(0, MAX_TITLE_UNITS) ?? null);
    this.holders.push(article.duplicateOf);
    this.chunk.push(chunk);
    this.slot.push(slot);
    this.lengths.push(Uint32Array.from(placed, ({ entry }) => entry.text.length));
    for (const fate of fates) {
      this.units[fate].push(0);
      this.blocks[fate].push(0);
    }
    for (const block of placed) this.addBlock(block, number, place);
  }

  private addBlock({ entry, fate }: PlacedBlock, number: number, place: number): void {
    this.units[fate][place] += entry.text.length;
    this.blocks[fate][place]++;
    if ('rule' in entry) {
      const tally = this.ruleTallies.get(entry.rule) ?? { blocks: 0, units: 0 };
      tally.blocks++;
      tally.units += entry.text.length;
      this.ruleTallies.set(entry.rule, tally);
      return;
    }
    if ('of' in entry) this.link(number, entry, entry.of, entry.match, entry.similarity);
    const { variantOf, extends: extended }: LinkedEntry = entry;
    if (variantOf !== undefined) this.link(number, entry, variantOf, 'variant', variantOf.similarity);
    if (extended !== undefined) this.link(number, entry, extended, 'extension', extended.similarity);
  }

  private link(
    article: number,
    { block }: Pick<BlockReference, 'block'>,
    witness: WitnessReference,
    match: GroupMatch,
    similarity: number,
  ): void {
    const { path, blocks = [witness.block] } = witness;
    for (const witnessBlock of blocks) {
      this.links.push({
        article,
        block,
        witness: this.numberOf(path),
        witnessBlock,
        match: groupMatches.indexOf(match),
        similarity: Math.round(similarity * TEN_THOUSAND),
      });
    }
  }

  private numberOf(path: string): number {
    const known = this.numbers.get(path);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.numbers.set(path, number);
    this.names.push(path);
    this.places.push(-1);
    return number;
  }

  get paths(): string[] {
    return this.order.map((number) => this.names[number]);
  }

  /** Families by the characters that they removed, most first. */
  get rules(): RuleTally[] {
    return Array.from(this.ruleTallies, ([rule, tally]) => ({ rule, ...tally })).sort(
      (a, b) => b.units - a.units || (a.rule < b.rule ? -1 : 1),
    );
  }

  /** Which articles lost text to which others; a repeat of several blocks together counts for the first one. */
  get pairs(): PairTally[] {
    const pairs = new Map<string, PairTally>();
    let last: Link | undefined;
    for (const link of this.links) {
      const isSame = last?.article === link.article && last.block === link.block;
      last = link;
      const from = this.places[link.article];
      const to = this.places[link.witness];
      if (isSame || from === to || to < 0 || groupMatches[link.match] === 'variant') continue;
      if (groupMatches[link.match] === 'extension') continue;
      const key = `${from} ${to}`;
      const units = (pairs.get(key)?.units ?? 0) + this.lengths[from][link.block];
      pairs.set(key, { from, to, units });
    }
    return [...pairs.values()];
  }

  get groups(): PageGroups {
    const known = this.links.filter(({ witness }) => this.places[witness] >= 0);
    const sorted = known.sort(
      (a, b) =>
        this.places[a.witness] - this.places[b.witness] ||
        a.witnessBlock - b.witnessBlock ||
        this.places[a.article] - this.places[b.article] ||
        a.block - b.block,
    );
    const groups = { article: [0], block: [0], units: [0], start: [0] };
    for (const column of Object.values(groups)) column.pop();
    for (const [index, link] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before?.witness === link.witness && before.witnessBlock === link.witnessBlock) continue;
      const place = this.places[link.witness];
      groups.article.push(place);
      groups.block.push(link.witnessBlock);
      groups.units.push(this.lengths[place][link.witnessBlock] ?? 0);
      groups.start.push(index);
    }
    groups.start.push(sorted.length);
    return {
      ...groups,
      memberArticle: sorted.map(({ article }) => this.places[article]),
      memberBlock: sorted.map(({ block }) => block),
      match: sorted.map(({ match }) => match),
      similarity: sorted.map(({ similarity }) => similarity),
    };
  }

  /** The columns of the index. */
  columns(): Pick<
    PageIndex,
    'path' | 'folder' | 'title' | 'duplicateOf' | 'chunk' | 'slot' | 'units' | 'blocks'
  > {
    const { title, chunk, slot, units, blocks } = this;
    const duplicateOf = this.holders.map((path) =>
      path === null ? -1 : (this.places[this.numbers.get(path) ?? -1] ?? -1),
    );
    const path = this.paths;
    return { path, folder: commonFolder(path), title, duplicateOf, chunk, slot, units, blocks };
  }
}

/** How many members of a group were removed. */
export function removedCopies({ start, match }: PageGroups, group: number): number {
  let count = 0;
  for (let member = start[group]; member < start[group + 1]; member++) {
    if (match[member] <= LAST_REMOVED) count++;
  }
  return count;
}

const LAST_REMOVED = groupMatches.indexOf('contained');

/** The groups with most removed copies, most first. */
export function topGroups(groups: PageGroups): number[] {
  const sizes = groups.article.map((_, group) => removedCopies(groups, group));
  return Array.from(sizes.keys())
    .filter((group) => sizes[group] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || a - b)
    .slice(0, MAX_TOP_GROUPS);
}

/** The folder that all paths begin with; empty for fewer than two. */
function commonFolder(paths: readonly string[]): string {
  if (paths.length < 2) return '';
  let [folder] = paths;
  for (const path of paths) {
    while (!path.startsWith(folder)) folder = folder.slice(0, -1);
  }
  return folder.slice(0, folder.lastIndexOf('/') + 1);
}
