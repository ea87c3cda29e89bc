import { Session, type Profiler } from 'node:inspector';

/** How many distinct counts of a place are told apart: 1, 2, 3 to 7, 8 to 31, more. */
const bucketOf = (count: number): number => (count < 3 ? count : count < 8 ? 3 : count < 32 ? 4 : 5);

/** Which places of our own code ran, as V8 itself counts them for its coverage reports. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();
  readonly #folder: string;

  /** @param folder part of the addresses of the scripts that count */
  constructor(folder: string) {
    this.#folder = folder;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many places ran since the last call as often as never before. */
  takeNew(): number {
    let fresh = 0;
    this.#session.post('Profiler.takePreciseCoverage', (error, result) => {
      if (error === null) fresh = this.#count(result.result);
    });
    return fresh;
  }

  get size(): number {
    return this.#seen.size;
  }

  #count(scripts: readonly Profiler.ScriptCoverage[]): number {
    let fresh = 0;
    for (const { scriptId, url, functions } of scripts) {
      if (!url.includes(this.#folder)) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count === 0) continue;
          const key = `${scriptId}:${startOffset}:${endOffset}:${bucketOf(count)}`;
          if (this.#seen.has(key)) continue;
          this.#seen.add(key);
          fresh++;
        }
      }
    }
    return fresh;
  }
}
