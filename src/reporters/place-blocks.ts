import type { Article, FieldName, LinkedEntry, Paragraph, Removed } from '../model/article.ts';

/** What became of a block: kept without more, kept with a link, or removed. */
export type Fate = 'kept' | 'variant' | 'extension' | 'boilerplate' | 'duplicate';

type Shown<Entry> = Entry extends unknown ? Omit<Entry, 'bytes' | 'raw'> : never;

/** An entry of the output as far as people look at it: without what only `restore` needs. */
export type ShownEntry = Shown<LinkedEntry | Paragraph | Removed>;

/** A block of an article with its place in the output. */
export interface PlacedBlock {
  readonly fate: Fate;
  /** Set for a block that is a field. */
  readonly field?: FieldName;
  readonly entry: LinkedEntry | Paragraph | Removed;
}

/** All blocks of an article in the order of the raw file. */
export function placeBlocks(article: Article): PlacedBlock[] {
  const placed: PlacedBlock[] = [
    ...Object.entries(article.fields).map(([name, entry]) => ({
      fate: keptFate(entry),
      field: name as FieldName,
      entry,
    })),
    ...article.paragraphs.map((entry) => ({ fate: keptFate(entry), entry })),
    ...article.removed.map((entry) => ({ fate: entry.reason, entry })),
  ];
  return placed.sort((a, b) => a.entry.block - b.entry.block);
}

function keptFate({ variantOf, extends: extended }: LinkedEntry): Fate {
  if (variantOf !== undefined) return 'variant';
  return extended === undefined ? 'kept' : 'extension';
}
