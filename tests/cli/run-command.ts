import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The executable as users run it; `tests/build.ts` has brought `dist` up to date. */
const executable = fileURLToPath(new URL('../../bin/cleancopy.js', import.meta.url));

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the surroundings gets in: no colours, no locale, no home. */
const bareEnvironment = { PATH: process.env['PATH'] ?? '' };

/** Starts the executable, or a shell in which `cleancopy` is it. */
export function start(
  argv: readonly string[] | string,
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = { ...bareEnvironment, ...environment };
  if (typeof argv !== 'string') return spawn(process.execPath, [executable, ...argv], { cwd, env });
  const script = `cleancopy() { "${process.execPath}" "${executable}" "$@"; }\n${argv}`;
  return spawn('/bin/bash', ['--norc', '-c', script], { cwd, env });
}

export async function finish(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
}

/** Runs the executable or a shell script to its end. */
export async function runCommand(argv: readonly string[] | string, cwd: string): Promise<Finished> {
  const child = start(argv, cwd);
  child.stdin?.end();
  return finish(child);
}
