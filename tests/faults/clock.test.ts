import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../cli/run-command.ts';
import { makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
  // a clock that jumps back and forth by a century, also for measuring
  writeFileSync(
    join(folder, 'wild-clock.mjs'),
    `const Real = Date; let calls = 0;
     const now = () => Real.UTC(calls++ % 2 === 0 ? 1969 : 2069, 1, 29);
     globalThis.Date = class extends Real {
       constructor(...args) { super(...(args.length === 0 ? [now()] : args)); }
       static now() { return now(); }
     };
     performance.now = () => now();`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('no clock, time zone or time of a file gets into an output', async () => {
  const outputs = async (run: number, environment: string): Promise<Buffer[]> => {
    const names = ['json', 'jsonl', 'parquet', 'html', 'sarif', 'xml'].map((end) => `${run}.${end}`);
    const script = `export ${environment}
      cleancopy -q news -o ${run}.json --report ${run}.html && cleancopy -q news -o ${run}.jsonl && cleancopy news -o ${run}.parquet &&
      cleancopy check -q news -f sarif -o ${run}.sarif --write junit=${run}.xml --max-loss 100%`;
    const { exitCode, stderr } = await runCommand(script, folder);
    expect([exitCode, /NaN|Infinity|-\\d/.test(stderr)]).toEqual([0, false]);
    return names.map((name) => readFileSync(join(folder, name)));
  };
  const usual = await outputs(1, 'TZ=UTC');
  const wild = await outputs(2, `TZ=Pacific/Kiritimati NODE_OPTIONS="--import=${join(folder, 'wild-clock.mjs')}"`);
  for (const path of Object.keys(sampleFiles)) utimesSync(join(folder, 'news', path), 4_000_000_000, 4_000_000_000);
  const future = await outputs(3, 'TZ=America/St_Johns');
  for (const [index, content] of usual.entries()) {
    expect(content.equals(wild[index])).toBe(true);
    expect(content.equals(future[index])).toBe(true);
  }
}); // prettier-ignore
