/** Bits of the facts, in the order of `facts`. */
export const NUMBER = 1;
export const DATE = 2;
export const NEGATION = 4;
export const NAME = 8;
