import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand, type Finished } from '../cli/run-command.ts';
import { root } from './run-examples.ts';

interface GithubStep {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface GithubWorkflow {
  readonly on: readonly string[];
  readonly jobs: Readonly<
    Record<string, { readonly 'runs-on': string; readonly steps: readonly GithubStep[] }>
  >;
}

interface GitlabPipeline {
  readonly cleancopy: {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: { readonly junit: string } };
  };
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [github, gitlab] = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, code]): unknown =>
  parse(code),
) as [GithubWorkflow, GitlabPipeline];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cleancopy-ci-'));
  cpSync(join(root, 'fixtures', 'news'), join(folder, 'news'), { recursive: true });
  await runCommand(['check', 'news', '--baseline', 'accepted.json', '--update-baseline', '--quiet'], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of an example as its runner does; the package is installed already. */
const run = (line: string): Promise<Finished> =>
  runCommand(`export GITHUB_STEP_SUMMARY="$PWD/step summary.md"; ${line}`, folder);
const cleancopyLines = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('cleancopy '));

describe.each([
  ['GitHub', cleancopyLines(Object.values(github.jobs)[0].steps.flatMap((step) => step.run ?? []))],
  ['GitLab', cleancopyLines(gitlab.cleancopy.script)],
])('the example for %s', (_, lines) => {
  test('passes where nothing is new, and fails on one copy more', async () => {
    expect(lines).toHaveLength(1);
    expect(await run(lines[0])).toMatchObject({ exitCode: 0 });
    cpSync(join(folder, 'news/harbour-ferry-herald.txt'), join(folder, 'news/z-copy.txt'));
    const failed = await run(lines[0]);
    rmSync(join(folder, 'news/z-copy.txt'));
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('z-copy.txt');
  });
});

test('the example for GitHub is a workflow whose files are where its steps look for them', () => {
  const { steps } = github.jobs['cleancopy'];
  for (const step of steps) expect(step.run ?? step.uses).toMatch(/\S/);
  const upload = steps.find(({ uses = '' }) => uses.startsWith('github/codeql-action/upload-sarif@'));
  // the alerts are what a failed step is about
  expect(upload?.if).toBe('always()');
  const sarif = JSON.parse(
    readFileSync(join(folder, String(upload?.with?.['sarif_file'])), 'utf8'),
  ) as object;
  expect(sarif).toMatchObject({ version: '2.1.0' });
  expect(readFileSync(join(folder, 'step summary.md'), 'utf8')).toMatch(/^## cleancopy check: /);
});

test('the example for GitLab keeps its report when the job fails, where the job writes it', () => {
  const { when, reports } = gitlab.cleancopy.artifacts;
  expect(when).toBe('always');
  expect(existsSync(join(folder, reports.junit))).toBe(true);
});
