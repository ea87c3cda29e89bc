/** A run of lines, half-open. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Lines before (negative) or behind a part; 0 inside. */
export function placeTo({ start, end }: Part, line: number): number {
  if (line < start) return line - start;
  return line < end ? 0 : line - end + 1;
}

/** The part whose lines' values, each less `cost`, have the greatest sum (Kadane's algorithm). */
export function findDensest(
  values: Float32Array,
  count: number,
  cost: number,
  part: { start: number; end: number },
): void {
  let best = 0;
  let sum = 0;
  let start = 0;
  part.start = 0;
  part.end = 0;
  for (let i = 0; i < count; i++) {
    sum += values[i] - cost;
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    } else if (sum > best) {
      best = sum;
      part.start = start;
      part.end = i + 1;
    }
  }
}
