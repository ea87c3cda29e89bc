import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand, type Finished } from '../cli/run-command.ts';
import { makeFolder } from '../unit/pipeline/sample-folder.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder();
  mkdirSync(join(folder, 'many'));
  mkdirSync(join(folder, 'disk'));
  for (let i = 0; i < 1500; i++) {
    const text = createHash('sha512').update(String(i)).digest('hex');
    writeFileSync(join(folder, 'many', `${i}.txt`), `${text}\n`);
  }
  writeFileSync(
    join(folder, 'big.txt.gz'),
    gzipSync('Until the bridge opens a ferry runs.\n'.repeat(10_000)),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A disk of 64 KiB needs root or user namespaces, which some machines forbid. */
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', '/tmp']).status === 0;

/** Runs a script beside a disk of 64 KiB on `disk`, which vanishes with it. */
async function withSmallDisk(script: string): Promise<Finished> {
  const lines = ['mount -t tmpfs -o size=64k none disk', script, 'ls -A disk'].join('\n');
  return runCommand(`export -f cleancopy; unshare -rm bash --norc -c '${lines}'`, folder);
}

describe.skipIf(!canMount)('a full disk (skipped where "unshare -rm" may not mount one)', () => {
  test.each(['json', 'jsonl', 'dolma', 'parquet'])('leaves the older output, and nothing else: %s', async (format) => {
    const { stdout, stderr } = await withSmallDisk(
      `echo older > disk/out.${format}; cleancopy -q many -f ${format} -o disk/out.${format}; echo $?; cat disk/out.${format}`,
    );
    expect(stderr).toBe(`error: The disk is full: disk/out.${format} was not written. Free some space, or choose another disk.\n`);
    expect(stdout).toBe(`2\nolder\nout.${format}\n`);
  }); // prettier-ignore

  test('leaves no report, no summary and no findings', async () => {
    const full = 'head -c 65536 /dev/zero > disk/fill';
    const { stdout, stderr } = await withSmallDisk(
      `${full}; cleancopy -q many -o /dev/null --report disk/r.html; echo $?
       cleancopy check -q many -f sarif -o disk/c.sarif; echo $?`,
    );
    expect(stderr.match(/The disk is full: disk\/(?:r\.html|c\.sarif) was not written/g)).toHaveLength(2);
    expect(stdout).toBe('2\n2\nfill\n');
  });

  test('lets restore and txt write whole files or none', async () => {
    await runCommand('cleancopy -q many -o many.json', folder);
    for (const command of ['restore -q many.json -o disk/out', '-q many -f txt -o disk/out']) {
      const { stdout, stderr } = await withSmallDisk(
        `cleancopy ${command}; echo $?; find disk -type f | wc -l; find disk -type f -not -size 129c; diff -rq many disk/out/many | grep -v "^Only in many"`,
      );
      expect(stderr).toContain('The disk is full');
      const [exitCode, count, ...wrong] = stdout.trim().split('\n');
      expect([exitCode, wrong]).toEqual(['2', ['out']]);
      expect(Number(count)).toBeGreaterThan(0);
      expect(Number(count)).toBeLessThan(1500);
    }
  });

  test('names the folder of temporary files, when unpacking fills it', async () => {
    const { stdout, stderr } = await withSmallDisk(
      'TMPDIR=$PWD/disk cleancopy -q big.txt.gz many -o out.json; echo $?; ls out.json',
    );
    expect(stderr).toMatch(
      /^error: The disk is full: a temporary file in .*\/disk \(TMPDIR\) was not written/,
    );
    expect(stdout).toBe('2\n');
  });
});
