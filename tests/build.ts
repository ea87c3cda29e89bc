import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/**
 * Vitest's global setup: brings `dist` up to date once, because spawned commands and workers run from there.
 * Built beside `dist` and moved in file by file, so that a command running at the same time (another test
 * run, a bench) never loads half a file.
 */
export default function setup(): void {
  const fresh = mkdtempSync(join(root, '.build-'));
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh];
    const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    // A type error does not stop the compiler from writing JavaScript, and `npm run types` reports it.
    if (result.status !== 0)
      process.stderr.write(`The build has errors:\n${result.stdout}${result.stderr}\n`);
    for (const name of ['output.schema.json', 'config.schema.json', 'rules.schema.json']) {
      const schema = join(root, 'src', 'model', name);
      if (existsSync(schema)) copyFileSync(schema, join(fresh, 'model', name));
    }
    for (const name of ['build-page.js', 'build-lexicon.js', 'build-bundle.js']) {
      const made = spawnSync(process.execPath, [join(root, '.ci', name), fresh], { encoding: 'utf8' });
      if (made.status !== 0) throw new Error(`.ci/${name} failed: ${made.stderr}`);
    }
    replace(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Makes `target` hold exactly the files of `source`, touching only those that differ. */
function replace(source: string, target: string): void {
  const wanted = files(source);
  for (const name of wanted) {
    const [from, to] = [join(source, name), join(target, name)];
    if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  const keep = new Set(wanted);
  for (const name of files(target)) if (!keep.has(name)) rmSync(join(target, name), { force: true });
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
