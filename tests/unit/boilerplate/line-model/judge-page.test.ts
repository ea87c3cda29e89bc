import { describe, expect, it } from 'vitest';
import { judgePage } from '../../../../src/boilerplate/line-model/judge-page.ts';
import { body, menu, page, readLines, tail, title } from './read-lines.ts';

const keptOf = (texts: readonly string[]): string[] => {
  const lines = readLines(texts.join('\n'));
  const { kept } = judgePage(lines);
  return texts.filter((_, line) => kept[line] === 1);
};

describe('judgePage', () => {
  it('keeps title and text of a page, and nothing around them', () => {
    expect(keptOf(page.split('\n'))).toEqual([title, ...body]);
  });

  it('takes no line of the menu for the title of a text that has none', () => {
    expect(keptOf([...menu, ...body, ...tail])).toEqual(body);
  });

  it('keeps the title that the page repeats over the text', () => {
    const texts = [`${title} | The Vale Herald`, ...menu, title, ...body, ...tail];
    expect(keptOf(texts)).toEqual([title, ...body]);
  });

  it('keeps a sub-heading and a short answer between paragraphs', () => {
    const [first, second, third, ...rest] = body;
    const texts = [...menu, title, first, second, 'What it will cost', third, '“Never.”', ...rest, ...tail];
    const kept = keptOf(texts);
    expect(kept).toContain('What it will cost');
    expect(kept).toContain('“Never.”');
  });

  it('judges a file without lines', () => {
    expect(keptOf([''])).toEqual([]);
  });
}); // prettier-ignore
