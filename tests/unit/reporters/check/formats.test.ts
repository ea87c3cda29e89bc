import { expect, test } from 'vitest';
import type { Finding, Verdict } from '../../../../src/model/finding.ts';
import { percent } from '../../../../src/reporters/check/describe.ts';
import { checkReporters, type CheckFormat } from '../../../../src/reporters/check/index.ts';
import { failed, findings, passed, report } from './reported.ts';

test.each(Object.keys(checkReporters) as CheckFormat[])('%s holds no raw control character', (format) => {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(report(format)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
});

test.each((Object.keys(checkReporters) as CheckFormat[]).filter((format) => format !== 'json'))(
  '%s turns no text around; json keeps the text as it is',
  (format) => {
    expect(report(format)).not.toMatch(/[\u202a-\u202e]/);
  },
);

test('text has a line for each finding, each budget, and the verdict', () => {
  expect(report('text').split('\n')).toEqual([
    'news/a.txt:3: boilerplate, share-widget: "Share"',
    'a,b:c/<d>&"e"|`%]#?\\x1b\\x0a.txt:4: repeats news/a.txt:12 (near, 0.93): "::error::x ]]> --> <script>alert(1)</script> & "quotes" `co…"',
    'news/c.txt: holds nothing that is not in a,b:c/<d>&"e"|`%]#?\\x1b\\x0a.txt',
    'a,b:c/<d>&"e"|`%]#?\\x1b\\x0a.txt: loses 75 % of its characters',
    '1 repeat, 1 boilerplate, 1 duplicate article in 3 articles',
    'OVER --max-duplicate-share: repeats, of all characters: 5.01 %, allowed: 5 %',
    'ok   --max-boilerplate-share: boilerplate, of all characters: 0.5 %, allowed: 50 %',
    'OVER --max-duplicate-articles: articles with nothing of their own: 1, allowed: 0',
    'OVER --max-loss: largest loss of one article: 75 % (a,b:c/<d>&"e"|`%]#?\\x1b\\x0a.txt), allowed: 50 %',
    '2 findings of the baseline no longer there; --update-baseline drops what is gone',
    'failed: 3 of 4 budgets exceeded; the baseline accepts 12 findings',
    '',
  ]);
});

test('text says how many findings it does not list, and what was not set', () => {
  expect(report('text', failed, findings, 3)).toContain(
    '\n1 more finding not listed; --list all lists them\n',
  );
  expect(report('text', { ...passed, budgets: [], accepted: 0 }, [])).toContain(
    '\nno budget was set, so nothing can fail\n',
  );
});

test('json holds findings and verdict as they are', () => {
  const value = JSON.parse(report('json')) as { readonly findings: readonly Finding[] } & Omit<
    Verdict,
    'findings'
  >;
  expect(value.findings).toEqual(findings);
  expect(value).toMatchObject({
    schema: 'cleancopy-check/1',
    passed: false,
    unlisted: 0,
    counts: failed.findings,
    budgets: failed.budgets,
    characters: failed.characters,
    skipped: failed.skipped,
  });
  expect((JSON.parse(report('json', passed, [])) as { readonly findings: unknown }).findings).toEqual([]);
});

test('markdown tells the verdict first, and lets no text of the input be anything but text', () => {
  const text = report('markdown');
  expect(text).toMatch(/^## cleancopy check: failed\n/);
  expect(text).toContain('| `--max-duplicate-share` | repeats, of all characters | 5.01 % | 5 % | ❌ over |');
  expect(text).not.toMatch(/<script|(?<!\\)`code|(?<!\\)\[link|http:|@all|(?<!\\)\| cell/);
  // every row of a table has the borders of its head
  const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
  for (const table of text.matchAll(/(?:^\|.*\n)+/gm)) {
    const rows = table[0].trimEnd().split('\n');
    expect(new Set(rows.map(cells)).size).toBe(1);
  }
  expect(report('markdown', passed, [])).toMatch(/^## cleancopy check: passed\n[^]*✅ kept/);
});

test('a share over its limit is never shown as equal to it', () => {
  expect(percent(0.05)).toBe('5 %');
  expect(percent(0.07)).toBe('7 %');
  expect(percent(0.050_000_1)).toBe('5.01 %');
  expect(percent(0)).toBe('0 %');
  expect(percent(1)).toBe('100 %');
  expect(percent(1 / 3)).toBe('33.34 %');
});
