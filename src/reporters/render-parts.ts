import type { Group, Skipped } from '../model/article.ts';
import type { OutputPart } from '../pipeline/read-output.ts';
import type { HtmlReporter } from './html/html.ts';

/** Draws an output that is read part by part; groups and skipped inputs come last and are few. */
export async function* renderParts(
  parts: AsyncIterable<OutputPart>,
  reporter: HtmlReporter,
): AsyncGenerator<string, void, undefined> {
  const groups: Group[] = [];
  const skipped: Skipped[] = [];
  let isOpen = false;
  let index = 0;
  for await (const part of parts) {
    if (!isOpen) yield reporter.open(part.kind === 'head' ? part.head : undefined);
    isOpen = true;
    if (part.kind === 'article') yield reporter.article(part.article, index++);
    if (part.kind === 'skipped') skipped.push(part.skipped);
  }
  if (!isOpen) yield reporter.open();
  yield* reporter.close(groups, skipped);
}
