import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage.ts';
import { mutate, randomFrom } from './mutate.ts';
import { targets } from './targets.ts';

/**
 * Fuzzing with coverage as a guide: inputs that reach code, or reach it as often as none before, are kept and changed further. Usage:
 * `npm run fuzz -- --minutes 30 --seed 1 --targets segment,html --corpus DIR --findings DIR`. Inputs that fail
 * are written to the folder of findings; those that were fixed are kept in `tests/fuzz/findings` and tried first.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { minutes: text, seed: text, targets: text, findings: text, corpus: text },
});
const minutes = Number(values.minutes ?? 1);
const random = randomFrom(Number(values.seed ?? 1));
const names = values.targets?.split(',') ?? Object.keys(targets);
const findings = values.findings ?? '.fuzz';
const kept = join('tests', 'fuzz', 'findings');
/** An input that takes so long costs more than it should: all are small. */
const SLOW_MS = 5000;

const coverage = new Coverage('/.bench/src/');
const corpora = new Map(names.map((name) => [name, [...targets[name].seeds]]));
let runs = 0;
let failures = 0;

async function tryInput(name: string, data: Buffer): Promise<boolean> {
  runs++;
  const started = process.cpuUsage();
  let problem: unknown;
  try {
    await targets[name].run(Buffer.from(data));
  } catch (error) {
    problem = error;
  }
  // CPU time: a machine that is busy with other things is no fault of the input
  const { user, system } = process.cpuUsage(started);
  const tookMs = (user + system) / 1000;
  if (problem === undefined && tookMs > SLOW_MS) problem = new Error(`it took ${Math.round(tookMs)} ms`);
  const isNew = coverage.takeNew() > 0;
  if (problem === undefined) return isNew;
  failures++;
  mkdirSync(findings, { recursive: true });
  const file = join(findings, `${name}-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`);
  writeFileSync(file, data);
  console.error(
    `${file}: ${problem instanceof Error ? (problem.stack ?? problem.message) : JSON.stringify(problem)}`,
  );
  process.exitCode = 1;
  return false;
}

for (const name of names) {
  for (const seed of targets[name].seeds) await tryInput(name, Buffer.from(seed));
  const known = existsSync(kept) ? readdirSync(kept).filter((file) => file.startsWith(`${name}-`)) : [];
  for (const file of known) await tryInput(name, readFileSync(join(kept, file)));
}
const end = performance.now() + minutes * 60_000;
let told = performance.now();
while (performance.now() < end && failures < 20) {
  for (const name of names) {
    const corpus = corpora.get(name) ?? [];
    // the younger half is chosen more often
    const pick = (): Uint8Array => corpus[Math.floor(corpus.length * Math.sqrt(random()))];
    for (let i = 0; i < 20; i++) {
      const data = mutate(pick(), pick(), random);
      if (await tryInput(name, data)) corpus.push(data);
    }
  }
  if (performance.now() - told < 60_000) continue;
  told = performance.now();
  console.log(describe());
}
console.log(describe());

function describe(): string {
  const sizes = [...corpora].map(([name, corpus]) => `${name} ${corpus.length}`).join(', ');
  return `${runs} inputs, ${coverage.size} places, ${failures} failures; kept: ${sizes}`;
}
