import { hashSeed } from '../../text/hash-seed.ts';
import type { PageLines } from './page-lines.ts';

/** In how many lines of the core of an article each of its content words stands. */
export class ContentIndex {
  private hashes: Int32Array = new Int32Array(1 << 12);
  private counts: Uint16Array = new Uint16Array(1 << 12);
  private lastLine: Int32Array = new Int32Array(1 << 12);
  private mask = (1 << 12) - 1;

  /** Reads the lines that `isCore` marks. */
  fill(lines: PageLines, isCore: Uint8Array): void {
    let words = 0;
    for (let line = 0; line < lines.count; line++) {
      if (isCore[line] !== 0) words += lines.wordStart[line + 1] - lines.wordStart[line];
    }
    if (this.mask + 1 < 2 * words) {
      const size = 2 ** Math.ceil(Math.log2(4 * words));
      this.hashes = new Int32Array(size);
      this.counts = new Uint16Array(size);
      this.lastLine = new Int32Array(size);
      this.mask = size - 1;
    } else this.counts.fill(0);
    const { hashes, counts, lastLine } = this;
    const { content, wordStart } = lines;
    for (let line = 0; line < lines.count; line++) {
      if (isCore[line] === 0) continue;
      const end = wordStart[line + 1];
      for (let word = wordStart[line]; word < end; word++) {
        const hash = content[word];
        if (hash === 0) continue;
        const slot = this.slotOf(hash);
        if (counts[slot] === 0) {
          hashes[slot] = hash;
          lastLine[slot] = -1;
        }
        if (lastLine[slot] === line || counts[slot] === 0xffff) continue;
        lastLine[slot] = line;
        counts[slot]++;
      }
    }
  }

  /** Share of a line's content words that stand in another line of the core; -1 when it has none. */
  shareOf(lines: PageLines, line: number, isCore: boolean): number {
    let words = 0;
    let shared = 0;
    const least = isCore ? 2 : 1;
    const { counts } = this;
    const { content, wordStart } = lines;
    const end = wordStart[line + 1];
    for (let word = wordStart[line]; word < end; word++) {
      const hash = content[word];
      if (hash === 0) continue;
      words++;
      if (counts[this.slotOf(hash)] >= least) shared++;
    }
    return words === 0 ? -1 : shared / words;
  }

  private slotOf(hash: number): number {
    const { hashes, counts, mask } = this;
    let slot = Math.imul(hash, hashSeed.slot) >>> Math.clz32(mask);
    while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
