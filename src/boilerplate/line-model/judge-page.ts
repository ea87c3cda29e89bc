import { LineModel } from './line-model.ts';
import type { PageLines } from './page-lines.ts';
import { STOP } from './unit-classes.ts';
import { weights } from './weights.ts';

/** Name of the model's evidence in the output, where a lexicon match has the name of its family. */
export const modelRule = 'line-model';

const MIN_TITLE_WORDS = 3;
/** A longer line right over the text is a paragraph, and speaks for itself. */
const MAX_TITLE_WORDS = 20;
/** Most lines between two kept ones that are kept with them, and how unsure the model must be of each. */
const MAX_GAP = 1;
const MIN_GAP_LOGIT = -1.5;
/** What is kept with the lines around it has fewer words than this; longer lines speak for themselves. */
const MAX_GAP_WORDS = 15;

let model: LineModel | undefined;

/**
 * Judges the lines of a page dump. What articles must not lose is protected: the title, and single short lines between
 * kept ones (sub-headings, answers, items), unless a rule takes them or the model is sure.
 *
 * @returns the model with its verdicts, valid until the next call
 */
export function judgePage(lines: PageLines): LineModel {
  model ??= new LineModel(weights);
  model.judge(lines);
  const { kept, logits } = model;
  const title = titleOf(lines, model);
  if (title >= 0) kept[title] = 1;
  for (let line = 1; line + MAX_GAP < lines.count; line++) {
    if (kept[line] === 1 || kept[line - 1] === 0 || kept[line + 1] === 0 || line - 1 === title) continue;
    if (lines.group[line] === 0 && logits[line] > MIN_GAP_LOGIT && lines.weight[line] < MAX_GAP_WORDS)
      kept[line] = 1;
  }
  return model;
}

/**
 * The line that repeats the first one over the text; else the first line, when it may be a title; else, on a page that begins
 * with a menu, the line right over the article, when it may be one and the model is unsure of it.
 */
function titleOf(lines: PageLines, { shape, kept, logits }: LineModel): number {
  if (shape.title >= 0) return lines.group[shape.title] === 0 ? shape.title : -1;
  for (let line = 0; line < Math.min(3, lines.count); line++) {
    if (lines.group[line] === 0 && lines.weight[line] >= MIN_TITLE_WORDS) return line;
  }
  const over = kept.subarray(0, lines.count).indexOf(1) - 1;
  if (over < 0 || lines.group[over] !== 0 || lines.last[over] === STOP || logits[over] <= MIN_GAP_LOGIT)
    return -1;
  const isTitle = lines.weight[over] >= MIN_TITLE_WORDS && lines.weight[over] <= MAX_TITLE_WORDS;
  return isTitle ? over : -1;
}
