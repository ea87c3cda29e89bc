// Bundles what the executable and its threads run, since loading a few hundred modules takes longer than a small run does:
// `node .ci/build-bundle.js DIST`. Files that the code names stay where they are, one folder up and down again.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

const dist = resolve(process.argv[2]);
await build({
  input: {
    main: join(dist, 'cli', 'main.js'),
    'article-worker': join(dist, 'pipeline', 'workers', 'article-worker.js'),
  },
  platform: 'node',
  logLevel: 'warn',
  external: /^(?:node:|@?[a-z])/,
  output: { dir: join(dist, 'bundle'), format: 'esm', chunkFileNames: '[name].js', sourcemap: false },
});
// the command line is no part of the library
rmSync(join(dist, 'cli'), { recursive: true });
