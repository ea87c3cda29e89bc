import { scaleLinear } from 'd3-scale';
import type { Fate } from '../place-blocks.ts';
import { percent } from '../describe-reason.ts';
import { addressOf } from './article-address.ts';
import { escapeHtml } from './escape-html.ts';
import type { PageIndex } from './page-data.ts';
import { drawHistogram, drawStack, type Segment } from './charts.ts';
import { drawRepeatMap } from './repeat-map.ts';
import { fates, type PairTally, type RuleTally } from './tally.ts';

const MAX_FILES = 12;
const MAX_RULES = 12;

/** What a fate is called on the page. */
const fateNames: Readonly<Record<Fate, string>> = {
  kept: 'Kept',
  variant: 'Kept variants',
  extension: 'Kept extensions',
  boilerplate: 'Boilerplate',
  duplicate: 'Repeats',
};

const removedFates: readonly Fate[] = ['boilerplate', 'duplicate'];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const grouped = (number: number): string => number.toLocaleString('en');
const linkTo = (path: string): string => escapeHtml(addressOf(path));

/** The overview, drawn when the page is written, since it is what the page opens with. */
export function drawOverview(
  index: PageIndex,
  rules: readonly RuleTally[],
  pairs: readonly PairTally[],
): string {
  const sections = [drawTotals(index), drawFiles(index), drawRules(rules), drawKeptShares(index)];
  if (index.groupCount > 0) {
    sections.push(
      '<section class="card wide" id="top-groups"><h2>Most repeated text</h2><ol class="ranking" id="top-groups-list"></ol><p><a href="#/groups">All repeated text</a></p></section>',
    );
  }
  sections.push(
    drawRepeatMap(index, pairs, (path) => shortened(path, index.folder)),
    drawSkipped(index),
  );
  return `<template id="overview"><h1 class="title">Overview</h1>${drawFolder(index)}${sections.join('')}</template>\n`;
}

function drawFolder({ folder }: PageIndex): string {
  return folder === '' ? '' : `<p class="folder dim">All paths are in <code>${escapeHtml(folder)}</code></p>`;
}

function drawTotals({ path, units, blocks, duplicateOf }: PageIndex): string {
  const totals = new Map(fates.map((fate) => [fate, sum(units[fate])]));
  const total = sum([...totals.values()]);
  const segments: Segment[] = fates.map((fate) => ({ name: fate, value: totals.get(fate) ?? 0 }));
  const removed = sum(removedFates.map((fate) => totals.get(fate) ?? 0));
  const share = (part: number): string => (total === 0 ? '0 %' : percent(part / total));
  const legend = fates.map((fate) => {
    const part = totals.get(fate) ?? 0;
    return `<tr><th scope="row"><span class="swatch ${fate}" aria-hidden="true"></span>${fateNames[fate]}</th><td>${share(part)}</td><td>${grouped(part)}</td><td>${grouped(sum(blocks[fate]))}</td></tr>`;
  });
  const copies = duplicateOf.filter((holder) => holder >= 0).length;
  const figures = [
    [grouped(path.length), path.length === 1 ? 'article' : 'articles'],
    [total === 0 ? '100 %' : percent((total - removed) / total), 'of the characters kept'],
    [grouped(sum(blocks.boilerplate)), 'boilerplate blocks removed'],
    [grouped(sum(blocks.duplicate)), 'repeats removed'],
    [grouped(copies), 'articles with nothing of their own'],
  ];
  return `<section class="card wide" aria-label="Totals"><dl class="figures">${figures
    .map(([value, name]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
    .join('')}</dl>${drawStack(segments, total, 'Characters by what became of them')}
<div class="scroll" tabindex="0" role="region" aria-label="Characters and blocks by what became of them"><table class="legend"><thead><tr><th scope="col">What became of it</th><th scope="col">Share</th><th scope="col">Characters</th><th scope="col">Blocks</th></tr></thead><tbody>${legend.join('')}</tbody></table></div></section>`;
}

function drawFiles({ path, units, folder }: PageIndex): string {
  const lost = (place: number): number => units.boilerplate[place] + units.duplicate[place];
  const most = Array.from(path, (_, place) => place)
    .filter((place) => lost(place) > 0)
    .sort((a, b) => lost(b) - lost(a) || a - b)
    .slice(0, MAX_FILES);
  if (most.length === 0) return card('Files that lost most', '<p class="dim">No file lost any text.</p>');
  const scale = scaleLinear([0, lost(most[0])], [0, 100]);
  const rows = most.map((place) => {
    const segments = removedFates.map((fate) => ({ name: fate, value: units[fate][place] }));
    const total = sum(fates.map((fate) => units[fate][place]));
    return `<li><a href="${linkTo(path[place])}">${escapeHtml(shortened(path[place], folder))}</a><span class="value">${grouped(lost(place))} <span class="dim">${percent(lost(place) / total)}</span></span>${drawStack(segments, lost(place), '', scale(lost(place)))}</li>`;
  });
  return card(
    'Files that lost most',
    `<p class="dim">Characters removed, and their share of the file.</p><ol class="ranking">${rows.join('')}</ol>`,
  );
}

function drawRules(rules: readonly RuleTally[]): string {
  if (rules.length === 0) return card('Boilerplate families', '<p class="dim">No boilerplate was found.</p>');
  const scale = scaleLinear([0, rules[0].units], [0, 100]);
  const rows = rules.slice(0, MAX_RULES).map(({ rule, units, blocks }) => {
    const bar = drawStack([{ name: 'boilerplate', value: units }], units, '', scale(units));
    return `<li><a href="#/articles?q=${escapeHtml(encodeURIComponent(`rule:${rule}`))}">${escapeHtml(rule)}</a><span class="value">${grouped(units)} <span class="dim">${grouped(blocks)} ${blocks === 1 ? 'block' : 'blocks'}</span></span>${bar}</li>`;
  });
  const more =
    rules.length > MAX_RULES
      ? `<p class="dim">and ${grouped(rules.length - MAX_RULES)} more families</p>`
      : '';
  return card(
    'Boilerplate families',
    `<p class="dim">Characters removed by each family of rules.</p><ol class="ranking">${rows.join('')}</ol>${more}`,
  );
}

/** How many files kept how much of their text. */
function drawKeptShares({ path, units }: PageIndex): string {
  const bins = Array.from({ length: 10 }, () => 0);
  let whole = 0;
  for (let place = 0; place < path.length; place++) {
    const total = sum(fates.map((fate) => units[fate][place]));
    const removed = units.boilerplate[place] + units.duplicate[place];
    const share = total === 0 ? 1 : (total - removed) / total;
    if (removed === 0) whole++;
    bins[Math.min(9, Math.floor(share * 10))]++;
  }
  const labels = bins.map((_, bin) => `${bin * 10} to ${bin * 10 + 10} % kept`);
  return card(
    'How much files kept',
    `<p class="dim">${grouped(whole)} of ${grouped(path.length)} lost nothing.</p>${drawHistogram(bins, labels)}<p class="axis" aria-hidden="true"><span>0 %</span><span>50 %</span><span>100 % kept</span></p>`,
  );
}

function drawSkipped({ skipped }: PageIndex): string {
  if (skipped.length === 0) return '';
  const rows = skipped.map(
    ({ path, code, message }) =>
      `<tr><th scope="row">${escapeHtml(shortened(path, ''))}</th><td><code>${code}</code></td><td>${escapeHtml(message)}</td></tr>`,
  );
  return `<section class="card wide"><h2>Skipped inputs</h2><div class="scroll" tabindex="0" role="region" aria-label="Skipped inputs"><table class="legend"><thead><tr><th scope="col">Path</th><th scope="col">Code</th><th scope="col">Why</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function card(title: string, content: string): string {
  return `<section class="card"><h2>${title}</h2>${content}</section>`;
}

const MAX_PATH_UNITS = 120;

/** A path without the folder that all have in common, and without its beginning where that is still long. */
function shortened(path: string, folder: string): string {
  const rest = path.slice(folder.length);
  return rest.length <= MAX_PATH_UNITS ? rest : `…${rest.slice(-MAX_PATH_UNITS)}`;
}
