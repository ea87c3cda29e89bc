import { startsListItem, startsWithSpeaker } from './kinds.ts';
import { isSpace, Lines } from './lines.ts';
import { endsSentence, isLowerCase } from './punctuation.ts';

/**
 * Tells hard-wrapped text from text with one paragraph a line.
 *
 * An editor that wraps at a width breaks a line where the next word would not have fitted. So lines of one
 * paragraph are *tight*: line, space and the next line's first word together are longer than the longest line.
 * Short paragraphs, lists, menus and verse are not tight but by chance.
 */

/** Longest line that an editor wraps at; longer lines are paragraphs. */
const MAX_WIDTH = 140;
const MIN_WIDTH = 24;
/** Narrower text is wrapped only when most lines go on in lower case. */
const MIN_SURE_WIDTH = 40;
/** Pairs of lines that must be there to judge a file as a whole, and a run of lines on its own. */
const MIN_FILE_PAIRS = 6;
const MIN_RUN_PAIRS = 2;
/**
 * A page dump that was wrapped has menus beside its paragraphs, so most pairs are not tight. It is known by having no longer
 * line than the width, and this many lines that come within so many units of it, nearly all of them tight.
 */
const MIN_FULL_LINES = 8;
const MAX_UNFILLED = 14;
const LEAST_TIGHT_FULL = 0.8;
/** A tight line fills at least this share of the width, however long the next word is. */
const LEAST_FILLED = 0.6;
/** A line longer than this that ends no sentence may go on without being tight. */
const MIN_OPEN_LENGTH = 40;
/** An indented first line stands out by this many columns. */
const MIN_INDENT = 2;

const TAB_COLUMNS = 4;
const TAB = 9;

const INITIAL_LINES = 1024;
/** Room for so many lines is kept for the next file. */
const MAX_KEPT_LINES = 2 ** 20;

// What a line begins with, as bits of `Wrapping.begins`.
const KNOWN = 1;
const LIST_ITEM = 2;
const SPEAKER = 4;

/**
 * Whether line `i + 1` continues line `i`, for every line of a file; valid until the next call. Only lines short enough to be
 * wrapped are looked at more closely, which in most files are few.
 *
 * @param text the code units that `lines` are about
 */
export function findContinuations(lines: Lines, text: Uint16Array): Uint8Array {
  wrapping.open(lines, text);
  const { count } = lines;
  const { continues } = wrapping;
  if (count < 2) return continues;
  const fileWidth = wrapping.width(0, count, MIN_FILE_PAIRS) || wrapping.pageWidth();
  // runs of adjacent lines that are short enough to be wrapped
  for (let start = 0; start < count;) {
    if (!wrapping.canWrap(start)) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < count && wrapping.canWrap(end)) end++;
    if (end - start > 1) wrapping.joinRun(start, end, fileWidth);
    start = end;
  }
  return continues;
}

/** Gives the memory of a huge file back. */
export function releaseContinuations(): void {
  wrapping.release();
}

/** The shapes of the lines of a file; the columns are reused. */
class Wrapping {
  continues: Uint8Array = new Uint8Array(INITIAL_LINES);
  /** Length of each line without trailing white space, in UTF-16 code units; 0 for a blank line. */
  private lengths: Uint32Array = new Uint32Array(INITIAL_LINES);
  private longest = 0;
  /** What each line begins with; 0 until that is asked for. */
  private begins: Uint8Array = new Uint8Array(INITIAL_LINES);
  private lines: Lines = noLines;
  private text: Uint16Array = noText;

  open(lines: Lines, text: Uint16Array): void {
    const { count, lineStart, textStart, textEnd } = lines;
    if (this.continues.length <= count) this.resize(Math.max(INITIAL_LINES, Math.ceil(1.25 * count)));
    else {
      this.continues.fill(0, 0, count + 1);
      this.begins.fill(0, 0, count);
    }
    const { lengths } = this;
    let longest = 0;
    for (let line = 0; line < count; line++) {
      const length = textStart[line] === textEnd[line] ? 0 : textEnd[line] - lineStart[line];
      lengths[line] = length;
      if (length > longest) longest = length;
    }
    this.longest = longest;
    this.lines = lines;
    this.text = text;
  }

  release(): void {
    this.text = noText;
    if (this.continues.length > MAX_KEPT_LINES) this.resize(INITIAL_LINES);
  }

  private resize(size: number): void {
    this.continues = new Uint8Array(size);
    this.lengths = new Uint32Array(size);
    this.begins = new Uint8Array(size);
  }

  canWrap(line: number): boolean {
    const length = this.lengths[line];
    return length > 0 && length <= MAX_WIDTH;
  }

  /** Marks the lines from `start` to `end`, all of which can wrap, that the next one continues. */
  joinRun(start: number, end: number, fileWidth: number): void {
    const { lengths, continues: marks } = this;
    const width = fileWidth || this.width(start, end, MIN_RUN_PAIRS);
    // a first line that is indented while the next is not: the old way to set paragraphs
    let indented = false;
    for (let i = start; i + 1 < end; i++) {
      const next = i + 1;
      if (i === start || marks[i - 1] !== 1)
        indented = this.indent(i) >= MIN_INDENT && this.indent(next) < MIN_INDENT;
      if (!this.mayContinue(i, next)) continue;
      if (width > 0 && this.isTight(i, next, width)) marks[i] = 1;
      else if (lengths[i] <= MIN_OPEN_LENGTH || this.endsSentence(i)) continue;
      else if (indented && this.indent(next) < MIN_INDENT) marks[i] = 1;
      else if (end - start === 2 && isLowerCase(this.text[this.lines.textStart[next]])) marks[i] = 1;
    }
  }

  /**
   * The width at which lines `start` to `end` are wrapped, or 0 when they are not: most pairs of adjacent lines
   * are tight, and most tight lines break in the middle of a sentence.
   */
  width(start: number, end: number, minPairs: number): number {
    const { lengths } = this;
    let width = 0;
    for (let i = start; i < end; i++) if (lengths[i] > width && lengths[i] <= MAX_WIDTH) width = lengths[i];
    if (width < MIN_WIDTH) return 0;
    let pairs = 0;
    let tight = 0;
    let open = 0;
    let lower = 0;
    for (let i = start; i + 1 < end; i++) {
      if (!this.canWrap(i) || !this.canWrap(i + 1) || !this.mayContinue(i, i + 1)) continue;
      pairs++;
      if (!this.isTight(i, i + 1, width)) continue;
      tight++;
      if (!this.endsSentence(i)) open++;
      if (isLowerCase(this.text[this.lines.textStart[i + 1]])) lower++;
    }
    // a few short lines may be tight by chance; lines that go on in lower case are wrapped
    if (width < MIN_SURE_WIDTH && 2 * lower < tight) return 0;
    return pairs >= minPairs && tight >= 0.55 * pairs && open >= 0.6 * tight ? width : 0;
  }

  /** The width at which the paragraphs of a page dump are wrapped, or 0 when they are not. */
  pageWidth(): number {
    const { lengths, longest: width } = this;
    const { count } = this.lines;
    if (width < MIN_SURE_WIDTH || width > MAX_WIDTH) return 0;
    let full = 0;
    let tight = 0;
    let open = 0;
    for (let i = 0; i + 1 < count; i++) {
      // the last line of a paragraph may be full by chance; a blank line behind it says so
      if (lengths[i] < width - MAX_UNFILLED || lengths[i + 1] === 0) continue;
      full++;
      if (!this.mayContinue(i, i + 1) || !this.isTight(i, i + 1, width)) continue;
      tight++;
      if (!this.endsSentence(i)) open++;
    }
    return full >= MIN_FULL_LINES && tight >= LEAST_TIGHT_FULL * full && open >= 0.6 * tight ? width : 0;
  }

  /** Whether `next` may continue `line` at all: a list item, a speaker or an indented line begins a paragraph. */
  private mayContinue(line: number, next: number): boolean {
    if ((this.beginOf(next) & (LIST_ITEM | SPEAKER)) !== 0) return false;
    // lines of an indented item keep its indentation; what is indented further begins anew
    const indent = this.indent(next);
    return indent < MIN_INDENT || indent <= this.indent(line) || (this.beginOf(line) & LIST_ITEM) !== 0;
  }

  private isTight(line: number, next: number, width: number): boolean {
    const length = this.lengths[line];
    return length >= LEAST_FILLED * width && length + 1 + this.firstWord(next) > width;
  }

  /** Columns of leading white space, a tab counting 4. */
  private indent(line: number): number {
    const { lineStart, textStart } = this.lines;
    let columns = 0;
    for (let i = lineStart[line]; i < textStart[line]; i++) columns += this.text[i] === TAB ? TAB_COLUMNS : 1;
    return columns;
  }

  /** Length of the first word. */
  private firstWord(line: number): number {
    const { textStart, textEnd } = this.lines;
    let end = textStart[line];
    while (end < textEnd[line] && !isSpace(this.text[end])) end++;
    return end - textStart[line];
  }

  private endsSentence(line: number): boolean {
    return endsSentence(this.text, this.lines.textStart[line], this.lines.textEnd[line]);
  }

  private beginOf(line: number): number {
    return this.begins[line] || this.findBegin(line);
  }

  private findBegin(line: number): number {
    const { text, lines } = this;
    const start = lines.textStart[line];
    const end = lines.textEnd[line];
    const begin =
      KNOWN |
      (startsListItem(text, start, end) ? LIST_ITEM : 0) |
      (startsWithSpeaker(text, start, end) ? SPEAKER : 0);
    this.begins[line] = begin;
    return begin;
  }
}

const noText = new Uint16Array(0);
const noLines = new Lines();
const wrapping = new Wrapping();
