import { ContentIndex } from './content-index.ts';
import { binOf, FeatureSet, type BinRows, type Feature } from './feature-set.ts';
import { COMMENTS, lineGroupCount, OTHER_ARTICLES } from './line-groups.ts';
import type { PageLines } from './page-lines.ts';
import { STOP, unitClassCount } from './unit-classes.ts';

/** The features of the first stage: what a line and the lines around it look like. */
export const shapeFeatures: FeatureSet = new FeatureSet();

const set = shapeFeatures;
const wordEdges = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120];
const coarseWordEdges = [1, 3, 5, 8, 12, 20, 40];
const ratioEdges = [0, 0.001, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5];
const coarseRatioEdges = [0, 0.001, 0.4, 0.8, 1.2];
const shareEdges = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const distanceEdges = [1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 100];
const signedEdges = [-80, -40, -20, -10, -6, -4, -2, -1, 0, 1, 2, 3, 5, 7, 11, 21, 41, 81];
const capitalEdges = [-2, -0.15, -0.05, 0.05, 0.15, 0.3, 0.45, 0.6, 0.8];

const short = 'short line';
const fewStops = 'few stop words';
const linkLike = 'link-like';
const noSentence = 'no sentence nearby';
const away = 'far from the body text';
const furniture = 'words of page furniture';

const WORDS = set.scale('words', wordEdges, short, 'long line');
const LETTERS = set.scale('letters a word, to the file', [0.5, 0.7, 0.85, 0.95, 1.05, 1.15, 1.3, 1.5, 2], linkLike);
const CAPITALS = set.scale('capitals, to the file', capitalEdges, linkLike);
const UPPER = set.scale('upper-case share', [0, 0.001, 0.03, 0.1, 0.2, 0.4, 0.7, 0.95], linkLike);
const DIGITS = set.scale('digits', [0.001, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6], 'no figures', 'mostly figures');
const STOPS = set.scale('stop words, to the file', ratioEdges, fewStops);
const STOP_COUNT = set.scale('stop words', [0, 1, 2, 3, 5, 8, 12, 20], fewStops);
const END = set.kinds('last sign', unitClassCount, 'no full stop');
const START = set.kinds('first sign', unitClassCount, 'odd first sign');
const COMMAS = set.scale('commas', [1, 2, 3, 5], linkLike);
const COLONS = set.scale('colons', [1, 2, 3], 'label-like');
const INNER = set.scale('sentences inside', [1, 2, 3, 5], 'no full stop');
const QUOTES = set.scale('quotes', [1, 2, 3, 5], 'no quotation');
const SEPARATORS = set.scale('separators', [1, 2, 3, 5], 'no separators', 'separators');
const NUMBERS = set.scale('numbers', [1, 2, 3, 4, 6], 'no figures', 'figures');
const REPEATS = set.scale('times in the file', [2, 3, 4, 6], 'stands once', 'repeated on the page');
const KIND = set.kinds('kind', 3, 'neither heading nor item', 'list item');
const GROUP = set.kinds('lexicon', lineGroupCount, furniture);
const FURNITURE = set.scale('words of the lexicon', shareEdges, furniture);
const FURNITURE_COUNT = set.scale('count of words of the lexicon', [1, 2, 3, 5, 8], furniture);
const WORDS_END = set.kinds('words and last sign', 3 * 16, short, 'no full stop');
const WORDS_STOPS = set.kinds('words and stop words', 8 * 6, short, fewStops);
const WORDS_CAPITALS = set.kinds('words and capitals', 8 * 6, short, linkLike);
const WORDS_FURNITURE = set.kinds('words and words of the lexicon', 8 * 4, short, furniture);
const BLANKS = set.kinds('blank lines around', 9, 'set apart');
const GROUP_SIZE = set.scale('lines without a blank line', [1, 2, 3, 5, 8, 14, 25, 60], 'set apart', 'in a row of lines');
const GROUP_MEAN = set.scale('words a line without a blank line', [1, 2, 3, 4, 6, 9, 14, 22, 40], 'among short lines');

const offsets = [-3, -2, -1, 1, 2, 3];
const neighbour = (name: string, bins: number, phrase: string): Feature[] =>
  offsets.map((offset) => set.kinds(`${name} at ${offset > 0 ? '+' : ''}${offset}`, bins, phrase));
const NEAR_WORDS = neighbour('words and stop', 17, 'short lines around it');
const NEAR_STOPS = neighbour('stop words', 11, 'short lines around it');
const NEAR_GROUP = neighbour('lexicon', lineGroupCount + 1, 'page furniture around it');
const NEXT_PAIR = set.kinds('words here and next', 8 * 9, 'short lines around it');
const PREVIOUS_PAIR = set.kinds('words here and before', 8 * 9, 'short lines around it');

const BEFORE = set.scale('lines since a sentence', distanceEdges, noSentence);
const AFTER = set.scale('lines to a sentence', distanceEdges, noSentence);
const BETWEEN = set.kinds('between sentences', 7 * 7, noSentence);
const SHORT_RUN = set.scale('short lines in a row', distanceEdges, 'in a row of short lines');
const windows = [2, 5, 12, 30];
const windowed = (name: string, edges: readonly number[], phrase: string): Feature[] =>
  windows.map((lines) => set.scale(`${name} within ${lines}`, edges, phrase));
const DENSITY_BEFORE = windowed('density before', shareEdges, noSentence);
const DENSITY_AFTER = windowed('density after', shareEdges, noSentence);
const MASS_BEFORE = windowed('text before', [1, 4, 10, 20, 40, 80, 160, 320, 640], noSentence);
const MASS_AFTER = windowed('text after', [1, 4, 10, 20, 40, 80, 160, 320, 640], noSentence);
const HITS = windowed('lexicon lines', shareEdges, 'page furniture around it');
const NEAR_FURNITURE = windowed('words of the lexicon', shareEdges, 'page furniture around it');
const REPEATED_NEAR = windowed('repeated lines', shareEdges, 'lines that the page repeats around it');
const DATED_NEAR = windowed('short lines with figures', shareEdges, 'dates or counts around it');
const CAPITAL_NEAR = windowed('lines like titles', shareEdges, 'a list of titles around it');
const ALIKE = windowed('lines of its shape', [1, 2, 3, 5, 8, 14, 25], 'one of many lines alike');
const TITLE = set.scale('lines to the title', signedEdges, 'before the title', 'far behind the title');
const TITLE_WORDS = set.kinds('words and lines to the title', 8 * 5, 'before the title');
const SEGMENT = set.scale('place to the densest part', signedEdges, away);
const SEGMENT_WORDS = set.kinds('words and place to the densest part', 8 * 5, away);
const WIDE_SEGMENT = set.scale('place to the wide densest part', signedEdges, away);
const READ = set.scale('share of text before', [0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.999], away);
const POSITION = set.scale('place in the file', [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98], away);
const FROM_START = set.scale('lines from the start', distanceEdges, 'at the top of the page');
const FROM_END = set.scale('lines to the end', distanceEdges, 'at the end of the page');
const SHARED = set.scale('words of the body', [0, 0.001, 0.15, 0.3, 0.45, 0.6, 0.8], 'other words than the body');
const SHARED_WORDS = set.kinds('words and words of the body', 8 * 5, 'other words than the body');
const SINCE_COMMENTS = set.scale('lines since a comment form', [1, 2, 4, 8, 20, 60, 200], 'behind the comment form');
const SINCE_OTHERS = set.scale('lines since other articles', [1, 2, 3, 5, 8, 14, 25, 60], 'behind links to other articles');
const SINCE_RULE = set.scale('lines since page furniture', [1, 2, 3, 5, 8, 14, 25, 60], 'page furniture around it');
const TO_RULE = set.scale('lines to page furniture', [1, 2, 3, 5, 8, 14, 25, 60], 'page furniture around it');
const FILE_TEXT = set.scale('share of text in the file', shareEdges, 'a page of short lines');
const FILE_WORDS = set.kinds('words and share of text', 8 * 6, short);
const FILE_HITS = set.scale('share of lexicon lines in the file', [0.001, 0.01, 0.03, 0.06, 0.1, 0.15, 0.25], 'a page of short lines');
const FILE_LINES = set.scale('lines of the file', [5, 10, 20, 40, 80, 160, 320, 640], 'a short page', 'a long page');
const FILE_SIZE = set.kinds('words and lines of the file', 8 * 5, short);

/** A line of at least this many words that ends in a full stop is a sentence. */
const MIN_SENTENCE_WORDS = 6;
/** Longer lines are sentences without a full stop. */
const MIN_LONG_WORDS = 22;
/** Least stop words, to the average of long lines of the file, of a sentence. */
const MIN_SENTENCE_STOPS = 0.35;
const MAX_SHORT_WORDS = 6;

/** What a line of the densest part must outweigh, in words of text. */
const SEGMENT_COST = 4;
const WIDE_SEGMENT_COST = 1.5;

function coarseOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]) bin++;
  return bin;
}

/** Columns that the features are computed from; buffers are reused. */
export class ShapeReader {
  private size = 0;
  private stopRatio = new Float32Array(0);
  private capitalRatio = new Float32Array(0);
  /** Words of running text in a line: its words, less where stop words are few. */
  text: Float32Array = new Float32Array(0);
  isSentence: Uint8Array = new Uint8Array(0);
  private isCore = new Uint8Array(0);
  private textSum = new Float64Array(0);
  private wordSum = new Float64Array(0);
  private furnitureSum = new Float64Array(0);
  private hitSum = new Float64Array(0);
  private repeats = new Uint16Array(0);
  private repeatedSum = new Float64Array(0);
  private datedSum = new Float64Array(0);
  private capitalSum = new Float64Array(0);
  private signature = new Uint16Array(0);
  /** Line that holds the title of the article, -1 when it was not found. */
  title = -1;
  private since = new Int32Array(0);
  private until = new Int32Array(0);
  private runLength = new Int32Array(0);
  private groupStart = new Int32Array(0);
  private groupEnd = new Int32Array(0);
  private nextRule = new Int32Array(0);
  private readonly content: ContentIndex = new ContentIndex();
  private readonly segment = { start: 0, end: 0 };
  private readonly wide = { start: 0, end: 0 };
  private meanLetters = 5;
  private meanCapitals = 0.2;
  private meanStops = 0;

  private reserve(lines: number): void {
    if (lines <= this.size) return;
    const size = 2 * lines;
    this.size = size;
    this.stopRatio = new Float32Array(size);
    this.capitalRatio = new Float32Array(size);
    this.text = new Float32Array(size);
    this.isSentence = new Uint8Array(size);
    this.isCore = new Uint8Array(size);
    this.textSum = new Float64Array(size + 1);
    this.wordSum = new Float64Array(size + 1);
    this.furnitureSum = new Float64Array(size + 1);
    this.hitSum = new Float64Array(size + 1);
    this.repeats = new Uint16Array(size);
    this.repeatedSum = new Float64Array(size + 1);
    this.datedSum = new Float64Array(size + 1);
    this.capitalSum = new Float64Array(size + 1);
    this.signature = new Uint16Array(size);
    this.since = new Int32Array(size);
    this.until = new Int32Array(size);
    this.runLength = new Int32Array(size);
    this.groupStart = new Int32Array(size);
    this.groupEnd = new Int32Array(size);
    this.nextRule = new Int32Array(size);
  }

  /** Reads the lines of a file. */
  read(lines: PageLines): void {
    this.reserve(lines.count);
    this.readAverages(lines);
    this.readText(lines);
    this.readNeighbourhood(lines);
    this.countRepeats(lines);
    findDensest(this.text, lines.count, SEGMENT_COST, this.segment);
    findDensest(this.text, lines.count, WIDE_SEGMENT_COST, this.wide);
    const { start, end } = this.segment;
    for (let i = 0; i < lines.count; i++) {
      this.isCore[i] = i >= start && i < end && this.isSentence[i] === 1 ? 1 : 0;
    }
    this.content.fill(lines, this.isCore);
    this.readPatterns(lines);
    this.title = findTitle(lines, start);
  }

  private readPatterns(lines: PageLines): void {
    const { count, weight, last, numbers } = lines;
    const { repeatedSum, datedSum, capitalSum, signature } = this;
    for (let i = 0; i < count; i++) {
      const isShort = weight[i] < 12;
      repeatedSum[i + 1] = repeatedSum[i] + (this.repeats[i] > 1 ? 1 : 0);
      datedSum[i + 1] = datedSum[i] + (isShort && numbers[i] > 0 ? 1 : 0);
      const isTitle = weight[i] >= 4 && weight[i] < 22 && last[i] !== STOP;
      capitalSum[i + 1] = capitalSum[i] + (isTitle ? 1 : 0);
      const words = coarseOf(coarseWordEdges, weight[i]);
      signature[i] = (words * 16 + last[i]) * 16 + lines.first[i];
    }
  }

  /** Averages over the long lines of the file, which differ from language to language. */
  private readAverages(lines: PageLines): void {
    let words = 0;
    let letters = 0;
    let capitals = 0;
    let stops = 0;
    for (let i = 0; i < lines.count; i++) {
      if (lines.weight[i] < 15) continue;
      words += lines.weight[i];
      letters += lines.letters[i];
      capitals += lines.capitals[i];
      stops += lines.stops[i];
    }
    const known = words >= 30;
    this.meanLetters = known ? letters / words : 5;
    this.meanCapitals = known ? capitals / words : 0.15;
    this.meanStops = lines.language < 0 ? 0 : known && stops > 0.1 * words ? stops / words : 0.3;
  }

  private readText(lines: PageLines): void {
    const { meanStops, meanCapitals } = this;
    for (let i = 0; i < lines.count; i++) {
      const weight = lines.weight[i];
      const stops = meanStops === 0 || weight === 0 ? -1 : lines.stops[i] / weight / meanStops;
      const capitals = lines.cased[i] === 0 || weight === 0 ? -3 : lines.capitals[i] / weight - meanCapitals;
      this.stopRatio[i] = stops;
      this.capitalRatio[i] = capitals;
      const likeness = stops >= 0 ? Math.min(1.2, stops) : capitals > 0.4 ? 0.3 : 0.8;
      this.text[i] = weight * likeness;
      const isStopped = lines.last[i] === STOP && weight >= MIN_SENTENCE_WORDS;
      const isLong = weight >= MIN_LONG_WORDS;
      this.isSentence[i] = (isStopped || isLong) && likeness >= MIN_SENTENCE_STOPS ? 1 : 0;
    }
  }

  private readNeighbourhood(lines: PageLines): void {
    const { count, weight, furniture, group, blanksBefore } = lines;
    const { isSentence, textSum, wordSum, furnitureSum, hitSum, since, until, runLength, nextRule } = this;
    let last = -1;
    let run = 0;
    let start = 0;
    for (let i = 0; i < count; i++) {
      textSum[i + 1] = textSum[i] + (isSentence[i] === 1 ? weight[i] : 0);
      wordSum[i + 1] = wordSum[i] + weight[i];
      furnitureSum[i + 1] = furnitureSum[i] + furniture[i];
      hitSum[i + 1] = hitSum[i] + (group[i] === 0 ? 0 : 1);
      since[i] = last < 0 ? 1000 : i - last;
      if (isSentence[i] === 1) last = i;
      run = weight[i] < MAX_SHORT_WORDS ? run + 1 : 0;
      runLength[i] = run;
      if (blanksBefore[i] > 0) start = i;
      this.groupStart[i] = start;
    }
    last = -1;
    let rule = -1;
    for (let i = count - 1; i >= 0; i--) {
      until[i] = last < 0 ? 1000 : last - i;
      if (isSentence[i] === 1) last = i;
      if (runLength[i] > 0 && i + 1 < count && runLength[i + 1] > 0) runLength[i] = runLength[i + 1];
      nextRule[i] = rule < 0 ? 1000 : rule - i;
      if (group[i] !== 0) rule = i;
      this.groupEnd[i] = i + 1 < count && this.groupStart[i + 1] === this.groupStart[i] ? this.groupEnd[i + 1] : i + 1;
    }
  }

  private countRepeats(lines: PageLines): void {
    const counts = new Map<number, number>();
    for (let i = 0; i < lines.count; i++) {
      counts.set(lines.hash[i], (counts.get(lines.hash[i]) ?? 0) + 1);
    }
    for (let i = 0; i < lines.count; i++) this.repeats[i] = Math.min(99, counts.get(lines.hash[i]) ?? 0);
  }

  /** Writes the bins of every line. */
  write(lines: PageLines, rows: BinRows): void {
    const { count } = lines;
    rows.reserve(count);
    let comments = -1;
    let others = -1;
    let rule = -1;
    for (let i = 0; i < count; i++) {
      const base = i * rows.width;
      this.writeOwn(lines, i, rows.bins, base);
      this.writeNeighbours(lines, i, rows.bins, base);
      this.writeContext(lines, i, rows.bins, base);
      this.writeFile(lines, i, rows.bins, base);
      put(rows.bins, base, SINCE_COMMENTS, comments < 0 ? 0 : i - comments);
      put(rows.bins, base, SINCE_OTHERS, others < 0 ? 0 : i - others);
      put(rows.bins, base, SINCE_RULE, rule < 0 ? 1000 : i - rule);
      if (lines.group[i] === 0) continue;
      rule = i;
      const hasText = this.textSum[i] > 0;
      if (lines.group[i] === COMMENTS && hasText && comments < 0) comments = i;
      if (lines.group[i] === OTHER_ARTICLES && hasText) others = i;
    }
  }

  private writeOwn(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const weight = lines.weight[i];
    const words = coarseOf(coarseWordEdges, weight);
    const units = Math.max(1, lines.units[i]);
    const share = lines.furniture[i] / Math.max(1, weight);
    const stops = this.stopRatio[i];
    const capitals = this.capitalRatio[i];
    put(bins, base, WORDS, weight);
    put(bins, base, LETTERS, lines.letters[i] / Math.max(1, weight) / this.meanLetters);
    put(bins, base, CAPITALS, capitals);
    put(bins, base, UPPER, lines.cased[i] === 0 ? -1 : lines.upper[i] / lines.cased[i]);
    put(bins, base, DIGITS, lines.digits[i] / units);
    put(bins, base, STOPS, stops);
    put(bins, base, STOP_COUNT, lines.language < 0 ? -1 : lines.stops[i]);
    bins[base + END.index] = lines.last[i];
    bins[base + START.index] = lines.first[i];
    put(bins, base, COMMAS, lines.commas[i]);
    put(bins, base, COLONS, lines.colons[i]);
    put(bins, base, INNER, lines.innerStops[i]);
    put(bins, base, QUOTES, lines.quotes[i]);
    put(bins, base, SEPARATORS, lines.separators[i]);
    put(bins, base, NUMBERS, lines.numbers[i]);
    put(bins, base, REPEATS, this.repeats[i]);
    bins[base + KIND.index] = lines.isListItem[i] === 1 ? 2 : lines.isHeading[i];
    bins[base + GROUP.index] = lines.group[i];
    put(bins, base, FURNITURE, share);
    put(bins, base, FURNITURE_COUNT, lines.furniture[i]);
    const end = lines.last[i] === STOP ? 2 : lines.last[i] === 7 || lines.last[i] === 8 ? 1 : 0;
    bins[base + WORDS_END.index] = 16 * end + binOf(WORDS, weight);
    bins[base + WORDS_STOPS.index] = 6 * words + coarseOf(coarseRatioEdges, stops);
    bins[base + WORDS_CAPITALS.index] = 6 * words + coarseOf([-2, 0, 0.2, 0.4, 0.7], capitals);
    bins[base + WORDS_FURNITURE.index] = 4 * words + coarseOf([0.05, 0.2, 0.5], share);
  }

  private writeNeighbours(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count, weight, last, group, blanksBefore } = lines;
    for (let k = 0; k < offsets.length; k++) {
      const other = i + offsets[k];
      if (other < 0 || other >= count) {
        bins[base + NEAR_WORDS[k].index] = 16;
        bins[base + NEAR_STOPS[k].index] = 10;
        bins[base + NEAR_GROUP[k].index] = lineGroupCount;
        continue;
      }
      const words = coarseOf(coarseWordEdges, weight[other]);
      bins[base + NEAR_WORDS[k].index] = 2 * words + (last[other] === STOP ? 1 : 0);
      bins[base + NEAR_STOPS[k].index] = coarseOf(ratioEdges, this.stopRatio[other]);
      bins[base + NEAR_GROUP[k].index] = group[other];
    }
    const words = coarseOf(coarseWordEdges, weight[i]);
    const next = i + 1 < count ? coarseOf(coarseWordEdges, weight[i + 1]) : 8;
    const before = i > 0 ? coarseOf(coarseWordEdges, weight[i - 1]) : 8;
    bins[base + NEXT_PAIR.index] = 9 * words + next;
    bins[base + PREVIOUS_PAIR.index] = 9 * words + before;
    const blanks = Math.min(2, blanksBefore[i]);
    const blanksAfter = i + 1 < count ? Math.min(2, blanksBefore[i + 1]) : 1;
    bins[base + BLANKS.index] = 3 * blanks + blanksAfter;
    const start = this.groupStart[i];
    const end = this.groupEnd[i];
    put(bins, base, GROUP_SIZE, end - start);
    put(bins, base, GROUP_MEAN, (this.wordSum[end] - this.wordSum[start]) / (end - start));
  }

  private writeContext(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count } = lines;
    const { textSum, wordSum, furnitureSum, hitSum, since, until } = this;
    put(bins, base, BEFORE, since[i]);
    put(bins, base, AFTER, until[i]);
    const edges = [2, 3, 5, 9, 20, 1000];
    bins[base + BETWEEN.index] = 7 * coarseOf(edges, since[i]) + coarseOf(edges, until[i]);
    put(bins, base, SHORT_RUN, this.runLength[i]);
    for (let k = 0; k < windows.length; k++) {
      const from = Math.max(0, i - windows[k]);
      const to = Math.min(count, i + 1 + windows[k]);
      const before = textSum[i] - textSum[from];
      const after = textSum[to] - textSum[i + 1];
      put(bins, base, DENSITY_BEFORE[k], before / Math.max(1, wordSum[i] - wordSum[from]));
      put(bins, base, DENSITY_AFTER[k], after / Math.max(1, wordSum[to] - wordSum[i + 1]));
      put(bins, base, MASS_BEFORE[k], before);
      put(bins, base, MASS_AFTER[k], after);
      put(bins, base, HITS[k], (hitSum[to] - hitSum[from]) / (to - from));
      const words = Math.max(1, wordSum[to] - wordSum[from]);
      put(bins, base, REPEATED_NEAR[k], (this.repeatedSum[to] - this.repeatedSum[from]) / (to - from));
      put(bins, base, DATED_NEAR[k], (this.datedSum[to] - this.datedSum[from]) / (to - from));
      put(bins, base, CAPITAL_NEAR[k], (this.capitalSum[to] - this.capitalSum[from]) / (to - from));
      let alike = -1;
      for (let other = from; other < to; other++) if (this.signature[other] === this.signature[i]) alike++;
      put(bins, base, ALIKE[k], alike);
      put(bins, base, NEAR_FURNITURE[k], (furnitureSum[to] - furnitureSum[from]) / words);
    }
    const place = placeTo(this.segment, i);
    const words = coarseOf(coarseWordEdges, lines.weight[i]);
    put(bins, base, SEGMENT, place);
    const title = this.title < 0 ? 1000 : i - this.title;
    put(bins, base, TITLE, title);
    bins[base + TITLE_WORDS.index] = 5 * words + (title === 1000 ? 4 : coarseOf([-3, 0, 4], title));
    bins[base + SEGMENT_WORDS.index] = 5 * words + coarseOf([-4, 0, 1, 6], place);
    put(bins, base, WIDE_SEGMENT, placeTo(this.wide, i));
    const shared = this.content.shareOf(lines, i, this.isCore[i] === 1);
    put(bins, base, SHARED, shared);
    bins[base + SHARED_WORDS.index] = 5 * words + coarseOf([0, 0.001, 0.3, 0.6], shared);
    put(bins, base, TO_RULE, this.nextRule[i]);
  }

  private writeFile(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count } = lines;
    const text = this.textSum[count] / Math.max(1, this.wordSum[count]);
    const words = coarseOf(coarseWordEdges, lines.weight[i]);
    put(bins, base, READ, this.textSum[count] === 0 ? 0 : this.textSum[i] / this.textSum[count]);
    put(bins, base, POSITION, i / count);
    put(bins, base, FROM_START, i + 1);
    put(bins, base, FROM_END, count - i);
    put(bins, base, FILE_TEXT, text);
    bins[base + FILE_WORDS.index] = 6 * words + coarseOf([0.2, 0.4, 0.6, 0.8, 0.95], text);
    put(bins, base, FILE_HITS, this.hitSum[count] / count);
    put(bins, base, FILE_LINES, count);
    bins[base + FILE_SIZE.index] = 5 * words + coarseOf([12, 30, 80, 250], count);
  }
}

function put(bins: Uint8Array, base: number, feature: Feature, value: number): void {
  bins[base + feature.index] = binOf(feature, value);
}

/** Lines before (negative) or behind a part; 0 inside. */
function placeTo({ start, end }: { readonly start: number; readonly end: number }, line: number): number {
  if (line < start) return line - start;
  return line < end ? 0 : line - end + 1;
}

/** The part whose lines' values, each less `cost`, have the greatest sum (Kadane's algorithm). */
export function findDensest(
  values: Float32Array,
  count: number,
  cost: number,
  part: { start: number; end: number },
): void {
  let best = 0;
  let sum = 0;
  let start = 0;
  part.start = 0;
  part.end = 0;
  for (let i = 0; i < count; i++) {
    sum += values[i] - cost;
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    } else if (sum > best) {
      best = sum;
      part.start = start;
      part.end = i + 1;
    }
  }
}

/** Share of the first line's words that a later line must have to be the title of the article. */
const MIN_TITLE_SHARE = 0.6;
const MIN_TITLE_WORDS = 3;

/**
 * A page names its article in its first line, and again over the text: the last line before `end`, or else the first
 * behind it, that has most of the first line's words. -1 when there is none.
 */
function findTitle(lines: PageLines, end: number): number {
  const { content, wordStart, count } = lines;
  let first = 0;
  while (first < Math.min(count, 4) && lines.weight[first] < MIN_TITLE_WORDS) first++;
  if (first >= count) return -1;
  const words = new Set<number>();
  for (let word = wordStart[first]; word < wordStart[first + 1]; word++) words.add(content[word]);
  words.delete(0);
  let found = -1;
  for (let i = first + 1; i < count; i++) {
    if (i > end && found >= 0) break;
    if (lines.weight[i] < MIN_TITLE_WORDS || lines.weight[i] > 30) continue;
    let own = 0;
    let shared = 0;
    for (let word = wordStart[i]; word < wordStart[i + 1]; word++) {
      if (content[word] === 0) continue;
      own++;
      if (words.has(content[word])) shared++;
    }
    if (shared >= 2 && shared >= MIN_TITLE_SHARE * own && shared >= 0.4 * words.size) found = i;
  }
  return found;
}
