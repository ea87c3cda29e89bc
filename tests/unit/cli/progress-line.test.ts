import { describe, expect, test } from 'vitest';
import { progressLine, type Step } from '../../../src/cli/progress-line.ts';

const step: Step = {
  label: 'reading',
  noun: 'files',
  done: 1112,
  total: 2225,
  bytes: 38_200_000,
  seconds: 1,
};

describe('progressLine', () => {
  test('shows a bar, files, speed and time left', () => {
    expect(progressLine(step, 79)).toBe(
      'reading    [=========           ]  49 % 1,112/2,225 files, 38.2 MB/s, 0:02 left',
    );
  });

  test.each([120, 80, 79, 60, 40, 20, 10, 1, 0])('fits %d columns', (columns) => {
    const wide: Step = { ...step, label: 'comparing', done: 12_345_678, total: 98_765_432, seconds: 10_000 };
    expect(progressLine(wide, columns).length).toBeLessThanOrEqual(columns);
    expect(progressLine(step, columns).length).toBeLessThanOrEqual(columns);
  });

  test('says no speed and no time left before they are known, or when there are none', () => {
    expect(progressLine({ ...step, seconds: 0.1 }, 80)).toMatch(/1,112\/2,225 files$/);
    expect(progressLine({ ...step, bytes: 0 }, 80)).toMatch(/1,112\/2,225 files, 0:02 left$/);
    expect(progressLine({ ...step, done: 0 }, 80)).not.toContain('left');
    expect(progressLine({ ...step, done: 2225 }, 80)).toMatch(
      /\[=+\] 100 % 2,225\/2,225 files, 38\.2 MB\/s$/,
    );
    expect(progressLine({ ...step, done: 0, total: 0 }, 80)).toContain('100 %');
  });

  test.each([
    [59, '0:59'],
    [60, '1:00'],
    [3599.5, '1:00:00'],
    [7325, '2:02:05'],
  ])('%d seconds are %s', (seconds, shown) => {
    expect(progressLine({ ...step, done: 1, total: 2, seconds }, 80)).toContain(`, ${shown} left`);
  });
});
