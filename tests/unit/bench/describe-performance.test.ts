import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignTable, describePerformance, type Performance } from '../../bench/describe-performance.ts';
import type { Growth } from '../../bench/growth.ts';

const root = new URL('../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const growth = JSON.parse(read('tests/bench/growth.json')) as Growth;
const performance = JSON.parse(read('tests/bench/performance.json')) as Performance;

describe('what the README says of speed', () => {
  it('is what was measured and stored', () => {
    expect(read('README.md')).toContain(describePerformance(performance, growth));
  });

  it('says of each target whether it is met', () => {
    const ratio = (name: string, cpu: number): Performance => ({
      machine: 'any',
      starts: [{ name, ratio: cpu, most: 1.5 }],
      rounds: [],
    });
    const rowOf = (cpu: number): string =>
      describePerformance(ratio('--help', cpu), { machine: 'any', points: [] }).split('\n').at(-1) ?? '';
    expect(rowOf(1.5)).toMatch(/1\.50 times\s+\| met/);
    expect(rowOf(1.51)).toMatch(/1\.51 times\s+\| \*\*missed\*\*/);
  });

  it('takes ratios from the pairs, not from the medians', () => {
    const contestant = { cpuSeconds: 1, wallSeconds: 1, peakBytes: 1e6 };
    const rounds: Performance['rounds'] = [
      {
        corpus: 'many',
        description: '',
        bytes: 267e6,
        pairs: 3,
        contestants: [
          { name: 'exact, no boilerplate', ...contestant, cpuRatios: [1, 7.25], wallRatios: [1, 1] },
          { name: 'gawk', ...contestant, cpuRatios: [0.14, 1], wallRatios: [1, 1] },
        ],
      },
    ];
    expect(describePerformance({ machine: '', starts: [], rounds }, { machine: '', points: [] })).toMatch(
      /100,000 files.*7\.25 times \| \*\*missed\*\*/,
    );
  });
});

describe('a table', () => {
  it('stands as Prettier would write it', () => {
    expect(
      alignTable(
        ['what', 'MB'],
        [
          ['a', '10.5'],
          ['longer', '2'],
        ],
        ['', ':'],
      ),
    ).toBe(['| what   |   MB |', '| ------ | ---: |', '| a      | 10.5 |', '| longer |    2 |'].join('\n'));
  });
});
