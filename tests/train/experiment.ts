import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BinRows, type FeatureSet } from '../../src/boilerplate/line-model/feature-set.ts';
import { contextFeatures, ContextReader } from '../../src/boilerplate/line-model/context-features.ts';
import { PageLines } from '../../src/boilerplate/line-model/page-lines.ts';
import { shapeFeatures, ShapeReader } from '../../src/boilerplate/line-model/shape-features.ts';
import { labelLines } from './label-lines.ts';
import { trainLogistic, type Examples } from './logistic.ts';
import { loadPages, readPage, type Page } from './pages.ts';
import { aggregate, countGrams, Grams, scoreGrams, type Score } from './score.ts';

interface Sample { page: Page; set: string; start: number; end: number; labels: Int8Array; ruled: Uint8Array; fold: number; words: Int32Array[]; gold: Map<number, number>; }
const grams = new Grams();
const lines = new PageLines();
const shape = new ShapeReader();
const context = new ContextReader();
const log = (...a: unknown[]) => console.log(...a);
const data = process.argv[2];
const t0 = Date.now();
const W1 = shapeFeatures.width;
const W2 = contextFeatures.width;

function offsetsOf(set: FeatureSet): { offsets: Int32Array; joined: Uint8Array } {
  const offsets = new Int32Array(set.width + 1);
  set.features.forEach(({ bins }, i) => { offsets[i + 1] = offsets[i] + bins; });
  const joined = new Uint8Array(set.size);
  for (const { index, bins, edges } of set.features) if (edges.length > 0) for (let b = 0; b + 1 < bins; b++) joined[offsets[index] + b] = 1;
  return { offsets, joined };
}

const FOLDS = Number(process.env['FOLDS'] ?? 3);
const samples: Sample[] = [];
let total = 0;
const rowParts: Uint8Array[] = [];
const lab: number[] = []; const wt: number[] = [];
function foldOf(site: string): number { let h = 7; for (const c of site) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0; return ((h >>> 3) % FOLDS); }
function cached(name: string, page: Page, texts: string[]): Int8Array {
  const file = `/work/exp-model/cache/${name.replace('read-', 'r').replace('ce-', 'c')}-${page.id}`;
  if (existsSync(file)) { const b = readFileSync(file); if (b.length === texts.length) return new Int8Array(b.buffer, b.byteOffset, b.length); }
  const labels = labelLines(texts, page.gold); writeFileSync(file, labels); return labels;
}
function addSet(name: string, pages: Page[], mode: 'page' | 'gold', weightOf: number, train = true): void {
  const rows = new BinRows(W1);
  for (const page of pages) {
    const raw = mode === 'gold' ? page.gold : page.raw;
    const { texts, ruled } = readPage(raw, lines);
    const labels = mode === 'gold' ? new Int8Array(texts.length).fill(1) : cached(name, page, texts);
    shape.read(lines); shape.write(lines, rows);
    rowParts.push(rows.bins.slice(0, lines.count * W1));
    let words = 0; let n = 0;
    for (let i = 0; i < lines.count; i++) if (labels[i] >= 0) { words += lines.weight[i]; n++; }
    for (let i = 0; i < lines.count; i++) {
      lab.push(labels[i] === 1 ? 1 : 0);
      wt.push(labels[i] < 0 || !train ? 0 : weightOf * (40 * (0.5 * Math.sqrt(lines.weight[i] + 1) / Math.sqrt(Math.max(1, words) ) / Math.sqrt(n) ) + 0.25));
    }
    samples.push({ page, set: name, start: total, end: total + lines.count, labels, ruled, fold: foldOf(page.site), words: texts.map((t) => grams.words(t)), gold: countGrams(grams.words(page.gold)) });
    total += lines.count;
  }
  log(name, pages.length, 'lines', total, (Date.now() - t0) / 1000);
}
const ht = loadPages(`${data}/wcxb-dev-ht`);
const bs = loadPages(`${data}/wcxb-dev-bs`);
addSet('ht', ht, 'page', 1);
addSet('bs', bs.filter((_, i) => i % 3 === 0), 'page', 1);
addSet('gold', ht.filter((_, i) => i % 3 === 1), 'gold', 0.3);
addSet('read-ht', loadPages(`${data}/readability-ht`), 'page', 0, false);
addSet('ce-ht', loadPages(`${data}/cleaneval-dev-ht`), 'page', 0, false);
const rows1 = new Uint8Array(total * W1);
{ let at = 0; for (const p of rowParts) { rows1.set(p, at); at += p.length; } rowParts.length = 0; }
const labels = Uint8Array.from(lab); const weights = Float64Array.from(wt);
const isTrained = (s: Sample) => s.set === 'ht' || s.set === 'bs' || s.set === 'gold';
function chosen(pred: (s: Sample) => boolean): Int32Array {
  const out: number[] = [];
  for (const s of samples) if (isTrained(s) && pred(s)) for (let i = s.start; i < s.end; i++) if (weights[i] > 0) out.push(i);
  return Int32Array.from(out);
}
function predict(rows: Uint8Array, width: number, offsets: Int32Array, w: Float64Array, out: Float32Array, pred: (s: Sample) => boolean): void {
  for (const s of samples) if (pred(s)) for (let i = s.start; i < s.end; i++) { let sum = w[w.length - 1]; for (let f = 0; f < width; f++) sum += w[offsets[f] + rows[i * width + f]]; out[i] = sum; }
}
function stage(rows: Uint8Array, set: FeatureSet, ridge: number, smooth: number, iters: number): Float32Array {
  const { offsets, joined } = offsetsOf(set);
  const out = new Float32Array(total);
  for (let fold = 0; fold < FOLDS; fold++) {
    const ex: Examples = { rows, width: set.width, offsets, labels, weights, chosen: chosen((s) => s.fold !== fold), joined };
    const w = trainLogistic(ex, { ridge, smooth }, iters);
    predict(rows, set.width, offsets, w, out, (s) => isTrained(s) && s.fold === fold);
    if (fold === 0) predict(rows, set.width, offsets, w, out, (s) => !isTrained(s));
    if (process.argv.includes('--fold0') && fold === 0) { /* quick */ }
  }
  return out;
}
function evaluate(logit: Float32Array, threshold: number, lex: boolean, smooth: (s: Sample, l: Float32Array) => Uint8Array | null = () => null): Record<string, string> {
  const by: Record<string, { sc: Score[]; tp: number; fp: number; fn: number; kept: number; all: number }> = {};
  for (const s of samples) {
    const b = (by[s.set] ??= { sc: [], tp: 0, fp: 0, fn: 0, kept: 0, all: 0 });
    const sm = smooth(s, logit);
    const pieces: number[] = [];
    for (let i = s.start; i < s.end; i++) {
      const k = i - s.start;
      const keep = (sm ? sm[k] === 1 : logit[i] > threshold) && !(lex && s.ruled[k] === 2);
      b.all += s.words[k].length;
      if (keep) { for (const w of s.words[k]) pieces.push(w); b.kept += s.words[k].length; }
      if (s.labels[k] < 0) continue;
      if (keep && s.labels[k] === 1) b.tp++; else if (keep) b.fp++; else if (s.labels[k] === 1) b.fn++;
    }
    b.sc.push(scoreGrams(s.gold, countGrams(Int32Array.from(pieces))));
  }
  return Object.fromEntries(Object.entries(by).map(([k, b]) => { const a = aggregate(b.sc); return [k, `F1 ${a.f1.toFixed(4)} p ${a.precision.toFixed(3)} r ${a.recall.toFixed(3)} lineP ${(b.tp / (b.tp + b.fp)).toFixed(3)} lineR ${(b.tp / (b.tp + b.fn)).toFixed(3)} kept ${(b.kept / b.all).toFixed(4)}`]; }));
}
const lossOf = (l: Float32Array) => { let sum = 0, n = 0; for (const s of samples) if (s.set === 'ht') for (let i = s.start; i < s.end; i++) { if (weights[i] === 0) continue; const p = 1 / (1 + Math.exp(-l[i])); sum -= weights[i] * Math.log(Math.max(1e-12, labels[i] === 1 ? p : 1 - p)); n += weights[i]; } return sum / n; };
const R1 = Number(process.env['R1'] ?? 3), S1 = Number(process.env['S1'] ?? 3), R2 = Number(process.env['R2'] ?? 10), S2 = Number(process.env['S2'] ?? 10);
const one = stage(rows1, shapeFeatures, R1, S1, Number(process.env['ITERS'] ?? 50));
log('stage 1', lossOf(one), (Date.now() - t0) / 1000); log(evaluate(one, 0, true));
const rows2 = new Uint8Array(total * W2);
{
  const r = new BinRows(W2);
  for (const s of samples) {
    readPage(s.set === 'gold' ? s.page.gold : s.page.raw, lines);
    context.write(lines, one.subarray(s.start, s.end), r);
    rows2.set(r.bins.subarray(0, lines.count * W2), s.start * W2);
  }
}
const ITERS = Number(process.env['ITERS'] ?? 50);
let two = stage(rows2, contextFeatures, R2, S2, ITERS);
log('stage 2', lossOf(two), (Date.now() - t0) / 1000); log(evaluate(two, -0.2, true));
if (process.env['THREE']) {
  const r = new BinRows(W2);
  for (const s of samples) {
    readPage(s.set === 'gold' ? s.page.gold : s.page.raw, lines);
    context.write(lines, two.subarray(s.start, s.end), r);
    rows2.set(r.bins.subarray(0, lines.count * W2), s.start * W2);
  }
  two = stage(rows2, contextFeatures, R2, S2, ITERS);
  log('stage 3', lossOf(two), (Date.now() - t0) / 1000); log(evaluate(two, -0.2, true));
}
const viterbi = (cost: number, bias: number) => (s: Sample, l: Float32Array) => {
  const n = s.end - s.start; const out = new Uint8Array(n); if (n === 0) return out;
  const back = new Uint8Array(2 * n); let a = 0, b = 0;
  for (let i = 0; i < n; i++) {
    const x = Math.max(-6, Math.min(6, l[s.start + i] - bias));
    let na = a, nb = b;
    if (i > 0) { if (b - cost > a) { na = b - cost; back[2 * i] = 1; } else back[2 * i] = 0; if (a - cost > b) { nb = a - cost; back[2 * i + 1] = 0; } else back[2 * i + 1] = 1; }
    a = na; b = nb + x;
  }
  let st = b > a ? 1 : 0; for (let i = n - 1; i >= 0; i--) { out[i] = st; st = back[2 * i + st]; }
  return out;
};
for (const c of [0.4, 1]) log('viterbi', c, evaluate(two, 0, true, viterbi(c, -0.2)));
log((Date.now() - t0) / 1000);

{
  const vb = viterbi(0.5, -0.2);
  for (const set of ['ht', 'read-ht']) {
    const out: [number, string][] = [];
    for (const s of samples) if (s.set === set) {
      readPage(s.page.raw, lines);
      const { texts } = readPage(s.page.raw, lines);
      const sm = vb(s, two);
      let text = ''; let fp = 0, fn = 0, all = 0;
      texts.forEach((t, k) => { const keep = sm[k] === 1 && s.ruled[k] !== 2; const y = s.labels[k] === 1; if (s.labels[k] < 0) return; all += y ? s.words[k].length : 0; if (keep && !y) fp += s.words[k].length; if (!keep && y) fn += s.words[k].length; text += `${keep ? 'K' : '-'}${y ? 'y' : '.'} ${keep !== y ? '!!' : '  '} ${two[s.start + k].toFixed(1)} ${t.slice(0, 110).replace(/\n/g, '/')}\n`; });
      out.push([(fp + fn) / Math.max(1, all + fp), `##### ${s.page.id} ${s.page.site} ${s.page.language} fp ${fp} fn ${fn} gold ${all} err ${((fp + fn) / Math.max(1, all + fp)).toFixed(3)}\n${text}\n`]);
    }
    out.sort((a, b) => b[0] - a[0]);
    writeFileSync(`/work/exp-model/errors-${set}.txt`, out.map((o) => o[1]).join(''));
  }
}
