import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { measureRecall } from '../../../src/pipeline/measure-recall.ts';
import { makeFolder } from './sample-folder.ts';

const bridge =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before winter.';
const slip = bridge.replace('council', 'coucnil');
const wednesday = bridge.replace('Tuesday', 'Wednesday');
const ferry =
  'Until the crossing opens again a small ferry will carry pupils and market traders across the water from six in the morning.';

const folder = makeFolder({
  'a.txt': `${bridge}\n\n${ferry}\n`,
  'b.txt': `${slip}\n\n${ferry}\n`,
  'c.txt': `${ferry}\n\n${wednesday}\n`,
});
const scratch = mkdtempSync(join(tmpdir(), 'cleancopy-recall-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(scratch, { recursive: true });
});

async function clean(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of await ingest(['.'], { cwd: folder })) articles.push(article);
  return articles;
}

function write(name: string, articles: readonly Article[]): string {
  const file = join(scratch, name);
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  return file;
}

describe('the recall of an output', () => {
  it('counts every pair that brute force finds with a drawn block', async () => {
    const file = write('whole.jsonl', await clean());
    const recall = await measureRecall(file, { sample: 100 });
    // three ferries and three bridges: each of the six has two partners
    expect(recall).toMatchObject({
      drawn: 6,
      compared: 5,
      found: 12,
      missed: [],
      blocks: 6,
      completeBlocks: 6,
    });
    expect(recall.interval[0]).toBeCloseTo(0.61, 2);
    expect(recall.interval[1]).toBe(1);
  });

  it('names the pairs in which the later block has no link', async () => {
    const articles = (await clean()).map((article) => ({
      ...article,
      paragraphs: article.paragraphs.map(({ block, lines, bytes, text, kind }) => ({
        block,
        lines,
        bytes,
        text,
        kind,
      })),
    }));
    const file = write('unlinked.jsonl', articles);
    const { missed, withRemoved, blocks, completeBlocks } = await measureRecall(file, { sample: 100 });
    const pairs = missed.map(
      ({ earlier, later }) => `${earlier.path} ${earlier.block} ${later.path} ${later.block}`,
    );
    // each pair once from either side; the bridge in b.txt was removed, so nothing may name it
    expect(pairs).toEqual(['a.txt 0 c.txt 1', 'a.txt 0 c.txt 1']);
    expect(withRemoved).toBe(2);
    expect([blocks, completeBlocks]).toEqual([6, 4]);
  });

  it('draws the same blocks for the same seed, and never more than there are', async () => {
    const file = write('again.jsonl', await clean());
    const [first, again] = [
      await measureRecall(file, { sample: 2, seed: 7 }),
      await measureRecall(file, { sample: 2, seed: 7 }),
    ];
    expect(first).toEqual(again);
    expect(first.drawn).toBe(2);
  });

  it('counts nothing below the threshold', async () => {
    const file = write('strict.jsonl', await clean());
    const { found, missed } = await measureRecall(file, { sample: 100, near: 1 });
    expect([found, missed]).toEqual([6, []]);
  });
});
