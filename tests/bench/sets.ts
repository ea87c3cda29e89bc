import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { Article, BlockEntry, Output, Removed } from '../../src/model/article.ts';
import { textFiles } from './floor.ts';
import { megabytes, runCleancopy, withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf } from './options.ts';
import { blocksOf } from './planted-set.ts';

const defaultSets = [
  'bbc2225',
  'yahoo_finance_2017_2020',
  'reuters21578',
  'trove_press_covid',
  'cctv_xwlb_zh',
];

/** Cleans, verifies and restores each set, counts, and writes a sample of removals for a person to judge. */
export function sets(options: BenchOptions): void {
  withFolder(options.keep, (folder) => {
    for (const set of options.sets ?? defaultSets) oneSet(set, options, folder);
  });
}

function oneSet(set: string, options: BenchOptions, folder: string): void {
  const files = textFiles(folderOf(options, set));
  const outputFile = join(folder, `${set}.json`);
  const clean = runCleancopy([set, '-o', outputFile, ...options.flags], options.data, [0, 3]);
  console.log(`\n${set}: ${files.length} files`);
  console.log(
    `clean    ${clean.wallSeconds.toFixed(1)} s by the clock, ${clean.cpuSeconds.toFixed(1)} s CPU, peak ${megabytes(clean.peakBytes)}`,
  );
  const verify = runCleancopy(['verify', outputFile, '--root', options.data], options.data, [0, 1]);
  const proof = verify.exitCode === 0 ? 'passed' : `FAILED\n${verify.stderr.slice(0, 3000)}`;
  console.log(
    `verify   ${proof}, ${verify.cpuSeconds.toFixed(1)} s CPU, peak ${megabytes(verify.peakBytes)}`,
  );
  tellRestored(files, outputFile, options, folder);
  const output = JSON.parse(readFileSync(outputFile, 'utf8')) as Output;
  tellCounts(output);
  const removals = output.articles.flatMap((article) =>
    article.removed.map((removed) => ({ article, removed })),
  );
  const sample = chooseSome(removals, options.sample, options.seed);
  const text = sample
    .map(({ article, removed }, index) => describeRemoval(index + 1, article, removed, output))
    .join('\n');
  if (options.keep === undefined) console.log(text);
  else {
    const sampleFile = join(folder, `${set}.removals.txt`);
    writeFileSync(sampleFile, text);
    console.log(`sample   ${sample.length} of ${removals.length} removals in ${sampleFile}`);
  }
}

function tellRestored(
  files: readonly string[],
  outputFile: string,
  options: BenchOptions,
  folder: string,
): void {
  const target = join(folder, 'restored');
  rmSync(target, { recursive: true, force: true });
  const restore = runCleancopy(['restore', outputFile, '-o', target], options.data);
  const differing = files.filter((file) => {
    const restored = join(target, relative(options.data, file));
    return !readOrEmpty(restored)?.equals(readFileSync(file));
  });
  const equal = files.length - differing.length;
  console.log(
    `restore  ${equal} of ${files.length} files byte for byte, ${restore.cpuSeconds.toFixed(1)} s CPU`,
  );
  for (const file of differing.slice(0, 5)) console.log(`         DIFFERS: ${file}`);
  rmSync(target, { recursive: true, force: true });
}

function readOrEmpty(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function tellCounts({ summary, articles, skipped }: Output): void {
  const { blocks, duplicates, characters } = summary;
  console.log(`summary  ${JSON.stringify({ ...summary, blocks, duplicates, characters })}`);
  const reasons = new Map<string, number>();
  const languages = new Map<string, number>();
  for (const { removed, language } of articles) {
    languages.set(language ?? 'none', (languages.get(language ?? 'none') ?? 0) + 1);
    for (const entry of removed) reasons.set(reasonOf(entry), (reasons.get(reasonOf(entry)) ?? 0) + 1);
  }
  console.log(`reasons  ${listOf(reasons)}`);
  console.log(`language ${listOf(languages)}`);
  for (const { path, code, message } of skipped.slice(0, 5))
    console.log(`skipped  ${path}: ${code}: ${message}`);
}

function reasonOf(removed: Removed): string {
  if (removed.reason === 'boilerplate') return `${removed.evidence}:${removed.rule}`;
  return `${removed.match} ${removed.scope}`;
}

function listOf(counts: ReadonlyMap<string, number>): string {
  const ordered = [...counts].toSorted((a, b) => b[1] - a[1]);
  return ordered.map(([name, count]) => `${name} ${count}`).join(', ');
}

function describeRemoval(number: number, article: Article, removed: Removed, output: Output): string {
  const lines = [
    `${number}. ${article.path}, block ${removed.block}: ${reasonOf(removed)}`,
    `   removed: ${show(removed)}`,
  ];
  if (removed.reason === 'duplicate') {
    const { path, block } = removed.of;
    const other = output.articles.find((candidate) => candidate.path === path);
    const witness = other === undefined ? undefined : blocksOf(other).find((entry) => entry.block === block);
    lines.push(
      `   kept (${removed.similarity}) ${path}, block ${block}: ${witness === undefined ? 'MISSING' : show(witness)}`,
    );
  } else {
    const neighbours = blocksOf(article).toSorted((a, b) => a.block - b.block);
    const [before, after] = [neighbours[removed.block - 1], neighbours[removed.block + 1]];
    lines.push(`   before: ${show(before)}`, `   after: ${show(after)}`);
  }
  return `${lines.join('\n')}\n`;
}

function show(entry: BlockEntry | undefined): string {
  if (entry === undefined) return '(nothing)';
  const text = JSON.stringify(entry.text);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

/** `count` items chosen by a seed, in their order: the same seed and items give the same choice. */
function chooseSome<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  // mulberry32, by Tommy Ettinger, public domain.
  let state = seed | 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, items.length)) chosen.add(Math.floor(random() * items.length));
  return [...chosen].toSorted((a, b) => a - b).map((index) => items[index]);
}
