import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article, Output } from '../../src/model/article.ts';
import { ingest } from '../../src/pipeline/ingest.ts';

const fixtures: string = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Every folder of the fixtures that holds inputs, relative to the fixtures. */
export function listCases(): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(fixtures, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.txt')) continue;
    found.add(
      entry.parentPath
        .slice(fixtures.length)
        .replaceAll('\\', '/')
        .replace(/^\/|\/$/g, ''),
    );
  }
  return [...found].toSorted();
}

/** Where the output that a person has read is kept. */
export function expectedFile(name: string): string {
  return join(fixtures, 'golden', name, 'expected.json');
}

/** Cleans one folder of the fixtures, with paths relative to it. */
export async function cleanCase(name: string): Promise<Output> {
  const run = await ingest(['.'], { cwd: join(fixtures, name) });
  const articles: Article[] = [];
  for await (const article of run) articles.push(article);
  return { ...run.head, articles, groups: [...run.groups], skipped: run.skipped };
}
