import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../src/boilerplate/rules/index.ts';
import type { Output } from '../src/model/article.ts';
import * as stopWords from '../src/text/stop-words.ts';
import { messageCodes } from '../src/model/errors.ts';
import { version } from '../src/model/version.ts';
import { runCommand } from './cli/run-command.ts';
import { compileExamples, root, runExample } from './docs/run-examples.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const schemaFile = readFileSync(join(root, 'src', 'model', 'output.schema.json'), 'utf8');
const seed = '004_44774291fde36631.txt';

/** The code blocks of a language, in order. */
const codeBlocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map(([, , code]) => code);

/** The text under a heading, up to the next one of the same or a higher level. */
function section(heading: string): string {
  const level = heading.indexOf(' ');
  const [, after = ''] = `${readme}\n## `.split(`\n${heading}\n`);
  return after.split(new RegExp(`^#{2,${level}} `, 'm'))[0];
}

/** The rows of all tables in a text, as cells. */
const tableRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const has = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;
const tools = {
  jq: has('jq', '--version'),
  pandas: has('python3', '-c', 'import pandas'),
  duckdb: has('python3', '-c', 'import duckdb'),
};
for (const [tool, isThere] of Object.entries(tools)) {
  if (!isThere) process.stderr.write(`README: ${tool} is not installed here, so its examples are not run.\n`);
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cleancopy-readme-'));
  cpSync(join(root, 'fixtures', 'news'), join(folder, 'news'), { recursive: true });
  copyFileSync(join(root, 'fixtures', 'news', seed), join(folder, 'page.text'));
  writeFileSync(join(folder, 'rules.json'), codeBlocks('json')[0]);
  writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the two commands of the README', () => {
  test.each(['npm ci && npm run demo', 'npm ci && npm test'])('stand alone: %s', (command) => {
    expect(codeBlocks('')).toContain(`${command}\n`);
  });
});

describe('the piece of output in the README', () => {
  // comments begin behind a comma, a bracket or white space; no string in the piece holds one
  const piece: unknown = JSON.parse(
    codeBlocks('jsonc')[0]
      .replaceAll(/(^|[\s,[{])\/\/ .*$/gm, '$1')
      .replaceAll(/,(\s*[\]}])/g, '$1'),
  );

  test('is what cleancopy says of the file', async () => {
    const { stdout, exitCode } = await runCommand(['--quiet', `news/${seed}`], folder);
    expect(exitCode).toBe(0);
    expect(differences(piece, JSON.parse(stdout), 'output')).toEqual([]);
  });

  test('explains every member of the schema, with the tables under it', () => {
    const text = section('## What comes out');
    const missing = memberNames(JSON.parse(schemaFile)).filter(
      (name) => !text.includes(`"${name}":`) && !text.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});

/**
 * Where the real output is not what the piece says. A string that ends with an ellipsis is the beginning of the real
 * one; a list or an object may have more members than the piece.
 */
function differences(piece: unknown, real: unknown, where: string): string[] {
  if (typeof piece === 'object' && piece !== null && typeof real === 'object' && real !== null) {
    const more = Array.isArray(piece) && piece.length === 0 && Object.keys(real).length > 0;
    const members = Object.entries(piece as Readonly<Record<string, unknown>>).flatMap(([name, member]) =>
      differences(member, (real as Readonly<Record<string, unknown>>)[name], `${where}.${name}`),
    );
    return more ? [`${where} is not empty`] : members;
  }
  const isSame =
    typeof piece === 'string' && piece.endsWith('…')
      ? String(real).startsWith(piece.slice(0, -1))
      : real === piece;
  return isSame ? [] : [`${where} is ${JSON.stringify(real)}`];
}

/** The names of all members in a JSON Schema. */
function memberNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(memberNames)])];
}

describe('the commands of the README', () => {
  const lines = codeBlocks('sh').flatMap((code) => code.trim().split('\n'));

  // they build on each other, so they run in their order
  for (const line of lines) {
    const exitCode = Number(/#.*\bexit (\d+)/.exec(line)?.[1] ?? 0);
    const isRunnable = tools.jq || !/\bjq\b/.test(line);
    test.runIf(isRunnable)(`exits with ${exitCode}: ${line}`, async () => {
      const run = await runCommand(`set -o pipefail; ${line}`, folder);
      expect(run).toMatchObject({ exitCode });
    });
  }
});

describe('the recipes of the README', () => {
  let counts: Readonly<Record<'kept' | 'removed' | 'across' | 'copies', number>>;
  beforeAll(async () => {
    for (const name of ['clean.json', 'clean.jsonl']) {
      await runCommand(['news', '-o', name], folder);
    }
    const { articles } = JSON.parse(readFileSync(join(folder, 'clean.json'), 'utf8')) as Output;
    const removed = articles.flatMap((article) => article.removed);
    counts = {
      kept: articles.filter(({ paragraphs }) => paragraphs.length > 0).length,
      removed: removed.length,
      across: removed.filter((block) => block.reason === 'duplicate' && block.scope === 'across').length,
      copies: articles.filter(({ duplicateOf }) => duplicateOf !== null).length,
    };
  });

  test('have something to find in the fixtures', () => {
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });

  test.runIf(tools.jq)('give what is there with jq', async () => {
    const commands = codeBlocks('sh').find((code) => code.startsWith('jq ')) ?? '';
    const outputs: string[][] = [];
    for (const command of commands.trim().split('\n')) {
      const { stdout } = await runCommand(command, folder);
      outputs.push(stdout.replace(/\n$/, '').split('\n'));
    }
    const [kept, byRule, across, copies] = outputs;
    expect({
      kept: kept.filter((line) => line.split('\t')[1] !== '').length,
      removed: byRule.map((line) => Number.parseInt(line, 10)).reduce((sum, count) => sum + count),
      across: across.length,
      copies: copies.length,
    }).toEqual(counts);
  });

  test.runIf(tools.pandas)('give what is there with pandas', () => {
    const results =
      'import json\nprint(json.dumps(dict(kept=len(kept), removed=int(by_rule.sum()), across=len(across), copies=len(copies))))\n';
    expect(runPython(codeBlocks('python')[0] + results)).toEqual(counts);
  });

  test.runIf(tools.duckdb)('give what is there with DuckDB', () => {
    const script =
      'import duckdb, json, sys\n' +
      'kept, rules, across, copies = [duckdb.sql(q).fetchall() for q in json.loads(sys.argv[1])]\n' +
      'print(json.dumps(dict(kept=len(kept), removed=sum(n for _, n in rules), across=len(across), copies=len(copies))))\n';
    const statements = codeBlocks('sql')[0].split(';').slice(0, 4);
    expect(runPython(script, JSON.stringify(statements))).toEqual(counts);
  });

  function runPython(script: string, ...args: readonly string[]): unknown {
    const python = spawnSync('python3', ['-c', script, ...args], { cwd: folder, encoding: 'utf8' });
    if (python.status !== 0) throw new Error(python.stderr);
    return JSON.parse(python.stdout);
  }
});

describe('the library examples of the README', () => {
  const examples = codeBlocks('ts').map((code, index) => ({ name: `example-${index + 1}`, code }));

  test('have the right types and run', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(compileExamples(folder, examples)).toBe('');
    for (const example of examples) {
      expect(runExample(folder, example)).toEqual({ status: 0, stderr: '' });
    }
  });
});

describe('the tables of the README', () => {
  test.each(['clean', 'check', 'explain', 'report', 'verify', 'restore', 'rules'])(
    'name the options that `%s --help` names',
    async (command) => {
      const { stdout } = await runCommand([command, '--help'], folder);
      const inHelp = [...stdout.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)]
        .flatMap(([, short, long]) => [short, long])
        .filter((flag) => flag !== undefined && flag !== '-h' && flag !== '--help');
      const rows = tableRows(section('## Command line')).filter(
        ([flags, commands = '']) => flags.startsWith('`-') && commands.split(', ').includes(command),
      );
      const inTable = rows.flatMap(([flags]) => [...flags.matchAll(/`(--?[\w-]+)/g)].map(([, flag]) => flag));
      expect(inTable.toSorted()).toEqual(inHelp.toSorted());
    },
  );

  test('name every message and every code of a skipped input, each once', () => {
    const skipCodes = /"code": \{[^}]*"enum": \[([^\]]*)\]/.exec(schemaFile)?.[1].match(/[A-Z_]+/g) ?? [];
    const documented = tableRows(section('### Messages')).flatMap(([codes]) =>
      [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code),
    );
    expect(skipCodes).toContain('VANISHED');
    expect(documented.toSorted()).toEqual([...new Set([...messageCodes, ...skipCodes])].toSorted());
  });
});

test('the configuration of the README is one', async () => {
  writeFileSync(join(folder, 'readme.config.json'), codeBlocks('json')[1]);
  const { exitCode, stdout } = await runCommand(
    ['check', '--print-config', '--config', 'readme.config.json'],
    folder,
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ near: 0.9, check: { maxLoss: 0.6 } });
});

describe('the numbers of the README', () => {
  /** What a sentence of the README, however it is wrapped, has in the place of the group. */
  const stated = (sentence: RegExp): string | undefined => sentence.exec(readme.replaceAll(/\s+/g, ' '))?.[1];

  test('are those of the code', () => {
    const constant = (file: string, name: string): number => {
      const source = readFileSync(join(root, 'src', file), 'utf8');
      return Number(new RegExp(`\\b${name} = ([\\d.]+);`).exec(source)?.[1]);
    };
    const index = (name: string): number => constant('matching/shingle-index.ts', name);
    const listed = (name: string): number => constant('matching/shingle-lists.ts', name);
    const near = (name: string): number => constant('matching/near-search.ts', name);
    const numbers: readonly (readonly [sentence: RegExp, value: number])[] = [
      [/stand in fewer than (\d+) texts/, listed('RARE')],
      [/a shingle that stands in (\d+) texts or more/, listed('FREQUENT')],
      [/at least ([\d.]+) % of the shingles of the longer text/, 100 * index('LEAST_RARE')],
      [/\(one will do up to (\d+)\)/, 1 / index('LEAST_RARE')],
      [/at least (\d+) % of the distinct shingles/, 100 * index('LEAST_SHARED')],
      [/that stands in 64 texts or more leads to (\d+) of them/, listed('MAX_FREQUENT_ROW')],
      [/numbers differ (\d+) are compared/, near('MAX_RIVALS')],
      [/after (\d+) variants/, near('MAX_VARIANTS')],
      [/up to (\d+) characters behind it/, constant('similarity/containment.ts', 'MAX_MARK_UNITS')],
    ];
    for (const [sentence, value] of numbers)
      expect([sentence, stated(sentence)]).toEqual([sentence, String(value)]);
    expect(stated(/The lexicon has (\d+) families/)).toBe(String(rules.length));
    const languages = new Set(Object.values(stopWords).flatMap((lists) => Object.keys(lists)));
    expect(stated(/knows the stop words of (\d+) languages/)).toBe(String(languages.size));
  });

  test('name the version of the package', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(version).toBe(manifest.version);
    expect(stated(/makes `cleancopy-(.*?)\.tgz`/)).toBe(version);
  });

  test('name every run-time dependency and no other', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const named = tableRows(section('## Dependencies'))
      .slice(1)
      .flatMap(([names]) => names.split(', '));
    expect(named.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });
});
