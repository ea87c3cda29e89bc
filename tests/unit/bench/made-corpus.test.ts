import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JSONL_NAME, makeCorpus, usualRepeats, type CorpusShape } from '../../bench/made-corpus.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cleancopy-corpus-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function textsOf(name: string, shape: Partial<CorpusShape>): string[] {
  const home = join(folder, name);
  makeCorpus(home, { seed: 1, ...usualRepeats, ...shape });
  if (shape.layout === 'jsonl') {
    const lines = readFileSync(join(home, JSONL_NAME), 'utf8').trimEnd().split('\n');
    return lines.map((line) => (JSON.parse(line) as { text: string }).text);
  }
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.txt'),
  );
  return files.toSorted().map((file) => readFileSync(join(home, file), 'utf8'));
}

describe('a made corpus', () => {
  it('is the same for the same seed, and another one for another', () => {
    const once = textsOf('once', { blocks: 200 });
    expect(textsOf('again', { blocks: 200 })).toEqual(once);
    expect(textsOf('other', { blocks: 200, seed: 2 })).not.toEqual(once);
  });

  it('has the same articles as files and as JSON Lines', () => {
    expect(textsOf('lines', { blocks: 95, layout: 'jsonl' })).toEqual(textsOf('files', { blocks: 95 }));
  });

  it('ends at its number of blocks, or at the first article with which it is as large', () => {
    const shape = { seed: 1, ...usualRepeats, blocksPerArticle: 8 };
    expect(makeCorpus(join(folder, 'a'), { ...shape, blocks: 21 })).toMatchObject({
      blocks: 21,
      articles: 3,
    });
    const { bytes, blocks, articles } = makeCorpus(join(folder, 'b'), { ...shape, bytes: 100_000 });
    expect(blocks).toBe(8 * articles);
    expect(bytes).toBeGreaterThanOrEqual(100_000);
    expect(bytes).toBeLessThan(110_000);
  });

  it('repeats a quarter of its blocks', () => {
    const blocks = textsOf('repeats', { blocks: 4000 }).flatMap((text) => text.trimEnd().split('\n\n'));
    expect(blocks).toHaveLength(4000);
    const repeated = blocks.length - new Set(blocks).size;
    expect(repeated / blocks.length).toBeGreaterThan(0.2);
    expect(repeated / blocks.length).toBeLessThan(0.3);
  });
});
