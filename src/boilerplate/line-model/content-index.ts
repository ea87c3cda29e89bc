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
    for (let line = 0; line < lines.count; line++) {
      if (isCore[line] === 0) continue;
      for (let word = lines.wordStart[line]; word < lines.wordStart[line + 1]; word++) {
        const hash = lines.content[word];
        if (hash === 0) continue;
        const slot = this.slotOf(hash);
        if (this.counts[slot] === 0) {
          this.hashes[slot] = hash;
          this.lastLine[slot] = -1;
        }
        if (this.lastLine[slot] === line || this.counts[slot] === 0xffff) continue;
        this.lastLine[slot] = line;
        this.counts[slot]++;
      }
    }
  }

  /** Share of a line's content words that stand in another line of the core; -1 when it has none. */
  shareOf(lines: PageLines, line: number, isCore: boolean): number {
    let words = 0;
    let shared = 0;
    const least = isCore ? 2 : 1;
    for (let word = lines.wordStart[line]; word < lines.wordStart[line + 1]; word++) {
      const hash = lines.content[word];
      if (hash === 0) continue;
      words++;
      if (this.counts[this.slotOf(hash)] >= least) shared++;
    }
    return words === 0 ? -1 : shared / words;
  }

  private slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7;
    slot &= this.mask;
    while (this.counts[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}
