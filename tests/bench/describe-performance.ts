import { showBytes } from './draw-growth.ts';
import { growthModes, timesLinear, type Growth, type GrowthPoint } from './growth.ts';

/** What was run on one corpus, in turns. */
export interface Round {
  readonly corpus: 'news' | 'prose' | 'many';
  readonly description: string;
  readonly bytes: number;
  readonly pairs: number;
  readonly contestants: readonly ContestantFigures[];
}

/** Medians over the pairs, and the highest peak. */
export interface ContestantFigures {
  readonly name: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakBytes: number;
  /** Its time, times that of each contestant in their order: the median of the ratios within the pairs. */
  readonly cpuRatios: readonly number[];
  readonly wallRatios: readonly number[];
}

/** All that the README says of speed, but for growth. */
export interface Performance {
  readonly machine: string;
  readonly starts: readonly { readonly name: string; readonly ratio: number; readonly most: number }[];
  readonly rounds: readonly Round[];
}

const corpusTitles: Readonly<Record<Round['corpus'], string>> = {
  news: 'real news',
  prose: 'made, 63 MB',
  many: 'made, 267 MB',
};

const peerTitles: Readonly<Record<string, string>> = {
  gawk: "gawk `'!seen[$0]++'`",
  mawk: "mawk `'!seen[$0]++'`",
  'sort -u': '`sort -u`',
};

/** The figures as Markdown: where they are from, the table of all runs, then what was aimed at and what came of it. */
export function describePerformance(performance: Performance, growth: Growth): string {
  const rows = performance.rounds.flatMap(({ corpus, bytes, contestants }) =>
    contestants.map(({ name, cpuSeconds, wallSeconds, peakBytes }, index) => [
      index === 0 ? corpusTitles[corpus] : '',
      peerTitles[name] ?? name,
      (bytes / 1e6 / cpuSeconds).toFixed(1),
      (bytes / 1e6 / wallSeconds).toFixed(1),
      showBytes(peakBytes),
    ]),
  );
  const table = alignTable(['corpus', 'run', 'MB/s of CPU', 'MB/s by the clock', 'peak'], rows, [
    '',
    '',
    ':',
    ':',
    ':',
  ]);
  const targets = alignTable(
    ['target', 'measured', ''],
    targetsOf(performance, growth).map(({ target, measured, isMet }) => [
      target,
      measured,
      isMet ? 'met' : '**missed**',
    ]),
    ['', '', ''],
  );
  const rounds = Math.min(...performance.rounds.map(({ pairs }) => pairs));
  const source = `On ${performance.machine}; ${rounds === 1 ? 'one run of each' : `medians of ${rounds} rounds in turns`}:`;
  return `${source}\n\n${table}\n\n${targets}`;
}

interface Target {
  readonly target: string;
  readonly measured: string;
  readonly isMet: boolean;
}

function targetsOf({ starts, rounds }: Performance, { points }: Growth): Target[] {
  const targets: Target[] = [];
  const many = rounds.find(({ corpus }) => corpus === 'many');
  const prose = rounds.find(({ corpus }) => corpus === 'prose');
  if (many !== undefined) {
    const ratio = ratioBetween(many, 'exact, no boilerplate', 'gawk', 'cpuRatios');
    if (ratio !== undefined)
      targets.push(
        atMost('exact only without boilerplate, 100,000 files: the CPU time of gawk at most', ratio, 1),
      );
  }
  for (const { corpus, bytes, contestants } of rounds) {
    const everything = contestants.find(({ name }) => name === 'everything');
    if (everything === undefined) continue;
    const speed = bytes / 1e6 / everything.cpuSeconds;
    targets.push({
      target: `everything on, ${corpusTitles[corpus]}: 12.5 MB/s of CPU at least`,
      measured: `${speed.toFixed(1)} MB/s`,
      isMet: speed >= 12.5,
    });
  }
  targets.push(...growthTargets(points));
  if (prose !== undefined) {
    const speedup = ratioBetween(prose, 'everything', 'everything, two workers', 'wallRatios');
    if (speedup !== undefined)
      targets.push(atLeast('two workers: faster by the clock than none, at least', speedup, 1.75));
    targets.push(...cloneTargets(prose));
  }
  for (const { name, ratio, most } of starts)
    targets.push(atMost(`start, ${name}: the CPU time of \`node -e 0\` at most`, ratio, most));
  return targets;
}

function growthTargets(points: readonly GrowthPoint[]): Target[] {
  const targets: Target[] = [];
  for (const mode of growthModes) {
    const own = points.filter((point) => point.mode === mode);
    const largest = own.at(-1);
    const times = timesLinear(own, mode);
    if (largest === undefined || times === undefined) continue;
    targets.push(
      atMost(`growth from 100 MB to ${showBytes(largest.bytes)}, ${mode}: linear, at most`, times, 1.3),
    );
    if (largest.bytes < 2.9e9) continue;
    const most = mode === 'everything' ? 4e9 : 1.5e9;
    targets.push({
      target: `memory for ${showBytes(largest.bytes)}, ${mode}: ${showBytes(most)} at most`,
      measured: showBytes(largest.peakBytes),
      isMet: largest.peakBytes <= most,
    });
    if (mode === 'everything')
      targets.push({
        target: `time by the clock for ${showBytes(largest.bytes)}: 120 s at most`,
        measured: `${largest.wallSeconds.toFixed(0)} s`,
        isMet: largest.wallSeconds <= 120,
      });
  }
  return targets;
}

function cloneTargets(prose: Round): Target[] {
  const ours = prose.contestants.find(({ name }) => name === 'everything');
  return prose.contestants
    .filter(({ name }) => name.startsWith('jscpd'))
    .flatMap(({ name, peakBytes }) => {
      const speedup = ratioBetween(prose, name, 'everything', 'cpuRatios');
      if (speedup === undefined || ours === undefined) return [];
      const memory = ours.peakBytes / peakBytes;
      return [
        atLeast(`less CPU time than ${name}, at least`, speedup, 10),
        atMost(`the memory of ${name} at most`, memory, 0.1),
      ];
    });
}

function ratioBetween(
  { contestants }: Round,
  name: string,
  other: string,
  unit: 'cpuRatios' | 'wallRatios',
): number | undefined {
  const place = contestants.findIndex((contestant) => contestant.name === other);
  return contestants.find((contestant) => contestant.name === name)?.[unit][place];
}

function atMost(what: string, measured: number, most: number): Target {
  return {
    target: `${what} ${most} times`,
    measured: `${measured.toFixed(2)} times`,
    isMet: measured <= most,
  };
}

function atLeast(what: string, measured: number, least: number): Target {
  return {
    target: `${what} ${least} times`,
    measured: `${measured.toFixed(2)} times`,
    isMet: measured >= least,
  };
}

/** A table as Prettier writes it. `sides` has `:` for columns of numbers, which are aligned on the right. */
export function alignTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  sides: readonly ('' | ':')[],
): string {
  const widths = header.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column].length)),
  );
  const cell = (text: string, column: number): string =>
    sides[column] === ':' ? text.padStart(widths[column]) : text.padEnd(widths[column]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = widths.map((width, column) => '-'.repeat(width - sides[column].length) + sides[column]);
  return [header.map(cell), rule, ...rows.map((row) => row.map(cell))].map(line).join('\n');
}
