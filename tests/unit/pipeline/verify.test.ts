import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Output, RemovedDuplicate } from '../../../src/model/article.ts';
import { verifyOutput, type VerifyOptions } from '../../../src/pipeline/verify.ts';
import { formatViolation, type Violation, type ViolationCode } from '../../../src/pipeline/violation.ts';
import type { Format } from '../../../src/reporters/index.ts';
import { containedFiles, drawOutput, makeFolder, makeSample, type Sample } from './sample-folder.ts';

type Writable<Type> = Type extends readonly (infer Item)[]
  ? number extends Type['length']
    ? Writable<Item>[]
    : { -readonly [Place in keyof Type]: Writable<Type[Place]> }
  : Type extends object
    ? { -readonly [Member in keyof Type]: Writable<Type[Member]> }
    : Type;
type Tampered = Writable<Output>;

let sample: Sample;
/** The output of text that was cut, merged and extended. */
let contained: Sample;
const scratch = makeFolder();
beforeAll(async () => {
  sample = await makeSample();
  contained = await makeSample(containedFiles);
});
afterAll(() => {
  sample.remove();
  contained.remove();
  rmSync(scratch, { recursive: true });
});

async function verify(
  output: Output,
  options: VerifyOptions = {},
  format: Format = 'json',
): Promise<Violation[]> {
  const file = join(scratch, `output.${format}`);
  writeFileSync(file, await drawOutput(output, format));
  const found: Violation[] = [];
  for await (const violation of verifyOutput(file, { root: sample.folder, ...options }))
    found.push(violation);
  return found;
}

function tamper(change: (output: Tampered) => void, of: Sample = sample): Output {
  const output = structuredClone(of.output) as Tampered;
  change(output);
  return output;
}

function article(output: Tampered, path: string): Writable<Article> {
  const found = output.articles.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`the sample has no article ${path}`);
  return found;
}

function duplicate(output: Tampered, path: string, block: number): Writable<RemovedDuplicate> {
  const found = article(output, path).removed.find((removed) => removed.block === block);
  if (found?.reason !== 'duplicate') throw new Error(`block ${block} of ${path} is no duplicate`);
  return found;
}

function codes(violations: readonly Violation[]): ViolationCode[] {
  return [...new Set(violations.map(({ code }) => code))].toSorted();
}

/** What is changed in an output, all codes that this must give, and how. */
type Change = readonly [what: string, found: ViolationCode[], change: (output: Tampered) => void];

const changes: readonly Change[] = [
  ['another size', ['SIZE_DIFFERS', 'SUMMARY_DIFFERS'], (o) => (article(o, 'a.txt').bytes = 3)],
  ['another hash', ['HASH_DIFFERS'], (o) => (article(o, 'a.txt').sha256 = '0'.repeat(64))],
  [
    'a guess that is not called one',
    ['ENCODING_DIFFERS'],
    (o) => delete article(o, 'sub/latin.txt').encodingGuessed,
  ],
  ['fewer replacements', ['ENCODING_DIFFERS'], (o) => (article(o, 'sub/invalid.txt').replacements = 7)],
  ['a lost mark', ['ENCODING_DIFFERS', 'WHITESPACE_DIFFERS'], (o) => delete article(o, 'sub/bom.txt').bom],
  [
    'a lost block in the middle',
    ['BLOCK_NUMBERS', 'SUMMARY_DIFFERS', 'UNACCOUNTED_TEXT', 'WHITESPACE_DIFFERS'],
    (o) => dropFirst(o, 'sub/crlf.txt', 'sub/bom.txt'),
  ],
  [
    'a lost block at the end',
    ['SUMMARY_DIFFERS', 'UNACCOUNTED_TEXT', 'WHITESPACE_DIFFERS'],
    (o) => article(o, 'sub/utf16.txt').paragraphs.pop(),
  ],
  [
    'a block given twice',
    ['BLOCK_BYTES', 'BLOCK_NUMBERS', 'SUMMARY_DIFFERS'],
    (o) => article(o, 'b.txt').paragraphs.push(structuredClone(article(o, 'b.txt').paragraphs[1])),
  ],
  ['paragraphs out of order', ['BLOCK_NUMBERS'], (o) => article(o, 'a.txt').paragraphs.reverse()],
  [
    'overlapping bytes',
    ['BLOCK_BYTES', 'UNACCOUNTED_TEXT'],
    (o) => (article(o, 'a.txt').paragraphs[0].bytes = [38, 177]),
  ],
  [
    'bytes behind the end of the file',
    ['BLOCK_BYTES', 'UNACCOUNTED_TEXT'],
    (o) => (article(o, 'sub/utf16.txt').paragraphs[1].bytes = [122, 158]),
  ],
  [
    'empty bytes',
    ['BLOCK_BYTES', 'UNACCOUNTED_TEXT'],
    (o) => (article(o, 'a.txt').paragraphs[0].bytes = [41, 41]),
  ],
  [
    'bytes that leave text out',
    ['TEXT_DIFFERS', 'UNACCOUNTED_TEXT'],
    (o) => (article(o, 'sub/latin.txt').paragraphs[0].bytes = [4, 60]),
  ],
  [
    'other white space between blocks',
    ['WHITESPACE_DIFFERS'],
    (o) => (article(o, 'a.txt').whitespace = { between: '\n\n\n' }),
  ],
  ['no white space stated', ['WHITESPACE_DIFFERS'], (o) => delete article(o, 'sub/crlf.txt').whitespace],
  [
    'white space of a block that is not there',
    ['WHITESPACE_DIFFERS'],
    (o) => article(o, 'sub/crlf.txt').whitespace?.others?.push([9, ' ']),
  ],
  [
    'another text',
    ['TEXT_DIFFERS'],
    (o) => (article(o, 'sub/utf16.txt').paragraphs[1].text = 'Mehr dazu gestern'),
  ],
  ['another first line', ['LINES_DIFFER'], (o) => (article(o, 'a.txt').paragraphs[0].lines = [2, 3])],
  ['another last line', ['LINES_DIFFER'], (o) => (article(o, 'sub/crlf.txt').paragraphs[0].lines = [3, 4])],
  [
    'raw bytes that are missing',
    ['RAW_DIFFERS'],
    (o) => delete article(o, 'sub/invalid.txt').paragraphs[0].raw,
  ],
  [
    'raw bytes that are not needed',
    ['RAW_DIFFERS'],
    (o) => (article(o, 'sub/invalid.txt').paragraphs[1].raw = 'Wndl'),
  ],
  ['other raw bytes', ['RAW_DIFFERS'], (o) => (article(o, 'sub/invalid.txt').paragraphs[0].raw = 'AAAA')],
  [
    'another title',
    ['FIELD_DIFFERS'],
    (o) => (article(o, 'a.txt').title = 'Council votes against the bridge'),
  ],
  ['a title without its block', ['FIELD_DIFFERS'], (o) => (article(o, 'sub/bom.txt').title = 'A museum')],
  ['a field without its value', ['FIELD_DIFFERS'], (o) => (article(o, 'a.txt').title = null)],
  [
    'an article given twice',
    ['ARTICLE_TWICE', 'SUMMARY_DIFFERS'],
    (o) => o.articles.push(structuredClone(article(o, 'empty.txt'))),
  ],
  [
    'a witness in an article that is not there',
    ['GROUP_DIFFERS', 'WITNESS_MISSING'],
    (o) => (duplicate(o, 'b.txt', 1).of.path = 'x.txt'),
  ],
  [
    'a witness with a number that is not there',
    ['GROUP_DIFFERS', 'WITNESS_MISSING'],
    (o) => (duplicate(o, 'b.txt', 1).of.block = 99),
  ],
  [
    'a witness that is removed itself',
    ['GROUP_DIFFERS', 'WITNESS_REMOVED'],
    (o) => (duplicate(o, 'c.txt', 1).of.block = 4),
  ],
  [
    'a witness that is removed itself in a later article',
    ['GROUP_DIFFERS', 'WITNESS_REMOVED'],
    (o) => (duplicate(o, 'b.txt', 1).of = { path: 'c.txt', block: 3 }),
  ],
  [
    'a block that is its own witness',
    ['GROUP_DIFFERS', 'WITNESS_SELF'],
    (o) => (duplicate(o, 'a.txt', 4).of.block = 4),
  ],
  [
    'an exact copy of another text',
    ['GROUP_DIFFERS', 'NOT_EXACT'],
    (o) => (duplicate(o, 'c.txt', 1).of.block = 2),
  ],
  [
    'an exact copy with a lower similarity',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => (duplicate(o, 'c.txt', 1).similarity = 0.9),
  ],
  [
    'a near copy of another text',
    ['BELOW_THRESHOLD', 'GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => (duplicate(o, 'b.txt', 2).of.block = 1),
  ],
  [
    'a higher similarity',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => (duplicate(o, 'b.txt', 2).similarity = 0.9999),
  ],
  ['a higher threshold', ['BELOW_THRESHOLD'], (o) => (o.settings.near = 0.99)],
  ['near copies where none were looked for', ['BELOW_THRESHOLD'], (o) => (o.settings.near = null)],
  [
    'a variant with another similarity',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => Object.assign(article(o, 'b.txt').paragraphs[0].variantOf ?? {}, { similarity: 0.9 }),
  ],
  [
    'a near copy that is called contained',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS', 'SUMMARY_DIFFERS'],
    (o) => (duplicate(o, 'b.txt', 2).match = 'contained'),
  ],
  ['another scope', ['SCOPE_DIFFERS', 'SUMMARY_DIFFERS'], (o) => (duplicate(o, 'a.txt', 4).scope = 'across')],
  ['a scope that was not asked for', ['SCOPE_DIFFERS'], (o) => (o.settings.scope = ['across'])],
  ['a lost group', ['GROUP_DIFFERS'], (o) => o.groups.shift()],
  ['a group given twice', ['GROUP_DIFFERS'], (o) => o.groups.push(structuredClone(o.groups[0]))],
  ['a copy in the wrong group', ['GROUP_DIFFERS'], (o) => (o.groups[0].kept.block = 2)],
  ['a group with another match', ['GROUP_DIFFERS'], (o) => (o.groups[0].copies[0].match = 'near')],
  ['a group with another similarity', ['GROUP_DIFFERS'], (o) => (o.groups[0].copies[0].similarity = 0.5)],
  ['another count', ['SUMMARY_DIFFERS'], (o) => o.summary.characters.kept++],
  [
    'a skipped input that is not counted',
    ['SUMMARY_DIFFERS'],
    (o) => o.skipped.push({ path: 'x', code: 'BINARY', message: '' }),
  ],
  [
    'an article that is no duplicate',
    ['NOT_A_DUPLICATE', 'SUMMARY_DIFFERS'],
    (o) => (article(o, 'b.txt').duplicateOf = 'a.txt'),
  ],
  ['a duplicate of another article', ['NOT_A_DUPLICATE'], (o) => (article(o, 'c.txt').duplicateOf = 'b.txt')],
  ['a duplicate of nothing', ['NOT_A_DUPLICATE'], (o) => (article(o, 'c.txt').duplicateOf = 'x.txt')],
  ['a duplicate of itself', ['NOT_A_DUPLICATE'], (o) => (article(o, 'c.txt').duplicateOf = 'c.txt')],
];

/** The group of a block. */
function group(output: Tampered, path: string, block: number): Tampered['groups'][number] {
  const found = output.groups.find(({ kept }) => kept.path === path && kept.block === block);
  if (found === undefined) throw new Error(`block ${block} of ${path} has no group`);
  return found;
}

const containedChanges: readonly Change[] = [
  [
    'a witness of blocks that do not follow each other',
    ['GROUP_DIFFERS', 'WITNESS_SCATTERED'],
    (o) => (duplicate(o, '2.txt', 1).of.blocks = [1, 3]),
  ],
  [
    'a witness of blocks in another order',
    ['WITNESS_SCATTERED'],
    (o) => Object.assign(duplicate(o, '2.txt', 1).of, { block: 2, blocks: [2, 1] }),
  ],
  [
    'a witness that names another block than its first',
    ['WITNESS_SCATTERED'],
    (o) => (duplicate(o, '2.txt', 1).of.block = 2),
  ],
  [
    'a witness of blocks of which one is removed',
    ['GROUP_DIFFERS', 'WITNESS_REMOVED'],
    (o) => (duplicate(o, '2.txt', 1).of = { path: '3.txt', block: 1, blocks: [1, 2] }),
  ],
  [
    'a witness of blocks of which one is not there',
    ['GROUP_DIFFERS', 'WITNESS_MISSING'],
    (o) => (duplicate(o, '2.txt', 1).of.blocks = [1, 2, 99]),
  ],
  [
    'a witness of one block where it takes two',
    ['BELOW_THRESHOLD', 'GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => delete duplicate(o, '2.txt', 1).of.blocks,
  ],
  [
    'a block too many, which adds nothing',
    ['GROUP_DIFFERS'],
    (o) => (duplicate(o, '2.txt', 1).of.blocks = [1, 2, 3]),
  ],
  [
    'a higher containment',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => (duplicate(o, '2.txt', 1).similarity = 1),
  ],
  ['a higher threshold of containment', ['BELOW_THRESHOLD'], (o) => (o.settings.contained = 0.99)],
  ['contained copies where none were looked for', ['BELOW_THRESHOLD'], (o) => (o.settings.contained = null)],
  [
    'a contained copy that is called near',
    ['BELOW_THRESHOLD', 'GROUP_DIFFERS', 'SIMILARITY_DIFFERS', 'SUMMARY_DIFFERS'],
    (o) => (duplicate(o, '3.txt', 2).match = 'near'),
  ],
  [
    'an extension with another similarity',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => Object.assign(article(o, '3.txt').paragraphs[1].extends ?? {}, { similarity: 0.95 }),
  ],
  [
    'an extension of another text',
    ['BELOW_THRESHOLD', 'GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => Object.assign(article(o, '3.txt').paragraphs[1].extends ?? {}, { path: '1.txt', block: 1 }),
  ],
  [
    'an extension that is called a variant',
    ['BELOW_THRESHOLD', 'GROUP_DIFFERS', 'SIMILARITY_DIFFERS', 'SUMMARY_DIFFERS'],
    (o) => {
      const [, entry] = article(o, '3.txt').paragraphs;
      if (entry.extends !== undefined)
        entry.variantOf = { ...entry.extends, match: 'contained', differs: [] };
      delete entry.extends;
    },
  ],
  [
    'a lost extension',
    ['GROUP_DIFFERS', 'SUMMARY_DIFFERS'],
    (o) => delete article(o, '3.txt').paragraphs[1].extends,
  ],
  ['a lost second link', ['GROUP_DIFFERS'], (o) => delete duplicate(o, '4.txt', 1).extends],
  [
    'a second link with another similarity',
    ['GROUP_DIFFERS', 'SIMILARITY_DIFFERS'],
    (o) => Object.assign(duplicate(o, '4.txt', 1).extends ?? {}, { similarity: 0.95 }),
  ],
  [
    'a title that is linked to another text',
    ['GROUP_DIFFERS', 'NOT_EXACT'],
    (o) => Object.assign(article(o, '2.txt').fields.title?.variantOf ?? {}, { block: 1 }),
  ],
  [
    'a title that is linked as a near one',
    ['BELOW_THRESHOLD'],
    (o) => {
      Object.assign(article(o, '2.txt').fields.title?.variantOf ?? {}, { match: 'near' });
      o.settings.near = null;
    },
  ],
  [
    'a group of one block of a witness without the copy',
    ['GROUP_DIFFERS'],
    (o) => group(o, '1.txt', 2).copies.shift(),
  ],
  [
    'a missing group of one block of a witness',
    ['GROUP_DIFFERS'],
    (o) => (o.groups = o.groups.filter((entry) => entry !== group(o, '1.txt', 1))),
  ],
  [
    'a copy that stands twice in one group of its witness',
    ['GROUP_DIFFERS'],
    (o) => group(o, '1.txt', 1).copies.push(structuredClone(group(o, '1.txt', 1).copies[0])),
  ],
  [
    'an extension that its group calls contained',
    ['GROUP_DIFFERS'],
    (o) => (group(o, '2.txt', 2).copies[0].match = 'contained'),
  ],
  ['another count of extensions', ['SUMMARY_DIFFERS'], (o) => o.summary.blocks.extension++],
];

/** Drops the first removed block of an article, and the group of its witness. */
function dropFirst(output: Tampered, path: string, witness: string): void {
  article(output, path).removed.shift();
  output.groups = output.groups.filter(({ kept }) => kept.path !== witness);
}

describe('verify', () => {
  test('finds in the sample everything that is tampered with below', () => {
    const text = JSON.stringify(sample.output);
    for (const part of [
      '"near"',
      '"exact"',
      '"variantOf"',
      '"within"',
      '"across"',
      '"raw"',
      '"bom"',
      '"others"',
    ]) {
      expect(text).toContain(part);
    }
  });

  test.each(['json', 'jsonl'] as const)('proves an untouched output in the format %s', async (format) => {
    expect(await verify(sample.output, {}, format)).toEqual([]);
  });

  test.each(changes)('finds %s', async (_, expected, change) => {
    expect(codes(await verify(tamper(change)))).toEqual(expected.toSorted());
  });

  test('finds in the other sample what is tampered with next', () => {
    const text = JSON.stringify(contained.output);
    for (const part of ['"contained"', '"blocks":[1,2]', '"extends"', '"extension"', '"differs":[]']) {
      expect(text).toContain(part);
    }
    expect(duplicate(contained.output as Tampered, '4.txt', 1).extends).toMatchObject({
      path: '2.txt',
      block: 2,
    });
  });

  test.each(['json', 'jsonl'] as const)(
    'proves text that was cut, merged and extended, in %s',
    async (format) => {
      expect(await verify(contained.output, { root: contained.folder }, format)).toEqual([]);
    },
  );

  test.each(containedChanges)('finds %s', async (_, expected, change) => {
    const found = await verify(tamper(change, contained), { root: contained.folder });
    expect(codes(found)).toEqual(expected.toSorted());
  });

  test('takes a truncation mark for one whatever white space is in it', async () => {
    const tails = [
      ' … [ + 2 2 1 7 c h a r s ]',
      '... r e a d the rest here',
      ' … the story goes on here',
      '...',
    ];
    const own = await makeSample({
      'a.txt': sample.output.articles[0].paragraphs.map(({ text }) => text).join('\n\n'),
      ...Object.fromEntries(
        tails.map((tail, index) => [
          `b${index}.txt`,
          `${index} o'clock it was.\n\n${sample.output.articles[0].paragraphs[1].text.slice(0, 100)}${tail}`,
        ]),
      ),
    });
    try {
      const linked = own.output.groups.flatMap(({ copies }) => copies);
      expect(linked.filter(({ path }) => path.startsWith('b'))).toHaveLength(tails.length);
      expect(await verify(own.output, { root: own.folder })).toEqual([]);
    } finally {
      own.remove();
    }
  });

  test('names article and block and makes a sentence of each violation', async () => {
    const [violation] = await verify(tamper((o) => (article(o, 'a.txt').paragraphs[0].lines = [2, 3])));
    expect(violation).toMatchObject({ code: 'LINES_DIFFER', path: 'a.txt', block: 1 });
    expect(formatViolation(violation)).toBe('it stands on lines 3 to 3, the output says 2 to 3');
  });

  test('proves witnesses in jsonl with the threshold it is told', async () => {
    expect(codes(await verify(sample.output, { near: 0.99 }, 'jsonl'))).toEqual(['BELOW_THRESHOLD']);
    expect(codes(await verify(sample.output, { near: 'off' }, 'jsonl'))).toEqual(['BELOW_THRESHOLD']);
  });

  test('proves contained text in jsonl with the threshold it is told', async () => {
    const told = async (least: number | 'off'): Promise<ViolationCode[]> =>
      codes(await verify(contained.output, { root: contained.folder, contained: least }, 'jsonl'));
    expect([await told(0.9), await told(0.99), await told('off')]).toEqual([
      [],
      ['BELOW_THRESHOLD'],
      ['BELOW_THRESHOLD'],
    ]);
  });

  test('refuses a threshold that is none, or not the one that the output states', async () => {
    await expect(verify(sample.output, { near: 1.2 })).rejects.toMatchObject({ code: 'BAD_OPTION' });
    await expect(verify(sample.output, { near: 0.9 })).rejects.toMatchObject({ code: 'CONTRADICTION' });
    await expect(verify(sample.output, { contained: 0 })).rejects.toMatchObject({ code: 'BAD_OPTION' });
    await expect(verify(sample.output, { contained: 'off' })).rejects.toMatchObject({
      code: 'CONTRADICTION',
    });
    expect(await verify(sample.output, { near: 0.85, contained: 0.9 })).toEqual([]);
  });

  test('stops with the reason of an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(verify(sample.output, { signal })).rejects.toThrow('enough');
  });

  test('counts what it has proved and reports each article', async () => {
    const file = join(scratch, 'output.json');
    writeFileSync(file, await drawOutput(sample.output, 'json'));
    const done: number[] = [];
    const onProgress = (event: { done: number; total: number }): number =>
      done.push(event.done / event.total);
    const verification = verifyOutput(file, { root: sample.folder, onProgress });
    for await (const violation of verification) expect(violation).toBeUndefined();
    expect(verification.counts).toEqual(sample.output.summary);
    expect(verification.hasHead).toBe(true);
    expect(done).toHaveLength(sample.output.articles.length);
    expect(done.at(-1)).toBe(1);
  });
});

describe('verify, when the raw files are not what they were,', () => {
  async function verifyChanged(change: (folder: string) => void): Promise<Violation[]> {
    const own = await makeSample();
    try {
      change(own.folder);
      return await verify(own.output, { root: own.folder });
    } finally {
      own.remove();
    }
  }

  test('finds a file that is gone', async () => {
    const found = await verifyChanged((folder) => rmSync(join(folder, 'b.txt')));
    expect(found).toEqual([
      { code: 'FILE_UNREADABLE', args: { cause: 'ENOENT' }, path: 'b.txt', block: null },
    ]);
  });

  test('finds a folder in place of a file, and does not read a device', async () => {
    const found = await verifyChanged((folder) => {
      rmSync(join(folder, 'a.txt'));
      mkdirSync(join(folder, 'a.txt'));
      rmSync(join(folder, 'b.txt'));
      symlinkSync('/dev/zero', join(folder, 'b.txt'));
    });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['FILE_UNREADABLE', 'a.txt'],
      ['FILE_UNREADABLE', 'b.txt'],
    ]);
  });

  test('finds a longer file', async () => {
    const found = await verifyChanged((folder) => appendFileSync(join(folder, 'a.txt'), '\n'));
    expect(codes(found)).toEqual(['SIZE_DIFFERS']);
  });

  test('finds an edited file of the same size, and the edited block', async () => {
    const found = await verifyChanged((folder) => {
      const file = join(folder, 'a.txt');
      writeFileSync(file, readFileSync(file, 'utf8').replace('market traders', 'market tracers'));
    });
    expect(found.map(({ code, block }) => [code, block])).toEqual([
      ['HASH_DIFFERS', null],
      ['TEXT_DIFFERS', 3],
    ]);
  });

  test('finds a file that is no text any more', async () => {
    const found = await verifyChanged((folder) => {
      const file = join(folder, 'a.txt');
      const bytes = readFileSync(file);
      bytes[5] = 0;
      writeFileSync(file, bytes);
    });
    expect(codes(found)).toContain('ENCODING_DIFFERS');
  });
});

test('verify proves standard input from the output alone, and finds it tampered with', async () => {
  const output = tamper((o) => {
    o.articles = [article(o, 'sub/utf16.txt')];
    o.articles[0].path = '-';
    Object.assign(o.summary, { ...o.summary, files: 1, articles: 1, duplicateArticles: 0 });
  });
  expect(await verify(output, { root: scratch }, 'jsonl')).toEqual([]);
  const damaged = structuredClone(output) as Tampered;
  damaged.articles[0].paragraphs[1].text = 'Mehr dazu abends.';
  expect(codes(await verify(damaged as Output, {}, 'jsonl'))).toContain('HASH_DIFFERS');
});

test('every violation that verify knows is found by a test of this file', () => {
  const elsewhere: ViolationCode[] = ['FILE_UNREADABLE'];
  const found = new Set([
    ...[...changes, ...containedChanges].flatMap(([, expected]) => expected),
    ...elsewhere,
  ]);
  const known: Record<ViolationCode, true> = {
    FILE_UNREADABLE: true,
    SIZE_DIFFERS: true,
    HASH_DIFFERS: true,
    ENCODING_DIFFERS: true,
    BLOCK_NUMBERS: true,
    BLOCK_BYTES: true,
    UNACCOUNTED_TEXT: true,
    WHITESPACE_DIFFERS: true,
    TEXT_DIFFERS: true,
    LINES_DIFFER: true,
    RAW_DIFFERS: true,
    FIELD_DIFFERS: true,
    ARTICLE_TWICE: true,
    WITNESS_MISSING: true,
    WITNESS_REMOVED: true,
    WITNESS_SELF: true,
    NOT_EXACT: true,
    BELOW_THRESHOLD: true,
    SIMILARITY_DIFFERS: true,
    WITNESS_SCATTERED: true,
    SCOPE_DIFFERS: true,
    GROUP_DIFFERS: true,
    SUMMARY_DIFFERS: true,
    NOT_A_DUPLICATE: true,
  };
  expect([...found].toSorted()).toEqual(Object.keys(known).toSorted());
});
