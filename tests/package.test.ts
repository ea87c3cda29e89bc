import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

interface Packed {
  readonly filename: string;
  readonly files: ReadonlyArray<{ readonly path: string }>;
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

/** Runs npm's or node's command line in `folder` and returns what it prints. */
function run(command: string, args: readonly string[], folder: string): string {
  const shell = process.platform === 'win32';
  return execFileSync(command, [...args], {
    cwd: folder,
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the packed package', () => {
  let folder = '';
  let packed: Packed = { filename: '', files: [] };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cleancopy-package-'));
    // The build exists already; building it again would take it away from tests that run at the same time.
    const output = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
    [packed] = JSON.parse(output) as [Packed];
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what users need and nothing else', () => {
    const paths = packed.files.map((file) => file.path);
    const wanted =
      /^(?:bin\/cleancopy\.js|bin\/package\.json|dist\/[a-z0-9/-]+\.(?:js|d\.ts)|dist\/bundle\/(?:[a-z0-9-]+\.cjs|licenses\.txt)|dist\/model\/(?:output|config|rules)\.schema\.json|dist\/page\/page\.css|dist\/boilerplate\/lexicon\.bin)$/u;
    const usual = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'];
    expect(paths.filter((path) => !wanted.test(path)).toSorted()).toEqual(usual);
    for (const path of [
      'bin/cleancopy.js',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/model/output.schema.json',
      'dist/model/config.schema.json',
      'dist/model/rules.schema.json',
      'dist/page/page.js',
      'dist/page/page.css',
      'dist/boilerplate/lexicon.bin',
      'bin/package.json',
      'dist/bundle/main.cjs',
      'dist/bundle/licenses.txt',
      'dist/bundle/article-worker.js',
      'dist/pipeline/workers/article-worker.js',
    ]) {
      expect(paths).toContain(path);
    }
  });

  it('runs in an empty folder, as a command and as a library', () => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline'];
    run('npm', ['install', ...quiet, join(folder, packed.filename)], folder);
    expect(run('npx', ['--no-install', 'cleancopy', '--version'], folder).trim()).toBe(manifest.version);
    writeFileSync(join(folder, 'use.js'), `import { ingest } from 'cleancopy'; console.log(typeof ingest);`);
    expect(run(process.execPath, ['use.js'], folder).trim()).toBe('function');
    expect(existsSync(join(folder, 'node_modules', 'vitest'))).toBe(false);
  });
});

describe('the repository', () => {
  it('has a lock file that names no registry', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).toContain('"integrity"');
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toContain('://registry');
  });

  it('has a lock file that is complete for every platform', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
    const packages = Object.entries(lock.packages);
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(packages.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('keeps its top level small', () => {
    const folders = ['.ci', 'bin', 'fixtures', 'src', 'tests'];
    const files = [
      '.gitattributes',
      '.gitignore',
      '.npmrc',
      '.oxlintrc.json',
      '.prettierignore',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'package-lock.json',
      'package.json',
      'tsconfig.build.json',
      'tsconfig.json',
      'vitest.config.ts',
    ];
    const made = ['.bench', '.fuzz', '.git', 'cleancopy-demo.json', 'coverage', 'dist', 'node_modules'];
    const allowed = new Set([...folders, ...files, ...made]);
    const odd = readdirSync(root).filter((name) => !allowed.has(name) && !name.startsWith('.build-'));
    expect(odd).toEqual([]);
  });
});
