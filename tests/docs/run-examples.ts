import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** A piece of documentation in TypeScript. */
export interface Example {
  /** Name of its file, without extension. */
  readonly name: string;
  readonly code: string;
}

const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  moduleDetection: 'force',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Type-checks examples against the built package, as a user's project would, and compiles them into
 * `folder`. A comment behind a call that is a literal is its result: `normalise('A'); // 'a'`.
 *
 * @returns what the compiler said, empty when it had nothing to say
 */
export function compileExamples(folder: string, examples: readonly Example[]): string {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules', 'cleancopy'), 'junction');
  symlinkSync(join(root, 'node_modules', '@types'), join(folder, 'node_modules', '@types'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  for (const { name, code } of examples) writeFileSync(join(folder, `${name}.ts`), withChecks(code));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** Runs a compiled example in `folder`; what it writes to standard error, and how it exits. */
export function runExample(
  folder: string,
  { name }: Example,
): { readonly status: number | null; readonly stderr: string } {
  const script = join(folder, `${basename(name)}.js`);
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
  return { status, stderr };
}

const stated = /^(\S.*\)); \/\/ ('.*'|null|true|false|\d+)$/gm;

function withChecks(code: string): string {
  const checked = code.replaceAll(
    stated,
    (_, call: string, result: string) => `expectEqual(${call}, ${result});`,
  );
  return checked === code
    ? code
    : `import { deepStrictEqual as expectEqual } from 'node:assert';\n${checked}`;
}
