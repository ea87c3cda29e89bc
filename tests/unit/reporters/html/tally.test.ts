import { describe, expect, test } from 'vitest';
import type { Article, Removed } from '../../../../src/model/article.ts';
import { Tally } from '../../../../src/reporters/html/tally.ts';
import { placeBlocks } from '../../../../src/reporters/place-blocks.ts';

const entry = (block: number, text: string) =>
  ({ block, lines: [block + 1, block + 1], bytes: [0, text.length], text }) as const;

function article(path: string, kept: string, removed: readonly Removed[]): Article {
  return {
    path,
    sha256: '0'.repeat(64),
    bytes: 1,
    encoding: 'utf-8',
    source: 'article',
    language: null,
    title: null,
    subtitle: null,
    byline: null,
    published: null,
    duplicateOf: null,
    fields: {},
    paragraphs: [{ ...entry(0, kept), kind: 'paragraph' }],
    removed,
  };
}

const repeat = (block: number, text: string, path: string, blocks?: readonly number[]): Removed => ({
  ...entry(block, text),
  reason: 'duplicate',
  match: 'exact',
  scope: 'across',
  similarity: 1,
  of: { path, block: blocks?.[0] ?? 0, ...(blocks && { blocks }) },
});
const boilerplate = (block: number, text: string, rule: string): Removed => ({
  ...entry(block, text),
  reason: 'boilerplate',
  rule,
  evidence: 'lexicon',
  confidence: 1,
});

function tallyOf(...articles: readonly Article[]): Tally {
  const tally = new Tally();
  for (const [slot, one] of articles.entries()) tally.add(one, placeBlocks(one), 0, slot);
  return tally;
}

describe('Tally', () => {
  test('adds up what each family removed, most first', () => {
    const tally = tallyOf(
      article('a', 'kept', [
        boilerplate(1, 'Share', 'share-widget'),
        boilerplate(2, 'Leave a Reply', 'comment-form'),
      ]),
      article('b', 'kept', [boilerplate(1, 'Share!', 'share-widget')]),
    );
    expect(tally.rules).toEqual([
      { rule: 'comment-form', blocks: 1, units: 13 },
      { rule: 'share-widget', blocks: 2, units: 11 },
    ]);
  });

  test('adds up pairs of files, also where the witness comes later, and never within a file', () => {
    const tally = tallyOf(
      article('a', 'x', [repeat(1, 'four', 'b'), repeat(2, 'three', 'b'), repeat(3, 'xx', 'a')]),
      article('b', 'y', []),
    );
    expect(tally.pairs).toEqual([{ from: 0, to: 1, units: 9 }]);
  });

  test('counts a text that several blocks hold together once for a pair, and in the group of each', () => {
    const tally = tallyOf(article('a', 'x', []), article('b', 'y', [repeat(1, 'seven', 'a', [0, 1])]));
    expect(tally.pairs).toEqual([{ from: 1, to: 0, units: 5 }]);
    expect(tally.groups.block).toEqual([0, 1]);
  });

  test('leaves out links to what is not in the output', () => {
    const tally = tallyOf(article('a', 'x', [repeat(1, 'four', 'gone')]));
    expect(tally.pairs).toEqual([]);
    expect(tally.groups.start).toEqual([0]);
  });

  test('names the folder that all paths are in', () => {
    const folderOf = (...paths: readonly string[]): string =>
      tallyOf(...paths.map((path) => article(path, 'x', []))).columns().folder;
    expect(folderOf('a/b/one.txt', 'a/b/other.txt')).toBe('a/b/');
    expect(folderOf('a/b/one.txt', 'a/bc/one.txt')).toBe('a/');
    expect(folderOf('one.txt', 'two.txt')).toBe('');
    expect(folderOf('a/one.txt')).toBe('');
  });
});
