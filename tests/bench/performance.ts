import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ours, peer, runInPairs, type Contestant } from './contestants.ts';
import { madeCorpus, newsCorpus, type Corpus } from './corpora.ts';
import { describePerformance, type Performance, type Round } from './describe-performance.ts';
import { drawGrowth } from './draw-growth.ts';
import { growth, readGrowth } from './growth.ts';
import { machine } from './machine.ts';
import { median, withFolder } from './measure.ts';
import { modeNames } from './modes.ts';
import type { BenchOptions } from './options.ts';
import { regression } from './regression.ts';
import { measureStarts } from './startup.ts';

/** 100,000 files, and as much text as clone detectors were tried on. */
const SMALL_FILES = { megabytes: 267, blocksPerArticle: 8 } as const;
const PROSE_MEGABYTES = 63;
const newsSets = ['yahoo_finance_2017_2020', 'reuters21578', 'trove_press_covid'];

/** Seen from the folder that the benches are compiled into. */
const file = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/**
 * Measures what the README says of speed, stores it and writes it into the README. With `--update` growth and the baseline
 * are measured anew, too, which takes most of an hour.
 */
export function performancePage(options: BenchOptions): void {
  withFolder(options.keep, (scratch) => {
    const measured: Partial<Record<string, Round>> = {};
    const keep = (round: Round): void => {
      measured[round.corpus] = round;
      console.log(`${round.corpus}: ${JSON.stringify(round.contestants, null, 1)}`);
    };
    const { seed } = options;
    const starts = measureStarts({ ...options, pairs: Math.max(3, options.pairs) }, scratch).starts.map(
      ({ name, ratio, most }) => ({
        name,
        ratio: rounded(ratio),
        most,
      }),
    );
    const news = newsCorpus(options, options.sets ?? newsSets);
    keep(compete('news', news, options, scratch, ['gawk']));
    const prose = madeCorpus(join(scratch, 'prose'), 1e6 * PROSE_MEGABYTES, seed);
    keep(compete('prose', prose, options, scratch, ['jscpd'], workersOn(prose, scratch, options)));
    const { megabytes: size, blocksPerArticle } = SMALL_FILES;
    const many = madeCorpus(join(scratch, 'many'), 1e6 * size, seed, { blocksPerArticle });
    keep(compete('many', many, options, scratch, ['gawk', 'mawk', 'sort']));
    const value: Performance = {
      machine: machine(),
      starts,
      rounds: Object.values(measured).filter((r) => r !== undefined),
    };
    writeFileSync(file('tests/bench/performance.json'), `${JSON.stringify(value, null, 2)}\n`);
  });
  if (options.update) {
    regression(options);
    growth(options);
  }
  writeReadme();
}

/** Draws the picture of what is stored, and writes the figures into the README. */
export function writeReadme(): void {
  writeFileSync(file('tests/bench/growth.svg'), drawGrowth(readGrowth()));
  const performance = JSON.parse(readFileSync(file('tests/bench/performance.json'), 'utf8')) as Performance;
  const readme = readFileSync(file('README.md'), 'utf8');
  writeFileSync(file('README.md'), insertPerformance(readme, describePerformance(performance, readGrowth())));
}

const START = '<!-- measured by `npm run bench -- page` -->';
const END = '<!-- end of what was measured -->';

function insertPerformance(readme: string, text: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new RangeError(`README.md has no place "${START}" … "${END}".`);
  return `${readme.slice(0, start)}${START}\n\n${text}\n\n${readme.slice(end)}`;
}

function compete(
  name: Round['corpus'],
  corpus: Corpus,
  options: BenchOptions,
  scratch: string,
  peers: BenchOptions['peers'],
  others: readonly Contestant[] = [],
): Round {
  const contestants = [
    ...modeNames.map((mode) => ours(mode, corpus, scratch, options.flags)),
    ...others,
    ...peers.flatMap((peerName) => peer(peerName, corpus, scratch)),
  ];
  const costs = runInPairs(contestants, options.pairs);
  return {
    corpus: name,
    description: corpus.description,
    bytes: corpus.bytes,
    pairs: options.pairs,
    contestants: contestants.map((contestant, index) => ({
      name: contestant.name,
      cpuSeconds: rounded(median(costs[index].map(({ cpuSeconds }) => cpuSeconds))),
      wallSeconds: rounded(median(costs[index].map(({ wallSeconds }) => wallSeconds))),
      peakBytes: Math.max(...costs[index].map(({ peakBytes }) => peakBytes)),
      // within the pairs, since the machine is not always as fast
      cpuRatios: costs.map((theirs) => ratioWithin(costs[index], theirs, 'cpuSeconds')),
      wallRatios: costs.map((theirs) => ratioWithin(costs[index], theirs, 'wallSeconds')),
    })),
  };
}

function ratioWithin<Unit extends 'cpuSeconds' | 'wallSeconds'>(
  one: readonly Readonly<Record<Unit, number>>[],
  other: readonly Readonly<Record<Unit, number>>[],
  unit: Unit,
): number {
  return rounded(median(one.map((cost, pair) => cost[unit] / other[pair][unit])));
}

function workersOn(corpus: Corpus, scratch: string, { flags }: BenchOptions): Contestant[] {
  const two = ours('everything', corpus, scratch, ['--workers', '2', ...flags]);
  return [{ ...two, name: 'everything, two workers' }];
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}
