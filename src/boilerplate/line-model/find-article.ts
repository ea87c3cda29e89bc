import { findLikeliest } from './find-likeliest.ts';

/** Lines of fewer words are no text that a page would be missed without. */
const MIN_TEXT_WORDS = 12;
/** Least share of a page's text that is kept, if need be at a lower threshold. */
const MIN_KEPT_SHARE = 0.15;
const STEP = 0.5;
const MAX_LOWERING = 3;

export interface Found {
  /** 1 for each line in the article. */
  readonly kept: Uint8Array;
  /** The threshold at which it was found. */
  readonly threshold: number;
}

/**
 * The likeliest sequence of lines in and out of the article. A model that would take nearly all text out of a page has
 * met a page unlike those it knows, and is held to a lower threshold until a part of the text is left.
 *
 * @param weight words of each line
 */
export function findArticle(
  logits: Float32Array,
  weight: Float32Array,
  count: number,
  threshold: number,
  switchCost: number,
): Found {
  let text = 0;
  for (let line = 0; line < count; line++) if (weight[line] >= MIN_TEXT_WORDS) text += weight[line];
  for (let lowering = 0; ; lowering += STEP) {
    const kept = findLikeliest(logits, count, threshold - lowering, switchCost);
    let left = 0;
    for (let line = 0; line < count; line++) {
      if (kept[line] === 1 && weight[line] >= MIN_TEXT_WORDS) left += weight[line];
    }
    if (left >= MIN_KEPT_SHARE * text || lowering >= MAX_LOWERING)
      return { kept, threshold: threshold - lowering };
  }
}
