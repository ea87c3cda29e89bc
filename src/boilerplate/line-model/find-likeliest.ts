/** Logits are cut off here, so that one sure line does not outvote all others. */
const MAX_LOGIT = 6;

/**
 * The likeliest sequence of lines in and out of the article, where each change costs `switchCost` (Viterbi 1967). Lines are
 * likelier in than out when their logit is above `threshold`.
 *
 * @returns 1 for each line in the article
 */
export function findLikeliest(
  logits: Float32Array,
  count: number,
  threshold: number,
  switchCost: number,
): Uint8Array {
  const kept = new Uint8Array(count);
  // two states a line: where the best way to it came from
  const cameFrom = new Uint8Array(2 * count);
  let page = 0;
  let article = 0;
  for (let line = 0; line < count; line++) {
    const gain = Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, logits[line] - threshold));
    const fromArticle = line > 0 && article - switchCost > page;
    const fromPage = line > 0 && page - switchCost > article;
    cameFrom[2 * line] = fromArticle ? 1 : 0;
    cameFrom[2 * line + 1] = fromPage ? 0 : 1;
    const nextPage = fromArticle ? article - switchCost : page;
    article = (fromPage ? page - switchCost : article) + gain;
    page = nextPage;
  }
  let state = article > page ? 1 : 0;
  for (let line = count - 1; line >= 0; line--) {
    kept[line] = state;
    state = cameFrom[2 * line + state];
  }
  return kept;
}
