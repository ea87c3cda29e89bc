// Bundles what the executable and its threads run, since loading a few hundred modules takes longer than a small run does:
// `node .ci/build-bundle.js DIST`. Files that the code names stay where they are, one folder up and down again.
//
// The command line is a CommonJS bundle, whose loader of Node 20 takes half the time of the other one; the thread, which waits
// for its rules at top level, is a module. Packages that are imported are taken in, with their licences beside them; those that
// are required when a run needs them stay packages.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

const dist = resolve(process.argv[2]);
const folder = join(dist, 'bundle');

/** commander can start subcommands that are programs of their own. There are none, so it need not load what starts them. */
const noPrograms = {
  name: 'no-programs',
  resolveId: (source, importer = '') => {
    if (source !== 'node:child_process') return null;
    return importer.includes('commander') ? '\0no-programs' : { id: source, external: true };
  },
  load: (id) => (id === '\0no-programs' ? 'export {};' : null),
};

const common = {
  platform: 'node',
  logLevel: 'warn',
  external: /^node:(?!child_process$)/,
  plugins: [noPrograms],
};
const command = await build({
  ...common,
  input: { main: join(dist, 'cli', 'main.js') },
  output: { dir: folder, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
});
const worker = await build({
  ...common,
  input: { 'article-worker': join(dist, 'pipeline', 'workers', 'article-worker.js') },
  output: { dir: folder, format: 'esm', chunkFileNames: '[name].js' },
});
// the command line is no part of the library
rmSync(join(dist, 'cli'), { recursive: true });

const modules = [command, worker].flatMap(({ output }) => output.flatMap(({ moduleIds = [] }) => moduleIds));
const packages = new Set(modules.map(packageOf).filter((home) => home !== undefined));
const licences = [...packages].sort().map(licenceOf);
writeFileSync(join(folder, 'licenses.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));

/** The folder of the package that a module belongs to; undefined for modules of our own. */
function packageOf(id) {
  const [, home] = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? [];
  return home;
}

function licenceOf(home) {
  const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(home, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
}
