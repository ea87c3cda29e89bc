/** What a worker thread runs. */
export const workerUrl: URL = new URL('./article-worker.js', import.meta.url);
