import { ContentIndex } from './content-index.ts';
import { binOf, coarseOf, FeatureSet, type BinRows, type Feature } from './feature-set.ts';
import { lineGroupCount } from './line-groups.ts';
import type { PageLines } from './page-lines.ts';
import { findDensest, placeTo } from './densest-part.ts';
import { COLON, COMMA, STOP, unitClassCount } from './unit-classes.ts';

/** The features of the second stage: what the first stage says of the line and of the lines around it. */
export const contextFeatures: FeatureSet = new FeatureSet();

const set = contextFeatures;
const logitEdges = [-6, -4, -3, -2.2, -1.6, -1.1, -0.7, -0.35, 0, 0.35, 0.7, 1.1, 1.6, 2.2, 3, 4, 6];
const coarseLogitEdges = Float64Array.of(-3, -1.2, -0.4, 0.4, 1.2, 3);
const nearLogitEdges = [-4, -2, -1, -0.3, 0.3, 1, 2, 4];
const shareEdges = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98];
const wordEdges = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120];
const coarseWordEdges = Float64Array.of(1, 3, 5, 8, 12, 20, 40);
const distanceEdges = [1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 100];
const signedEdges = [-80, -40, -20, -10, -6, -4, -2, -1, 0, 1, 2, 3, 5, 7, 11, 21, 41, 81];

const around = 'boilerplate around it';
const away = 'far from the body text';

const OWN = set.scale('own', logitEdges, 'shape');
const OWN_WORDS = set.kinds('own and words', 7 * 8, 'shape');
const WORDS = set.scale('words', wordEdges, 'short line', 'long line');
const END = set.kinds('last sign', unitClassCount, 'no full stop');
const GROUP = set.kinds('lexicon', lineGroupCount, 'words of page furniture');
const GROUP_NEAR = set.kinds('lexicon and neighbours', lineGroupCount * 4, 'words of page furniture');
const offsets = [-4, -3, -2, -1, 1, 2, 3, 4];
const NEAR = offsets.map((offset) => set.scale(`at ${offset}`, nearLogitEdges, around));
const BOTH = set.kinds('before and next', 7 * 7, around);
const OWN_BEFORE = set.kinds('own and before', 7 * 7, around);
const OWN_NEXT = set.kinds('own and next', 7 * 7, around);
const windows = [2, 5, 12, 30];
const windowed = (name: string): Feature[] =>
  windows.map((lines) => set.scale(`${name} ${lines}`, shareEdges, around));
const WORDS_BEFORE = windowed('share of words kept before');
const WORDS_AFTER = windowed('share of words kept after');
const LINES_NEAR = windowed('share of lines kept within');
const SINCE = set.scale('lines since a sure one', distanceEdges, away);
const UNTIL = set.scale('lines to a sure one', distanceEdges, away);
const BETWEEN = set.kinds('between sure ones', 7 * 7, away);
const WORDS_BETWEEN = set.kinds('words and between sure ones', 8 * 16, away);
const READ = set.scale(
  'share of kept words before',
  [0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.999],
  away,
);
const LEFT = set.scale('kept words left', [1, 10, 30, 100, 300, 1000], away);
const SEGMENT = set.scale('place to the kept part', signedEdges, away);
const OWN_SEGMENT = set.kinds('own and place to the kept part', 7 * 5, away);
const WIDE_SEGMENT = set.scale('place to the wide kept part', signedEdges, away);
const SHARED = set.scale(
  'words of the kept',
  [0, 0.001, 0.15, 0.3, 0.45, 0.6, 0.8],
  'other words than the body',
);
const SHARED_WORDS = set.kinds('words and words of the kept', 8 * 5, 'other words than the body');
const KEPT = set.scale('share of kept lines in the file', shareEdges, 'a page of short lines');
const KEPT_WORDS = set.scale('share of kept words in the file', shareEdges, 'a page of short lines');
const OWN_KEPT = set.kinds('own and share of kept lines', 7 * 4, 'a page of short lines');
const KIND = set.kinds('kind', 3, 'neither heading nor item', 'list item');
const HEADING = set.kinds('no full stop before kept text', 4 * 7, 'no text under it');
const DIFFERENCE = set.scale('words next to a sure one', [1, 3, 5, 8, 12, 20, 40], 'short line');
const wordingEdges = [-2.4, -1.6, -1.1, -0.7, -0.4, -0.15, 0.0001, 0.15, 0.4, 0.7, 1.1, 1.6];
const coarseWordingEdges = Float64Array.of(-1.2, -0.5, -0.0001, 0.0001, 0.5);
const usual = 'words of pages rather than articles';
const WORDING = set.scale('wording', wordingEdges, usual);
const WORDING_WORDS = set.kinds('wording and words', 8 * 6, usual);
const OWN_WORDING = set.kinds('own and wording', 7 * 6, usual);
const wordingOffsets = [-3, -2, -1, 1, 2, 3];
const NEAR_WORDING = wordingOffsets.map((offset) => set.scale(`wording at ${offset}`, wordingEdges, around));
const wordingWindows = [3, 8, 20];
const WORDING_BEFORE = wordingWindows.map((lines) =>
  set.scale(`mean wording of ${lines} before`, wordingEdges, around),
);
const WORDING_AFTER = wordingWindows.map((lines) =>
  set.scale(`mean wording of ${lines} after`, wordingEdges, around),
);
const LOWEST = set.scale('lowest wording since a sure one', wordingEdges, around);

/** Coarse edges of features whose bins are pairs. */
const betweenEdges = Float64Array.of(2, 3, 5, 9, 20, 1000);
const fewEdges = Float64Array.of(2, 5, 1000);
const keptEdges = Float64Array.of(0.25, 0.5, 0.8);
const segmentEdges = Float64Array.of(-4, 0, 1, 6);
const sharedEdges = Float64Array.of(0, 0.001, 0.3, 0.6);

/** Probability from which a line is sure to be kept. */
const SURE = 0.85;

/** Computes the second stage's features from the logits of the first; buffers are reused. */
export class ContextReader {
  private size = 0;
  private probability = new Float32Array(0);
  private isCore = new Uint8Array(0);
  private values = new Float32Array(0);
  private keptWords = new Float64Array(0);
  private wordSum = new Float64Array(0);
  private keptLines = new Float64Array(0);
  /** Lines since the last sure one, and to the next. */
  private since = new Int32Array(0);
  private until = new Int32Array(0);
  /** Whether the first stage would keep the line. */
  private isKept = new Uint8Array(0);
  /** Coarse bins of the words, the logit and the wording. */
  private words = new Uint8Array(0);
  private own = new Uint8Array(0);
  private wordingBin = new Uint8Array(0);
  private wordingSum = new Float64Array(0);
  private readonly content: ContentIndex = new ContentIndex();
  private readonly segment = { start: 0, end: 0 };
  private readonly wide = { start: 0, end: 0 };

  private reserve(lines: number): void {
    if (lines <= this.size) return;
    const size = 2 * lines;
    this.size = size;
    this.probability = new Float32Array(size);
    this.isCore = new Uint8Array(size);
    this.values = new Float32Array(size);
    this.keptWords = new Float64Array(size + 1);
    this.wordSum = new Float64Array(size + 1);
    this.keptLines = new Float64Array(size + 1);
    this.since = new Int32Array(size);
    this.until = new Int32Array(size);
    this.isKept = new Uint8Array(size);
    this.words = new Uint8Array(size);
    this.own = new Uint8Array(size);
    this.wordingBin = new Uint8Array(size);
    this.wordingSum = new Float64Array(size + 1);
  }

  /** Writes the bins of every line. `logits` are those of the first stage, above 0 for lines to keep. */
  write(lines: PageLines, logits: Float32Array, rows: BinRows): void {
    const { count, weight } = lines;
    this.reserve(count);
    rows.reserve(count);
    const { probability, isCore, values, keptWords, wordSum, keptLines, until } = this;
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-logits[i]));
      probability[i] = p;
      this.isKept[i] = logits[i] > 0 ? 1 : 0;
      isCore[i] = p >= SURE && weight[i] >= 4 ? 1 : 0;
      values[i] = (p - 0.5) * (2 + weight[i]);
      keptWords[i + 1] = keptWords[i] + p * weight[i];
      wordSum[i + 1] = wordSum[i] + weight[i];
      keptLines[i + 1] = keptLines[i] + p;
      this.wordingSum[i + 1] = this.wordingSum[i] + lines.wording[i];
    }
    let next = -1;
    for (let i = count - 1; i >= 0; i--) {
      until[i] = next < 0 ? 1000 : next - i;
      if (isCore[i] === 1) next = i;
    }
    findDensest(values, count, 0, this.segment);
    for (let i = 0; i < count; i++) values[i] = (probability[i] - 0.25) * (2 + weight[i]);
    findDensest(values, count, 0, this.wide);
    this.content.fill(lines, isCore);
    this.readSince(count);
    this.readCoarse(lines, logits);
    this.writeOwn(lines, logits, rows);
    this.writePairs(lines, rows);
    this.writeWording(lines, rows);
    this.writeAround(lines, logits, rows);
    this.writePlaces(lines, rows);
  }

  private readSince(count: number): void {
    let last = -1;
    for (let i = 0; i < count; i++) {
      this.since[i] = last < 0 ? 1000 : i - last;
      if (this.isCore[i] === 1) last = i;
    }
  }

  /** The coarse bins that pairs are made of. */
  private readCoarse({ count, weight, wording }: PageLines, logits: Float32Array): void {
    const { words, own, wordingBin } = this;
    for (let i = 0; i < count; i++) {
      words[i] = coarseOf(coarseWordEdges, weight[i]);
      own[i] = coarseOf(coarseLogitEdges, logits[i]);
      wordingBin[i] = coarseOf(coarseWordingEdges, wording[i]);
    }
  }

  private writeOwn(lines: PageLines, logits: Float32Array, rows: BinRows): void {
    const { count, weight } = lines;
    const { bins, values, width } = rows;
    const { words, content, isCore } = this;
    for (let i = 0; i < count; i++) values[i] = logits[i];
    rows.sort(OWN, count);
    for (let i = 0; i < count; i++) values[i] = weight[i];
    rows.sort(WORDS, count);
    for (let i = 0, base = 0; i < count; i++, base += width) {
      const shared = content.shareOf(lines, i, isCore[i] === 1);
      values[i] = shared;
      bins[base + SHARED_WORDS.index] = 5 * words[i] + coarseOf(sharedEdges, shared);
    }
    rows.sort(SHARED, count);
  }

  /** Kinds of the line, and pairs with what the first stage says of it and its neighbours. */
  private writePairs(lines: PageLines, rows: BinRows): void {
    const { count, weight, last, group, isListItem, isHeading } = lines;
    const { bins, width } = rows;
    const { own, words, wordingBin, since, until, segment, keptLines } = this;
    const kept = coarseOf(keptEdges, keptLines[count] / count);
    for (let i = 0, base = 0; i < count; i++, base += width) {
      // lines that are not there count as boilerplate
      const before = i > 0 ? own[i - 1] : 0;
      const next = i + 1 < count ? own[i + 1] : 0;
      const keptAround =
        (i > 0 && this.isKept[i - 1] === 1 ? 2 : 0) + (i + 1 < count ? this.isKept[i + 1] : 0);
      const stopped = last[i] === STOP ? 2 : last[i] === COMMA || last[i] === COLON ? 1 : 0;
      bins[base + OWN_WORDS.index] = 8 * own[i] + words[i];
      bins[base + END.index] = last[i];
      bins[base + GROUP.index] = group[i];
      bins[base + GROUP_NEAR.index] = 4 * group[i] + keptAround;
      bins[base + KIND.index] = isListItem[i] === 1 ? 2 : isHeading[i];
      bins[base + HEADING.index] = 7 * (weight[i] > 14 ? 3 : stopped) + next;
      bins[base + BOTH.index] = 7 * before + next;
      bins[base + OWN_BEFORE.index] = 7 * own[i] + before;
      bins[base + OWN_NEXT.index] = 7 * own[i] + next;
      bins[base + OWN_KEPT.index] = 4 * own[i] + kept;
      bins[base + OWN_SEGMENT.index] = 5 * own[i] + coarseOf(segmentEdges, placeTo(segment, i));
      bins[base + WORDING_WORDS.index] = 6 * words[i] + wordingBin[i];
      bins[base + OWN_WORDING.index] = 6 * own[i] + wordingBin[i];
      const between = 7 * coarseOf(betweenEdges, since[i]) + coarseOf(betweenEdges, until[i]);
      bins[base + BETWEEN.index] = between;
      const few = 4 * coarseOf(fewEdges, since[i]) + coarseOf(fewEdges, until[i]);
      bins[base + WORDS_BETWEEN.index] = 16 * words[i] + few;
    }
  }

  private writeWording({ count, wording }: PageLines, rows: BinRows): void {
    const { values } = rows;
    const { wordingSum, isCore } = this;
    for (let i = 0; i < count; i++) values[i] = wording[i];
    rows.sort(WORDING, count);
    let lowest = 0;
    for (let i = 0; i < count; i++) {
      values[i] = lowest;
      lowest = isCore[i] === 1 ? 0 : Math.min(lowest, wording[i]);
    }
    rows.sort(LOWEST, count);
    for (let k = 0; k < wordingOffsets.length; k++) {
      for (let i = 0; i < count; i++) {
        const other = i + wordingOffsets[k];
        values[i] = other < 0 || other >= count ? 0 : wording[other];
      }
      rows.sort(NEAR_WORDING[k], count);
    }
    for (let k = 0; k < wordingWindows.length; k++) {
      const reach = wordingWindows[k];
      for (let i = 0; i < count; i++) {
        const from = Math.max(0, i - reach);
        values[i] = (wordingSum[i] - wordingSum[from]) / Math.max(1, i - from);
      }
      rows.sort(WORDING_BEFORE[k], count);
      for (let i = 0; i < count; i++) {
        const to = Math.min(count, i + 1 + reach);
        values[i] = (wordingSum[to] - wordingSum[i + 1]) / Math.max(1, to - i - 1);
      }
      rows.sort(WORDING_AFTER[k], count);
    }
  }

  private writeAround({ count }: PageLines, logits: Float32Array, rows: BinRows): void {
    const { values } = rows;
    const { keptWords, wordSum, keptLines } = this;
    for (let k = 0; k < offsets.length; k++) {
      for (let i = 0; i < count; i++) {
        const other = i + offsets[k];
        values[i] = other < 0 || other >= count ? -9 : logits[other];
      }
      rows.sort(NEAR[k], count);
    }
    for (let k = 0; k < windows.length; k++) {
      const reach = windows[k];
      for (let i = 0; i < count; i++) {
        const from = Math.max(0, i - reach);
        values[i] = (keptWords[i] - keptWords[from]) / Math.max(1, wordSum[i] - wordSum[from]);
      }
      rows.sort(WORDS_BEFORE[k], count);
      for (let i = 0; i < count; i++) {
        const to = Math.min(count, i + 1 + reach);
        values[i] = (keptWords[to] - keptWords[i + 1]) / Math.max(1, wordSum[to] - wordSum[i + 1]);
      }
      rows.sort(WORDS_AFTER[k], count);
      for (let i = 0; i < count; i++) {
        const from = Math.max(0, i - reach);
        const to = Math.min(count, i + 1 + reach);
        values[i] = (keptLines[to] - keptLines[from]) / (to - from);
      }
      rows.sort(LINES_NEAR[k], count);
    }
  }

  /** Features of the place of a line: to sure ones, to the kept part, and in the file. */
  private writePlaces({ count, weight }: PageLines, rows: BinRows): void {
    const { values } = rows;
    const { keptWords, wordSum, keptLines, since, until, segment, wide } = this;
    for (let i = 0; i < count; i++) values[i] = since[i];
    rows.sort(SINCE, count);
    for (let i = 0; i < count; i++) values[i] = until[i];
    rows.sort(UNTIL, count);
    for (let i = 0; i < count; i++) values[i] = Math.min(since[i], until[i]) === 1 ? weight[i] : 0;
    rows.sort(DIFFERENCE, count);
    const total = keptWords[count];
    for (let i = 0; i < count; i++) values[i] = total === 0 ? 0 : keptWords[i] / total;
    rows.sort(READ, count);
    for (let i = 0; i < count; i++) values[i] = total - keptWords[i + 1];
    rows.sort(LEFT, count);
    for (let i = 0; i < count; i++) values[i] = placeTo(segment, i);
    rows.sort(SEGMENT, count);
    for (let i = 0; i < count; i++) values[i] = placeTo(wide, i);
    rows.sort(WIDE_SEGMENT, count);
    rows.fill(KEPT, binOf(KEPT, keptLines[count] / count), count);
    rows.fill(KEPT_WORDS, binOf(KEPT_WORDS, total / Math.max(1, wordSum[count])), count);
  }
}
