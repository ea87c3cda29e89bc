/** What a worker thread runs in tests, in the place of `worker-url.ts`: the build, since a thread cannot run TypeScript. */
export const workerUrl: URL = new URL('../dist/pipeline/workers/article-worker.js', import.meta.url);
