import { boilerplate } from './boilerplate.ts';
import { borders } from './borders.ts';
import { encodings } from './encodings.ts';
import { facts } from './facts.ts';
import { floor } from './floor.ts';
import type { BenchOptions } from './options.ts';
import { BenchError, readOptions } from './options.ts';
import { growth } from './growth.ts';
import { performancePage, writeReadme } from './performance.ts';
import { planted } from './planted.ts';
import { regression } from './regression.ts';
import { search } from './search.ts';
import { sets } from './sets.ts';
import { speed } from './speed.ts';
import { startup } from './startup.ts';
import { workers } from './workers.ts';

const benches: Readonly<Record<string, (options: BenchOptions) => void | Promise<void>>> = {
  floor,
  boilerplate,
  borders,
  planted,
  sets,
  facts,
  search,
  encodings,
  startup,
  workers,
  speed,
  regression,
  growth,
  page: performancePage,
  readme: writeReadme,
};

const usage = `Usage: npm run bench -- [NAME] [--data DIR] [options] [-- flags of cleancopy]

  speed    MB/s, memory and stages on a made corpus or on news sets, with the peers that are here; done when no
           name is given        --mb N,N --layout files|jsonl --sets A,B --peers gawk,mawk,sort,jscpd --pairs N
  regression  the stored baseline beside what is measured now: exit code 1 when worse by more than 10 %
                               --pairs N, --update stores what is measured
  growth   time and memory over the size of a made corpus    --mb N,N, --update stores the points and the picture
  page     all that the README says of speed, stored and written into it   --sets A,B --pairs N; with --update growth
           (--mb N,N) and the baseline are measured anew, too
  readme   draws and writes into the README what is stored
  floor    CPU time and memory against awk            --sets A,B --pairs N
  boilerplate  page dumps cleaned, as they are and wrapped; harm to clean articles --sets A,B
  borders  paragraph borders of the planted set       --sample N
  planted  recall and false merges of the planted set --evaluate FILE
  facts    verdicts of the facts guard on labelled pairs --sample N
  sets     clean, verify, restore and sample each set --sets A,B --sample N --seed N
  encodings how often the encoding of real text is found out --sample BYTES
  startup  how long the executable takes to start      --pairs N
  workers  one thread against two, in pairs           --sets A,B --pairs N
  search   cost of inexact repeats on a made corpus   --blocks N --pairs N --seed N

--data DIR (or CLEANCOPY_DATA) holds one folder for each set; --keep DIR keeps the outputs.`;

/** Those that make their data themselves, or can. */
const selfSufficient: ReadonlySet<string> = new Set([
  'speed',
  'regression',
  'growth',
  'readme',
  'search',
  'startup',
]);

const given = process.argv.slice(2);
const [name, rest] =
  given.length === 0 || given[0].startsWith('-') ? ['speed', given] : [given[0], given.slice(1)];
const bench = Object.hasOwn(benches, name) && !given.includes('--help') ? benches[name] : undefined;
try {
  if (bench === undefined) throw new BenchError(usage);
  await bench(readOptions(rest, !selfSufficient.has(name)));
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
