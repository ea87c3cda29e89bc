import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { drawGrowth, showBytes } from '../../bench/draw-growth.ts';
import { timesLinear, type Growth, type GrowthPoint } from '../../bench/growth.ts';

const folder = new URL('../../bench/', import.meta.url);
const stored = JSON.parse(readFileSync(new URL('growth.json', folder), 'utf8')) as Growth;

const point = (bytes: number, mode: GrowthPoint['mode'], cpuSeconds: number): GrowthPoint => ({
  bytes,
  articles: 1,
  mode,
  cpuSeconds,
  wallSeconds: cpuSeconds,
  peakBytes: 10 * bytes,
});

describe('the picture of growth', () => {
  it('is drawn of the stored points', () => {
    expect(readFileSync(new URL('growth.svg', folder), 'utf8')).toBe(drawGrowth(stored));
  });

  it('is valid XML that shows each point in both panels, and says all of them in words', () => {
    const svg = drawGrowth(stored);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg.match(/<circle /g)).toHaveLength(2 * stored.points.length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const { svg: parsed } = new XMLParser().parse(svg) as { svg: { desc: string } };
    for (const { bytes } of stored.points) expect(parsed.desc).toContain(`for ${showBytes(bytes)}`);
  });

  it('keeps a machine that is named oddly from becoming markup', () => {
    const svg = drawGrowth({ ...stored, machine: '<script>&' });
    expect(svg).toContain('&lt;script>&amp;');
    expect(XMLValidator.validate(svg)).toBe(true);
  });
});

describe('growth', () => {
  it('is told from 100 MB on, per mode', () => {
    const points = [
      point(1e7, 'everything', 100),
      point(1e8, 'everything', 10),
      point(1e9, 'everything', 120),
      point(1e8, 'exact only', 5),
    ];
    expect(timesLinear(points, 'everything')).toBeCloseTo(1.2);
    expect(timesLinear(points, 'exact only')).toBeUndefined();
  });

  it.each([
    [10_000_000, '10 MB'],
    [9_949_999, '9.9 MB'],
    [999_600_000, '1 GB'],
    [1_500_000_000, '1.5 GB'],
    [267_003_000, '267 MB'],
  ])('shows %d bytes as %s', (bytes, text) => expect(showBytes(bytes)).toBe(text));
});
