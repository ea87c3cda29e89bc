import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';

import type { Growth, GrowthPoint } from './growth.ts';

const WIDTH = 840;
const HEIGHT = 340;
const PANEL = { width: 300, height: 230, top: 50 } as const;
const PANEL_LEFT = [64, 474] as const;
/** Radius of a point. */
const DOT = 3.5;

const modes = ['everything', 'exact only'] as const;
const modeTitles = { everything: 'everything on', 'exact only': 'exact only' } as const;

interface Panel {
  readonly title: string;
  readonly value: (point: GrowthPoint) => number;
  readonly show: (value: number) => string;
}

const panels: readonly Panel[] = [
  { title: 'CPU time', value: ({ cpuSeconds }) => cpuSeconds, show: showSeconds },
  { title: 'Peak memory', value: ({ peakBytes }) => peakBytes, show: showBytes },
];

const style = `
    text { font: 12px system-ui, sans-serif; fill: #24292f; }
    .title { font-weight: 600; font-size: 13px; }
    .tick, .note { fill: #57606a; font-size: 11px; }
    .grid { stroke: #d0d7de; stroke-width: 1; }
    .linear { stroke: #8c959f; stroke-width: 1; stroke-dasharray: 2 4; fill: none; }
    .everything { stroke: #0757ba; fill: #0757ba; }
    .exact { stroke: #b35900; fill: #b35900; stroke-dasharray: 7 3; }
    .curve { fill: none; stroke-width: 2; }
    .dot, .label { stroke: none; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .tick, .note { fill: #9198a1; }
      .grid { stroke: #3d444d; }
      .linear { stroke: #7d8590; }
      .everything { stroke: #6cb0ff; fill: #6cb0ff; }
      .exact { stroke: #f0a35e; fill: #f0a35e; }
    }
`;

/**
 * Time and memory over the size of the corpus as an SVG, both in logarithmic scales: what grows as its input does is a straight
 * line beside the dotted one. It follows the colour scheme of whoever looks at it.
 */
export function drawGrowth({ machine, points }: Growth): string {
  const [least, most] = extent(points.map(({ bytes }) => bytes));
  const drawn = panels.map((panel, index) => drawPanel(panel, points, PANEL_LEFT[index], least, most));
  const described = panels.map((panel) => describePanel(panel, points)).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
  <title id="title">Time and memory of cleancopy over the size of the corpus</title>
  <desc id="desc">${described}</desc>
  <style>${style}  </style>
${drawn.join('\n')}
  <text class="note" x="${PANEL_LEFT[0]}" y="${HEIGHT - 10}">Made corpus in files of ten paragraphs. Dotted: growth as that of the corpus. ${escapeXml(machine)}.</text>
</svg>
`;
}

function drawPanel(
  { title, value, show }: Panel,
  points: readonly GrowthPoint[],
  left: number,
  least: number,
  most: number,
): string {
  const { width, height, top } = PANEL;
  const x = scaleLog([least, most], [left, left + width]);
  const [lowest, highest] = extent(points.map(value));
  const y = scaleLog([lowest, highest], [top + height, top]).nice();
  const bottom = top + height;
  const ticks = y.domain()[0] === y.domain()[1] ? [] : decades(...(y.domain() as [number, number]));
  const rows = ticks.map(
    (tick) =>
      `    <line class="grid" x1="${left}" x2="${left + width}" y1="${at(y(tick))}" y2="${at(y(tick))}"/><text class="tick" text-anchor="end" x="${left - 8}" y="${at(y(tick) + 4)}">${show(tick)}</text>`,
  );
  const sizes = [...new Set(points.map(({ bytes }) => bytes))];
  const columns = sizes.map(
    (bytes) =>
      `    <text class="tick" text-anchor="middle" x="${at(x(bytes))}" y="${bottom + 18}">${showBytes(bytes)}</text>`,
  );
  const curves = modes.map((mode) => {
    const own = points.filter((point) => point.mode === mode);
    const path = line<GrowthPoint>(
      (point) => x(point.bytes),
      (point) => y(value(point)),
    ).digits(1)(own);
    const dots = own.map(
      (point) =>
        `<circle class="dot" cx="${at(x(point.bytes))}" cy="${at(y(value(point)))}" r="${DOT}"><title>${showBytes(point.bytes)}, ${modeTitles[mode]}: ${show(value(point))}</title></circle>`,
    );
    const end = own[own.length - 1];
    const label = `<text class="label" x="${at(x(end.bytes) + 9)}" y="${at(y(value(end)) + 4)}">${show(value(end))}</text>`;
    return `    <g class="${classOf(mode)}"><path class="curve" d="${path ?? ''}"/>${dots.join('')}${label}</g>`;
  });
  const key = modes.map((mode, index) => {
    const start = left + 104 + 124 * index;
    return `    <g class="${classOf(mode)}"><path class="curve" d="M${start},${top - 24}h24"/><text class="label" x="${start + 30}" y="${top - 20}">${modeTitles[mode]}</text></g>`;
  });
  return [
    `  <g>`,
    `    <text class="title" x="${left}" y="${top - 20}">${title}</text>`,
    ...rows,
    ...columns,
    linear(points, value, x, y),
    ...curves,
    ...key,
    `  </g>`,
  ].join('\n');
}

type Scale = (value: number) => number;

/** What would be needed if it grew from 100 MB on as the corpus does. */
function linear(
  points: readonly GrowthPoint[],
  value: Panel['value'],
  x: Scale,
  y: Scale & { domain(): number[] },
): string {
  const own = points.filter(({ mode, bytes }) => mode === 'everything' && bytes >= 1e8);
  if (own.length < 2) return '';
  const [first, last] = [own[0], own[own.length - 1]];
  const end = Math.min(y.domain()[1], (value(first) * last.bytes) / first.bytes);
  const bytes = (first.bytes * end) / value(first);
  return `    <path class="linear" d="M${at(x(first.bytes))},${at(y(value(first)))}L${at(x(bytes))},${at(y(end))}"/>`;
}

/** Powers of ten within bounds. */
function decades(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}

function describePanel({ title, value, show }: Panel, points: readonly GrowthPoint[]): string {
  const parts = modes.map((mode) => {
    const own = points.filter((point) => point.mode === mode);
    return `${modeTitles[mode]}: ${own.map((point) => `${show(value(point))} for ${showBytes(point.bytes)}`).join(', ')}.`;
  });
  return `${title}, ${parts.join(' ')}`;
}

function classOf(mode: (typeof modes)[number]): string {
  return mode === 'everything' ? 'everything' : 'exact';
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function showSeconds(seconds: number): string {
  return `${shortened(seconds)} s`;
}

/** In MB or GB, of 10^6 and 10^9 bytes. */
export function showBytes(bytes: number): string {
  return bytes >= 0.9995e9 ? `${shortened(bytes / 1e9)} GB` : `${shortened(bytes / 1e6)} MB`;
}

/** Two digits, or three that are needed before the point. */
function shortened(value: number): string {
  return value >= 9.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, '');
}

function at(place: number): string {
  return String(Math.round(10 * place) / 10);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
