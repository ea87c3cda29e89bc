import { describe, expect, it } from 'vitest';
import { ContentIndex } from '../../../../src/boilerplate/line-model/content-index.ts';
import { readLines } from './read-lines.ts';

describe('ContentIndex', () => {
  const lines = readLines(
    ['harbour ferry bridge', 'harbour market winter', 'harbour ferry cinema', 'cinema tickets', '1999'].join('\n\n'),
  );
  const index = new ContentIndex();
  const core = Uint8Array.of(1, 1, 0, 0, 0);
  index.fill(lines, core);

  it('tells the share of a line that the core says, too', () => {
    expect(index.shareOf(lines, 2, false)).toBeCloseTo(2 / 3);
    expect(index.shareOf(lines, 3, false)).toBe(0);
  });

  it('does not hold a line of the core against itself', () => {
    expect(index.shareOf(lines, 0, true)).toBeCloseTo(1 / 3);
  });

  it('is -1 for a line without content', () => {
    expect(index.shareOf(lines, 4, false)).toBe(-1);
  });

  it('forgets the core before', () => {
    index.fill(lines, Uint8Array.of(0, 0, 0, 1, 0));
    expect(index.shareOf(lines, 2, false)).toBeCloseTo(1 / 3);
    expect(index.shareOf(lines, 0, false)).toBe(0);
  });

  it('holds more words than it first has room for', () => {
    const texts = Array.from({ length: 400 }, (_, line) =>
      Array.from({ length: 20 }, (_word, word) => `w${line}x${word}y`).join(' '),
    );
    const many = readLines([...texts, texts[0], texts[399]].join('\n\n'));
    const large = new ContentIndex();
    large.fill(many, new Uint8Array(402).fill(1, 0, 400));
    expect([large.shareOf(many, 400, false), large.shareOf(many, 401, false)]).toEqual([1, 1]);
    expect(large.shareOf(many, 5, true)).toBe(0);
  });
}); // prettier-ignore
