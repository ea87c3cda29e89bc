import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Output } from '../../../src/model/article.ts';
import { compileSchema, type Schema } from '../../../src/pipeline/check-schema.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run } from './run-main.ts';

const rules = {
  rules: [
    {
      name: 'opening-hours',
      why: 'Prices of the museum.',
      starts: ['Tickets cost'],
      maxWords: 30,
      examples: { strip: ['Tickets cost seven crowns.'], keep: ['The tickets cost too much.'] },
    },
    { name: 'more-tomorrow', patterns: ['^Mehr dazu'] },
    { name: 'never', lines: ['No block of the samples'] },
  ],
};

let folder = '';
beforeEach(() => {
  folder = makeFolder(
    Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
  );
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (argv: string): Promise<Run> => runMain(argv.split(' '), { cwd: folder });
const removedBy = ({ articles }: Output): string[] =>
  articles.flatMap(({ path, removed }) =>
    removed.flatMap((block) =>
      block.reason === 'boilerplate' && rules.rules.some(({ name }) => name === block.rule)
        ? [`${path} ${block.rule} ${block.evidence} ${block.confidence}`]
        : [],
    ),
  );
const expected = ['news/sub/crlf.txt opening-hours lexicon 1', 'news/sub/utf16.txt more-tomorrow lexicon 1'];

describe('--rules', () => {
  test('strips what the rules say, in files of any encoding, whatever --strip says', async () => {
    for (const strip of ['auto', 'careful', 'off']) {
      const { exitCode, stdout } = await run(`news --rules rules.json --strip ${strip}`);
      expect(exitCode).toBe(0);
      expect(removedBy(JSON.parse(stdout) as Output)).toEqual(expected);
    }
  });

  test('gives an output that verify proves, and that says by a hash which rules acted', async () => {
    await run('news --rules rules.json -o clean.json');
    expect((await run('verify clean.json')).exitCode).toBe(0);
    const hashOf = async (argv: string): Promise<string | undefined> =>
      (JSON.parse((await run(argv)).stdout) as Output).settings.rules;
    const hash = await hashOf('news --rules rules.json');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf('news')).toBeUndefined();
    writeFileSync(join(folder, 'more.json'), JSON.stringify({ rules: rules.rules.slice(1) }));
    expect(await hashOf('news --rules more.json')).not.toBe(hash);
  });

  test('can be set by the configuration, from its own folder', async () => {
    writeFileSync(join(folder, 'cleancopy.config.json'), JSON.stringify({ rules: 'rules.json' }));
    const { stdout } = await runMain(['sub'], { cwd: join(folder, 'news') });
    expect(removedBy(JSON.parse(stdout) as Output)).toHaveLength(2);
  });

  test.each([
    ['none.json', undefined, /The rules \S*none\.json cannot be read \(ENOENT\)/],
    ['bad.json', '{\n"rules": [}', /not valid JSON at line 2/],
    ['bad.json', '[]', /bad\.json cannot be used: it must be of the type object/],
    ['bad.json', '{"rules":[{"name":"a","pattern":"x"}]}', /rules\[0\]\.pattern is not known/],
    ['bad.json', '{"rules":[{"name":"a","lines":[]}]}', /rules\[0\]\.lines must have 1 entries or more/],
    ['bad.json', '{"rules":[{"lines":["a"]}]}', /rules\[0\]\.name is missing/],
    ['bad.json', '{"rules":[{"name":"a","patterns":["["]}]}', /The rule a has a pattern that cannot be used/],
  ])('%s with %j is refused', async (file, content, message) => {
    if (content !== undefined) writeFileSync(join(folder, file), content);
    for (const argv of [`news --rules ${file}`, `rules ${file}`]) {
      const { exitCode, stdout, stderr } = await run(argv);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
  });
});

describe('the command rules', () => {
  test('tries the examples', async () => {
    expect(await run('rules rules.json')).toEqual({
      exitCode: 0,
      stdout: 'ok   opening-hours: 2 examples\nok   more-tomorrow: 0 examples\nok   never: 0 examples\n',
      stderr: '',
    });
  });

  test('exits with 1 when an example does not hold', async () => {
    const [rule] = rules.rules;
    const examples = { strip: ['Entry is free\u001b[31m.'], keep: ['Tickets cost nothing.'] };
    writeFileSync(join(folder, 'rules.json'), JSON.stringify({ rules: [{ ...rule, examples }] }));
    expect(await run('rules rules.json')).toEqual({
      exitCode: 1,
      stdout:
        'FAIL opening-hours: 2 examples\n' +
        '     "Entry is free\\x1b[31m." is kept; opening-hours should strip it\n' +
        '     "Tickets cost nothing." is stripped; opening-hours should keep it\n',
      stderr: '',
    });
  });

  test('shows what each rule would strip of inputs', async () => {
    const { exitCode, stdout } = await run('rules rules.json news');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').slice(3)).toEqual([
      'opening-hours strips 1 block in 1 article',
      '  news/sub/crlf.txt:3: Tickets cost seven crowns on weekdays and nine crowns on every other day of the year.',
      'more-tomorrow strips 1 block in 1 article',
      '  news/sub/utf16.txt:3: Mehr dazu morgen.',
      'never strips 0 blocks in 0 articles',
      '',
    ]);
  });

  test('lists ten blocks of a rule and counts the others', async () => {
    writeFileSync(
      join(folder, 'many.txt'),
      Array.from({ length: 13 }, (_, i) => `Mehr dazu ${i}`).join('\n\n'),
    );
    const { stdout } = await run('rules rules.json many.txt');
    expect(stdout).toContain('more-tomorrow strips 13 blocks in 1 article\n');
    expect(stdout.match(/^ {2}many\.txt:/gm)).toHaveLength(10);
    expect(stdout).toContain('\n  and 3 others\n');
  });
});

test('rules.schema.json is a schema, and the check that cleancopy makes agrees with it', () => {
  const file = new URL('../../../src/model/rules.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  const fits = compileSchema(schema);
  const values = [
    rules,
    { rules: [] },
    {},
    { rules: [{ name: 'A' }] },
    { rules: [{ name: 'a', maxWords: 0 }] },
    [],
  ];
  expect(values.map((value) => validate(value))).toEqual([true, true, false, false, false, false]);
  expect(values.map((value) => fits(value) === null)).toEqual(values.map((value) => validate(value)));
});
