import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { contextFeatures } from '../../src/boilerplate/line-model/context-features.ts';
import type { FeatureSet } from '../../src/boilerplate/line-model/feature-set.ts';
import { shapeFeatures } from '../../src/boilerplate/line-model/shape-features.ts';
import { findArticle } from '../../src/boilerplate/line-model/find-article.ts';
import { collect, FOLDS } from './collect.ts';
import { Examples, layoutOf, type Sample } from './examples.ts';
import { trainLogistic } from './logistic.ts';
import { roundWeight, Wording } from './wording.ts';
import { aggregate, countGrams, Grams, scoreGrams, type Score } from './score.ts';

const SWITCH_COST = 0.5;
const THRESHOLD = 0.1;
const penalties = { shape: { ridge: 12, smooth: 12 }, context: { ridge: 20, smooth: 20 } };
const ITERATIONS = 45;
/** Longest row of words, in UTF-16 units. */
const MAX_ROW = 100;
/**
 * A page whose article, as the first stage sees it when it was trained on others, differs from its label in more than this
 * share of words, is labelled by another idea of an article (a list, the comments); it is tested on, but not learned from.
 */
const MAX_ERROR = 0.6;

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
const data = values.data ?? process.env['CLEANCOPY_DATA'];
if (data === undefined) {
  console.error('Name the folder with wcxb-dev-ht and wcxb-dev-bs: npm run train -- --data DIR');
  process.exit(2);
}
const examples = new Examples(new Grams());
collect(examples, data, 'tests/train/dumps');
console.log(`${examples.samples.length} pages, ${examples.count} lines`);
const labels = examples.labels();
const weights = examples.weights();

const shapeRows = examples.shapeRows();
const odd = new Set<Sample>();
const first = trainStage(shapeRows, shapeFeatures, penalties.shape);
tell('first stage', first.logits);
const wording = new Wording(examples.samples);
const said = scoreWording();
const contextRows = examples.contextRows(first.logits, said.scores);
const second = trainStage(contextRows, contextFeatures, penalties.context);
tell('second stage', second.logits);
tellLanguages(second.logits);

const target = values.out ?? 'src/boilerplate/line-model/weights.ts';
writeFileSync(target, describe());
console.log(`wrote ${target}`);

/** What the words of each line say by weights that have not seen its site, and the weights learned from all. */
function scoreWording(): { readonly scores: Float32Array; readonly weights: Float64Array } {
  const scores = new Float32Array(examples.count);
  const pages = examples.samples.filter(({ isPage }) => isPage);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = pages.filter((sample) => sample.fold !== fold);
    const trained = wording.train(others, labels, weights);
    for (const sample of examples.samples) {
      if (sample.fold === fold) wording.score(trained, sample, scores);
    }
  }
  return { scores, weights: wording.train(pages, labels, weights) };
}

interface Stage {
  /** Of each line by the model that has not seen its site. */
  readonly logits: Float32Array;
  /** Trained on all pages; the last is the bias. */
  readonly weights: Float64Array;
}

function trainStage(rows: Uint8Array, set: FeatureSet, penalty: { ridge: number; smooth: number }): Stage {
  const layout = layoutOf(set);
  const logits = new Float32Array(examples.count);
  const train = (chosen: Int32Array): Float64Array =>
    trainLogistic({ rows, width: set.width, ...layout, labels, weights, chosen }, penalty, ITERATIONS);
  for (let fold = 0; fold < FOLDS; fold++) {
    const trained = train(choose((sample) => sample.fold !== fold));
    for (const { start, end } of examples.samples.filter((sample) => sample.fold === fold)) {
      for (let row = start; row < end; row++) {
        let sum = trained[trained.length - 1];
        for (let f = 0; f < set.width; f++) sum += trained[layout.offsets[f] + rows[row * set.width + f]];
        logits[row] = sum;
      }
    }
  }
  if (set === shapeFeatures) findOdd(logits);
  return { logits, weights: centred(train(choose(() => true)), rows, set) };
}

function choose(accept: (sample: Sample) => boolean): Int32Array {
  const chosen: number[] = [];
  for (const sample of examples.samples.filter((one) => accept(one) && !odd.has(one))) {
    for (let row = sample.start; row < sample.end; row++) if (weights[row] > 0) chosen.push(row);
  }
  return Int32Array.from(chosen);
}

function findOdd(logits: Float32Array): void {
  for (const sample of examples.samples) {
    let wrong = 0;
    let all = 0;
    for (let i = 0; i < sample.end - sample.start; i++) {
      const keep = logits[sample.start + i] > 0;
      const { length } = sample.words[i];
      if (keep || sample.labels[i] === 1) all += length;
      if (sample.labels[i] >= 0 && keep !== (sample.labels[i] === 1)) wrong += length;
    }
    if (wrong > MAX_ERROR * all) odd.add(sample);
  }
  console.log(`${odd.size} pages are labelled by another idea of an article`);
}

/** The same model with weights that average 0 over the lines of each feature: then each says more or less than usual. */
function centred(trained: Float64Array, rows: Uint8Array, set: FeatureSet): Float64Array {
  const { offsets } = layoutOf(set);
  for (let f = 0; f < set.width; f++) {
    const counts = new Float64Array(offsets[f + 1] - offsets[f]);
    for (let row = 0; row < examples.count; row++) counts[rows[row * set.width + f]]++;
    const mean =
      counts.reduce((sum, count, bin) => sum + count * trained[offsets[f] + bin], 0) / examples.count;
    for (let bin = 0; bin < counts.length; bin++) {
      // bins that never occurred say nothing
      trained[offsets[f] + bin] =
        counts[bin] === 0 && layoutOf(set).joined[offsets[f] + bin] === 0
          ? 0
          : trained[offsets[f] + bin] - mean;
    }
    trained[trained.length - 1] += mean;
  }
  return trained;
}

function tell(stage: string, logits: Float32Array): void {
  console.log(`\n${stage}, cross-validated by site`);
  for (const set of new Set(examples.samples.map((sample) => sample.set))) {
    const scores: Score[] = [];
    const counts = { right: 0, wrong: 0, missed: 0 };
    for (const sample of examples.samples.filter((one) => one.set === set))
      scores.push(scoreSample(sample, logits, counts));
    const { f1, precision, recall } = aggregate(scores);
    const lineP = counts.right / (counts.right + counts.wrong);
    const lineR = counts.right / (counts.right + counts.missed);
    console.log(
      `${set.padEnd(12)} F1 ${f1.toFixed(4)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})` +
        `  lines: precision ${lineP.toFixed(3)}, recall ${lineR.toFixed(3)}`,
    );
  }
}

/** How each language of our own dumps does by models that have learned from no dump in it. */
function tellLanguages(logits: Float32Array): void {
  const scores = new Map<string, Score[]>();
  for (const sample of examples.samples.filter(({ set }) => set === 'own dumps')) {
    const language = sample.site.slice(0, 2);
    const counts = { right: 0, wrong: 0, missed: 0 };
    scores.set(language, [...(scores.get(language) ?? []), scoreSample(sample, logits, counts)]);
  }
  const row = [...scores].map(([language, list]) => `${language} ${aggregate(list).f1.toFixed(3)}`);
  console.log(`own dumps by languages that were not learned from: F1 ${row.join(', ')}`);
}

function scoreSample(
  { start, end, ruled, labels: truth, words, weight, gold }: Sample,
  logits: Float32Array,
  counts: { right: number; wrong: number; missed: number },
): Score {
  const { kept } = findArticle(logits.subarray(start, end), weight, end - start, THRESHOLD, SWITCH_COST);
  const text: number[] = [];
  for (let i = 0; i < end - start; i++) {
    const keep = kept[i] === 1 && ruled[i] !== 2;
    if (keep) text.push(...words[i]);
    if (truth[i] === 1) counts[keep ? 'right' : 'missed']++;
    else if (truth[i] === 0 && keep) counts.wrong++;
  }
  return scoreGrams(gold, countGrams(Int32Array.from(text)));
}

function describe(): string {
  return `import type { ModelText } from './model-text.ts';

/** Written by \`npm run train\`; do not edit. */
export const weights: ModelText = {
  version: '4',
  provenance:
    'Logistic regressions by L-BFGS on lines of 712 English pages (the development split of WCXB, without pages whose ' +
    'text is in its test split, each converted in two ways), their articles, and page dumps of our own (tests/train/dumps).',
  attribution:
    'Web Content Extraction Benchmark (WCXB) by Murrough Foley, CC BY 4.0, ' +
    'github.com/Murrough-Foley/web-content-extraction-benchmark. Changed: only counts and weights derived from it are here.',
  switchCost: ${SWITCH_COST},
  threshold: ${THRESHOLD},
  words: \`
${wordRows()}
\`,
  shape: \`
${table(shapeFeatures, first.weights)}
\`,
  context: \`
${table(contextFeatures, second.weights)}
\`,
};
`;
}

/** Words by their weight, as many in a row as fit. */
function wordRows(): string {
  const byWeight = new Map<number, string[]>();
  wording.words.forEach((word, column) => {
    const weight = roundWeight(said.weights[column]);
    if (weight !== 0) byWeight.set(weight, [...(byWeight.get(weight) ?? []), word]);
  });
  const rows: string[] = [];
  for (const [weight, words] of [...byWeight].toSorted(([a], [b]) => a - b)) {
    let row = String(weight);
    for (const word of words) {
      if (row.length + 1 + word.length > MAX_ROW) {
        rows.push(row);
        row = String(weight);
      }
      row += ` ${word}`;
    }
    rows.push(row);
  }
  return rows.join('\n');
}

function table(set: FeatureSet, trained: Float64Array): string {
  const { offsets } = layoutOf(set);
  const rounded = (value: number): string => String(Math.round(100 * value) / 100 || 0);
  const rows = [`bias\\t${rounded(trained[trained.length - 1])}`];
  for (const { name, index } of set.features) {
    rows.push(
      `${name}\\t${Array.from(trained.subarray(offsets[index], offsets[index + 1]), rounded).join(' ')}`,
    );
  }
  return rows.join('\n');
}
