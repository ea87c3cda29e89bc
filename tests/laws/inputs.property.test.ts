import { Buffer } from 'node:buffer';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberDefaults } from '../../src/inputs/member.ts';
import { rebuild } from '../../src/pipeline/rebuild.ts';
import { verifyOutput } from '../../src/pipeline/verify.ts';
import { decodeSlice, encode } from '../../src/text/decode.ts';
import { encodings } from '../../src/text/encodings.ts';
import { makeTar, tarMember } from '../unit/inputs/make-tar.ts';
import { drawOutput, makeFolder } from '../unit/pipeline/sample-folder.ts';
import { clean, cleanFolder } from './clean.ts';
import { anyFile, newsFiles, oddText } from './news.ts';

describe('articles inside other files', () => {
  it('are proved and given back, whatever they hold and whatever they lie in', async () => {
    const compressed = fc.boolean();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { maxLength: 4 }),
        fc.array(oddText, { maxLength: 4 }),
        compressed,
        async (files, texts, isCompressed) => {
          const pack = (data: Uint8Array): Uint8Array => (isCompressed ? gzipSync(data) : data);
          const end = isCompressed ? '.gz' : '';
          const folder = makeFolder({
            [`a.tar${end}`]: pack(makeTar(...files.map((data, i) => tarMember(`n${i}.txt`, data)))),
            [`b.jsonl${end}`]: pack(Buffer.from(texts.map((text) => JSON.stringify({ text })).join('\n'))),
            'c.txt.gz': gzipSync(files[0] ?? 'One.'),
            'z.txt': 'One.',
          });
          try {
            const output = await cleanFolder(folder, [`a.tar${end}`, `b.jsonl${end}`, '.']);
            const found = new Map(output.articles.map((article) => [article.path, article]));
            const expected = [
              ...files.map((data, i) => [`a.tar${end}/n${i}.txt`, Buffer.from(data)] as const),
              ...texts.map((text, i) => [`b.jsonl${end}/${i + 1}`, Buffer.from(text)] as const),
            ];
            const known = new Set([...found.keys(), ...output.skipped.map(({ path }) => path)]);
            for (const [path, data] of expected) {
              expect([path, known.has(path)]).toEqual([path, true]);
              const article = found.get(path);
              if (article !== undefined && Buffer.compare(rebuild(article), data) !== 0)
                throw new Error(`${path} does not come back`);
            }
            const file = join(folder, 'out.json');
            writeFileSync(file, await drawOutput(output, 'json'));
            const violations: unknown[] = [];
            for await (const violation of verifyOutput(file, { root: folder })) violations.push(violation);
            expect(violations).toEqual([]);
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the same news in another encoding', () => {
  it('give the same blocks with the same verdicts', async () => {
    const known = encodings.filter((encoding) => encoding !== 'utf-8');
    await fc.assert(
      fc.asyncProperty(newsFiles, fc.constantFrom(...known), async (files, encoding) => {
        const texts = Object.entries(files).map(
          ([path, data]) => [path, Buffer.from(data).toString('utf8').replaceAll('\ufeff', '')] as const,
        );
        // letters that the encoding lacks are question marks in both
        const written = texts.map(([path, text]) => [path, encode(text, encoding)] as const);
        const plain = written.map(
          ([path, data]) => [path, Buffer.from(decodeSlice(data, encoding))] as const,
        );
        fc.pre(plain.every(([, data]) => !data.includes(0) && !data.includes('\ufffd')));
        const options = { maxFileSize: memberDefaults.maxFileBytes };
        const [one, two] = await Promise.all([
          clean(Object.fromEntries(written), { ...options, encoding }),
          clean(Object.fromEntries(plain), { ...options, encoding: 'utf-8' }),
        ]);
        const view = ({ articles }: typeof one): unknown =>
          articles.map(({ paragraphs, removed, title }) => [title, paragraphs.map(({ text, lines }) => [text, lines]), removed.map(({ text, reason }) => [text, reason])]); // prettier-ignore
        expect(view(one)).toEqual(view(two));
      }),
      { numRuns: 60 },
    );
  });
});
