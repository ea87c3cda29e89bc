import type { Head } from '../../../../src/model/article.ts';
import type { Finding, Verdict } from '../../../../src/model/finding.ts';
import { checkReporters, type CheckFormat } from '../../../../src/reporters/check/index.ts';
import { limitFindings } from '../../../../src/reporters/check/limit-findings.ts';

/** Text that would break out of any format that does not escape it. */
const hostile =
  '::error::x ]]> --> <script>alert(1)</script> & "quotes" `code` | cell | [link](http://x.example) {0} \\ @all %0A\r\n::stop-commands::y\u0000\u001b[31m\u202e\ud800\ufffe';
export const hostilePath = 'a,b:c/<d>&"e"|`%]#?\u001b\n.txt';

const summary: Head['summary'] = {
  files: 4,
  articles: 3,
  skipped: 1,
  duplicateArticles: 1,
  bytes: 1000,
  blocks: { total: 10, kept: 7, boilerplate: 1, duplicate: 2, variant: 0, extension: 0 },
  duplicates: { exact: 1, near: 1, contained: 0, within: 0, across: 2 },
  characters: { total: 1000, kept: 700 },
};

const head: Head = {
  schema: 'cleancopy/1',
  version: '0.1.0',
  settings: {
    scope: ['within', 'across'],
    near: 0.85,
    contained: 0.9,
    variants: 'keep',
    keep: 'first',
    strip: 'auto',
  },
  summary,
};

export const findings: readonly Finding[] = [
  {
    kind: 'boilerplate',
    rule: 'share-widget',
    path: 'news/a.txt',
    lines: [3, 3],
    block: 1,
    text: 'Share',
    characters: 5,
    fingerprint: '1'.repeat(32),
    evidence: 'lexicon',
  },
  {
    kind: 'duplicate',
    rule: 'near-duplicate',
    path: hostilePath,
    lines: [4, 6],
    block: 2,
    text: hostile,
    characters: hostile.length,
    fingerprint: '2'.repeat(32),
    match: 'near',
    scope: 'across',
    similarity: 0.93,
    witness: { path: 'news/a.txt', block: 7, lines: [12, 13] },
  },
  {
    kind: 'duplicate-article',
    rule: 'duplicate-article',
    path: 'news/c.txt',
    characters: 0,
    fingerprint: '3'.repeat(32),
    witness: { path: hostilePath },
  },
  { kind: 'loss', rule: 'loss', path: hostilePath, characters: 0, share: 0.75, fingerprint: '4'.repeat(32) },
];

export const failed: Verdict = {
  passed: false,
  budgets: [
    { name: 'maxDuplicateShare', limit: 0.05, actual: 0.050_000_1, isOver: true },
    { name: 'maxBoilerplateShare', limit: 0.5, actual: 0.005, isOver: false },
    { name: 'maxDuplicateArticles', limit: 0, actual: 1, isOver: true },
    { name: 'maxLoss', limit: 0.5, actual: 0.75, isOver: true, path: hostilePath },
  ],
  findings: { boilerplate: 1, duplicate: 1, 'duplicate-article': 1, loss: 1 },
  characters: { total: 1000, boilerplate: 5, duplicate: 295 },
  accepted: 12,
  gone: 2,
  worst: [{ path: hostilePath, removed: 295, total: 500 }],
  summary,
  skipped: [{ path: hostilePath, code: 'BINARY', message: hostile }],
};

export const passed: Verdict = {
  ...failed,
  passed: true,
  budgets: failed.budgets.map((budget) => ({ ...budget, isOver: false })),
  findings: { boilerplate: 0, duplicate: 0, 'duplicate-article': 0, loss: 0 },
  worst: [],
  skipped: [],
};

/** What a format makes of findings and a verdict. */
export function report(
  format: CheckFormat,
  verdict: Verdict = failed,
  listed: readonly Finding[] = findings,
  maxListed: number = Infinity,
): string {
  const reporter = limitFindings(checkReporters[format].make(), maxListed);
  return [
    reporter.open(head),
    ...listed.map((finding) => reporter.finding(finding)),
    ...reporter.close(verdict),
  ].join('');
}
