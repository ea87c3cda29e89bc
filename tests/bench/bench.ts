import { boilerplate } from './boilerplate.ts';
import { borders } from './borders.ts';
import { encodings } from './encodings.ts';
import { facts } from './facts.ts';
import { floor } from './floor.ts';
import type { BenchOptions } from './options.ts';
import { BenchError, readOptions } from './options.ts';
import { planted } from './planted.ts';
import { search } from './search.ts';
import { sets } from './sets.ts';
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
};

const usage = `Usage: npm run bench -- NAME --data DIR [options] [-- flags of cleancopy]

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

const [name, ...rest] = process.argv.slice(2);
const bench = name !== undefined && Object.hasOwn(benches, name) ? benches[name] : undefined;
try {
  if (bench === undefined) throw new BenchError(usage);
  await bench(readOptions(rest, bench !== search && bench !== startup));
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
