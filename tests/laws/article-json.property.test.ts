import { Buffer } from 'node:buffer';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/pipeline/ingest.ts';
import type { IngestOptions } from '../../src/pipeline/options.ts';
import { JsonBuffer } from '../../src/text/json-buffer.ts';
import { toJson } from '../../src/text/to-json.ts';
import { decodeUtf8, unitsOf } from '../../src/text/units.ts';
import { makeFolder } from '../unit/pipeline/sample-folder.ts';
import { anyFile, newsFiles, oddText, type Files } from './news.ts';

/** The articles of a run as JSON, from the bytes of the files and from the article objects. */
async function bothWays(
  files: Files,
  options: IngestOptions = {},
): Promise<{ fromBytes: string; fromObjects: string }> {
  const folder = makeFolder(files);
  try {
    const run = await ingest(['.'], { cwd: folder, ...options });
    const frame = (index: number): { before: string; after: string } => ({
      before: `${index}: `,
      after: '\n',
    });
    const pieces: Buffer[] = [];
    for await (const piece of run.json(frame)) pieces.push(Buffer.from(piece));
    let fromObjects = '';
    let index = 0;
    for await (const article of run) fromObjects += `${index++}: ${toJson(article)}\n`;
    return { fromBytes: Buffer.concat(pieces).toString(), fromObjects };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const anyText: fc.Arbitrary<string> = fc.oneof(
  oddText,
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', '\\', '\n', '\u0000', '\u001b', '\u007f', '\u0080', '\u009f', '\u00a0', '\u00c2', '\u2027', '\u2028', '\u2029', '\u202a', '\u20a8', '\ufffd', '😀', 'a'))
    .map((parts) => parts.join('')),
); // prettier-ignore

describe('the JSON of an article', () => {
  it('is the same from the bytes of a file as from the article, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('off', 'text'),
        async (contents, repair) => {
          const files = Object.fromEntries(contents.map((bytes, index) => [`${index} "ü.txt`, bytes]));
          const { fromBytes, fromObjects } = await bothWays(
            { ...files, 'z.txt': Buffer.from('One.') },
            { repair },
          );
          expect(fromBytes).toBe(fromObjects);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is the same both ways for news with fields, furniture, copies and variants', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles, fc.constantFrom('keep', 'drop'), async (files, variants) => {
        const { fromBytes, fromObjects } = await bothWays(files, { variants });
        expect(fromBytes).toBe(fromObjects);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the JSON buffer', () => {
  it('escapes strings that stand as UTF-8 like toJson, whatever stands around them', () => {
    const out = new JsonBuffer();
    fc.assert(
      fc.property(anyText, fc.constantFrom('', '\u00c2', 'a"\u2028'), (text, around) => {
        const wellFormed = Buffer.from(text).toString();
        const bytes = Buffer.from(around + wellFormed + around);
        const start = Buffer.byteLength(around);
        out.utf8(bytes, start, bytes.length - start);
        expect(Buffer.from(out.take()).toString()).toBe(toJson(wellFormed));
      }),
      { numRuns: 1500 },
    );
  });

  it('writes integers and any JSON, and grows', () => {
    const out = new JsonBuffer();
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(99), fc.nat(2 ** 31 - 1), fc.maxSafeNat())), (numbers) => {
        for (const number of numbers) {
          out.integer(number);
          out.ascii(Buffer.from(','));
        }
        expect(Buffer.from(out.take()).toString()).toBe(numbers.map((number) => `${number},`).join(''));
      }),
    );
    const long = 'ü"'.repeat(400_000);
    out.value(long);
    out.json('😀');
    expect(Buffer.from(out.take()).toString()).toBe(`${toJson(long)}😀`);
  });
});

describe('decodeUtf8', () => {
  it('gives the code units of the string, as far as there is room', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(3), (text, room, at) => {
        const wellFormed = Buffer.from(text).toString();
        const units = new Uint16Array(at + room);
        const end = decodeUtf8(Buffer.from(wellFormed), 0, Buffer.byteLength(wellFormed), units, at);
        expect([...units.subarray(at, end)]).toEqual([...unitsOf(wellFormed).subarray(0, room)]);
      }),
      { numRuns: 1000 },
    );
  });
});
