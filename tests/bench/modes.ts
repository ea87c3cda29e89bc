import type { IngestOptions } from '../../src/pipeline/options.ts';

/** How much of its work cleancopy is asked to do. */
export type ModeName = 'everything' | 'exact only' | 'exact, no boilerplate';

/** A mode, as the command line and as the library take it. */
export interface Mode {
  readonly flags: readonly string[];
  readonly options: IngestOptions;
}

export const modes: Readonly<Record<ModeName, Mode>> = {
  everything: { flags: [], options: {} },
  'exact only': {
    flags: ['--near', 'off', '--contained', 'off'],
    options: { near: 'off', contained: 'off' },
  },
  'exact, no boilerplate': {
    flags: ['--near', 'off', '--contained', 'off', '--strip', 'off'],
    options: { near: 'off', contained: 'off', strip: 'off' },
  },
};

export const modeNames = Object.keys(modes) as readonly ModeName[];
