import { hashSeed } from '../../text/hash-seed.ts';
import { ContentIndex } from './content-index.ts';
import { findDensest, placeTo } from './densest-part.ts';
import { binOf, coarseOf, type BinRows } from './feature-set.ts';
import { findTitle } from './find-title.ts';
import { lineGroupCount } from './line-groups.ts';
import type { PageLines } from './page-lines.ts';
import { RepeatedRuns } from './repeated-runs.ts';
import * as f from './shape-features.ts';
import { COLON, COMMA, STOP } from './unit-classes.ts';
import { writeFurniture } from './write-furniture.ts';
import { writeWindows, type WindowColumns } from './write-windows.ts';

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
const runEdges = Float64Array.of(0, 0.001, 0.25, 0.75);
const sharedEdges = Float64Array.of(0, 0.001, 0.3, 0.6);
const textEdges = Float64Array.of(0.2, 0.4, 0.6, 0.8, 0.95);
const lineCountEdges = Float64Array.of(12, 30, 80, 250);

/** Columns that the features are computed from; buffers are reused. */
export class ShapeReader implements WindowColumns {
  private size = 0;
  private stopRatio = new Float32Array(0);
  private capitalRatio = new Float32Array(0);
  /** Words of running text in a line: its words, less where stop words are few. */
  text: Float32Array = new Float32Array(0);
  isSentence: Uint8Array = new Uint8Array(0);
  private isCore = new Uint8Array(0);
  textSum: Float64Array = new Float64Array(0);
  wordSum: Float64Array = new Float64Array(0);
  furnitureSum: Float64Array = new Float64Array(0);
  hitSum: Float64Array = new Float64Array(0);
  private repeats = new Uint16Array(0);
  repeatedSum: Float64Array = new Float64Array(0);
  datedSum: Float64Array = new Float64Array(0);
  capitalSum: Float64Array = new Float64Array(0);
  signature: Uint16Array = new Uint16Array(0);
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
  private earlier = new Float32Array(0);
  private later = new Float32Array(0);
  private readonly runs: RepeatedRuns = new RepeatedRuns();
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
    this.earlier = new Float32Array(size);
    this.later = new Float32Array(size);
  }

  /** Reads the lines of a file. */
  read(lines: PageLines): void {
    this.reserve(lines.count);
    this.readAverages(lines);
    this.readText(lines);
    this.readNeighbourhood(lines);
    this.countRepeats(lines);
    this.runs.read(lines, this.earlier, this.later);
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
    // a map takes numbers to slots in a way that is known to everybody
    const key = (line: number): number => Math.imul(lines.hash[line], hashSeed.slot);
    const counts = new Map<number, number>();
    for (let i = 0; i < lines.count; i++) counts.set(key(i), (counts.get(key(i)) ?? 0) + 1);
    for (let i = 0; i < lines.count; i++) this.repeats[i] = Math.min(99, counts.get(key(i)) ?? 0);
  }

  /** Writes the bins of every line. */
  write(lines: PageLines, rows: BinRows): void {
    rows.reserve(lines.count);
    this.writeMeasures(lines, rows);
    this.writeOwn(lines, rows);
    this.writeNeighbours(lines, rows);
    writeWindows(this, lines.count, rows);
    this.writePlaces(lines, rows);
    writeFurniture(lines, this.textSum, this.nextRule, rows);
  }

  /** Features that are a measure of the line as it was read. */
  private writeMeasures(lines: PageLines, rows: BinRows): void {
    const { values } = rows;
    const { count, weight, units, cased, upper, letters, digits, numbers, stops, language } = lines;
    const { commas, colons, innerStops, quotes, separators, signs, furniture } = lines;
    const { meanLetters, stopRatio, capitalRatio, repeats } = this;
    for (let i = 0; i < count; i++) values[i] = weight[i];
    rows.sort(f.WORDS, count);
    for (let i = 0; i < count; i++) values[i] = letters[i] / Math.max(1, weight[i]) / meanLetters;
    rows.sort(f.LETTERS, count);
    for (let i = 0; i < count; i++) values[i] = capitalRatio[i];
    rows.sort(f.CAPITALS, count);
    for (let i = 0; i < count; i++) values[i] = cased[i] === 0 ? -1 : upper[i] / cased[i];
    rows.sort(f.UPPER, count);
    for (let i = 0; i < count; i++) values[i] = digits[i] / Math.max(1, units[i]);
    rows.sort(f.DIGITS, count);
    for (let i = 0; i < count; i++) values[i] = stopRatio[i];
    rows.sort(f.STOPS, count);
    for (let i = 0; i < count; i++) values[i] = language < 0 ? -1 : stops[i];
    rows.sort(f.STOP_COUNT, count);
    for (let i = 0; i < count; i++) values[i] = commas[i];
    rows.sort(f.COMMAS, count);
    for (let i = 0; i < count; i++) values[i] = colons[i];
    rows.sort(f.COLONS, count);
    for (let i = 0; i < count; i++) values[i] = innerStops[i];
    rows.sort(f.INNER, count);
    for (let i = 0; i < count; i++) values[i] = quotes[i];
    rows.sort(f.QUOTES, count);
    for (let i = 0; i < count; i++) values[i] = separators[i];
    rows.sort(f.SEPARATORS, count);
    for (let i = 0; i < count; i++) values[i] = signs[i] / Math.max(1, units[i]);
    rows.sort(f.SIGNS, count);
    for (let i = 0; i < count; i++) values[i] = numbers[i];
    rows.sort(f.NUMBERS, count);
    for (let i = 0; i < count; i++) values[i] = repeats[i];
    rows.sort(f.REPEATS, count);
    for (let i = 0; i < count; i++) values[i] = furniture[i];
    rows.sort(f.FURNITURE_COUNT, count);
    for (let i = 0; i < count; i++) values[i] = furniture[i] / Math.max(1, weight[i]);
    rows.sort(f.FURNITURE, count);
  }

  /** Kinds of the line, and pairs of its measures. */
  private writeOwn(lines: PageLines, rows: BinRows): void {
    const { count, weight, last, first, group, isListItem, isHeading, furniture } = lines;
    const { bins, width } = rows;
    const { stopRatio, capitalRatio, wordBin } = this;
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const words = wordBin[i];
      bins[base + f.END.index] = last[i];
      bins[base + f.START.index] = first[i];
      bins[base + f.KIND.index] = isListItem[i] === 1 ? 2 : isHeading[i];
      bins[base + f.GROUP.index] = group[i];
      const end = last[i] === STOP ? 2 : last[i] === COMMA || last[i] === COLON ? 1 : 0;
      bins[base + f.WORDS_END.index] = 16 * end + bins[base + f.WORDS.index];
      bins[base + f.WORDS_STOPS.index] = 6 * words + coarseOf(f.coarseRatioEdges, stopRatio[i]);
      bins[base + f.WORDS_CAPITALS.index] = 6 * words + coarseOf(capitalEdges, capitalRatio[i]);
      bins[base + f.EARLIER.index] = 5 * words + coarseOf(runEdges, this.earlier[i]);
      bins[base + f.LATER.index] = 5 * words + coarseOf(runEdges, this.later[i]);
      const share = furniture[i] / Math.max(1, weight[i]);
      bins[base + f.WORDS_FURNITURE.index] = 4 * words + coarseOf(furnitureEdges, share);
    }
  }

  private writeNeighbours(lines: PageLines, rows: BinRows): void {
    const { count, last, group, blanksBefore } = lines;
    const { bins, width, values } = rows;
    const { wordBin, stopBin, groupStart, groupEnd, wordSum } = this;
    for (let k = 0; k < f.offsets.length; k++) {
      const words = f.NEAR_WORDS[k].index;
      const stops = f.NEAR_STOPS[k].index;
      const rule = f.NEAR_GROUP[k].index;
      for (let i = 0, base = 0; i < count; i++, base += width) {
        const other = i + f.offsets[k];
        const isThere = other >= 0 && other < count;
        bins[base + words] = isThere ? 2 * wordBin[other] + (last[other] === STOP ? 1 : 0) : 16;
        bins[base + stops] = isThere ? stopBin[other] : 10;
        bins[base + rule] = isThere ? group[other] : lineGroupCount;
      }
    }
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const words = wordBin[i];
      bins[base + f.NEXT_PAIR.index] = 9 * words + (i + 1 < count ? wordBin[i + 1] : 8);
      bins[base + f.PREVIOUS_PAIR.index] = 9 * words + (i > 0 ? wordBin[i - 1] : 8);
      const blanksAfter = i + 1 < count ? Math.min(2, blanksBefore[i + 1]) : 1;
      bins[base + f.BLANKS.index] = 3 * Math.min(2, blanksBefore[i]) + blanksAfter;
    }
    for (let i = 0; i < count; i++) values[i] = groupEnd[i] - groupStart[i];
    rows.sort(f.GROUP_SIZE, count);
    for (let i = 0; i < count; i++)
      values[i] = (wordSum[groupEnd[i]] - wordSum[groupStart[i]]) / (groupEnd[i] - groupStart[i]);
    rows.sort(f.GROUP_MEAN, count);
  }

  /** Features of the place of a line: to sentences, the title, the densest part, and in the file. */
  private writePlaces(lines: PageLines, rows: BinRows): void {
    const { count } = lines;
    const { bins, values, width } = rows;
    const { since, until, runLength, segment, wide, wordBin, textSum, isCore, content } = this;
    for (let i = 0; i < count; i++) values[i] = since[i];
    rows.sort(f.BEFORE, count);
    for (let i = 0; i < count; i++) values[i] = until[i];
    rows.sort(f.AFTER, count);
    for (let i = 0; i < count; i++) values[i] = runLength[i];
    rows.sort(f.SHORT_RUN, count);
    for (let i = 0; i < count; i++) values[i] = placeTo(wide, i);
    rows.sort(f.WIDE_SEGMENT, count);
    for (let i = 0; i < count; i++) values[i] = placeTo(segment, i);
    rows.sort(f.SEGMENT, count);
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const place = this.title < 0 ? 1000 : i - this.title;
      values[i] = place;
      bins[base + f.TITLE_WORDS.index] = 5 * wordBin[i] + (place === 1000 ? 4 : coarseOf(titleEdges, place));
    }
    rows.sort(f.TITLE, count);
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const shared = content.shareOf(lines, i, isCore[i] === 1);
      values[i] = shared;
      bins[base + f.SHARED_WORDS.index] = 5 * wordBin[i] + coarseOf(sharedEdges, shared);
    }
    rows.sort(f.SHARED, count);
    const total = textSum[count];
    for (let i = 0; i < count; i++) values[i] = total === 0 ? 0 : textSum[i] / total;
    rows.sort(f.READ, count);
    for (let i = 0; i < count; i++) values[i] = i / count;
    rows.sort(f.POSITION, count);
    for (let i = 0; i < count; i++) values[i] = i + 1;
    rows.sort(f.FROM_START, count);
    for (let i = 0; i < count; i++) values[i] = count - i;
    rows.sort(f.FROM_END, count);
    const text = total / Math.max(1, this.wordSum[count]);
    rows.fill(f.FILE_TEXT, binOf(f.FILE_TEXT, text), count);
    rows.fill(f.FILE_HITS, binOf(f.FILE_HITS, this.hitSum[count] / count), count);
    rows.fill(f.FILE_LINES, binOf(f.FILE_LINES, count), count);
    const textBin = coarseOf(textEdges, text);
    const sizeBin = coarseOf(lineCountEdges, count);
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const words = wordBin[i];
      const between = 7 * coarseOf(betweenEdges, since[i]) + coarseOf(betweenEdges, until[i]);
      bins[base + f.BETWEEN.index] = between;
      bins[base + f.SEGMENT_WORDS.index] = 5 * words + coarseOf(segmentEdges, placeTo(segment, i));
      bins[base + f.FILE_WORDS.index] = 6 * words + textBin;
      bins[base + f.FILE_SIZE.index] = 5 * words + sizeBin;
    }
  }
}
