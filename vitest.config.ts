import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = {
  // A thread cannot run TypeScript: workers run what `tests/build.ts` has built.
  resolve: {
    alias: [
      {
        find: /^\.\/worker-url\.ts$/,
        replacement: fileURLToPath(new URL('tests/worker-url.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build.ts'],
    // Spawned commands and an npm installation take their time on a busy machine; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default config;
