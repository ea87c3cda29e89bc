import { error, notice, warning } from '@actions/core';
import { afterEach, expect, test, vi } from 'vitest';
import { showSafely } from '../../../../src/model/errors.ts';
import { describeFinding } from '../../../../src/reporters/check/describe.ts';
import { failed, findings, passed, report } from './reported.ts';

afterEach(() => vi.restoreAllMocks());

/** What GitHub's own library prints. */
function printed(print: () => void): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  print();
  const text = write.mock.calls.map(([chunk]) => String(chunk)).join('');
  write.mockRestore();
  return text;
}

test("annotations are those that GitHub's own library prints", () => {
  const lines = report('github').split('\n');
  for (const [index, finding] of findings.entries()) {
    const [startLine, endLine] = finding.lines ?? [1, 1];
    const properties = {
      title: `cleancopy ${finding.rule}`,
      file: showSafely(finding.path),
      startLine,
      endLine,
    };
    const expected = printed(() => warning(describeFinding(finding), properties));
    expect(lines[index]).toBe(expected.trimEnd());
  }
});

test('budgets that are exceeded are errors', () => {
  const text = report('github');
  const expected = printed(() =>
    error('--max-duplicate-articles: articles with nothing of their own: 1, allowed: 0', {
      title: 'cleancopy --max-duplicate-articles',
    }),
  );
  expect(text).toContain(expected);
  expect(text.match(/^::error /gm)).toHaveLength(3);
  expect(report('github', passed, [])).toBe(
    'cleancopy check passed: 4 budgets kept; the baseline accepts 12 findings\n',
  );
});

test('no line is anything but a command of ours, or the verdict', () => {
  const lines = report('github').trimEnd().split('\n');
  expect(lines.filter((line) => !/^::(?:warning|error|notice) title=cleancopy /.test(line))).toEqual([
    'cleancopy check failed: 3 of 4 budgets exceeded; the baseline accepts 12 findings',
  ]);
});

test('findings that are not listed are counted in a notice', () => {
  const expected = printed(() =>
    notice('2 more findings not listed; --list all lists them', { title: 'cleancopy' }),
  );
  expect(report('github', failed, findings, 2)).toContain(expected);
});
