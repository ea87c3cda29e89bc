import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { closingSummary } from '../../../src/cli/closing-summary.ts';
import type { Summary } from '../../../src/model/article.ts';

const plain = new Chalk({ level: 0 });
const summary = (size: number): Summary => ({
  files: size,
  articles: size,
  skipped: size,
  duplicateArticles: size,
  bytes: size,
  blocks: { total: size, kept: size, boilerplate: size, duplicate: size, variant: size },
  duplicates: { exact: size, near: size, contained: 0, within: size, across: 0 },
  characters: { total: size, kept: Math.floor(size / 3) },
});

describe('closingSummary', () => {
  test('says in plain words what a run did', () => {
    expect(closingSummary(summary(1000), 'clean.json', plain)).toBe(
      [
        '1,000 files: 1,000 articles, 1,000 skipped',
        'kept     1,000 of 1,000 blocks, 33.3 % of the characters',
        'removed  1,000 boilerplate, 1,000 exact repeats, 1,000 near repeats',
        'variants 1,000 kept: alike, but their facts differ',
        'articles 1,000 with nothing unique left, see duplicateOf',
        'written to clean.json',
        'to prove it: cleancopy verify clean.json',
        '',
      ].join('\n'),
    );
  });

  test('leaves out what there is none of, and knows the singular', () => {
    const one: Summary = {
      ...summary(1),
      skipped: 0,
      duplicateArticles: 0,
      blocks: { ...summary(1).blocks, variant: 0 },
    };
    expect(closingSummary(one, undefined, plain)).toBe(
      '1 file: 1 article, 0 skipped\n' +
        'kept     1 of 1 block, 0 % of the characters\n' +
        'removed  1 boilerplate, 1 exact repeat, 1 near repeat\n',
    );
    expect(closingSummary(summary(0), undefined, plain)).toContain('100 % of the characters');
  });

  test('fits 80 columns for millions', () => {
    for (const line of closingSummary(summary(9_999_999), undefined, plain).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test('quotes a file name as a shell takes it, and shows it harmlessly', () => {
    const text = closingSummary(summary(1), "it's \u001b[31m.json", plain);
    expect(text).toContain("written to it's \\x1b[31m.json\n");
    expect(text).toContain("cleancopy verify 'it'\\''s \\x1b[31m.json'\n");
  });
});
