import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Article,
  BlockEntry,
  GroupMember,
  LinkedEntry,
  Match,
  Output,
  Removed,
  WitnessReference,
} from '../../src/model/article.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import type { IngestOptions } from '../../src/pipeline/options.ts';
import { blocksOf } from '../../src/pipeline/rebuild.ts';
import { verifyOutput } from '../../src/pipeline/verify.ts';
import { drawOutput, makeFolder } from '../unit/pipeline/sample-folder.ts';
import type { Files } from './news.ts';

/** Cleans files as a user would: from a folder, through the library. */
export async function clean(files: Files, options: IngestOptions = {}): Promise<Output> {
  const folder = makeFolder(files);
  try {
    return await cleanFolder(folder, ['.'], options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function cleanFolder(
  folder: string,
  inputs: readonly string[],
  options: IngestOptions = {},
): Promise<Output> {
  const run = await ingest(inputs, { cwd: folder, ...options });
  const articles: Article[] = [];
  for await (const article of run) articles.push(article);
  return { ...run.head, articles, groups: [...run.groups], skipped: run.skipped };
}

/** Cleans files and proves the output against them; the violations come with it. */
export async function cleanAndVerify(
  files: Files,
  options: IngestOptions = {},
): Promise<{ output: Output; violations: unknown[] }> {
  const folder = makeFolder(files);
  try {
    const output = await cleanFolder(folder, ['.'], options);
    const file = join(folder, 'out.json');
    writeFileSync(file, await drawOutput(output, 'json'));
    const violations: unknown[] = [];
    for await (const violation of verifyOutput(file, { root: folder })) violations.push(violation);
    return { output, violations };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** That a block repeats kept text, as an article states it. */
export interface StatedLink {
  readonly path: string;
  readonly block: number;
  readonly text: string;
  readonly isRemoved: boolean;
  readonly match: Match;
  /** What a group calls it. */
  readonly role: GroupMember['match'];
  readonly similarity: number;
  readonly of: WitnessReference;
}

/** Everything that the articles of an output say about repeats. */
export function linksOf(output: Output): StatedLink[] {
  return output.articles.flatMap(({ path, fields, paragraphs, removed }) =>
    [...Object.values(fields), ...paragraphs, ...removed].flatMap(
      (entry: BlockEntry | LinkedEntry | Removed) => {
        const { block, text } = entry;
        const isRemoved = 'reason' in entry;
        const links: StatedLink[] = [];
        if (isRemoved && entry.reason === 'duplicate') {
          const { match, similarity, of } = entry;
          links.push({ path, block, text, isRemoved, match, role: match, similarity, of });
        }
        if ('variantOf' in entry && entry.variantOf !== undefined) {
          const { match, similarity } = entry.variantOf;
          links.push({
            path,
            block,
            text,
            isRemoved,
            match,
            role: 'variant',
            similarity,
            of: entry.variantOf,
          });
        }
        if ('extends' in entry && entry.extends !== undefined) {
          const { similarity } = entry.extends;
          links.push({
            path,
            block,
            text,
            isRemoved,
            match: 'contained',
            role: 'extension',
            similarity,
            of: entry.extends,
          });
        }
        return links;
      },
    ),
  );
}

/** Blocks that stay, in the order of the file. */
export function keptBlocks(article: Article): BlockEntry[] {
  const removed = new Set(article.removed.map(({ block }) => block));
  return blocksOf(article).filter(({ block }) => !removed.has(block));
}
