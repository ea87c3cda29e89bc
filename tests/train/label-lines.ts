/**
 * Which lines of a raw page belong to its article, from the article's text: words of both are aligned by their longest
 * common subsequence, and a line is kept when most of its words are aligned in a row.
 */
export function labelLines(lines: readonly string[], article: string): Int8Array {
  const words: string[] = [];
  const lineStart: number[] = [];
  for (const line of lines) {
    lineStart.push(words.length);
    words.push(...wordsOf(line));
  }
  lineStart.push(words.length);
  const gold = wordsOf(article);
  const known = new Set(gold);
  const runs = new Set<string>();
  for (let i = 0; i + 3 < gold.length; i++) runs.add(gold.slice(i, i + 4).join(' '));
  // lines that share nothing with the article would only make noise
  const candidates: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    const [start, end] = [lineStart[line], lineStart[line + 1]];
    let may = end - start < 6;
    for (let i = start; i < end; i++) {
      if (end - start < 6) may &&= known.has(words[i]);
      else if (i + 4 <= end) may ||= runs.has(words.slice(i, i + 4).join(' '));
    }
    if (may) for (let i = start; i < end; i++) candidates.push(i);
  }
  const place = new Int32Array(words.length).fill(-1);
  const pairs = alignWords(
    candidates.map((i) => words[i]),
    gold,
  );
  for (const [a, b] of pairs) place[candidates[a]] = b;
  return judge(lineStart, place);
}

/** 1 keep, 0 drop, -1 for a line without words. */
function judge(lineStart: readonly number[], place: Int32Array): Int8Array {
  const labels = new Int8Array(lineStart.length - 1).fill(-1);
  const kept: { line: number; words: number; first: number; last: number }[] = [];
  for (let line = 0; line < labels.length; line++) {
    const places = place.subarray(lineStart[line], lineStart[line + 1]);
    if (places.length === 0) continue;
    const found = places.filter((at) => at >= 0);
    let adjacent = 0;
    for (let i = 0; i + 1 < places.length; i++)
      if (places[i] >= 0 && places[i + 1] === places[i] + 1) adjacent++;
    const { length } = places;
    const keep =
      length <= 5
        ? found.length === length && found[length - 1] - found[0] === length - 1
        : found.length >= 0.5 * length && adjacent >= 0.4 * (found.length - 1) && adjacent >= 0.35 * length;
    labels[line] = keep ? 1 : 0;
    if (keep) kept.push({ line, words: length, first: found[0], last: found[found.length - 1] });
  }
  // a few words may be aligned by chance: they must stand beside kept text in the article, too
  kept.forEach((entry, index) => {
    if (entry.words > 3) return;
    const before = kept[index - 1];
    const after = kept[index + 1];
    const follows = before !== undefined && entry.first - before.last >= 0 && entry.first - before.last <= 3;
    const leads = after !== undefined && after.first - entry.last >= 0 && after.first - entry.last <= 3;
    if (!follows && !leads && !(index === 0 && entry.first === 0)) labels[entry.line] = 0;
  });
  return labels;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Aligned pairs of a longest common subsequence, by bit-parallel rows (Hyyrö 2004) and a walk back through them. */
function alignWords(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length === 0 || b.length === 0) return [];
  const full = (1n << BigInt(b.length)) - 1n;
  const masks = new Map<string, bigint>();
  const bytes = Math.ceil(b.length / 8);
  const places = new Map<string, number[]>();
  b.forEach((word, i) => {
    const list = places.get(word);
    if (list === undefined) places.set(word, [i]);
    else list.push(i);
  });
  for (const [word, list] of places) {
    let mask = 0n;
    for (const i of list) mask |= 1n << BigInt(i);
    masks.set(word, mask);
  }
  let row = full;
  const rows: Uint8Array[] = [];
  for (const word of a) {
    const u = row & (masks.get(word) ?? 0n);
    row = ((row + u) | (row - u)) & full;
    rows.push(Buffer.from(row.toString(16).padStart(2 * bytes, '0'), 'hex').reverse());
  }
  const bit = (at: number, j: number): number => (rows[at][j >> 3] >> (j & 7)) & 1;
  const pairs: [number, number][] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 && j > 0) {
    if (bit(i - 1, j - 1) === 1) j--;
    else {
      i--;
      if (i > 0 && bit(i - 1, j - 1) === 0) continue;
      j--;
      pairs.push([i, j]);
    }
  }
  return pairs.reverse();
}
