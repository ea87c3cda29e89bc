import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runMain } from './run-main.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' }).status === 0;
const script = async (shell: string): Promise<string> =>
  (await runMain(['completion', shell], { cwd: process.cwd() })).stdout;

function runShell(shell: string, code: string): string {
  const { status, stdout, stderr } = spawnSync(shell, ['-c', code], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim();
}

/** What bash would offer for the last of some words. */
async function offer(words: readonly string[]): Promise<string[]> {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const code = `${await script('bash')}\nCOMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _cleancopy; echo "\${COMPREPLY[@]}"`;
  return runShell('bash', code).split(' ').filter(Boolean);
}

describe('bash completion', () => {
  test.each([
    [['cleancopy', 'ch'], ['check']],
    [
      ['cleancopy', 'c'],
      ['clean', 'check', 'completion'],
    ],
    [
      ['cleancopy', 'check', '--max-d'],
      ['--max-duplicate-share', '--max-duplicate-articles'],
    ],
    [
      ['cleancopy', 'news', '--f'],
      ['--format', '--follow-symlinks'],
    ],
    [
      ['cleancopy', 'news', '--format', ''],
      ['json', 'jsonl', 'dolma', 'parquet', 'txt'],
    ],
    [['cleancopy', 'check', 'news', '-f', 's'], ['sarif']],
    [['cleancopy', '--strip', 'c'], ['careful']],
    [
      ['cleancopy', 'completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    // files, which bash completes itself
    [['cleancopy', 'check', '--baseline', ''], []],
    [['cleancopy', 'verify', 'cl'], []],
  ])('of %j offers %j', async (words, expected) => {
    expect(await offer(words)).toEqual(expected);
  });
});

test.runIf(has('zsh'))('the script for zsh defines a completion', async () => {
  const code = `autoload -U compinit; compinit -D -u\n${await script('zsh')}\nprint -- $_comps[cleancopy]`;
  expect(runShell('zsh', code)).toBe('_cleancopy');
});

describe.runIf(has('fish'))('fish completion', () => {
  test.each([
    ['cleancopy ch', ['check']],
    ['cleancopy check --max-l', ['--max-loss']],
    ['cleancopy check news -f sa', ['sarif']],
    ['cleancopy news --strip c', ['careful']],
    ['cleancopy completion z', ['zsh']],
  ])('of %j offers %j', async (line, expected) => {
    const found = runShell('fish', `${await script('fish')}\ncomplete -C '${line}'`);
    expect(found.split('\n').map((offered) => offered.split('\t')[0])).toEqual(
      expect.arrayContaining(expected.map((word) => expect.stringContaining(word) as unknown)),
    );
  });
});

test('a shell that is not known is refused', async () => {
  const { exitCode, stderr } = await runMain(['completion', 'tcsh'], { cwd: process.cwd() });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});
