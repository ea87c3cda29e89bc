import type { Article, BlockEntry } from '../model/article.ts';

/**
 * The cleaned text of an article: its kept blocks, title and other fields among them, in the order of the file with an empty line
 * between two of them. Empty when nothing is left that another article does not have, or nothing at all.
 *
 * @example
 * for await (const article of await ingest(['news'])) console.log(cleanedText(article));
 */
export function cleanedText({
  fields,
  paragraphs,
  duplicateOf,
}: Pick<Article, 'fields' | 'paragraphs' | 'duplicateOf'>): string {
  if (duplicateOf !== null) return '';
  const kept: BlockEntry[] = [...Object.values(fields), ...paragraphs];
  return kept
    .sort((a, b) => a.block - b.block)
    .map(({ text }) => text)
    .join('\n\n');
}
