import { ContentIndex } from './content-index.ts';
import { findDensest, placeTo } from './densest-part.ts';
import { binOf, coarseOf, put, type BinRows } from './feature-set.ts';
import { findTitle } from './find-title.ts';
import { COMMENTS, lineGroupCount, OTHER_ARTICLES } from './line-groups.ts';
import type { PageLines } from './page-lines.ts';
import * as f from './shape-features.ts';
import { COLON, COMMA, STOP } from './unit-classes.ts';

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

/** Coarse edges of features whose bins are pairs. */
const capitalEdges = Float64Array.of(-2, 0, 0.2, 0.4, 0.7);
const furnitureEdges = Float64Array.of(0.05, 0.2, 0.5);
const betweenEdges = Float64Array.of(2, 3, 5, 9, 20, 1000);
const titleEdges = Float64Array.of(-3, 0, 4);
const segmentEdges = Float64Array.of(-4, 0, 1, 6);
const sharedEdges = Float64Array.of(0, 0.001, 0.3, 0.6);
const textEdges = Float64Array.of(0.2, 0.4, 0.6, 0.8, 0.95);
const lineCountEdges = Float64Array.of(12, 30, 80, 250);

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
  /** Bins of `coarseWordEdges` and `ratioEdges`, which neighbours need as well. */
  private wordBin = new Uint8Array(0);
  private stopBin = new Uint8Array(0);
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
    this.wordBin = new Uint8Array(size);
    this.stopBin = new Uint8Array(size);
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
      const words = this.wordBin[i];
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
      this.wordBin[i] = coarseOf(f.coarseWordEdges, weight);
      this.stopBin[i] = coarseOf(f.ratioEdges, stops);
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
      this.groupEnd[i] =
        i + 1 < count && this.groupStart[i + 1] === this.groupStart[i] ? this.groupEnd[i + 1] : i + 1;
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
      put(rows.bins, base, f.SINCE_COMMENTS, comments < 0 ? 0 : i - comments);
      put(rows.bins, base, f.SINCE_OTHERS, others < 0 ? 0 : i - others);
      put(rows.bins, base, f.SINCE_RULE, rule < 0 ? 1000 : i - rule);
      if (lines.group[i] === 0) continue;
      rule = i;
      const hasText = this.textSum[i] > 0;
      if (lines.group[i] === COMMENTS && hasText && comments < 0) comments = i;
      if (lines.group[i] === OTHER_ARTICLES && hasText) others = i;
    }
  }

  private writeOwn(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const weight = lines.weight[i];
    const words = this.wordBin[i];
    const units = Math.max(1, lines.units[i]);
    const share = lines.furniture[i] / Math.max(1, weight);
    const stops = this.stopRatio[i];
    const capitals = this.capitalRatio[i];
    put(bins, base, f.WORDS, weight);
    put(bins, base, f.LETTERS, lines.letters[i] / Math.max(1, weight) / this.meanLetters);
    put(bins, base, f.CAPITALS, capitals);
    put(bins, base, f.UPPER, lines.cased[i] === 0 ? -1 : lines.upper[i] / lines.cased[i]);
    put(bins, base, f.DIGITS, lines.digits[i] / units);
    put(bins, base, f.STOPS, stops);
    put(bins, base, f.STOP_COUNT, lines.language < 0 ? -1 : lines.stops[i]);
    bins[base + f.END.index] = lines.last[i];
    bins[base + f.START.index] = lines.first[i];
    put(bins, base, f.COMMAS, lines.commas[i]);
    put(bins, base, f.COLONS, lines.colons[i]);
    put(bins, base, f.INNER, lines.innerStops[i]);
    put(bins, base, f.QUOTES, lines.quotes[i]);
    put(bins, base, f.SEPARATORS, lines.separators[i]);
    put(bins, base, f.NUMBERS, lines.numbers[i]);
    put(bins, base, f.REPEATS, this.repeats[i]);
    bins[base + f.KIND.index] = lines.isListItem[i] === 1 ? 2 : lines.isHeading[i];
    bins[base + f.GROUP.index] = lines.group[i];
    put(bins, base, f.FURNITURE, share);
    put(bins, base, f.FURNITURE_COUNT, lines.furniture[i]);
    const end = lines.last[i] === STOP ? 2 : lines.last[i] === COMMA || lines.last[i] === COLON ? 1 : 0;
    bins[base + f.WORDS_END.index] = 16 * end + binOf(f.WORDS, weight);
    bins[base + f.WORDS_STOPS.index] = 6 * words + coarseOf(f.coarseRatioEdges, stops);
    bins[base + f.WORDS_CAPITALS.index] = 6 * words + coarseOf(capitalEdges, capitals);
    bins[base + f.WORDS_FURNITURE.index] = 4 * words + coarseOf(furnitureEdges, share);
  }

  private writeNeighbours(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count, last, group, blanksBefore } = lines;
    for (let k = 0; k < f.offsets.length; k++) {
      const other = i + f.offsets[k];
      if (other < 0 || other >= count) {
        bins[base + f.NEAR_WORDS[k].index] = 16;
        bins[base + f.NEAR_STOPS[k].index] = 10;
        bins[base + f.NEAR_GROUP[k].index] = lineGroupCount;
        continue;
      }
      const words = this.wordBin[other];
      bins[base + f.NEAR_WORDS[k].index] = 2 * words + (last[other] === STOP ? 1 : 0);
      bins[base + f.NEAR_STOPS[k].index] = this.stopBin[other];
      bins[base + f.NEAR_GROUP[k].index] = group[other];
    }
    const words = this.wordBin[i];
    const next = i + 1 < count ? this.wordBin[i + 1] : 8;
    const before = i > 0 ? this.wordBin[i - 1] : 8;
    bins[base + f.NEXT_PAIR.index] = 9 * words + next;
    bins[base + f.PREVIOUS_PAIR.index] = 9 * words + before;
    const blanks = Math.min(2, blanksBefore[i]);
    const blanksAfter = i + 1 < count ? Math.min(2, blanksBefore[i + 1]) : 1;
    bins[base + f.BLANKS.index] = 3 * blanks + blanksAfter;
    const start = this.groupStart[i];
    const end = this.groupEnd[i];
    put(bins, base, f.GROUP_SIZE, end - start);
    put(bins, base, f.GROUP_MEAN, (this.wordSum[end] - this.wordSum[start]) / (end - start));
  }

  private writeContext(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count } = lines;
    const { textSum, wordSum, furnitureSum, hitSum, since, until } = this;
    put(bins, base, f.BEFORE, since[i]);
    put(bins, base, f.AFTER, until[i]);
    bins[base + f.BETWEEN.index] = 7 * coarseOf(betweenEdges, since[i]) + coarseOf(betweenEdges, until[i]);
    put(bins, base, f.SHORT_RUN, this.runLength[i]);
    for (let k = 0; k < f.windows.length; k++) {
      const from = Math.max(0, i - f.windows[k]);
      const to = Math.min(count, i + 1 + f.windows[k]);
      const before = textSum[i] - textSum[from];
      const after = textSum[to] - textSum[i + 1];
      put(bins, base, f.DENSITY_BEFORE[k], before / Math.max(1, wordSum[i] - wordSum[from]));
      put(bins, base, f.DENSITY_AFTER[k], after / Math.max(1, wordSum[to] - wordSum[i + 1]));
      put(bins, base, f.MASS_BEFORE[k], before);
      put(bins, base, f.MASS_AFTER[k], after);
      put(bins, base, f.HITS[k], (hitSum[to] - hitSum[from]) / (to - from));
      const words = Math.max(1, wordSum[to] - wordSum[from]);
      put(bins, base, f.REPEATED_NEAR[k], (this.repeatedSum[to] - this.repeatedSum[from]) / (to - from));
      put(bins, base, f.DATED_NEAR[k], (this.datedSum[to] - this.datedSum[from]) / (to - from));
      put(bins, base, f.CAPITAL_NEAR[k], (this.capitalSum[to] - this.capitalSum[from]) / (to - from));
      let alike = -1;
      for (let other = from; other < to; other++) if (this.signature[other] === this.signature[i]) alike++;
      put(bins, base, f.ALIKE[k], alike);
      put(bins, base, f.NEAR_FURNITURE[k], (furnitureSum[to] - furnitureSum[from]) / words);
    }
    const place = placeTo(this.segment, i);
    const words = this.wordBin[i];
    put(bins, base, f.SEGMENT, place);
    const title = this.title < 0 ? 1000 : i - this.title;
    put(bins, base, f.TITLE, title);
    bins[base + f.TITLE_WORDS.index] = 5 * words + (title === 1000 ? 4 : coarseOf(titleEdges, title));
    bins[base + f.SEGMENT_WORDS.index] = 5 * words + coarseOf(segmentEdges, place);
    put(bins, base, f.WIDE_SEGMENT, placeTo(this.wide, i));
    const shared = this.content.shareOf(lines, i, this.isCore[i] === 1);
    put(bins, base, f.SHARED, shared);
    bins[base + f.SHARED_WORDS.index] = 5 * words + coarseOf(sharedEdges, shared);
    put(bins, base, f.TO_RULE, this.nextRule[i]);
  }

  private writeFile(lines: PageLines, i: number, bins: Uint8Array, base: number): void {
    const { count } = lines;
    const text = this.textSum[count] / Math.max(1, this.wordSum[count]);
    const words = this.wordBin[i];
    put(bins, base, f.READ, this.textSum[count] === 0 ? 0 : this.textSum[i] / this.textSum[count]);
    put(bins, base, f.POSITION, i / count);
    put(bins, base, f.FROM_START, i + 1);
    put(bins, base, f.FROM_END, count - i);
    put(bins, base, f.FILE_TEXT, text);
    bins[base + f.FILE_WORDS.index] = 6 * words + coarseOf(textEdges, text);
    put(bins, base, f.FILE_HITS, this.hitSum[count] / count);
    put(bins, base, f.FILE_LINES, count);
    bins[base + f.FILE_SIZE.index] = 5 * words + coarseOf(lineCountEdges, count);
  }
}
