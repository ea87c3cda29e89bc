import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCommand } from '../../../src/cli/commands/check.ts';
import { cleanCommand } from '../../../src/cli/commands/clean.ts';
import { readConfig } from '../../../src/cli/config.ts';
import type { Context } from '../../../src/cli/context.ts';
import type { Output } from '../../../src/model/article.ts';
import { compileSchema, type Schema } from '../../../src/pipeline/check-schema.ts';
import { resolveSettings } from '../../../src/pipeline/options.ts';
import { makeFolder, sampleFiles } from '../pipeline/sample-folder.ts';
import { runMain, type Run, type Surroundings } from './run-main.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../src/model/config.schema.json', import.meta.url), 'utf8'),
) as Schema & { readonly properties: Readonly<Record<string, Schema>> };

let folder = '';
beforeEach(() => {
  folder = makeFolder({
    ...Object.fromEntries(Object.entries(sampleFiles).map(([path, content]) => [`news/${path}`, content])),
    'deep/er/one.txt': 'The only line of this article.\n',
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (argv: string, surroundings: Partial<Surroundings> = {}): Promise<Run> =>
  runMain(argv.split(' '), { cwd: folder, ...surroundings });
const configure = (value: unknown, file = 'cleancopy.config.json'): void =>
  writeFileSync(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
const settings = async (argv: string): Promise<unknown> =>
  (JSON.parse((await run(argv)).stdout) as Output).settings;

describe('the configuration file', () => {
  test('sets what flags set, and flags win', async () => {
    configure({ near: 0.9, contained: 'off', strip: 'careful', scope: ['within'], variants: 'drop' });
    expect(await settings('news')).toEqual({
      scope: ['within'],
      near: 0.9,
      contained: null,
      variants: 'drop',
      keep: 'first',
      strip: 'careful',
    });
    expect(await settings('news --near off --contained 0.95 --strip off')).toMatchObject({
      near: null,
      contained: 0.95,
      strip: 'off',
    });
    expect(await settings('news --no-config')).toMatchObject({ near: 0.85 });
  });

  test('is found in the working folder or the nearest one above it, and named by --config', async () => {
    configure({ near: 0.91 });
    mkdirSync(join(folder, 'deep/er/still'), { recursive: true });
    const near = async (argv: string, cwd: string): Promise<unknown> =>
      (JSON.parse((await run(argv, { cwd: join(folder, cwd) })).stdout) as Output).settings.near;
    expect(await near('../one.txt', 'deep/er/still')).toBe(0.91);
    configure({ near: 0.92 }, 'deep/cleancopy.config.json');
    expect(await near('one.txt', 'deep/er')).toBe(0.92);
    configure({ near: 0.93 }, 'other.json');
    expect(await near('deep/er/one.txt --config other.json', '.')).toBe(0.93);
  });

  test('names files from its own folder', async () => {
    configure({
      clean: { output: 'out.json', summary: 'deep/sum.json' },
      check: { baseline: 'b.json', write: { json: 'c.json' } },
    });
    expect(await run('one.txt', { cwd: join(folder, 'deep/er') })).toMatchObject({ exitCode: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
      schema: 'cleancopy/1',
    });
    expect(JSON.parse(readFileSync(join(folder, 'deep/sum.json'), 'utf8'))).toMatchObject({ files: 1 });
    await run('check one.txt --update-baseline', { cwd: join(folder, 'deep/er') });
    for (const file of ['b.json', 'c.json']) expect(readFileSync(join(folder, file), 'utf8')).toMatch(/^\{/);
  });

  test('sets budgets of check', async () => {
    configure({ quiet: true, check: { maxDuplicateArticles: 0, list: 'all' } });
    expect((await run('check news')).exitCode).toBe(1);
    expect((await run('check news --max-duplicate-articles 5')).exitCode).toBe(0);
    expect((await run('check news')).stderr).toBe('');
  });

  test('turns off colours and progress', async () => {
    configure({ color: false, progress: false });
    const { stderr } = await run('news -o x.json', { isTTY: true });
    expect(stderr).not.toContain('\u001b');
  });

  test.each([
    [{ naer: 1 }, /has naer, which is not known\. Did you mean near\?/],
    [{ 'max-loss': 1 }, /has max-loss, which is not known\. Did you mean check\.maxLoss\?/],
    [{ check: { maxLos: 1 } }, /has check\.maxLos, which is not known\. Did you mean check\.maxLoss\?/],
    ['{"__proto__": {"near": 1}}', /has __proto__, which is not known/],
    [{ near: 2 }, /near must be at most 1 or "off"/],
    [{ near: 0 }, /near must be above 0 or "off"/],
    [{ scope: 'within' }, /scope must be of the type array/],
    [{ scope: ['inside'] }, /scope\[0\] must be "within" or "across"/],
    [{ check: { maxLoss: '5%' } }, /check\.maxLoss must be of the type number/],
    [{ clean: { format: 'xml' } }, /clean\.format must be "json"/],
    ['[]', /: it must be of the type object/],
    ['{\n"near": 1,\n}', /is not valid JSON at line 3/],
  ])('%j is refused with exit code 2', async (value, message) => {
    configure(value);
    const { exitCode, stdout, stderr } = await run('news');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: The configuration cleancopy\.config\.json /);
    expect(stderr).toMatch(message);
  });

  test('is refused when it is asked for and cannot be read', async () => {
    expect((await run('news --config none.json')).stderr).toContain(
      'The configuration none.json cannot be read (ENOENT)',
    );
    mkdirSync(join(folder, 'cleancopy.config.json'));
    expect((await run('news')).stderr).toContain('cleancopy.config.json cannot be read (EISDIR)');
  });

  test('is not read by verify and restore', async () => {
    configure('broken');
    expect((await run('verify x.json')).stderr).toContain('x.json cannot be read');
  });
});

describe('--print-config', () => {
  test.each(['--print-config', 'check --print-config', 'check news --print-config --max-loss 5% --list all'])(
    '%s prints a configuration that sets the same again',
    async (argv) => {
      configure({ near: 0.9, check: { write: { sarif: 'a.sarif' } } });
      const first = await run(argv);
      expect(first).toMatchObject({ exitCode: 0, stderr: 'configuration: cleancopy.config.json\n' });
      configure(first.stdout, 'printed.json');
      const command = argv.startsWith('check') ? 'check ' : '';
      const again = await run(`${command}--print-config --config printed.json`);
      expect(again.stdout).toBe(first.stdout);
      expect(JSON.parse(first.stdout)).toMatchObject({
        near: 0.9,
        contained: 0.9,
        strip: 'auto',
        color: true,
      });
    },
  );

  test('says when no file is in force', async () => {
    expect((await run('--print-config --no-config')).stderr).toBe('configuration: none found\n');
  });
});

describe('config.schema.json', () => {
  test('is a schema, accepts what is printed, and agrees with the check that cleancopy makes', async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    const validate = ajv.compile(schema);
    const fits = compileSchema(schema);
    const printed = JSON.parse((await run('check --print-config')).stdout) as unknown;
    const values = [
      printed,
      {},
      { $schema: './x.json' },
      { near: 1.5 },
      { near: 'on' },
      { check: { list: -1 } },
      { x: 1 },
      1,
    ];
    expect(values.map((value) => validate(value))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(values.map((value) => fits(value) === null)).toEqual(values.map((value) => validate(value)));
  });

  test('uses no keyword that the check does not know', () => {
    const known =
      /^(?:\$schema|\$id|title|description|default|type|const|enum|minimum|exclusiveMinimum|maximum|minLength|properties|additionalProperties|items|minItems|maxItems|anyOf)$/;
    const visit = (part: Schema): string[] => [
      ...Object.keys(part).filter((keyword) => !known.test(keyword)),
      ...Object.values(part.properties ?? {}).flatMap(visit),
      ...(part.anyOf ?? []).flatMap(visit),
    ];
    expect(visit(schema)).toEqual([]);
  });

  test('has the defaults of the library', () => {
    const { near, contained, ...others } = resolveSettings({});
    const defaults = Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, part.default]),
    );
    expect(defaults).toMatchObject({ near, contained, ...others });
  });

  const context = {
    streams: { cwd: () => '.' },
    signal: new AbortController().signal,
    exitCode: 0,
  } as Context;
  test.each(
    [cleanCommand(context), checkCommand(context)].map((command): [string, Command] => [
      command.name(),
      command,
    ]),
  )('has every option of %s, with the same choices', (name, command) => {
    const own = schema.properties[name].properties ?? {};
    const commandLineOnly = ['config', 'printConfig', 'updateBaseline'];
    const options = command.options.filter((option) => !commandLineOnly.includes(option.attributeName()));
    for (const option of options) {
      const member = own[option.attributeName()] ?? schema.properties[option.attributeName()];
      expect([option.long, member?.enum]).toEqual([option.long, option.argChoices]);
      expect(member).toBeDefined();
    }
    const names = options.map((option) => option.attributeName());
    const members = [...Object.keys(own), ...Object.keys(schema.properties)];
    expect(members.filter((member) => !names.includes(member)).toSorted()).toEqual([
      '$schema',
      'check',
      'clean',
    ]);
  });
});

test('a configuration of its own folder is named without a path', async () => {
  configure({});
  expect((await readConfig(folder, undefined))?.name).toBe('cleancopy.config.json');
});
