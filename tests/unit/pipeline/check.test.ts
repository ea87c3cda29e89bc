import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Finding, Verdict } from '../../../src/model/finding.ts';
import { Baseline, BaselineWriter } from '../../../src/pipeline/baseline.ts';
import { check, type CheckOptions } from '../../../src/pipeline/check.ts';
import { ingest, type Ingestion } from '../../../src/pipeline/ingest.ts';
import { makeFolder, sampleFiles } from './sample-folder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function makeSamples(): string {
  const folder = makeFolder(sampleFiles);
  folders.push(folder);
  return folder;
}

async function runCheck(
  run: Ingestion,
  options: CheckOptions = {},
): Promise<{ readonly findings: readonly Finding[]; readonly verdict: Verdict }> {
  const findings: Finding[] = [];
  const checked = check(run, options);
  for await (const finding of checked) findings.push(finding);
  return { findings, verdict: checked.verdict() };
}

describe('check', () => {
  test('finds every removed block and every article without text of its own, and counts as the summary does', async () => {
    const run = await ingest(['.'], { cwd: makeSamples() });
    const { findings, verdict } = await runCheck(run);
    const { summary } = run.head;
    expect(verdict.findings).toEqual({
      boilerplate: summary.blocks.boilerplate,
      duplicate: summary.blocks.duplicate,
      'duplicate-article': summary.duplicateArticles,
      loss: 0,
    });
    expect(findings).toHaveLength(
      summary.blocks.boilerplate + summary.blocks.duplicate + summary.duplicateArticles,
    );
    const { total, boilerplate, duplicate } = verdict.characters;
    expect(total).toBe(summary.characters.total);
    expect(total - boilerplate - duplicate).toBe(summary.characters.kept);
    const paths = findings.map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
  });

  test('says where a finding stands and where its witness does', async () => {
    const { findings } = await runCheck(await ingest(['.'], { cwd: makeSamples() }));
    const within = findings.find(({ scope }) => scope === 'within');
    // the paragraph of line 3 stands again on line 9
    expect(within).toMatchObject({
      path: 'a.txt',
      lines: [9, 9],
      rule: 'exact-duplicate',
      witness: { path: 'a.txt', lines: [3, 3] },
    });
    const whole = findings.find(({ kind }) => kind === 'duplicate-article');
    expect(whole).toMatchObject({ path: 'c.txt', witness: { path: 'a.txt' } });
  });

  test('gives equal text the same fingerprint wherever it stands, and other text another one', async () => {
    const folder = makeFolder({
      '1.txt': 'The council met on Monday and agreed on nothing at all, said the mayor.\n',
      '2.txt': '\n\nThe  council met on Monday and agreed on nothing at all, said the mayor.\n',
      '3.txt': '“The council met on Monday and agreed on nothing at all, said the mayor.\n'.slice(1),
    });
    folders.push(folder);
    const { findings } = await runCheck(await ingest(['.'], { cwd: folder }));
    const blocks = findings.filter(({ kind }) => kind === 'duplicate');
    expect(blocks).toHaveLength(2);
    expect(blocks[0].fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(blocks[0].fingerprint).toBe(blocks[1].fingerprint);
    const others = findings.filter(({ kind }) => kind === 'duplicate-article');
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(1 + others.length);
  });

  test('keeps a budget that is met exactly, and not one that is passed by a hair', async () => {
    const run = await ingest(['.'], { cwd: makeSamples() });
    const { characters, findings, worst } = (await runCheck(run)).verdict;
    const exact = {
      maxDuplicateShare: characters.duplicate / characters.total,
      maxBoilerplateShare: characters.boilerplate / characters.total,
      maxDuplicateArticles: findings['duplicate-article'],
    };
    const kept = (await runCheck(run, exact)).verdict;
    expect(kept.passed).toBe(true);
    expect(kept.budgets.map(({ actual }) => actual)).toEqual(Object.values(exact));
    expect(worst.length).toBeGreaterThan(0);
    for (const [name, limit] of Object.entries(exact)) {
      if (limit === 0) continue;
      const { verdict } = await runCheck(run, {
        ...exact,
        [name]: name === 'maxDuplicateArticles' ? 0 : limit - 1e-9,
      });
      expect(verdict.passed).toBe(false);
      expect(verdict.budgets.filter(({ isOver }) => isOver).map((budget) => budget.name)).toEqual([name]);
    }
  });

  test('names the article that loses too much, but not one that is a copy as a whole', async () => {
    const { findings, verdict } = await runCheck(await ingest(['.'], { cwd: makeSamples() }), {
      maxLoss: 0.1,
    });
    const losses = findings.filter(({ kind }) => kind === 'loss');
    expect(losses.map(({ path }) => path)).toContain('a.txt');
    expect(losses.map(({ path }) => path)).not.toContain('c.txt');
    expect(verdict.findings.loss).toBe(losses.length);
    const [budget] = verdict.budgets;
    expect(budget).toMatchObject({ name: 'maxLoss', isOver: true });
    expect(losses.map(({ share }) => share)).toContain(budget.actual);
  });

  test('passes without budgets, whatever is found', async () => {
    const { verdict } = await runCheck(await ingest(['.'], { cwd: makeSamples() }));
    expect(verdict).toMatchObject({ passed: true, budgets: [] });
  });

  test('with a baseline finds what is new only, and fails without a budget', async () => {
    const folder = makeSamples();
    const record = new BaselineWriter();
    const recorded = await runCheck(await ingest(['.'], { cwd: folder }), { record });
    expect(recorded.findings).toEqual([]);
    const json = [...record.write()].join('');
    const again = async (): Promise<Awaited<ReturnType<typeof runCheck>>> =>
      runCheck(await ingest(['.'], { cwd: folder }), { baseline: Baseline.parse(json, 'x') });
    const same = (await again()).verdict;
    expect(same).toMatchObject({ passed: true, accepted: recorded.verdict.accepted, gone: 0 });
    expect(same.accepted).toBeGreaterThan(5);
    expect(same.characters).toMatchObject({ boilerplate: 0, duplicate: 0 });

    // one copy more of a text that is accepted already
    writeFileSync(join(folder, 'z.txt'), sampleFiles['a.txt']);
    const { findings, verdict } = await again();
    expect(verdict.passed).toBe(false);
    expect(verdict.budgets).toMatchObject([{ name: 'maxNewFindings', limit: 0, isOver: true }]);
    expect(new Set(findings.map(({ path }) => path))).toContain('z.txt');
    expect(findings.length).toBeLessThan(10);

    rmSync(join(folder, 'z.txt'));
    rmSync(join(folder, 'c.txt'));
    expect((await again()).verdict.gone).toBeGreaterThan(0);
  });

  test('has no verdict before its end', async () => {
    const checked = check(await ingest(['.'], { cwd: makeSamples() }));
    expect(() => checked.verdict()).toThrow('not iterated');
  });

  test.each([
    { maxDuplicateShare: 1.1 },
    { maxBoilerplateShare: -0.1 },
    { maxLoss: Number.NaN },
    { maxDuplicateArticles: 1.5 },
  ])('refuses the budget %j', async (budget) => {
    const run = await ingest(['.'], { cwd: makeSamples() });
    expect(() => check(run, budget)).toThrow(/^max\w+ cannot be /);
  });

  test('cuts the text of a finding, not inside a character', async () => {
    const line = `${'word '.repeat(39)}wor😀 and more words that follow it.\n`;
    const folder = makeFolder({ '1.txt': line, '2.txt': line });
    folders.push(folder);
    const { findings } = await runCheck(await ingest(['.'], { cwd: folder }));
    const { text = '', characters } = findings.find(({ kind }) => kind === 'duplicate') ?? { characters: 0 };
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/wor…$/);
    expect(characters).toBe(line.length - 1);
  });
});
