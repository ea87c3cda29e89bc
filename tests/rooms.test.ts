import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

/** From the ground up: a file imports only from its own room and from rooms before it. */
const rooms = [
  'model',
  'text',
  'segment',
  'similarity',
  'boilerplate',
  'matching',
  'store',
  'inputs',
  'pipeline',
  'reporters',
  'page',
  'engines',
  'cli',
  'index.ts',
];

type Sources = Readonly<Record<string, string>>;

const source = fileURLToPath(new URL('../src', import.meta.url));

function readSources(): Sources {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = files.map((file) => join(file.parentPath, file.name)).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(
    names.map((name) => [relative(source, name).split(sep).join('/'), readFileSync(name, 'utf8')]),
  );
}

/**
 * The specifiers of all imports and re-exports, also of types, also dynamic ones, and of the files that `new
 * URL('…', import.meta.url)` names. Comments are blanked first; a string in the code that reads like an import would
 * count as one, which errs on the strict side.
 */
function importsOf(code: string): string[] {
  const bare = code.replaceAll(/("|'|`)(?:\\.|(?!\1)[^\\\n])*\1|\/\*[^]*?\*\/|\/\/[^\n]*/gu, (part) =>
    part.startsWith('/') ? ' ' : part,
  );
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gu,
    /\bimport\s*['"]([^'"]+)['"]/gu,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/gu,
    /\bnew\s+URL\(\s*['"`]([^'"`]+)['"`]\s*,\s*import\.meta\.url/gu,
  ];
  return patterns.flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => match[1]));
}

function roomOf(file: string): string {
  return file.split('/')[0];
}

/** Every breach of the order, as sentences. */
function breaches(sources: Sources): string[] {
  const found: string[] = [];
  for (const [file, code] of Object.entries(sources)) {
    const level = rooms.indexOf(roomOf(file));
    if (level < 0) found.push(`${file} stands in no room`);
    for (const specifier of importsOf(code)) {
      if (!specifier.startsWith('.')) continue;
      const target = resolveImport(file, specifier);
      // what the build makes of the page has no source of its own name
      if (target === '../dist/page/') continue;
      if (!(target in sources) && !target.endsWith('.json'))
        found.push(`${file} imports ${specifier}: no such file`);
      if (rooms.indexOf(roomOf(target)) > level) found.push(`${file} imports upwards from ${target}`);
    }
    if (level === 0 && importsOf(code).some((specifier) => !specifier.startsWith('.'))) {
      found.push(`${file} is of the model and imports a package`);
    }
  }
  return [...found, ...cycles(sources)];
}

function resolveImport(file: string, specifier: string): string {
  const target = posix.join(posix.dirname(file), specifier);
  return target.endsWith('.js') ? `${target.slice(0, -3)}.ts` : target;
}

function cycles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): void => {
    const start = above.indexOf(file);
    if (start >= 0) found.push(`${[...above.slice(start), file].join(' -> ')} is a cycle`);
    if (start >= 0 || done.has(file)) return;
    for (const specifier of importsOf(sources[file] ?? '')) {
      if (specifier.startsWith('.')) visit(resolveImport(file, specifier), [...above, file]);
    }
    done.add(file);
  };
  for (const file of Object.keys(sources)) visit(file, []);
  return found;
}

describe('the rooms of src', () => {
  it('import only from their own room and from rooms below, without cycles', () => {
    const sources = readSources();
    expect(Object.keys(sources).length).toBeGreaterThan(5);
    expect(breaches(sources)).toEqual([]);
  });

  it('hold kebab-case files', () => {
    const odd = Object.keys(readSources()).filter(
      (file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/u.test(file),
    );
    expect(odd).toEqual([]);
  });
});

describe('the check of the rooms', () => {
  it.each([
    ['an import', `import { b } from '../matching/b.ts';`],
    ['an import of a type', `import type { B } from "../matching/b.ts";`],
    ['an import over several lines', `import {\n  b,\n  type C,\n} from '../matching/b.ts';`],
    ['an import for its effects', `import '../matching/b.ts';`],
    ['a dynamic import', `const b = await import('../matching/b.ts');`],
    ['an import in a type', `let b: import('../matching/b.ts').B;`],
    ['a re-export', `export * from '../matching/b.ts';`],
    ['a re-export of a type', `export type { B } from '../matching/b.ts';`],
    ['a worker', `new Worker(new URL('../matching/b.js', import.meta.url));`],
    [
      'an import after a string with a comment sign',
      `const a = 'x//y'; import { b } from '../matching/b.ts';`,
    ],
    [
      'an import after a glob that looks like a comment',
      `const a = '**/*.txt'; export { b } from '../matching/b.ts';`,
    ],
  ])('finds %s upwards', (_, code) => {
    expect(breaches({ 'text/a.ts': code, 'matching/b.ts': '' })).toEqual([
      'text/a.ts imports upwards from matching/b.ts',
    ]);
  });

  it('lets pass imports of the own room and of rooms below, and those in comments', () => {
    const code = `// import '../cli/c.ts'\n/* import '../cli/c.ts' */\nimport { a } from '../text/a.ts';\nimport './d.ts';`;
    expect(breaches({ 'matching/b.ts': code, 'matching/d.ts': '', 'text/a.ts': '', 'cli/c.ts': '' })).toEqual(
      [],
    );
  });

  it('finds cycles, files outside the rooms, files that do not exist, and packages in the model', () => {
    const sources = {
      'text/a.ts': `import './b.ts';`,
      'text/b.ts': `import type { A } from './a.ts';`,
      'utils/c.ts': '',
      'model/d.ts': `import fs from 'node:fs'; import './gone.ts';`,
    };
    expect(breaches(sources)).toEqual([
      'utils/c.ts stands in no room',
      'model/d.ts imports ./gone.ts: no such file',
      'model/d.ts is of the model and imports a package',
      'text/a.ts -> text/b.ts -> text/a.ts is a cycle',
    ]);
  });

  it('knows every folder of src', () => {
    const folders = readdirSync(source, { withFileTypes: true }).map((entry) => entry.name);
    expect(folders.filter((name) => !rooms.includes(name))).toEqual([]);
    expect(dirname(source)).not.toBe(source);
  });
});
