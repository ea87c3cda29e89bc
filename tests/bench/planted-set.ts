import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Article, BlockEntry, Output } from '../../src/model/article.ts';
import { CodePoints } from './code-points.ts';
import { runCleancopy } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf } from './options.ts';

/** A labelled paragraph; `start` and `end` are code points after the byte-order mark. */
export interface LabelledParagraph {
  readonly id: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly layout: string;
  readonly encoding: string;
}

/** A labelled pair of paragraphs that repeat each other. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly cls: string;
  readonly expected: string;
}

/** The planted set, cleaned, with its labels. */
export interface PlantedSet {
  readonly folder: string;
  readonly output: Output;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly pairs: readonly LabelledPair[];
  /** The offsets of each file, by its path. */
  readonly offsets: ReadonlyMap<string, CodePoints>;
}

export function cleanPlanted(options: BenchOptions, folder: string): PlantedSet {
  const planted = folderOf(options, 'planted');
  const outputFile = join(folder, 'planted.json');
  const cost = runCleancopy(['.', '-o', outputFile, ...options.flags], join(planted, 'files'));
  console.log(`cleaned the planted set in ${cost.cpuSeconds.toFixed(1)} s of CPU`);
  const paragraphs = readLines<LabelledParagraph>(join(planted, 'paragraphs.jsonl'));
  const encodings = new Map(paragraphs.map(({ file, encoding }) => [file, encoding]));
  const offsets = [...encodings].map(([file, encoding]): [string, CodePoints] => [
    file,
    new CodePoints(readFileSync(join(planted, 'files', file)), encoding),
  ]);
  return {
    folder: planted,
    output: JSON.parse(readFileSync(outputFile, 'utf8')) as Output,
    paragraphs,
    pairs: readLines<LabelledPair>(join(planted, 'positives.jsonl')),
    offsets: new Map(offsets),
  };
}

/** All blocks of an article, wherever they ended up. */
export function blocksOf(article: Article): BlockEntry[] {
  return [...Object.values(article.fields), ...article.paragraphs, ...article.removed];
}

export function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
