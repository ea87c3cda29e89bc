import type { SourceKind } from '../../model/article.ts';

/** Lines of fewer words that end no sentence are what menus and teasers are made of. */
const MAX_SHORT_WORDS = 6;
/** Longer lines, and sentences of at least `MAX_SHORT_WORDS`, are text. */
const MIN_TEXT_WORDS = 12;

/** Sentences of fewer words may be titles and notices. */
const MIN_PARAGRAPH_WORDS = 20;

/** Lexicon lines, of two groups or more, and short lines in a row that together make a page. */
const MIN_RULES = 3;
const MIN_RUN = 4;
/** Short lines in a row before or behind all text that make a page, with a lexicon line and without. */
const MIN_EDGE_RUN = 8;
const MIN_SURE_EDGE_RUN = 20;

/**
 * Tells a page dump from an article that is nearly clean, from the lines of a file one after the other. A page has what
 * surrounds articles: several sorts of furniture and a menu, or a long menu before or behind the text. Lists inside an
 * article, rows of figures and a share button do not make a page, nor do widgets in what begins and ends with a paragraph.
 */
export class SourceEvidence {
  private rules = 0;
  /** One bit for each group of rules that took a line. */
  private groups = 0;
  private run = 0;
  private longestRun = 0;
  private edgeRun = 0;
  private longestLead = 0;
  /** Longest since the last text. */
  private longestTail = 0;
  private hasText = false;
  /** Whether the first line is a paragraph; undefined before there is one. */
  private startsWithText: boolean | undefined;
  private endsWithText = false;

  clear(): void {
    this.rules = 0;
    this.groups = 0;
    this.run = 0;
    this.longestRun = 0;
    this.edgeRun = 0;
    this.longestLead = 0;
    this.longestTail = 0;
    this.hasText = false;
    this.startsWithText = undefined;
    this.endsWithText = false;
  }

  /**
   * @param weight words, where two letters of a script without spaces count as one
   * @param hasNumbers rows of figures are no menu
   * @param group group of the rule that takes the line when only pages have it (`pageGroups`), 0 for none
   */
  add(weight: number, isSentence: boolean, hasNumbers: boolean, group: number): void {
    this.endsWithText = isSentence && group === 0 && weight >= MIN_PARAGRAPH_WORDS;
    this.startsWithText ??= this.endsWithText;
    if (group !== 0) {
      this.rules++;
      this.groups |= 1 << group;
    }
    const isShort = weight < MAX_SHORT_WORDS;
    if (isShort && hasNumbers) return;
    this.run = isShort && !isSentence ? this.run + 1 : 0;
    this.longestRun = Math.max(this.longestRun, this.run);
    if (weight >= (isSentence ? MAX_SHORT_WORDS : MIN_TEXT_WORDS)) {
      this.hasText = true;
      this.edgeRun = 0;
      this.longestTail = 0;
      return;
    }
    this.edgeRun = isShort ? this.edgeRun + 1 : 0;
    if (this.hasText) this.longestTail = Math.max(this.longestTail, this.edgeRun);
    else this.longestLead = Math.max(this.longestLead, this.edgeRun);
  }

  decide(): SourceKind {
    const isMixed = (this.groups & (this.groups - 1)) !== 0;
    const isFramed = this.startsWithText !== true || !this.endsWithText;
    if (isFramed && this.rules >= MIN_RULES && isMixed && this.longestRun >= MIN_RUN) return 'page';
    const edgeRun = Math.max(this.longestLead, this.longestTail);
    return edgeRun >= (this.rules > 0 ? MIN_EDGE_RUN : MIN_SURE_EDGE_RUN) ? 'page' : 'article';
  }
}
