import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadDumps, type Dump } from '../../train/dumps.ts';

const written = [
  '- 首页',
  '- 新闻',
  '- 体育',
  '- 财经',
  '+ 石桥今天重新开放',
  '+ 市议会星期二决定重建这座石桥，因为去年的洪水把桥冲垮了，两岸的居民每天要多走八公里才能到学校和市场。',
  '- 相关新闻',
];

let folder: string;
let dump: Dump;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cleancopy-dumps-'));
  writeFileSync(join(folder, 'zh.txt'), `${written.join('\n')}\n`);
  writeFileSync(join(folder, 'notes.md'), 'not a dump');
  [dump] = loadDumps(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('loadDumps', () => {
  it('labels each line of each layout', () => {
    expect(dump.name).toBe('zh.txt');
    expect(dump.variants).toHaveLength(5);
    for (const { raw, labels } of dump.variants) {
      expect(raw.split('\n').filter((line) => line !== '')).toHaveLength(labels.length);
    }
    expect([...dump.variants[0].labels]).toEqual([0, 0, 0, 0, 1, 1, 0]);
  });

  it('gives the article as the layout has it, since a cut inside a word makes other words', () => {
    for (const { raw, labels, article } of dump.variants) {
      const lines = raw.split('\n').filter((line) => line !== '');
      const kept = lines.filter((_, index) => labels[index] === 1);
      expect(article.split('\n').filter((line) => line !== '')).toEqual(kept);
    }
  });

  it('joins menus into one line, and gives the article alone', () => {
    expect(dump.variants[3].raw.split('\n')[0]).toBe('首页 新闻 体育 财经');
    expect([...dump.variants[4].labels]).toEqual([1, 1]);
  });
});
