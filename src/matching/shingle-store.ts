/** Shingles in a chunk; a longer text gets a chunk of its own. */
const CHUNK = 1 << 20;

const nothing = new Int32Array(0);

/**
 * The shingles of all texts, one text after the other, in chunks: growing copies nothing, and a reader that goes through
 * them once frees each chunk behind it.
 */
export class ShingleStore {
  /** Shingles stored. */
  size = 0;
  private readonly chunks: Int32Array[] = [];
  /** Shingles used in each chunk. */
  private readonly used: number[] = [];

  /** A place for at most `count` shingles; write there and say with `close` how many there were. */
  open(count: number): Int32Array {
    const last = this.chunks.length - 1;
    if (last < 0 || this.used[last] + count > this.chunks[last].length) {
      this.chunks.push(new Int32Array(Math.max(CHUNK, count)));
      this.used.push(0);
      return this.chunks[last + 1];
    }
    return this.chunks[last].subarray(this.used[last]);
  }

  close(count: number): void {
    this.used[this.used.length - 1] += count;
    this.size += count;
  }

  /** Takes everything out, and keeps the first chunk. */
  clear(): void {
    this.chunks.length = Math.min(1, this.chunks.length);
    this.used.length = this.chunks.length;
    this.used.fill(0);
    this.size = 0;
  }

  /** Calls `visit` with every stretch of shingles in order. */
  forEachChunk(visit: (shingles: Int32Array) => void): void {
    this.chunks.forEach((chunk, index) => visit(chunk.subarray(0, this.used[index])));
  }

  /** Hands the shingles out text by text, `counts` of them each, and forgets them. */
  drain(counts: Uint32Array, textCount: number, visit: (text: number, shingles: Int32Array) => void): void {
    let chunk = 0;
    let at = 0;
    for (let text = 0; text < textCount; text++) {
      const count = counts[text];
      if (count > 0 && at === this.used[chunk]) {
        this.chunks[chunk] = nothing;
        chunk++;
        at = 0;
      }
      visit(text, count === 0 ? nothing : this.chunks[chunk].subarray(at, at + count));
      at += count;
    }
    this.chunks.length = 0;
    this.used.length = 0;
    this.size = 0;
  }
}
