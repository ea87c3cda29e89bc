import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Corpus } from './corpora.ts';
import { measure, runCleancopy, type Cost } from './measure.ts';
import { modes, type ModeName } from './modes.ts';
import { BenchError, type PeerName } from './options.ts';

/** Something that is run on a corpus and measured. */
export interface Contestant {
  readonly name: string;
  run(): Cost;
}

/** The newest release that there is a program for on the registry. */
const JSCPD = 'jscpd@5.3.3';

/** One awk over all files: their names come from a list, because they are too many for a command line. */
const awkProgram = 'BEGIN { while ((getline name < list) > 0) ARGV[ARGC++] = name } !seen[$0]++';

export function ours(mode: ModeName, corpus: Corpus, scratch: string, flags: readonly string[]): Contestant {
  const args = [...corpus.inputs, '-q', '-o', join(scratch, 'output.json'), ...modes[mode].flags, ...flags];
  return { name: mode, run: () => runCleancopy(args, corpus.folder, [0, 3]) };
}

/** The fixed amount of work that stored figures are ratios to. */
export function yardstick(corpus: Corpus, scratch: string): Contestant {
  const script = fileURLToPath(new URL('yardstick.js', import.meta.url));
  return external('yardstick', [process.execPath, script, listOf(corpus, scratch)], scratch);
}

/** How a peer can be run on a corpus; none when it is not on this machine, and cannot be had for the time of the bench. */
export function peer(name: PeerName, corpus: Corpus, scratch: string): Contestant[] {
  const list = listOf(corpus, scratch);
  if (name === 'jscpd') return jscpd(corpus, scratch);
  if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined) return [];
  if (name !== 'sort') return [external(name, [name, '-v', `list=${list}`, awkProgram], scratch)];
  const names = join(scratch, 'files.list0');
  writeFileSync(names, corpus.files.map((file) => `${file}\0`).join(''));
  return [external('sort -u', ['env', 'LC_ALL=C', 'sort', '-u', `--files0-from=${names}`], scratch)];
}

/** Fetched for the bench alone; once with a list of what it found, as cleancopy writes one, and once without. */
function jscpd(corpus: Corpus, scratch: string): Contestant[] {
  const home = join(scratch, 'jscpd');
  const npm = ['install', '--prefix', home, '--no-audit', '--no-fund', '--ignore-scripts', JSCPD];
  if (spawnSync('npm', npm, { stdio: 'ignore' }).status !== 0) return [];
  const program = [process.execPath, join(home, 'node_modules', 'jscpd', 'run-jscpd.js')];
  const flags = ['--format', 'txt', '--min-tokens', '30', '--min-lines', '1', ...corpus.inputs];
  const report = ['--reporters', 'json', '--output', join(scratch, 'jscpd-report')];
  return [
    external(`${JSCPD}, JSON`, [...program, ...flags, ...report], scratch, corpus.folder),
    external(`${JSCPD}, no report`, [...program, ...flags, '--silent'], scratch, corpus.folder),
  ];
}

function external(name: string, command: readonly string[], scratch: string, folder = scratch): Contestant {
  return {
    name,
    run() {
      const cost = measure(command, folder, join(scratch, 'peer.out'));
      if (cost.exitCode !== 0) throw new BenchError(`${name} ended with ${cost.exitCode}:\n${cost.stderr}`);
      return cost;
    },
  };
}

function listOf(corpus: Corpus, scratch: string): string {
  const list = join(scratch, 'files.list');
  writeFileSync(list, corpus.files.map((file) => `${file}\n`).join(''));
  return list;
}

/** Runs all, one after the other and as often as there are pairs; each round begins with another one. Costs by the place of the contestant. */
export function runInPairs(contestants: readonly Contestant[], pairs: number): Cost[][] {
  const costs = contestants.map((): Cost[] => []);
  for (let pair = 0; pair < pairs; pair++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (pair + turn) % contestants.length;
      costs[index].push(contestants[index].run());
    }
  }
  return costs;
}
