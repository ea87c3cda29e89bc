import { Buffer } from 'node:buffer';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import stringSimilarity from 'string-similarity';
import { describe, expect, it } from 'vitest';
import type { BlockEntry, Output, RemovedDuplicate } from '../../src/model/article.ts';
import { normalise } from '../../src/text/normalise.ts';
import { roundSimilarity } from '../../src/text/round-similarity.ts';
import { drawOutput, makeFolder } from '../unit/pipeline/sample-folder.ts';
import { clean, cleanAndVerify, cleanFolder, keptBlocks, linksOf } from './clean.ts';
import { newsFiles, retoldFiles, steadyFiles, type Files } from './news.ts';

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

/** Share of the distinct 5-grams of one text that another has, white space and a truncation mark left out. */
function containment(part: string, whole: string): number {
  const gramsOf = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 4) }, (_, index) => text.slice(index, index + 5)));
  const cut = part.replaceAll(' ', '').replace(/[.[(]*\.{3}[^.]{0,20}$/, '');
  const [own, other] = [gramsOf(cut), gramsOf(whole.replaceAll(' ', ''))];
  return [...own].filter((gram) => other.has(gram)).length / own.size;
}

const anyFiles = fc.oneof(newsFiles, retoldFiles);

describe('a link', () => {
  it('leads to kept text and scores what it states, by the package string-similarity or by sets of 5-grams', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFiles,
        fc.constantFrom(0.6, 0.85, 0.95),
        fc.constantFrom(0.8, 0.9, 1),
        async (files, near, contained) => {
          const output = await clean(files, { near, contained });
          const kept = keptByPlace(output);
          for (const { text, match, role, similarity, of } of linksOf(output)) {
            const witness = (of.blocks ?? [of.block])
              .map((block) =>
                normalise(kept.get(`${of.path} ${block}`)?.text ?? `${of.path} ${block} is gone`),
              )
              .join(' ');
            const own = normalise(text);
            const score = {
              exact: own === witness ? 1 : 0,
              near: stringSimilarity.compareTwoStrings(own, witness),
              contained: role === 'extension' ? containment(witness, own) : containment(own, witness),
            }[match];
            expect(score).toBeGreaterThanOrEqual({ exact: 1, near, contained }[match]);
            expect(similarity).toBe(roundSimilarity(score));
          }
        },
      ),
      runs,
    );
  });

  it('stands in the group of each block of its witness, and the groups hold nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const output = await clean(files);
        const stated = linksOf(output).flatMap(({ path, block, role, similarity, of }) =>
          (of.blocks ?? [of.block]).map(
            (witness) => `${of.path} ${witness} <- ${path} ${block} ${role} ${similarity}`,
          ),
        );
        const grouped = output.groups.flatMap(({ kept, copies }) =>
          copies.map(
            ({ path, block, match, similarity }) =>
              `${kept.path} ${kept.block} <- ${path} ${block} ${match} ${similarity}`,
          ),
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
        anyFiles,
        fc.constantFrom('within' as const, 'across' as const),
        fc.constantFrom('first' as const, 'longest' as const),
        async (files, scope, keep) => {
          const output = await clean(files, { scope: [scope], keep });
          for (const { scope: stated } of duplicates(output)) expect(stated).toBe(scope);
          for (const { path, of } of linksOf(output)) expect(path === of.path).toBe(scope === 'within');
        },
      ),
      runs,
    );
  });

  it('is proved by verify, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        retoldFiles,
        fc.constantFrom('first' as const, 'longest' as const),
        fc.constantFrom('keep' as const, 'drop' as const),
        async (files, keep, variants) => {
          expect((await cleanAndVerify(files, { keep, variants })).violations).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a removed repeat', () => {
  it('is never longer than its witness when the longest is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
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
          if (match === 'exact' || of.blocks !== undefined || fields.has(place)) continue;
          const length = (part: string): number => normalise(part).replaceAll(' ', '').length;
          expect(length(text)).toBeLessThanOrEqual(length(kept.get(place)?.text ?? ''));
        }
      }),
      runs,
    );
  });

  it('does not exist when neither scope is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const { summary, groups } = await clean(files, { scope: [] });
        const { duplicate, variant, extension } = summary.blocks;
        expect([duplicate, variant, extension, groups]).toEqual([0, 0, 0, []]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the summary', () => {
  it('counts what the articles hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const output = await clean(files);
        const { summary, articles } = output;
        const linked = linksOf(output).filter(({ isRemoved }) => !isRemoved);
        const kept = articles.flatMap(keptBlocks);
        const removed = articles.flatMap((article) => article.removed);
        const repeats = removed.filter(({ reason }) => reason === 'duplicate');
        expect(summary.blocks).toEqual({
          total: kept.length + removed.length,
          kept: kept.length,
          boilerplate: removed.length - repeats.length,
          duplicate: repeats.length,
          variant: linked.filter(({ role }) => role === 'variant').length,
          extension: linked.filter(({ role }) => role === 'extension').length,
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
    const shuffled = anyFiles.chain((files) =>
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

describe('a kept file that is taken away', () => {
  it('leaves the best copy of each of its texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.nat(5), async (files, number) => {
        const paths = Object.keys(files).toSorted();
        const gone = paths[number % paths.length];
        fc.pre(paths.length > 1);
        const first = await clean(files, { strip: 'off' });
        const { [gone]: _, ...others } = files;
        const { output: second, violations } = await cleanAndVerify(others, { strip: 'off' });
        expect(violations).toEqual([]);
        const kept = new Set([...keptByPlace(second).values()].map(({ text }) => normalise(text)));
        const removed = new Set(linksOf(second).filter(({ isRemoved }) => isRemoved).map(({ path, block }) => `${path} ${block}`));
        for (const { path, block, text, of } of duplicates(first)) {
          if (of.path !== gone || path === gone) continue;
          // it is kept now, or is a proved copy of another that is
          expect(kept.has(normalise(text)) || removed.has(`${path} ${block}`)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  }); // prettier-ignore
});

/**
 * The kept variants of an output, as article and text. Whether two spellings are two names depends on where else in the input they
 * occur, so when copies are gone a variant may become a copy; nothing else may.
 */
function variantsOf(output: Output): ReadonlySet<string> {
  const kept = linksOf(output).filter(({ role, isRemoved }) => role === 'variant' && !isRemoved);
  return new Set(kept.map(({ path, text }) => `${path} ${unwrapped(text)}`));
}

describe('cleaned text', () => {
  it('holds nothing that cleaning it again would remove, but variants', async () => {
    await fc.assert(
      fc.asyncProperty(steadyFiles, async (files) => {
        const first = await clean(files);
        const again = await clean(rewrite(first));
        const variants = variantsOf(first);
        const removed = again.articles.flatMap(({ path, removed: gone }) =>
          gone.map(({ block, text, reason }) => ({ path, block, text, reason })),
        );
        expect(removed.filter(({ path, text }) => !variants.has(`${path} ${text}`))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has the same paragraphs when it is cleaned again, but variants', async () => {
    await fc.assert(
      fc.asyncProperty(steadyFiles, async (files) => {
        const first = await clean(files);
        const again = await clean(rewrite(first));
        const variants = variantsOf(first);
        const textsOf = (output: Output): string[][] =>
          output.articles.map((article) =>
            keptBlocks(article)
              .map(({ text }) => unwrapped(text))
              .filter((text) => !variants.has(`${article.path} ${text}`)),
          );
        expect(textsOf(again)).toEqual(textsOf(first));
      }),
      { numRuns: 60 },
    );
  });
});
