import type { Article, Summary } from '../model/article.ts';
import { blocksOf } from './rebuild.ts';
import type { Violation } from './violation.ts';

type Writable<Type> = {
  -readonly [Member in keyof Type]: Type[Member] extends object ? Writable<Type[Member]> : Type[Member];
};

/** Counts what the articles of an output hold, as its summary must state it. */
export class Tally {
  readonly summary: Summary;
  readonly #counts: Writable<Summary> = {
    files: 0,
    articles: 0,
    skipped: 0,
    duplicateArticles: 0,
    bytes: 0,
    blocks: { total: 0, kept: 0, boilerplate: 0, duplicate: 0, variant: 0, extension: 0 },
    duplicates: { exact: 0, near: 0, contained: 0, within: 0, across: 0 },
    characters: { total: 0, kept: 0 },
  };

  constructor() {
    this.summary = this.#counts;
  }

  add(article: Article): void {
    const { blocks, duplicates, characters } = this.#counts;
    const kept = [...Object.values(article.fields), ...article.paragraphs];
    const all = blocksOf(article);
    this.#counts.files++;
    this.#counts.articles++;
    this.#counts.bytes += article.bytes;
    if (article.duplicateOf !== null) this.#counts.duplicateArticles++;
    blocks.total += all.length;
    blocks.kept += kept.length;
    blocks.variant += kept.filter(({ variantOf }) => variantOf !== undefined).length;
    blocks.extension += kept.filter((entry) => entry.extends !== undefined).length;
    for (const { text } of all) characters.total += text.length;
    for (const { text } of kept) characters.kept += text.length;
    for (const removed of article.removed) {
      blocks[removed.reason]++;
      if (removed.reason === 'boilerplate') continue;
      duplicates[removed.match]++;
      duplicates[removed.scope]++;
    }
  }

  addSkipped(): void {
    this.#counts.files++;
    this.#counts.skipped++;
  }

  /** Each count that the stated summary gives differently. */
  *compare(stated: Summary): Generator<Violation, void, undefined> {
    const actual = new Map(flatten(this.summary, ''));
    for (const [member, value] of flatten(stated, '')) {
      const counted = actual.get(member) ?? 0;
      if (value === counted) continue;
      const args = { member, stated: value, actual: counted };
      yield { code: 'SUMMARY_DIFFERS', args, path: null, block: null };
    }
  }
}

function flatten(counts: object, prefix: string): [member: string, count: number][] {
  return Object.entries(counts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, Number(value)]],
  );
}
