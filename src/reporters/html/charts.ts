import { scaleLinear, scaleBand } from 'd3-scale';
import { stack } from 'd3-shape';
import { escapeHtml } from './escape-html.ts';

/** A part of a bar; its name is the class that colours it. */
export interface Segment {
  readonly name: string;
  readonly value: number;
}

/** Half a unit of the drawing parts neighbouring segments. */
const GAP = 0.25;

/**
 * One bar of parts beside each other, 100 units wide and stretched to its place. A label makes it a picture with a name;
 * without one it only repeats the numbers that stand beside it.
 *
 * @param total what the whole width stands for
 * @param width how much of the drawing the bar takes, in hundredths
 */
export function drawStack(segments: readonly Segment[], total: number, label: string, width = 100): string {
  const scale = scaleLinear([0, Math.max(1, total)], [0, width]);
  const row = Object.fromEntries(segments.map(({ name, value }) => [name, value]));
  const series = stack<Record<string, number>>().keys(segments.map(({ name }) => name))([row]);
  const parts = series.map((part) => {
    const [[start, end]] = part;
    const length = scale(end) - scale(start);
    return length <= 0
      ? ''
      : `<rect class="${part.key}" x="${round(scale(start))}" y="0" width="${round(Math.max(length - GAP, length / 2))}" height="8"/>`;
  });
  const role = label === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`;
  return `<svg class="bar-chart" viewBox="0 0 100 8" preserveAspectRatio="none" ${role}>${parts.join('')}</svg>`;
}

/** Columns of counts. A column that is not empty can be seen, however small it is. */
export function drawHistogram(counts: readonly number[], labels: readonly string[]): string {
  const height = 48;
  const x = scaleBand(labels, [0, 100]).paddingInner(0.12);
  const y = scaleLinear([0, Math.max(1, ...counts)], [0, height - 2]);
  const columns = counts.map((count, bin) => {
    const tall = count === 0 ? 0 : Math.max(1, y(count));
    return `<rect class="column" x="${round(x(labels[bin]) ?? 0)}" y="${round(height - tall)}" width="${round(x.bandwidth())}" height="${round(tall)}"><title>${labels[bin]}: ${count.toLocaleString('en')}</title></rect>`;
  });
  const described = counts.map((count, bin) => `${labels[bin]}: ${count}`).join('; ');
  return `<svg class="histogram" viewBox="0 0 100 ${height}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(described)}">${columns.join('')}<line class="base" x1="0" x2="100" y1="${height - 0.2}" y2="${height - 0.2}"/></svg>`;
}

/** Two decimals are finer than a pixel. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
