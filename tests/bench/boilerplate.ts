import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Article, BlockEntry, Output } from '../../src/model/article.ts';
import { labelLines } from '../train/label-lines.ts';
import { loadPages, type Page } from '../train/pages.ts';
import { aggregate, countGrams, Grams, scoreGrams, type Score } from '../train/score.ts';
import { percent, runCleancopy, withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf } from './options.ts';
import { blocksOf } from './planted-set.ts';

const pageSets = ['wcxb-dev-ht', 'wcxb-dev-bs', 'readability-ht', 'readability-bs'];
const cleanSets = ['bbc2225', 'reuters21578', 'horne2017'];
const widths = [72, 86, 100];

/**
 * How well page dumps are cleaned, as they are and hard-wrapped, and what harm is done to clean articles. The figures of the
 * sets that the weights were trained on are kinder than those that `npm run train` prints.
 */
export function boilerplate(options: BenchOptions): void {
  withFolder(options.keep, (folder) => {
    for (const set of options.sets ?? pageSets) {
      const pages = loadPages(folderOf(options, set));
      scorePages(set, pages, folder, options);
      for (const width of widths) {
        scorePages(
          `${set} at ${width}`,
          pages.map((page) => ({ ...page, raw: wrap(page.raw, width) })),
          folder,
          options,
        );
      }
      keepArticles(`${set} gold`, pages, folder, options);
    }
    if (options.sets !== undefined) return;
    for (const set of cleanSets) tellLoss(set, runOn(folderOf(options, set), folder, options).articles);
  });
}

function scorePages(name: string, pages: readonly Page[], folder: string, options: BenchOptions): void {
  const articles = cleaned(pages, folder, options);
  const grams = new Grams();
  const byLanguage = new Map<string, Score[]>();
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const page of pages) {
    const article = articles.get(page.id);
    const kept = article === undefined ? [] : keptOf(article);
    const text = kept.map((entry) => entry.text).join('\n');
    const score = scoreGrams(countGrams(grams.words(page.gold)), countGrams(grams.words(text)));
    byLanguage.set(page.language, [...(byLanguage.get(page.language) ?? []), score]);
    countLines(page, article, counts);
  }
  const { f1, precision, recall } = aggregate([...byLanguage.values()].flat());
  const { right, wrong, missed } = counts;
  console.log(
    `${name.padEnd(22)} F1 ${f1.toFixed(4)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})  ` +
      `lines: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)}`,
  );
  if (byLanguage.size > 1) {
    const each = [...byLanguage].map(
      ([language, scores]) => `${language} ${aggregate(scores).f1.toFixed(3)}`,
    );
    console.log(`  ${each.join(', ')}`);
  }
}

function countLines(
  page: Page,
  article: Article | undefined,
  counts: { right: number; wrong: number; missed: number },
): void {
  const blocks = article === undefined ? [] : blocksOf(article).toSorted((a, b) => a.block - b.block);
  const kept = new Set(article === undefined ? [] : keptOf(article).map(({ block }) => block));
  const labels = labelLines(
    blocks.map(({ text }) => text),
    page.gold,
  );
  blocks.forEach(({ block }, index) => {
    if (labels[index] === 1) counts[kept.has(block) ? 'right' : 'missed']++;
    else if (labels[index] === 0 && kept.has(block)) counts.wrong++;
  });
}

function keepArticles(name: string, pages: readonly Page[], folder: string, options: BenchOptions): void {
  const golds = pages.map((page) => ({ ...page, raw: page.gold }));
  tellLoss(name, [...cleaned(golds, folder, options).values()]);
}

function tellLoss(name: string, articles: readonly Article[]): void {
  let words = 0;
  let lost = 0;
  for (const article of articles) {
    for (const entry of blocksOf(article)) words += wordsIn(entry);
    for (const entry of article.removed) if (entry.reason === 'boilerplate') lost += wordsIn(entry);
  }
  const pages = articles.filter(({ source }) => source === 'page').length;
  console.log(
    `${name.padEnd(22)} ${percent(lost, words)} of the words removed as boilerplate, ${pages} taken for pages`,
  );
}

const wordsIn = ({ text }: BlockEntry): number => text.split(/\s+/u).length;

/**
 * What is left of the text of an article, in its order: not its byline and date, which are values beside it; but repeats
 * within the file, which are no boilerplate.
 */
function keptOf(article: Article): BlockEntry[] {
  const repeats = article.removed.filter(({ reason }) => reason === 'duplicate');
  const { title, subtitle } = article.fields;
  const heads = [title, subtitle].filter((entry) => entry !== undefined);
  const kept: BlockEntry[] = [...heads, ...article.paragraphs, ...repeats];
  return kept.toSorted((a, b) => a.block - b.block);
}

function cleaned(pages: readonly Page[], folder: string, options: BenchOptions): Map<string, Article> {
  const raw = join(folder, 'pages');
  mkdirSync(raw, { recursive: true });
  for (const name of readdirSync(raw)) writeFileSync(join(raw, name), '');
  for (const { id, raw: text } of pages) writeFileSync(join(raw, `${id}.txt`), text);
  const { articles } = runOn(raw, folder, options);
  return new Map(articles.map((article) => [basename(article.path, '.txt'), article]));
}

function runOn(input: string, folder: string, options: BenchOptions): Output {
  const file = join(folder, 'boilerplate.json');
  runCleancopy([input, '-o', file, '--scope', 'within', ...options.flags], folder, [0, 3]);
  return JSON.parse(readFileSync(file, 'utf8')) as Output;
}

/** Breaks lines where the next word would pass `width`. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      let column = 0;
      let wrapped = '';
      for (const word of line.split(' ')) {
        if (column > 0 && column + 1 + word.length > width) {
          wrapped += '\n';
          column = 0;
        } else if (wrapped !== '') {
          wrapped += ' ';
          column++;
        }
        wrapped += word;
        column += word.length;
      }
      return wrapped;
    })
    .join('\n');
}
