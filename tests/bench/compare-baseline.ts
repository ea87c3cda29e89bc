/** What one case cost, relative to the yardstick that was run in turns with it. */
export interface CaseFigures {
  /** CPU time of cleancopy, times that of the yardstick. */
  readonly cpuRatio: number;
  readonly peakBytes: number;
}

/** Figures that were stored, and how they were come by. */
export interface SpeedBaseline {
  /** For whoever reads the file: ratios are compared whatever the machine. */
  readonly machine: string;
  readonly recipe: CorpusRecipe;
  readonly cases: Readonly<Record<string, CaseFigures>>;
}

/** What the corpus of a baseline was made of. */
export interface CorpusRecipe {
  readonly megabytes: number;
  readonly seed: number;
  /** Shares of blocks that repeat an earlier one. */
  readonly exact: number;
  readonly near: number;
}

/** One figure beside the stored one. */
export interface FigureComparison {
  readonly case: string;
  readonly figure: keyof CaseFigures;
  readonly stored: number;
  readonly measured: number;
  /** 0.1 for a tenth more than stored. */
  readonly change: number;
  readonly isRegression: boolean;
}

/** A figure may be worse by this share before it counts as a regression. */
export const TOLERANCE = 0.1;

const figures = ['cpuRatio', 'peakBytes'] as const;

/**
 * Each figure beside the stored one, in the order of the baseline. A case that was not measured has figures of `NaN` and counts
 * as a regression, so that none is lost unseen; a case that is not stored is left out.
 *
 * @throws RangeError when the corpora are not the same, or when a stored figure is not above 0
 */
export function compareBaseline(
  stored: SpeedBaseline,
  measured: Pick<SpeedBaseline, 'recipe' | 'cases'>,
  tolerance: number = TOLERANCE,
): FigureComparison[] {
  if (!isSame(stored.recipe, measured.recipe))
    throw new RangeError(
      `The baseline is of another corpus: ${JSON.stringify(stored.recipe)}, not ${JSON.stringify(measured.recipe)}.`,
    );
  return Object.entries(stored.cases).flatMap(([name, before]) => {
    const after: CaseFigures | undefined = Object.hasOwn(measured.cases, name)
      ? measured.cases[name]
      : undefined;
    return figures.map((figure) => {
      if (!(before[figure] > 0)) throw new RangeError(`The baseline has no ${figure} above 0 for "${name}".`);
      const now = after === undefined ? NaN : after[figure];
      const change = now / before[figure] - 1;
      // NaN is not at most the tolerance
      const isRegression = !(change <= tolerance);
      return { case: name, figure, stored: before[figure], measured: now, change, isRegression };
    });
  });
}

function isSame(one: CorpusRecipe, other: CorpusRecipe): boolean {
  const { megabytes, seed, exact, near } = one;
  return megabytes === other.megabytes && seed === other.seed && exact === other.exact && near === other.near;
}
