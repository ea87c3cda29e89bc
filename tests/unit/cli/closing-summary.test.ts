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
  blocks: { total: size, kept: size, boilerplate: size, duplicate: size, variant: size, extension: size },
  duplicates: { exact: size, near: size, contained: size, within: size, across: 0 },
  characters: { total: size, kept: Math.floor(size / 3) },
});

describe('closingSummary', () => {
  test('says in plain words what a run did', () => {
    expect(closingSummary(summary(1000), 'clean.json', plain)).toBe(
      [
        '1,000 files: 1,000 articles, 1,000 skipped',
        'kept     1,000 of 1,000 blocks, 33.3 % of the characters',
        'removed  1,000 boilerplate, 1,000 repeats',
        'repeats  1,000 exact, 1,000 near, 1,000 contained',
        'variants 1,000 kept: each repeats other text, see variantOf',
        'extended 1,000 kept: an earlier text, and more',
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
      blocks: { ...summary(1).blocks, variant: 0, extension: 0 },
      duplicates: { ...summary(1).duplicates, contained: 0 },
    };
    expect(closingSummary(one, undefined, plain)).toBe(
      '1 file: 1 article, 0 skipped\n' +
        'kept     1 of 1 block, 0 % of the characters\n' +
        'removed  1 boilerplate, 1 repeat\n' +
        'repeats  1 exact, 1 near, 0 contained\n',
    );
    const none = closingSummary(summary(0), undefined, plain);
    expect(none).toContain('100 % of the characters');
    expect(none).toContain('0 boilerplate, 0 repeats\n');
    expect(none).not.toContain('exact');
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
