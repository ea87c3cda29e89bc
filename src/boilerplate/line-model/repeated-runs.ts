import type { PageLines } from './page-lines.ts';

/** Words of a run; a line with fewer is one run. */
const RUN_WORDS = 3;

/**
 * Which runs of words of each line stand in other lines of the file: pages give their article twice (once for readers, once
 * for those who republish it), list its headings before it, and repeat their teasers. Buffers are reused.
 */
export class RepeatedRuns {
  private keys: Int32Array = new Int32Array(1 << 12);
  /** Runs in all lines, and in the lines read so far; one entry for each slot. */
  private total: Uint16Array = new Uint16Array(1 << 12);
  private seen: Uint16Array = new Uint16Array(1 << 12);
  private mask = (1 << 12) - 1;
  /** Slot of each run of the file, in order. */
  private slots: Int32Array = new Int32Array(1 << 12);

  /** Writes the share of runs of each line that stand in earlier lines, and in later ones; -1 for lines without words. */
  read({ count, word, wordCount, wordStart }: PageLines, earlier: Float32Array, later: Float32Array): void {
    this.reserve(wordCount);
    const { total, seen, slots } = this;
    let run = 0;
    for (let line = 0; line < count; line++) {
      const end = wordStart[line + 1];
      for (let from = wordStart[line]; from < end; from++) {
        const length = Math.min(RUN_WORDS, end - from);
        if (length < RUN_WORDS && from > wordStart[line]) break;
        let hash = length;
        for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ word[at], 0x01000193);
        const slot = this.slotOf(hash);
        slots[run++] = slot;
        if (total[slot] < 0xffff) total[slot]++;
      }
    }
    run = 0;
    for (let line = 0; line < count; line++) {
      const words = wordStart[line + 1] - wordStart[line];
      const runs = words === 0 ? 0 : Math.max(1, words - RUN_WORDS + 1);
      let before = 0;
      for (let at = run; at < run + runs; at++) if (seen[slots[at]] > 0) before++;
      for (let at = run; at < run + runs; at++) seen[slots[at]]++;
      let behind = 0;
      for (let at = run; at < run + runs; at++) if (total[slots[at]] > seen[slots[at]]) behind++;
      earlier[line] = runs === 0 ? -1 : before / runs;
      later[line] = runs === 0 ? -1 : behind / runs;
      run += runs;
    }
  }

  private reserve(words: number): void {
    if (this.mask + 1 < 2 * words) {
      const size = 2 ** Math.ceil(Math.log2(4 * words));
      this.keys = new Int32Array(size);
      this.total = new Uint16Array(size);
      this.seen = new Uint16Array(size);
      this.slots = new Int32Array(size);
      this.mask = size - 1;
      return;
    }
    this.total.fill(0);
    this.seen.fill(0);
  }

  private slotOf(hash: number): number {
    const { keys, total, mask } = this;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    while (total[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    return slot;
  }
}
