import type { Page } from '../pages.ts';

/** Page dumps written for training, in languages that the public set does not have. */
export const dumps: readonly Page[] = [];
