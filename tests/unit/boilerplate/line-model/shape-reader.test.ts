import { describe, expect, it } from 'vitest';
import { BinRows, binOf, type Feature } from '../../../../src/boilerplate/line-model/feature-set.ts';
import * as f from '../../../../src/boilerplate/line-model/shape-features.ts';
import { ShapeReader } from '../../../../src/boilerplate/line-model/shape-reader.ts';
import { body, menu, page, readLines, tail, title } from './read-lines.ts';

const { width } = f.shapeFeatures;

function rowsOf(text: string, reader = new ShapeReader()): BinRows {
  const lines = readLines(text);
  const rows = new BinRows(width);
  reader.read(lines);
  reader.write(lines, rows);
  return rows;
}

const rows = rowsOf(page);
const binIn = (line: number, { index }: Feature): number => rows.bins[line * width + index];
const lead = menu.length;
const last = lead + body.length;

describe('ShapeReader', () => {
  it('measures a line itself', () => {
    expect(binIn(0, f.WORDS)).toBe(binOf(f.WORDS, 1));
    expect(binIn(lead, f.WORDS)).toBe(binOf(f.WORDS, 11));
    expect(binIn(lead + 4, f.QUOTES)).toBe(binOf(f.QUOTES, 4));
    expect(binIn(0, f.GROUP)).not.toBe(0);
    expect(binIn(lead + 1, f.GROUP)).toBe(0);
  });

  it('measures how far sentences are', () => {
    expect(binIn(lead, f.AFTER)).toBe(binOf(f.AFTER, 1));
    expect(binIn(0, f.AFTER)).toBe(binOf(f.AFTER, lead + 1));
    expect(binIn(0, f.BEFORE)).toBe(binOf(f.BEFORE, 1000));
    expect(binIn(last + 1, f.BEFORE)).toBe(binOf(f.BEFORE, 1));
  });

  it('measures the place to the densest part', () => {
    expect(binIn(lead + 2, f.SEGMENT)).toBe(binOf(f.SEGMENT, 0));
    expect(binIn(0, f.SEGMENT)).toBeLessThan(binOf(f.SEGMENT, 0));
    expect(binIn(last + tail.length, f.SEGMENT)).toBeGreaterThan(binOf(f.SEGMENT, 0));
  });

  it('counts repeats and short lines in a row', () => {
    const repeated = rowsOf(`Read more\n\n${body.join('\n\nRead more\n\n')}`);
    expect(repeated.bins[f.REPEATS.index]).toBe(binOf(f.REPEATS, body.length));
    expect(binIn(3, f.SHORT_RUN)).toBe(binOf(f.SHORT_RUN, lead));
  });

  it('knows what stands behind a comment form', () => {
    const form = last + 1 + tail.indexOf('Leave a Reply');
    expect(binIn(form, f.SINCE_COMMENTS)).toBe(0);
    expect(binIn(form + 3, f.SINCE_COMMENTS)).toBe(binOf(f.SINCE_COMMENTS, 3));
  });

  it('finds the title', () => {
    const reader = new ShapeReader();
    rowsOf([`${title} | The Vale Herald`, ...menu, title, ...body].join('\n'), reader);
    expect(reader.title).toBe(menu.length + 1);
  });

  it('gives the same rows whatever was read before', () => {
    const reader = new ShapeReader();
    rowsOf(body.join('\n\n').repeat(200), reader);
    const again = rowsOf(page, reader);
    const end = (lead + 1 + body.length + tail.length) * width;
    expect(again.bins.subarray(0, end)).toEqual(rows.bins.subarray(0, end));
  });

  it('keeps every bin in its range', () => {
    for (const text of [page, 'x', '市议会星期二决定重建这座石桥。\n首页\n新闻', '1\n2\n3', '....\n——\n***']) {
      const { bins } = rowsOf(text);
      const count = text.split('\n').length;
      for (let line = 0; line < count; line++) {
        for (const { index, bins: size } of f.shapeFeatures.features) expect(bins[line * width + index]).toBeLessThan(size);
      }
    }
  });
}); // prettier-ignore
