import { startsListItem, startsWithSpeaker } from './kinds.ts';
import { isSpace, type Lines } from './lines.ts';
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

let continues = new Uint8Array(1024);

/**
 * Whether line `i + 1` continues line `i`, for every line of a file; valid until the next call. Only lines short enough to be
 * wrapped are looked at more closely, which in most files are few.
 *
 * @param text the code units that `lines` are about
 */
export function findContinuations(lines: Lines, text: Uint16Array): Uint8Array {
  if (continues.length <= lines.count)
    continues = new Uint8Array(Math.max(1024, Math.ceil(1.25 * lines.count)));
  else continues.fill(0, 0, lines.count + 1);
  if (lines.count < 2) return continues;
  const wrapping = new Wrapping(lines, text);
  const fileWidth = wrapping.width(0, lines.count, MIN_FILE_PAIRS) || wrapping.pageWidth();
  // runs of adjacent lines that are short enough to be wrapped
  for (let start = 0; start < lines.count;) {
    if (!wrapping.canWrap(start)) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < lines.count && wrapping.canWrap(end)) end++;
    if (end - start > 1) wrapping.joinRun(start, end, fileWidth, continues);
    start = end;
  }
  return continues;
}

/** Gives the memory of a huge file back. */
export function releaseContinuations(): void {
  if (continues.length > MAX_KEPT_LINES) continues = new Uint8Array(1024);
}

const MAX_KEPT_LINES = 2 ** 20;

/** The shapes of lines, looked at when they are asked for. */
class Wrapping {
  private readonly lines: Lines;
  private readonly text: Uint16Array;

  constructor(lines: Lines, text: Uint16Array) {
    this.lines = lines;
    this.text = text;
  }

  /** Length of a line without trailing white space, in UTF-16 code units; 0 for a blank line. */
  length(line: number): number {
    const { lineStart, textStart, textEnd } = this.lines;
    return textStart[line] === textEnd[line] ? 0 : textEnd[line] - lineStart[line];
  }

  canWrap(line: number): boolean {
    const length = this.length(line);
    return length > 0 && length <= MAX_WIDTH;
  }

  /** Marks the lines from `start` to `end`, all of which can wrap, that the next one continues. */
  joinRun(start: number, end: number, fileWidth: number, marks: Uint8Array): void {
    const width = fileWidth || this.width(start, end, MIN_RUN_PAIRS);
    // a first line that is indented while the next is not: the old way to set paragraphs
    let indented = false;
    for (let i = start; i + 1 < end; i++) {
      const next = i + 1;
      if (marks[i - 1] !== 1 || i === start)
        indented = this.indent(i) >= MIN_INDENT && this.indent(next) < MIN_INDENT;
      if (!this.mayContinue(i, next)) continue;
      if (width > 0 && this.isTight(i, next, width)) marks[i] = 1;
      else if (this.length(i) <= MIN_OPEN_LENGTH || this.endsSentence(i)) continue;
      else if (indented && this.indent(next) < MIN_INDENT) marks[i] = 1;
      else if (end - start === 2 && isLowerCase(this.text[this.lines.textStart[next]])) marks[i] = 1;
    }
  }

  /**
   * The width at which lines `start` to `end` are wrapped, or 0 when they are not: most pairs of adjacent lines
   * are tight, and most tight lines break in the middle of a sentence.
   */
  width(start: number, end: number, minPairs: number): number {
    let width = 0;
    for (let i = start; i < end; i++) if (this.canWrap(i)) width = Math.max(width, this.length(i));
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
    const { count } = this.lines;
    let width = 0;
    for (let i = 0; i < count; i++) width = Math.max(width, this.length(i));
    if (width < MIN_SURE_WIDTH || width > MAX_WIDTH) return 0;
    let full = 0;
    let tight = 0;
    let open = 0;
    for (let i = 0; i + 1 < count; i++) {
      // the last line of a paragraph may be full by chance; a blank line behind it says so
      if (this.length(i) < width - MAX_UNFILLED || this.length(i + 1) === 0) continue;
      full++;
      if (!this.mayContinue(i, i + 1) || !this.isTight(i, i + 1, width)) continue;
      tight++;
      if (!this.endsSentence(i)) open++;
    }
    return full >= MIN_FULL_LINES && tight >= LEAST_TIGHT_FULL * full && open >= 0.6 * tight ? width : 0;
  }

  /** Whether `next` may continue `line` at all: a list item, a speaker or an indented line begins a paragraph. */
  private mayContinue(line: number, next: number): boolean {
    if (this.isListItem(next) || this.isSpeaker(next)) return false;
    // lines of an indented item keep its indentation; what is indented further begins anew
    const indent = this.indent(next);
    return indent < MIN_INDENT || indent <= this.indent(line) || this.isListItem(line);
  }

  private isTight(line: number, next: number, width: number): boolean {
    const length = this.length(line);
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

  private isListItem(line: number): boolean {
    return startsListItem(this.text, this.lines.textStart[line], this.lines.textEnd[line]);
  }

  private isSpeaker(line: number): boolean {
    return startsWithSpeaker(this.text, this.lines.textStart[line], this.lines.textEnd[line]);
  }
}
