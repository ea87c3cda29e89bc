import { ContextReader, contextFeatures } from '../../src/boilerplate/line-model/context-features.ts';
import { BinRows, type FeatureSet } from '../../src/boilerplate/line-model/feature-set.ts';
import { PageLines } from '../../src/boilerplate/line-model/page-lines.ts';
import { shapeFeatures } from '../../src/boilerplate/line-model/shape-features.ts';
import { ShapeReader } from '../../src/boilerplate/line-model/shape-reader.ts';
import { englishPlace } from '../../src/boilerplate/line-model/vocabulary.ts';
import { CASELESS, LOWER, UPPER } from '../../src/boilerplate/line-model/unit-classes.ts';
import { labelLines } from './label-lines.ts';
import { readPage, type Page } from './pages.ts';
import { countGrams, type Grams } from './score.ts';

/** What is hidden from the model in a copy of a page, so that it learns to do without. */
export type Mask = 'nothing' | 'language' | 'case' | 'lexicon';

/** One page as examples: its lines are rows `start` to `end`. */
export interface Sample {
  readonly set: string;
  readonly text: string;
  readonly mask: Mask;
  /** Whether its words speak for or against the article. */
  readonly isEnglish: boolean;
  readonly site: string;
  /** Whether it is a page of the public set as it is, from which words are learned. */
  readonly isPage: boolean;
  readonly texts: readonly string[];
  /** Hashes of all words, and where those of each line begin. */
  readonly hashes: Int32Array;
  readonly lineStart: Uint32Array;
  readonly start: number;
  readonly end: number;
  readonly fold: number;
  /** 1 keep, 0 drop, -1 for a line without words. */
  readonly labels: Int8Array;
  /** 2 for lines that the lexicon takes wherever they stand. */
  readonly ruled: Uint8Array;
  /** Words of each line as the product counts them. */
  readonly weight: Float32Array;
  /** Word numbers of each line, and the 4-grams of the article, for scoring. */
  readonly words: readonly Int32Array[];
  readonly gold: ReadonlyMap<number, number>;
}

/**
 * How much each page weighs, shared among its lines by their number of words, since pages are scored by their words; and
 * how much each line weighs besides.
 */
const PAGE_WEIGHT = 20;
const LINE_WEIGHT = 0.1;

const lines = new PageLines();
const shape = new ShapeReader();
const context = new ContextReader();

/** Grows by pages; rows of both stages and the labels of all lines. */
export class Examples {
  readonly samples: Sample[] = [];
  count = 0;
  private readonly parts: Uint8Array[] = [];
  private readonly labelParts: Uint8Array[] = [];
  private readonly weightParts: Float64Array[] = [];
  private readonly grams: Grams;

  constructor(grams: Grams) {
    this.grams = grams;
  }

  /**
   * Adds a page, or with `known` a text whose lines are labelled, or belong to the article all. `importance` 0: for checking only. Returns the labels.
   */
  add(
    set: string,
    page: Page,
    importance: number,
    fold: number,
    mask: Mask,
    known?: Int8Array | 'article',
  ): Int8Array {
    const { texts, ruled } = read(page.raw, mask);
    const labels =
      known === 'article' ? new Int8Array(texts.length).fill(1) : (known ?? labelLines(texts, page.gold));
    if (labels.length !== texts.length)
      throw new Error(`${page.id} has ${texts.length} blocks and ${labels.length} labels`);
    const rows = new BinRows(shapeFeatures.width);
    shape.read(lines);
    shape.write(lines, rows);
    const { count } = lines;
    this.parts.push(rows.bins.slice(0, count * rows.width));
    let words = 0;
    for (let i = 0; i < count; i++) if (labels[i] >= 0) words += lines.weight[i] + 1;
    const weights = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      if (labels[i] < 0) continue;
      const share = (lines.weight[i] + 1) / words;
      weights[i] = importance * (PAGE_WEIGHT * share + LINE_WEIGHT);
    }
    this.labelParts.push(Uint8Array.from(labels, (label) => (label === 1 ? 1 : 0)));
    this.weightParts.push(weights);
    this.samples.push({
      set,
      text: page.raw,
      mask,
      isEnglish: mask === 'nothing' && lines.language === englishPlace,
      site: page.site,
      isPage: mask === 'nothing' && known === undefined && importance > 0,
      texts,
      hashes: lines.word.slice(0, lines.wordCount),
      lineStart: lines.wordStart.slice(0, count + 1),
      start: this.count,
      end: this.count + count,
      fold,
      labels,
      ruled,
      weight: lines.weight.slice(0, count),
      words: texts.map((text) => this.grams.words(text)),
      gold: countGrams(this.grams.words(page.gold)),
    });
    this.count += count;
    return labels;
  }

  /** All rows of the first stage. */
  shapeRows(): Uint8Array {
    return joined(new Uint8Array(this.count * shapeFeatures.width), this.parts);
  }

  labels(): Uint8Array {
    return joined(new Uint8Array(this.count), this.labelParts);
  }

  /** How much each line weighs; 0 for those that are not learned from. */
  weights(): Float64Array {
    return joined(new Float64Array(this.count), this.weightParts);
  }

  /** All rows of the second stage, from the logits of the first and what the words of each line say. */
  contextRows(logits: Float32Array, wording: Float32Array): Uint8Array {
    const { width } = contextFeatures;
    const all = new Uint8Array(this.count * width);
    const rows = new BinRows(width);
    for (const { text, mask, start, end } of this.samples) {
      read(text, mask);
      lines.wording.set(wording.subarray(start, end));
      context.write(lines, logits.subarray(start, end), rows);
      all.set(rows.bins.subarray(0, (end - start) * width), start * width);
    }
    return all;
  }
}

/** First weight of each feature of a set, and which neighbouring weights belong to one scale. */
export function layoutOf(set: FeatureSet): { readonly offsets: Int32Array; readonly joined: Uint8Array } {
  const offsets = new Int32Array(set.width + 1);
  const neighbours = new Uint8Array(set.size);
  for (const { index, bins, edges } of set.features) {
    offsets[index + 1] = offsets[index] + bins;
    if (edges.length === 0) continue;
    for (let bin = 0; bin + 1 < bins; bin++) neighbours[offsets[index] + bin] = 1;
  }
  return { offsets, joined: neighbours };
}

function read(text: string, mask: Mask): ReturnType<typeof readPage> {
  const page = readPage(text, lines);
  if (mask === 'nothing') return page;
  if (mask === 'lexicon') {
    hideLexicon();
    return page;
  }
  lines.language = -1;
  lines.stops.fill(0);
  lines.furniture.fill(0);
  lines.group.fill(0);
  if (mask === 'language') return page;
  for (let i = 0; i < lines.count; i++) {
    lines.cased[i] = 0;
    lines.upper[i] = 0;
    lines.capitals[i] = 0;
    if (lines.first[i] === LOWER || lines.first[i] === UPPER) lines.first[i] = CASELESS;
    if (lines.last[i] === LOWER || lines.last[i] === UPPER) lines.last[i] = CASELESS;
  }
  return page;
}

/** Hides the lexicon from half of the lines, the same ones wherever they stand, as of a language that it knows less of. */
function hideLexicon(): void {
  for (let i = 0; i < lines.count; i++) {
    if ((lines.hash[i] & 1) === 0) continue;
    lines.furniture[i] = 0;
    lines.group[i] = 0;
  }
}

function joined<Column extends { set(from: Column, at: number): void; readonly length: number }>(
  all: Column,
  parts: readonly Column[],
): Column {
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
