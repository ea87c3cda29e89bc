export const EXIT_DONE = 0;
/** A proof failed. */
export const EXIT_FAILED_PROOF = 1;
/** `check` found more than its budgets allow. */
export const EXIT_OVER_BUDGET = 1;
/** Wrong use, nothing could be read, nothing could be written. */
export const EXIT_ERROR = 2;
/** Done, but some inputs could not be read. */
export const EXIT_SKIPPED = 3;
/** Ctrl-C: 128 and the number of the signal, as shells have it. */
export const EXIT_INTERRUPTED = 130;
export const EXIT_TERMINATED = 143;
