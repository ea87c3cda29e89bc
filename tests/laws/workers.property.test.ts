import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../unit/pipeline/sample-folder.ts';
import { outputOf } from '../unit/pipeline/workers/output-of.ts';
import { anyFile, newsFiles, retoldFiles, type Files } from './news.ts';

/** Each run starts threads, which take far longer than the work that they are given here. */
const numRuns = 6;

async function expectSame(files: Files, workers: number): Promise<void> {
  const folder = makeFolder({ ...files, 'z.txt': 'One.' });
  try {
    const [alone, together] = [0, workers].map((count) => outputOf(['.'], { cwd: folder, workers: count }));
    expect(await together).toBe(await alone);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const workers = fc.constantFrom(2, 3, 5);

describe('the output', () => {
  it('is the same for every number of workers, whatever the files hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { minLength: 5, maxLength: 24 }),
        workers,
        async (contents, count) => {
          await expectSame(
            Object.fromEntries(contents.map((bytes, i) => [`${i % 3}/ü${i}.txt`, bytes])),
            count,
          );
        },
      ),
      { numRuns },
    );
  });

  it('is the same for every number of workers, for news with copies, variants and furniture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(newsFiles, retoldFiles), workers, (files, count) => expectSame(files, count)),
      { numRuns },
    );
  });
});
