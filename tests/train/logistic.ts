/** Rows of bins with labels and weights. */
export interface Rows {
  readonly rows: Uint8Array;
  readonly width: number;
  /** First weight of each feature, and the end of the last. */
  readonly offsets: Int32Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
  /** Which rows to learn from. */
  readonly chosen: Int32Array;
  /** For each weight: 1 when it and the next belong to one scale. */
  readonly joined: Uint8Array;
}

export interface Penalty {
  /** On each weight. */
  readonly ridge: number;
  /** On the difference between neighbouring bins of a scale. */
  readonly smooth: number;
}

/** Weights of a logistic regression by L-BFGS (Nocedal 1980, memory 10, halving line search); the last is the bias. */
export function trainLogistic(examples: Rows, penalty: Penalty, iterations: number): Float64Array {
  const size = examples.offsets[examples.width] + 1;
  const places = placesOf(examples);
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = evaluate(examples, places, penalty, weights, gradient);
  const memory: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descend(gradient, memory);
    const slope = dot(direction, gradient);
    if (slope >= 0) break;
    let step = iteration === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextLoss = Infinity;
    for (let tries = 0; tries < 20; tries++) {
      for (let i = 0; i < size; i++) next[i] = weights[i] + step * direction[i];
      nextLoss = evaluate(examples, places, penalty, next, nextGradient);
      if (nextLoss <= loss + 1e-4 * step * slope) break;
      step /= 2;
    }
    const s = new Float64Array(size);
    const y = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      s[i] = next[i] - weights[i];
      y[i] = nextGradient[i] - gradient[i];
    }
    const curvature = dot(s, y);
    if (curvature > 1e-12) memory.push({ s, y, rho: 1 / curvature });
    if (memory.length > 10) memory.shift();
    const gain = loss - nextLoss;
    weights = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (gain < 1e-6 * Math.abs(loss)) break;
  }
  return weights;
}

function descend(
  gradient: Float64Array,
  memory: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (let k = memory.length - 1; k >= 0; k--) {
    const { s, y, rho } = memory[k];
    const alpha = rho * dot(s, direction);
    alphas[k] = alpha;
    for (let i = 0; i < direction.length; i++) direction[i] -= alpha * y[i];
  }
  if (memory.length > 0) {
    const { s, y } = memory[memory.length - 1];
    const scale = dot(s, y) / dot(y, y);
    for (let i = 0; i < direction.length; i++) direction[i] *= scale;
  }
  memory.forEach(({ s, y, rho }, k) => {
    const beta = rho * dot(y, direction);
    for (let i = 0; i < direction.length; i++) direction[i] += (alphas[k] - beta) * s[i];
  });
  return direction;
}

/** For each chosen row the places of its weights, one row after the other: what is read over and over lies in a line. */
function placesOf({ rows, width, offsets, chosen }: Rows): Uint16Array {
  if (offsets[width] > 0xffff) throw new Error(`${offsets[width]} weights are more than 16 bits tell apart`);
  const places = new Uint16Array(chosen.length * width);
  let at = 0;
  for (const row of chosen) {
    const base = row * width;
    for (let f = 0; f < width; f++) places[at++] = offsets[f] + rows[base + f];
  }
  return places;
}

function evaluate(
  examples: Rows,
  places: Uint16Array,
  penalty: Penalty,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const { width, labels, chosen, joined } = examples;
  gradient.fill(0);
  const bias = weights.length - 1;
  let loss = 0;
  for (let n = 0, start = 0; n < chosen.length; n++, start += width) {
    const row = chosen[n];
    const end = start + width;
    let sum = weights[bias];
    for (let at = start; at < end; at++) sum += weights[places[at]];
    const importance = examples.weights[row];
    const p = 1 / (1 + Math.exp(-sum));
    const label = labels[row];
    loss -= importance * Math.log(Math.max(1e-15, label === 1 ? p : 1 - p));
    const error = importance * (p - label);
    gradient[bias] += error;
    for (let at = start; at < end; at++) gradient[places[at]] += error;
  }
  for (let i = 0; i < bias; i++) {
    loss += 0.5 * penalty.ridge * weights[i] * weights[i];
    gradient[i] += penalty.ridge * weights[i];
    if (joined[i] === 0) continue;
    const difference = weights[i + 1] - weights[i];
    loss += 0.5 * penalty.smooth * difference * difference;
    gradient[i] -= penalty.smooth * difference;
    gradient[i + 1] += penalty.smooth * difference;
  }
  return loss;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
