/** Converts between offsets in bytes, as cleancopy counts, and in code points after the byte-order mark, as the labels do. */
export class CodePoints {
  /** Where each code point begins in the raw file, and where the file ends. */
  readonly #starts: Uint32Array;
  readonly #text: readonly string[];

  /** `encoding` is a name from the labels: utf-8, utf-8-sig, utf-16 (with a byte-order mark) or cp1252. */
  constructor(bytes: Uint8Array, encoding: string) {
    const wide = encoding === 'utf-16';
    const bigEndian = wide && bytes[0] === 0xfe;
    const label = wide
      ? bigEndian
        ? 'utf-16be'
        : 'utf-16le'
      : encoding === 'cp1252'
        ? 'windows-1252'
        : 'utf-8';
    this.#text = [...new TextDecoder(label).decode(bytes)];
    this.#starts = new Uint32Array(this.#text.length + 1);
    const marked = label === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    let at = wide ? 2 : marked ? 3 : 0;
    this.#text.forEach((character, index) => {
      this.#starts[index] = at;
      at += wide ? character.length * 2 : encoding === 'cp1252' ? 1 : Buffer.byteLength(character);
    });
    this.#starts[this.#text.length] = at;
    if (at !== bytes.length)
      throw new Error(`the file is not ${encoding}: ${at} bytes expected, ${bytes.length} found`);
  }

  /** The bytes of a span of code points, without white space at its ends. */
  bytesOf(start: number, end: number): readonly [start: number, end: number] {
    let [first, last] = [start, end];
    while (first < last && this.#text[first].trim() === '') first++;
    while (last > first && this.#text[last - 1].trim() === '') last--;
    return [this.#starts[first], this.#starts[last]];
  }

  /** The number of code points that begin before `byte`. */
  at(byte: number): number {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
