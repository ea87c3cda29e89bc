import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Decision } from '../../../src/model/decisions.ts';
import { ingest, type Ingestion } from '../../../src/pipeline/ingest.ts';
import { hashDecisions } from '../../../src/pipeline/replay-decisions.ts';
import { makeFolder, sampleFiles } from './sample-folder.ts';

async function articlesOf(run: Ingestion): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of run) articles.push(article);
  return articles;
}

/** Cleans files, rejects every removal, and cleans them again. */
async function rejectAll(files: Readonly<Record<string, string | Uint8Array>>): Promise<{
  readonly before: Article[];
  readonly after: Article[];
  readonly stale: Ingestion['staleDecisions'];
}> {
  const folder = makeFolder(files);
  try {
    const before = await articlesOf(await ingest(['.'], { cwd: folder }));
    const decisions = before.flatMap(({ path, sha256, removed }) =>
      removed.map(({ block }): Decision => ({ path, sha256, block, verdict: 'reject' })),
    );
    const again = await ingest(['.'], { cwd: folder, decisions });
    return { before, after: await articlesOf(again), stale: again.staleDecisions };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('replayed decisions', () => {
  test('bring back every removal that was rejected: repeats, runs, lexicon and corpus evidence', async () => {
    const recurring = Object.fromEntries(
      Array.from({ length: 12 }, (_, number) => [
        `corpus/${number}.txt`,
        `Report ${number} of the pilots\n\nShip ${number} left the harbour of Lindhaven on the evening tide with a cargo of slate and timber.\n\nHarbour desk, third floor\n`,
      ]),
    );
    const run = `Prices\n\n${String(sampleFiles['a.txt']).split('\n\n').slice(1, 4).join('\n\nPrices\n\n')}\n`;
    const { before, after, stale } = await rejectAll({
      ...sampleFiles,
      ...recurring,
      'run/1.txt': `One town, one bridge\n\n${run}`,
      'run/2.txt': `Another town, another bridge\n\n${run}\n\nShare\n\nLeave a Reply\n`,
    });
    const reasons = new Set(
      before.flatMap(({ removed }) =>
        removed.map((entry) => (entry.reason === 'boilerplate' ? entry.evidence : entry.match)),
      ),
    );
    expect([...reasons]).toEqual(expect.arrayContaining(['lexicon', 'corpus', 'exact', 'near']));
    expect(after.flatMap(({ removed }) => removed)).toEqual([]);
    expect(stale).toEqual([]);
  });

  test('hold for a file that was moved, but never for another one of the same content', async () => {
    const folder = makeFolder({ 'new/c.txt': sampleFiles['c.txt'], 'a.txt': sampleFiles['a.txt'] });
    try {
      const articles = await articlesOf(await ingest(['.'], { cwd: folder }));
      const sha256 = articles.find(({ path }) => path === 'new/c.txt')?.sha256 ?? '';
      const decide = (path: string): Decision => ({ path, sha256, block: 1, verdict: 'reject' });
      const moved = await ingest(['.'], { cwd: folder, decisions: [decide('old/c.txt')] });
      expect(moved.staleDecisions).toEqual([]);
      const other = await ingest(['.'], { cwd: folder, decisions: [decide('a.txt')] });
      expect(other.staleDecisions).toEqual([{ decision: decide('a.txt'), problem: 'no-file' }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are named in the settings whatever their order, and not at all when there are none', async () => {
    const one: Decision = { path: 'a', sha256: 'a'.repeat(64), block: 1, verdict: 'reject' };
    const two: Decision = { ...one, block: 2 };
    expect(hashDecisions([one, two])).toBe(hashDecisions([two, one]));
    expect(hashDecisions([one])).not.toBe(hashDecisions([{ ...one, verdict: 'accept' }]));
    const folder = makeFolder({ 'a.txt': 'A text.' });
    const { head } = await ingest(['.'], { cwd: folder, decisions: [] });
    expect(head.settings).not.toHaveProperty('decisions');
    rmSync(folder, { recursive: true });
  });
});
