import { contextFeatures, ContextReader } from './context-features.ts';
import { BinRows, type Feature, type FeatureSet } from './feature-set.ts';
import { findArticle } from './find-article.ts';
import type { PageLines } from './page-lines.ts';
import { shapeFeatures } from './shape-features.ts';
import { ShapeReader } from './shape-reader.ts';
import type { ModelText } from './model-text.ts';

/** What a model says in words; a reason is a place in this list. */
export const reasons: readonly string[] = [
  ...new Set(
    [shapeFeatures, contextFeatures].flatMap(({ features }) =>
      features.flatMap(({ low, high }) => [low, high]),
    ),
  ),
];
const reasonNumbers: ReadonlyMap<string, number> = new Map(reasons.map((reason, index) => [reason, index]));

/** How many reasons a removal is given. */
const MAX_REASONS = 3;

/** Weights of one stage: for each bin of each feature, and the bias. */
class StageWeights {
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
  readonly bias: number;
  /** By bin: the number of its reason. */
  readonly reason: Uint8Array;

  constructor(set: FeatureSet, text: string) {
    this.offsets = new Int32Array(set.width + 1);
    this.weights = new Float64Array(set.size);
    this.reason = new Uint8Array(set.size);
    const rows = new Map(
      text
        .trim()
        .split('\n')
        .map((row) => {
          const [name, values] = row.split('\t');
          return [name, values.split(' ').map(Number)] as const;
        }),
    );
    const bias = rows.get('bias');
    if (bias === undefined) throw new Error('No weights for "bias"');
    [this.bias] = bias;
    for (const feature of set.features) {
      const offset = this.offsets[feature.index];
      const values = rows.get(feature.name);
      if (values?.length !== feature.bins) throw new Error(`No weights for "${feature.name}"`);
      this.weights.set(values, offset);
      this.offsets[feature.index + 1] = offset + feature.bins;
      for (let bin = 0; bin < feature.bins; bin++) this.reason[offset + bin] = reasonOf(feature, bin);
    }
  }

  /** The sum of the weights of each row's bins, above 0 for lines to keep. */
  score(rows: BinRows, count: number, logits: Float32Array): void {
    const { weights, offsets, bias } = this;
    const { width, bins } = rows;
    let at = 0;
    for (let line = 0; line < count; line++) {
      let sum = bias;
      for (let feature = 0; feature < width; feature++) sum += weights[offsets[feature] + bins[at++]];
      logits[line] = sum;
    }
  }
}

function reasonOf(feature: Feature, bin: number): number {
  return reasonNumbers.get(bin < feature.bins / 2 ? feature.low : feature.high) ?? 0;
}

/** The reason of the second stage that stands for those of the first. */
const SHAPE_REASON = reasonNumbers.get('shape') ?? 0;
/** What a weight of the first stage counts beside one of the second. */
const SHAPE_SCALE = 0.5;

/**
 * What the bins of a line say against it, for each reason: its features one after the other, those of the second stage first,
 * with a table of what each of their bins adds, which is nothing for bins that are of another reason.
 */
class ReasonTables {
  private readonly feature: Uint16Array;
  private readonly offset: Uint16Array;
  private readonly added: Float64Array;
  /** By reason: its first feature of each stage; the last entry ends the last reason. */
  private readonly contextStart: Uint16Array;
  private readonly shapeStart: Uint16Array;

  constructor(context: StageWeights, shape: StageWeights) {
    const feature: number[] = [];
    const offset: number[] = [];
    const added: number[] = [];
    const contextStart: number[] = [];
    const shapeStart: number[] = [];
    const add = ({ features }: FeatureSet, stage: StageWeights, reason: number, scale: number): void => {
      for (const { index, bins } of features) {
        const start = stage.offsets[index];
        const places = Array.from({ length: bins }, (_, bin) => start + bin);
        if (!places.some((place) => stage.reason[place] === reason)) continue;
        feature.push(index);
        offset.push(added.length);
        added.push(
          ...places.map((place) => (stage.reason[place] === reason ? scale * stage.weights[place] : 0)),
        );
      }
    };
    for (let reason = 0; reason < reasons.length; reason++) {
      contextStart.push(feature.length);
      if (reason !== SHAPE_REASON) add(contextFeatures, context, reason, 1);
      shapeStart.push(feature.length);
      if (reason !== SHAPE_REASON) add(shapeFeatures, shape, reason, SHAPE_SCALE);
    }
    contextStart.push(feature.length);
    this.feature = Uint16Array.from(feature);
    this.offset = Uint16Array.from(offset);
    this.added = Float64Array.from(added);
    this.contextStart = Uint16Array.from(contextStart);
    this.shapeStart = Uint16Array.from(shapeStart);
  }

  /** The strongest reasons against a line, at most three, strongest first. */
  strongest(context: BinRows, shape: BinRows, line: number): number[] {
    const { feature, offset, added, contextStart, shapeStart } = this;
    const { bins: contextBins } = context;
    const { bins: shapeBins } = shape;
    const contextBase = line * context.width;
    const shapeBase = line * shape.width;
    found.fill(-1);
    strength.fill(-Infinity);
    for (let reason = 0; reason < reasons.length; reason++) {
      if (reason === SHAPE_REASON) continue;
      let sum = 0;
      let at = contextStart[reason];
      for (; at < shapeStart[reason]; at++) sum -= added[offset[at] + contextBins[contextBase + feature[at]]];
      for (; at < contextStart[reason + 1]; at++)
        sum -= added[offset[at] + shapeBins[shapeBase + feature[at]]];
      if (sum <= strength[MAX_REASONS - 1]) continue;
      let place = MAX_REASONS - 1;
      for (; place > 0 && sum > strength[place - 1]; place--) {
        strength[place] = strength[place - 1];
        found[place] = found[place - 1];
      }
      strength[place] = sum;
      found[place] = reason;
    }
    const strongest = [found[0]];
    for (let place = 1; place < MAX_REASONS && strength[place] > 0; place++) strongest.push(found[place]);
    return strongest;
  }
}

// of the line at hand
const found = new Int32Array(MAX_REASONS);
const strength = new Float64Array(MAX_REASONS);

/**
 * A classifier of the lines of a page in two stages: logistic regressions over what each line and its surroundings look
 * like, and then over what the first says of the lines around. At the end the likeliest sequence is taken, in which each
 * change between article and page costs something (Viterbi 1967). Allocates little: an instance holds the buffers.
 */
export class LineModel {
  readonly shape: ShapeReader = new ShapeReader();
  private readonly context: ContextReader = new ContextReader();
  private readonly shapeRows: BinRows = new BinRows(shapeFeatures.width);
  private readonly contextRows: BinRows = new BinRows(contextFeatures.width);
  private readonly shapeWeights: StageWeights;
  private readonly contextWeights: StageWeights;
  private readonly switchCost: number;
  private readonly usualThreshold: number;
  /** The threshold for the lines that were judged last. */
  private threshold: number;
  private first: Float32Array = new Float32Array(512);
  private readonly reasonTables: ReasonTables;
  /** Logits of the lines that were judged last, above 0 for lines to keep. */
  logits: Float32Array = new Float32Array(512);
  /** 1 for each of these lines that belongs to the article. */
  kept: Uint8Array = new Uint8Array(0);

  constructor(text: ModelText) {
    this.shapeWeights = new StageWeights(shapeFeatures, text.shape);
    this.contextWeights = new StageWeights(contextFeatures, text.context);
    this.reasonTables = new ReasonTables(this.contextWeights, this.shapeWeights);
    this.switchCost = text.switchCost;
    this.usualThreshold = text.threshold;
    this.threshold = text.threshold;
  }

  /** Judges all lines of a file. */
  judge(lines: PageLines): void {
    const { count } = lines;
    if (this.logits.length < count) {
      this.logits = new Float32Array(2 * count);
      this.first = new Float32Array(2 * count);
    }
    this.shape.read(lines);
    this.shape.write(lines, this.shapeRows);
    this.shapeWeights.score(this.shapeRows, count, this.first);
    this.context.write(lines, this.first, this.contextRows);
    this.contextWeights.score(this.contextRows, count, this.logits);
    const { usualThreshold, switchCost } = this;
    const { kept, threshold } = findArticle(this.logits, lines.weight, count, usualThreshold, switchCost);
    this.kept = kept;
    this.threshold = threshold;
  }

  /** 0 to 1: how sure it is that a line is no part of the article. */
  confidenceOf(line: number): number {
    return 1 / (1 + Math.exp(this.logits[line] - this.threshold));
  }

  /** The strongest reasons to take a line out, as places in `reasons`; strongest first. */
  reasonsOf(line: number): number[] {
    return this.reasonTables.strongest(this.contextRows, this.shapeRows, line);
  }
}
