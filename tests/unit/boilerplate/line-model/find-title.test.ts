import { describe, expect, it } from 'vitest';
import { findTitle } from '../../../../src/boilerplate/line-model/find-title.ts';
import { body, menu, readLines, title } from './read-lines.ts';

const titleOf = (texts: readonly string[], end = texts.length): number =>
  findTitle(readLines(texts.join('\n')), end);

describe('findTitle', () => {
  it('finds the line over the text that repeats the first one', () => {
    expect(titleOf([`${title} | The Vale Herald`, ...menu, title, ...body])).toBe(menu.length + 1);
  });

  it('takes the last such line before the text', () => {
    expect(titleOf([`${title} | The Vale Herald`, 'Home', title, 'News', title, ...body], 5)).toBe(4);
  });

  it('finds none when the first line is not repeated', () => {
    expect(titleOf([title, ...body])).toBe(-1);
    expect(titleOf(['The Vale Herald online', ...menu, title, ...body])).toBe(-1);
  });

  it('finds none in a file of single words, or without lines', () => {
    expect(titleOf(['Home', 'News', 'Home', 'Sport', 'Home'])).toBe(-1);
    expect(titleOf([''])).toBe(-1);
  });
}); // prettier-ignore
