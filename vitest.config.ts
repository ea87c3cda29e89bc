import type { ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = {
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build.ts'],
    // Spawned commands and an npm installation take their time on a busy machine; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default config;
