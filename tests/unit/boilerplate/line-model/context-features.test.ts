import { describe, expect, it } from 'vitest';
import { contextFeatures, ContextReader } from '../../../../src/boilerplate/line-model/context-features.ts';
import { BinRows, binOf } from '../../../../src/boilerplate/line-model/feature-set.ts';
import { body, menu, page, readLines, tail } from './read-lines.ts';

const { width, features } = contextFeatures;
const lines = readLines(page);
/** As a first stage would say: the article is sure, all else is not. */
const logits = Float32Array.from({ length: lines.count }, (_, line) =>
  line >= menu.length && line <= menu.length + body.length ? 3 : -3,
);
const rows = new BinRows(width);
new ContextReader().write(lines, logits, rows);

function binIn(line: number, name: string): number {
  const feature = features.find((one) => one.name === name);
  if (feature === undefined) throw new Error(name);
  return rows.bins[line * width + feature.index];
}

function expectedBin(name: string, value: number): number {
  const feature = features.find((one) => one.name === name);
  if (feature === undefined) throw new Error(name);
  return binOf(feature, value);
}

describe('ContextReader', () => {
  it('takes up what the first stage says of the line and its neighbours', () => {
    expect(binIn(0, 'own')).toBe(expectedBin('own', -3));
    expect(binIn(menu.length, 'own')).toBe(expectedBin('own', 3));
    expect(binIn(menu.length, 'at -1')).toBe(expectedBin('at -1', -3));
    expect(binIn(menu.length, 'at 1')).toBe(expectedBin('at 1', 3));
    expect(binIn(0, 'at -1')).toBe(0);
  });

  it('measures the way to sure lines', () => {
    expect(binIn(0, 'lines to a sure one')).toBe(expectedBin('lines to a sure one', menu.length));
    expect(binIn(lines.count - 1, 'lines since a sure one')).toBe(expectedBin('lines since a sure one', tail.length));
    expect(binIn(lines.count - 1, 'lines to a sure one')).toBe(expectedBin('lines to a sure one', 1000));
  });

  it('measures the place to the kept part, and how much of it is read', () => {
    expect(binIn(menu.length + 1, 'place to the kept part')).toBe(expectedBin('place to the kept part', 0));
    expect(binIn(0, 'place to the kept part')).toBe(expectedBin('place to the kept part', -menu.length));
    expect(binIn(0, 'share of kept words before')).toBe(0);
    expect(binIn(lines.count - 1, 'share of kept words before')).toBe(expectedBin('share of kept words before', 0.99));
  });

  it('keeps every bin in its range, whatever the first stage says', () => {
    for (const value of [-100, -1, 0, 1, 100]) {
      const all = new BinRows(width);
      new ContextReader().write(lines, new Float32Array(lines.count).fill(value), all);
      for (let line = 0; line < lines.count; line++) {
        for (const { index, bins } of features) expect(all.bins[line * width + index]).toBeLessThan(bins);
      }
    }
  });
}); // prettier-ignore
