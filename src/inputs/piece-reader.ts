import { Buffer } from 'node:buffer';

const LF = 10;

/** Takes exact lengths out of pieces of any length. */
export class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #endsEarly: () => Error;
  #rest: Uint8Array = new Uint8Array(0);

  /** @param endsEarly what is thrown where the pieces end inside of what is taken */
  constructor(pieces: AsyncIterable<Uint8Array>, endsEarly: () => Error) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#endsEarly = endsEarly;
  }

  /**
   * The next line, without its end; undefined when nothing at all is left. Lines end at LF or CRLF.
   *
   * @param tooLong what is thrown for a line of more than `maxBytes` bytes
   */
  async takeLine(maxBytes: number, tooLong: () => Error): Promise<string | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      if (this.#rest.length === 0 && !(await this.#next())) {
        if (length === 0) return undefined;
        throw this.#endsEarly();
      }
      const end = this.#rest.indexOf(LF);
      const part = end < 0 ? this.#rest : this.#rest.subarray(0, end);
      length += part.length;
      if (length > maxBytes) throw tooLong();
      parts.push(part);
      this.#rest = this.#rest.subarray(end < 0 ? part.length : end + 1);
      if (end < 0) continue;
      const line = Buffer.concat(parts, length).toString('utf8');
      return line.endsWith('\r') ? line.slice(0, -1) : line;
    }
  }

  /** The next `length` bytes; undefined when nothing at all is left. */
  async take(length: number): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#next())) {
        if (missing === length) return undefined;
        throw this.#endsEarly();
      }
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts, length);
  }

  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0;) {
      if (this.#rest.length === 0 && !(await this.#next())) throw this.#endsEarly();
      const count = Math.min(missing, this.#rest.length);
      this.#rest = this.#rest.subarray(count);
      missing -= count;
    }
  }

  async #next(): Promise<boolean> {
    const { value, done } = await this.#pieces.next();
    if (done === true) return false;
    this.#rest = value;
    return true;
  }
}
