import { scaleBand, scaleSqrt } from 'd3-scale';
import { addressOf } from './article-address.ts';
import { escapeHtml } from './escape-html.ts';
import { round } from './charts.ts';
import type { PageIndex } from './page-data.ts';
import type { PairTally } from './tally.ts';

/** Files that the map shows; of more, those that share most text. */
const MAX_MAP_FILES = 240;
/** Width and height of the drawing. */
const SIZE = 480;
const LEAST_OPACITY = 0.35;

/**
 * Which file repeats which: a matrix with a row for each file that lost text to others, and a column for each file that
 * keeps it, both in the order of the paths.
 */
export function drawRepeatMap({ path }: PageIndex, pairs: readonly PairTally[]): string {
  const shared = new Map<number, number>();
  for (const { from, to, units } of pairs) {
    shared.set(from, (shared.get(from) ?? 0) + units);
    shared.set(to, (shared.get(to) ?? 0) + units);
  }
  if (shared.size === 0) return '';
  const places = [...shared.keys()]
    .sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || a - b)
    .slice(0, MAX_MAP_FILES)
    .sort((a, b) => a - b);
  const band = scaleBand(places, [0, SIZE]).paddingInner(places.length > 60 ? 0 : 0.08);
  const shown = pairs.filter(({ from, to }) => band(from) !== undefined && band(to) !== undefined);
  const most = shown.reduce((least, { units }) => Math.max(least, units), 1);
  const opacity = scaleSqrt([0, most], [LEAST_OPACITY, 1]);
  const side = Math.max(band.bandwidth(), 1.5);
  const cells = shown.map(({ from, to, units }) => {
    const title = `${units.toLocaleString('en')} characters of ${path[from]} are kept in ${path[to]}`;
    return `<a href="${escapeHtml(addressOf(path[from]))}" tabindex="-1"><rect class="cell" x="${round(band(to) ?? 0)}" y="${round(band(from) ?? 0)}" width="${round(side)}" height="${round(side)}" fill-opacity="${round(opacity(units))}"><title>${escapeHtml(title)}</title></rect></a>`;
  });
  const cut =
    shared.size > places.length
      ? ` The ${places.length.toLocaleString('en')} of ${shared.size.toLocaleString('en')} files that share most text.`
      : '';
  const table = [...shown]
    .sort((a, b) => b.units - a.units || a.from - b.from || a.to - b.to)
    .slice(0, 8)
    .map(
      ({ from, to, units }) =>
        `<tr><th scope="row"><a href="${escapeHtml(addressOf(path[from]))}">${escapeHtml(path[from])}</a></th><td>${escapeHtml(path[to])}</td><td>${units.toLocaleString('en')}</td></tr>`,
    );
  return `<section class="card wide map"><h2>Repeats from file to file</h2>
<p class="dim">A row for each file that lost text, a column for each file that keeps it; darker is more.${cut}</p>
<div class="map-parts"><svg class="repeat-map" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Matrix of ${places.length} files; the table beside it has the largest pairs"><rect class="ground" width="${SIZE}" height="${SIZE}"/><line class="diagonal" x1="0" y1="0" x2="${SIZE}" y2="${SIZE}"/>${cells.join('')}</svg>
<div class="scroll" tabindex="0" role="region" aria-label="Largest pairs"><table class="legend"><thead><tr><th scope="col">Repeated in</th><th scope="col">Kept in</th><th scope="col">Characters</th></tr></thead><tbody>${table.join('')}</tbody></table></div></div></section>`;
}
