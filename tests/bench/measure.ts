import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BenchError } from './options.ts';

/** The cost of one process, with all that it started. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Resident memory at its highest, of the largest process. */
  readonly peakBytes: number;
  readonly exitCode: number;
  readonly stderr: string;
}

/** The executable, seen from the folder that the benches are compiled into. */
export const cleancopy: string = fileURLToPath(new URL('../../../bin/cleancopy.js', import.meta.url));

const timer = '/usr/bin/time';

/** Runs a command as a user would and measures it with GNU time; its standard output goes to `stdout`, or nowhere. */
export function measure(command: readonly string[], folder: string, stdout?: string): Cost {
  if (!existsSync(timer))
    throw new BenchError(`The benches need GNU time as ${timer}; install the package "time".`);
  const scratch = mkdtempSync(join(tmpdir(), 'cleancopy-time-'));
  const output = stdout === undefined ? 'ignore' : openSync(stdout, 'w');
  try {
    const report = join(scratch, 'report');
    const args = ['--quiet', '--format', '%U %S %e %M', '--output', report, ...command];
    const result = spawnSync(timer, args, {
      cwd: folder,
      stdio: ['ignore', output, 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const [user, system, wallSeconds, peak] = readFileSync(report, 'utf8').trim().split(/\s+/u).map(Number);
    const cpuSeconds = user + system;
    return {
      cpuSeconds,
      wallSeconds,
      peakBytes: peak * 1024,
      exitCode: result.status ?? -1,
      stderr: result.stderr,
    };
  } finally {
    if (typeof output === 'number') closeSync(output);
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs cleancopy and stops the bench when it does not end with one of `exitCodes`. */
export function runCleancopy(
  args: readonly string[],
  folder: string,
  exitCodes: readonly number[] = [0],
): Cost {
  const cost = measure([process.execPath, cleancopy, ...args], folder);
  if (!exitCodes.includes(cost.exitCode)) {
    throw new BenchError(`cleancopy ${args.join(' ')} ended with ${cost.exitCode}:\n${cost.stderr}`);
  }
  return cost;
}

/** Calls `action` with a folder for its outputs: `keep` when named, else a temporary one that is removed. */
export function withFolder<Result>(keep: string | undefined, action: (folder: string) => Result): Result {
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    return action(resolve(keep));
  }
  const folder = mkdtempSync(join(tmpdir(), 'cleancopy-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let result: Result | undefined;
  try {
    result = action(folder);
    return result instanceof Promise ? (result.finally(remove) as Result) : result;
  } finally {
    if (!(result instanceof Promise)) remove();
  }
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
