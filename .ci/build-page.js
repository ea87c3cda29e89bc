// Bundles the script of the HTML review, and copies its style sheet: `node .ci/build-page.js DIST`.
import { mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const [dist] = process.argv.slice(2);
const source = fileURLToPath(new URL('../src/page/', import.meta.url));
const target = join(dist, 'page');

mkdirSync(target, { recursive: true });
await build({
  input: join(source, 'page.ts'),
  platform: 'browser',
  logLevel: 'warn',
  transform: { target: 'es2022' },
  output: { file: join(target, 'page.js'), format: 'iife', minify: true, sourcemap: false },
});
copyFileSync(join(source, 'page.css'), join(target, 'page.css'));
