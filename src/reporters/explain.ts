import type { Article } from '../model/article.ts';
import { escapeControls, showSafely } from '../model/errors.ts';
import { describeReason, percent, type NameBlock } from './describe-reason.ts';
import { placeBlocks, type Fate, type PlacedBlock } from './place-blocks.ts';
import { measureColumns, wrapText } from './wrap-text.ts';

/** How parts of an explanation are made to stand out; each gives the text back with marks around it. */
export type Palette = Readonly<Record<Fate | 'path' | 'field' | 'dim', (text: string) => string>>;

export interface ExplainOptions {
  /** Columns of the terminal; fewer than 40 count as 40. */
  readonly width: number;
  readonly palette: Palette;
  /** Leave out what was kept without a link. */
  readonly onlyRemoved: boolean;
  readonly nameBlock: NameBlock;
}

const MIN_WIDTH = 40;
/** Longest piece of a block that is shown; more is counted. In UTF-16 code units. */
const MAX_SHOWN_UNITS = 20_000;

/** What stands between line number and text, so that colours are not needed. */
const symbols: Readonly<Record<Fate, string>> = {
  kept: ' ',
  variant: '~',
  extension: '+',
  boilerplate: '-',
  duplicate: '=',
};

/** The meaning of the symbols, in one line of less than 80 columns. */
export const explainLegend = '- boilerplate  = repeat  ~ kept: a variant  + kept: holds other text, and more';

/**
 * One article as lines for a terminal, each with a line end: its blocks in the order of the raw text with their line numbers, and
 * why each was removed. No control character of the text gets through.
 */
export function* explainArticle(
  article: Article,
  options: ExplainOptions,
): Generator<string, void, undefined> {
  const { palette, onlyRemoved } = options;
  const width = Math.max(MIN_WIDTH, options.width);
  const blocks = placeBlocks(article);
  const shown = onlyRemoved ? blocks.filter(isRemoved) : blocks;
  const digits = String(blocks.at(-1)?.entry.lines[0] ?? 0).length;
  for (const line of wrapText(showSafely(article.path), width)) yield `${palette.path(line)}\n`;
  for (const line of wrapText(summarise(article, blocks), width)) yield `${palette.dim(line)}\n`;
  if (shown.length > 0) yield '\n';
  for (const block of shown) yield* explainBlock(block, digits, width, options);
  yield '\n';
}

function isRemoved({ fate }: PlacedBlock): boolean {
  return fate === 'boilerplate' || fate === 'duplicate';
}

function summarise(article: Article, blocks: readonly PlacedBlock[]): string {
  const removed = blocks.filter(isRemoved);
  const units = (list: readonly PlacedBlock[]): number =>
    list.reduce((sum, { entry }) => sum + entry.text.length, 0);
  const total = units(blocks);
  const count = (fate: Fate): number => blocks.filter((block) => block.fate === fate).length;
  const parts = [
    `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}`,
    `${total === 0 ? '100 %' : percent((total - units(removed)) / total)} of the characters kept`,
  ];
  for (const [fate, noun] of countedFates) if (count(fate) > 0) parts.push(`${count(fate)} ${noun}`);
  const { duplicateOf } = article;
  if (duplicateOf !== null) parts.push(`nothing that is not in ${showSafely(duplicateOf)}`);
  return parts.join(', ');
}

const countedFates: readonly (readonly [fate: Fate, noun: string])[] = [
  ['boilerplate', 'boilerplate'],
  ['duplicate', 'repeated'],
  ['variant', 'variant'],
  ['extension', 'extended'],
];

function* explainBlock(
  block: PlacedBlock,
  digits: number,
  width: number,
  { palette, nameBlock }: ExplainOptions,
): Generator<string, void, undefined> {
  const { entry, fate, field } = block;
  const paint = palette[fate];
  const number = String(entry.lines[0]).padStart(digits);
  const blank = ' '.repeat(digits);
  const label = field === undefined ? '' : `${field}: `;
  const columns = width - digits - 3;
  const cut = entry.text.length > MAX_SHOWN_UNITS;
  const text = escapeControls(cut ? sliceWhole(entry.text, MAX_SHOWN_UNITS) : entry.text, ' ');
  let isFirst = true;
  // the label is part of the wrapped text and painted where it stands, in the first line
  for (const line of wrapText(label + text, columns)) {
    const painted = isFirst && label !== '' ? paintLabel(line, label, palette, paint) : paint(line);
    yield isFirst ? `${palette.dim(number)} ${symbols[fate]} ${painted}\n` : `${blank}   ${painted}\n`;
    isFirst = false;
  }
  if (cut) {
    const more = (entry.text.length - MAX_SHOWN_UNITS).toLocaleString('en');
    yield `${blank}   ${palette.dim(`… and ${more} more characters`)}\n`;
  }
  for (const reason of describeReason(entry, (reference) => showSafely(nameBlock(reference)))) {
    let mark = '> ';
    for (const line of wrapText(showSafely(reason), columns - 2)) {
      yield `${blank}   ${palette.dim(mark + line)}\n`;
      mark = '  ';
    }
  }
}

function paintLabel(line: string, label: string, palette: Palette, paint: (text: string) => string): string {
  const end = measureColumns(label);
  return palette.field(line.slice(0, end)) + (line.length > end ? paint(line.slice(end)) : '');
}

/** The beginning of a text, without half a surrogate pair at its end. */
function sliceWhole(text: string, units: number): string {
  const isHalf = /[\ud800-\udbff]/.test(text[units - 1]);
  return text.slice(0, isHalf ? units - 1 : units);
}
