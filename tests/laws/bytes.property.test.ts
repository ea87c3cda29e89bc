import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, type Encoding } from '../../src/text/decode.ts';
import { blocksOf, bomOf, rebuild } from '../../src/pipeline/rebuild.ts';
import { clean, cleanAndVerify } from './clean.ts';
import { anyFile, newsFiles, type Files } from './news.ts';

describe('the bytes of every input', () => {
  it('come back from blocks and gaps, each byte once, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 6 }), async (contents) => {
        const files: Files = {
          ...Object.fromEntries(contents.map((bytes, index) => [`${index}.txt`, bytes])),
          // so that something can be read
          'z.txt': Buffer.from('One.'),
        };
        const { output, violations } = await cleanAndVerify(files);
        expect(violations).toEqual([]);
        const known = [...output.articles, ...output.skipped].map(({ path }) => path);
        expect(known.toSorted()).toEqual(Object.keys(files));
        for (const article of output.articles) {
          const bytes = files[article.path];
          expect([article.path, Buffer.compare(rebuild(article), bytes)]).toEqual([article.path, 0]);
          let end = bomOf(article).length;
          for (const block of blocksOf(article)) {
            expect(block.bytes[0]).toBeGreaterThanOrEqual(end);
            expect(block.bytes[1]).toBeGreaterThan(block.bytes[0]);
            end = block.bytes[1];
          }
          expect(end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('come back from generated news in every layout and encoding, and the output verifies', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, async (files) => {
        const { output, violations } = await cleanAndVerify(files);
        expect(violations).toEqual([]);
        expect(output.articles).toHaveLength(Object.keys(files).length);
        for (const article of output.articles) {
          expect([article.path, Buffer.compare(rebuild(article), files[article.path])]).toEqual([
            article.path,
            0,
          ]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('make an article or an entry in skipped, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { summary } = await clean({ 'a.txt': bytes, 'z.txt': Buffer.from('One.') });
        expect(summary.articles + summary.skipped).toBe(2);
      }),
      { numRuns: 100 },
    );
  });

  it('are given by the text of a block again, or by its raw bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (bytes) => {
        const { articles } = await clean({ 'a.txt': bytes, 'z.txt': Buffer.from('One.') });
        for (const article of articles.filter(({ path }) => path === 'a.txt')) {
          for (const { text, raw, bytes: place } of blocksOf(article)) {
            const slice = Buffer.from(bytes.subarray(...place));
            const again = Buffer.from(encode(text, article.encoding as Encoding));
            expect(raw).toBe(again.equals(slice) ? undefined : slice.toString('base64'));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
