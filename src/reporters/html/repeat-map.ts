import { scaleBand, scaleSqrt } from 'd3-scale';
import { addressOf } from './article-address.ts';
import { round } from './charts.ts';
import { escapeHtml } from './escape-html.ts';
import type { PageIndex } from './page-data.ts';
import type { PairTally } from './tally.ts';

/** Rows and columns that the map has at most; of more, those that share most text. */
const MAX_MAP_FILES = 240;
/** Pairs that are also named in words. */
const MAX_NAMED_PAIRS = 8;
/** Width and height of the drawing. */
const SIZE = 480;
const MAX_CELL_SIZE = 48;
const LEAST_OPACITY = 0.35;

/**
 * Which file repeats which: a matrix with a row for each file that lost text to others, and a column for each file that
 * keeps it, both in the order of the paths.
 */
export function drawRepeatMap(
  { path }: PageIndex,
  pairs: readonly PairTally[],
  shorten: (path: string) => string,
): string {
  if (pairs.length === 0) return '';
  const rows = choose(pairs, ({ from }) => from);
  const columns = choose(pairs, ({ to }) => to);
  const width = Math.min(SIZE, columns.shown.length * MAX_CELL_SIZE);
  const height = Math.min(SIZE, rows.shown.length * MAX_CELL_SIZE);
  const x = scaleBand(columns.shown, [0, width]).paddingInner(columns.shown.length > 60 ? 0 : 0.08);
  const y = scaleBand(rows.shown, [0, height]).paddingInner(rows.shown.length > 60 ? 0 : 0.08);
  const shown = pairs.filter(({ from, to }) => y(from) !== undefined && x(to) !== undefined);
  const most = shown.reduce((least, { units }) => Math.max(least, units), 1);
  const opacity = scaleSqrt([0, most], [LEAST_OPACITY, 1]);
  const cells = shown.map(({ from, to, units }) => {
    const title = `${units.toLocaleString('en')} characters of ${path[from]} are kept in ${path[to]}`;
    return `<rect class="cell" data-article="${from}" x="${round(x(to) ?? 0)}" y="${round(y(from) ?? 0)}" width="${round(x.bandwidth())}" height="${round(y.bandwidth())}" fill-opacity="${round(opacity(units))}"><title>${escapeHtml(title)}</title></rect>`;
  });
  const cut = [
    ...cutOf(rows, 'rows, the files that lost most'),
    ...cutOf(columns, 'columns, the files that keep most'),
  ];
  const table = pairs
    .toSorted((a, b) => b.units - a.units || a.from - b.from || a.to - b.to)
    .slice(0, MAX_NAMED_PAIRS)
    .map(
      ({ from, to, units }) =>
        `<tr><th scope="row"><a href="${escapeHtml(addressOf(path[from]))}">${escapeHtml(shorten(path[from]))}</a></th><td><a href="${escapeHtml(addressOf(path[to]))}">${escapeHtml(shorten(path[to]))}</a></td><td>${units.toLocaleString('en')}</td></tr>`,
    );
  return `<section class="card wide"><h2>Repeats from file to file</h2>
<p class="dim">A row for each file that lost text to another, a column for each file that keeps it; the stronger the more. ${cut.join(' ')}</p>
<div class="map-parts"><svg class="repeat-map" viewBox="0 0 ${width} ${height}" role="img" aria-label="Matrix of ${rows.shown.length} by ${columns.shown.length} files; the table beside it has the largest pairs"><rect class="ground" width="${width}" height="${height}"/>${cells.join('')}</svg>
<div class="scroll" tabindex="0" role="region" aria-label="Largest pairs"><table class="legend pairs"><thead><tr><th scope="col">Repeated in</th><th scope="col">Kept in</th><th scope="col">Characters</th></tr></thead><tbody>${table.join('')}</tbody></table></div></div></section>`;
}

interface Side {
  readonly shown: readonly number[];
  readonly count: number;
}

/** The files of one side of the pairs that share most text, in their order. */
function choose(pairs: readonly PairTally[], side: (pair: PairTally) => number): Side {
  const shared = new Map<number, number>();
  for (const pair of pairs) shared.set(side(pair), (shared.get(side(pair)) ?? 0) + pair.units);
  const units = (place: number): number => shared.get(place) ?? 0;
  const shown = [...shared.keys()]
    .sort((a, b) => units(b) - units(a) || a - b)
    .slice(0, MAX_MAP_FILES)
    .sort((a, b) => a - b);
  return { shown, count: shared.size };
}

function cutOf({ shown, count }: Side, what: string): string[] {
  if (shown.length === count) return [];
  return [`${shown.length.toLocaleString('en')} of ${count.toLocaleString('en')} ${what}.`];
}
