import { Buffer } from 'node:buffer';

/** A generator of numbers from 0 to 1 (mulberry32), so that a seed gives the same run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Largest input that is made. */
const MAX_BYTES = 8192;

/** What breaks parsers: marks, halves of characters, markup, JSON, line ends, long runs. */
const tokens: readonly Buffer[] = [
  '\r\n', '\n\n', '\r', '\t', ' ', '\u0000', '\u001b[31m', '\u2028', '\u00a0', '\u3000', '\ufeff', '\u00ad', '\u200b', '\u202e',
  '&amp;', '&#x41;', '&lt;b&gt;', '<p>', '</div>', '<!--', '](', '![', '**', 'Ã©', 'â€™', 'ﬁ', 'é', '😀', '\ud83d',
  '{"text":"', '"}', '\\u0000', '[', ']', ':', ',', 'null', '1e999', '-1', '"bytes":[0,1]', '"block":0', '"raw":"/w=="',
  '. ', '。', '！', 'The end.The ', 'ก ', '。」', '…', 'By A. Writer', 'March 18, 2025', 'Share', 'x'.repeat(2100),
].map((text) => Buffer.from(text)); // prettier-ignore
const bytes: readonly Buffer[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
  [0xe2, 0x82],
  [0x81, 0x30, 0x81],
  [0x8f, 0xa1],
  [0x1f, 0x8b, 8, 0],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
].map((list) => Buffer.from(list));
const pieces: readonly Buffer[] = [...tokens, ...bytes];

/** An input made from `parent`, and now and then from `other`, by a few random changes. */
export function mutate(parent: Uint8Array, other: Uint8Array, random: () => number): Buffer {
  const below = (limit: number): number => Math.floor(random() * limit);
  let data = Buffer.from(parent);
  for (let change = 1 + below(4); change > 0; change--) {
    const at = below(data.length + 1);
    const end = Math.min(data.length, at + 1 + below(random() < 0.5 ? 4 : 200));
    const before = data.subarray(0, at);
    switch (below(7)) {
      case 0:
        if (at < data.length) data[at] ^= 1 << below(8);
        break;
      case 1:
        if (at < data.length) data[at] = below(256);
        break;
      case 2:
        data = Buffer.concat([before, pieces[below(pieces.length)], data.subarray(at)]);
        break;
      case 3:
        data = Buffer.concat([before, data.subarray(end)]);
        break;
      case 4:
        data = Buffer.concat([before, data.subarray(at, end), data.subarray(at)]);
        break;
      case 5:
        data = Buffer.concat([before, other.subarray(below(other.length))]);
        break;
      default:
        data = Buffer.from(before);
    }
  }
  return data.subarray(0, MAX_BYTES);
}
