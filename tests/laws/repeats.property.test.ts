import { Buffer } from 'node:buffer';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import type { BlockEntry, Output, RemovedDuplicate } from '../../src/model/article.ts';
import { normalise } from '../../src/text/normalise.ts';
import { roundSimilarity } from '../../src/text/round-similarity.ts';
import { drawOutput, makeFolder } from '../unit/pipeline/sample-folder.ts';
import { clean, cleanFolder, keptBlocks } from './clean.ts';
import { newsFiles, steadyFiles, type Files } from './news.ts';

const runs = { numRuns: 80 };

/** All kept blocks by their place. */
function keptByPlace(output: Output): ReadonlyMap<string, BlockEntry> {
  return new Map(
    output.articles.flatMap((article) =>
      keptBlocks(article).map((block) => [`${article.path} ${block.block}`, block] as const),
    ),
  );
}

function duplicates(output: Output): (RemovedDuplicate & { readonly path: string })[] {
  return output.articles.flatMap(({ path, removed }) =>
    removed.flatMap((entry) => (entry.reason === 'duplicate' ? [{ ...entry, path }] : [])),
  );
}

describe('a removed repeat', () => {
  it('has a kept witness that says the same, as the package string-similarity measures it', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, fc.constantFrom(0.6, 0.85, 0.95), async (files, near) => {
        const output = await clean(files, { near });
        const kept = keptByPlace(output);
        for (const { text, match, similarity, of } of duplicates(output)) {
          const witness = kept.get(`${of.path} ${of.block}`);
          if (witness === undefined) throw new Error(`${of.path} ${of.block} is not kept`);
          const [copy, original] = [normalise(text), normalise(witness.text)];
          expect(match).toBe(copy === original ? 'exact' : 'near');
          const score = stringSimilarity.compareTwoStrings(copy, original);
          expect(score).toBeGreaterThanOrEqual(near);
          expect(similarity).toBe(roundSimilarity(score));
        }
      }),
      runs,
    );
  });

  it('stands in the group of its witness, and the groups hold nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, async (files) => {
        const output = await clean(files);
        const claims = duplicates(output).map(({ path, block, of }) => ({ member: `${path} ${block}`, of }));
        for (const { path, paragraphs } of output.articles) {
          for (const { block, variantOf } of paragraphs) {
            if (variantOf !== undefined)
              claims.push({
                member: `${path} ${block}`,
                of: { path: variantOf.path, block: variantOf.block },
              });
          }
        }
        const stated = claims.map(({ member, of }) => `${of.path} ${of.block} <- ${member}`);
        const grouped = output.groups.flatMap(({ kept, copies }) =>
          copies.map(({ path, block }) => `${kept.path} ${kept.block} <- ${path} ${block}`),
        );
        expect(grouped.toSorted()).toEqual(stated.toSorted());
        expect(new Set(output.groups.map(({ kept }) => `${kept.path} ${kept.block}`)).size).toBe(
          output.groups.length,
        );
      }),
      runs,
    );
  });

  it('lies where the scope allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        newsFiles,
        fc.constantFrom('within' as const, 'across' as const),
        async (files, scope) => {
          const output = await clean(files, { scope: [scope] });
          for (const { path, scope: stated, of } of duplicates(output)) {
            expect([stated, path === of.path]).toEqual([scope, scope === 'within']);
          }
          const variants = output.articles.flatMap(({ path, paragraphs }) =>
            paragraphs.flatMap(({ variantOf }) => (variantOf === undefined ? [] : [variantOf.path === path])),
          );
          expect(variants).toEqual(variants.map(() => scope === 'within'));
        },
      ),
      runs,
    );
  });

  it('is never the longer of two near copies when the longest is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, async (files) => {
        const output = await clean(files, { keep: 'longest' });
        const kept = keptByPlace(output);
        const fields = new Set(
          output.articles.flatMap(({ path, fields: found }) =>
            Object.values(found).map(({ block }) => `${path} ${block}`),
          ),
        );
        for (const { text, match, of } of duplicates(output)) {
          const place = `${of.path} ${of.block}`;
          // a field stays, whatever repeats it
          if (match !== 'near' || fields.has(place)) continue;
          const length = (part: string): number => normalise(part).replaceAll(' ', '').length;
          expect(length(text)).toBeLessThanOrEqual(length(kept.get(place)?.text ?? ''));
        }
      }),
      runs,
    );
  });

  it('does not exist when neither scope is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, async (files) => {
        const { summary, groups } = await clean(files, { scope: [] });
        expect([summary.blocks.duplicate, summary.blocks.variant, groups]).toEqual([0, 0, []]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the summary', () => {
  it('counts what the articles hold', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, async (files) => {
        const { summary, articles } = await clean(files);
        const kept = articles.flatMap(keptBlocks);
        const removed = articles.flatMap((article) => article.removed);
        const repeats = removed.filter(({ reason }) => reason === 'duplicate');
        expect(summary.blocks).toEqual({
          total: kept.length + removed.length,
          kept: kept.length,
          boilerplate: removed.length - repeats.length,
          duplicate: repeats.length,
          variant: articles.flatMap(({ paragraphs }) => paragraphs.filter(({ variantOf }) => variantOf))
            .length,
        });
        const units = (blocks: readonly BlockEntry[]): number =>
          blocks.reduce((sum, { text }) => sum + text.length, 0);
        expect(summary.characters).toEqual({ total: units(kept) + units(removed), kept: units(kept) });
        expect(summary.bytes).toBe(Object.values(files).reduce((sum, bytes) => sum + bytes.length, 0));
      }),
      runs,
    );
  });
});

describe('the order of the inputs', () => {
  it('changes no byte of the output, neither as arguments nor on disk', async () => {
    const shuffled = newsFiles.chain((files) =>
      fc.tuple(
        fc.constant(files),
        fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }),
        fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([files, onDisk, asArguments]) => {
        const first = await clean(files);
        const folder = makeFolder(Object.fromEntries(onDisk.map((path) => [path, files[path]])));
        try {
          const second = await cleanFolder(folder, asArguments);
          expect(await drawOutput(second, 'json')).toBe(await drawOutput(first, 'json'));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether lines are wrapped shows in a file as a whole, so a block that was joined is written joined. */
function unwrapped(text: string): string {
  return text.replace(/\s*[\n\r]\s*/g, ' ');
}

/** The cleaned articles as files: what is kept, in order, a line for each block and a blank line between. */
function rewrite(output: Output): Files {
  return Object.fromEntries(
    output.articles.map((article) => [
      article.path,
      Buffer.from(
        keptBlocks(article)
          .map(({ text }) => unwrapped(text))
          .join('\n\n'),
      ),
    ]),
  );
}

describe('cleaned text', () => {
  it('holds nothing that cleaning it again would remove', async () => {
    await fc.assert(
      fc.asyncProperty(steadyFiles, async (files) => {
        const cleaned = rewrite(await clean(files));
        const again = await clean(cleaned);
        const removed = again.articles.flatMap(({ path, removed: gone }) =>
          gone.map(({ block, text, reason }) => ({ path, block, text, reason })),
        );
        expect(removed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has the same paragraphs when it is cleaned again', async () => {
    await fc.assert(
      fc.asyncProperty(steadyFiles, async (files) => {
        const first = await clean(files);
        const again = await clean(rewrite(first));
        const textsOf = (output: Output): string[][] =>
          output.articles.map((article) => keptBlocks(article).map(({ text }) => unwrapped(text)));
        expect(textsOf(again)).toEqual(textsOf(first));
      }),
      { numRuns: 60 },
    );
  });
});
