import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import { runCommand } from '../cli/run-command.ts';
import { compileExamples, root, runExample, type Example } from './run-examples.ts';

interface DocumentedExport extends Example {
  /** Whether users can import it from the package. */
  readonly isPublic: boolean;
}

const publicNames = Object.keys(library);
const documented = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .toSorted()
  .flatMap(readExamples);

/** The examples in the docstrings of a file's exports. */
function readExamples(file: string): DocumentedExport[] {
  const source = readFileSync(join(root, 'src', file), 'utf8');
  const docstring =
    /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:declare )?(?:async )?(?:function\*?|const|class) (\w+)/g;
  return [...source.matchAll(docstring)].flatMap(([, text, name]) => {
    const [, after] = text.replaceAll(/^ ?\* ?/gm, '').split(/^@example\n/m);
    if (after === undefined) return [];
    const isPublic = publicNames.includes(name);
    const built = join(root, 'dist', file.replace(/\.ts$/, '.js'));
    const from = isPublic ? 'cleancopy' : pathToFileURL(built).pathname;
    const others = isPublic ? publicNames.filter((other) => other !== name && after.includes(other)) : [];
    const code = `import { ${[name, ...others].join(', ')} } from '${from}';\n${after.split(/^@/m)[0]}`;
    return [{ name, code, isPublic }];
  });
}

let folder = '';
let diagnostics = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cleancopy-docstrings-'));
  cpSync(join(root, 'fixtures', 'news'), join(folder, 'news'), { recursive: true });
  writeFileSync(join(folder, 'clean.json'), await cleanNews());
  writeFileSync(join(folder, 'rules.json'), '{"rules":[{"name":"our-footer","lines":["Share"]}]}');
  diagnostics = compileExamples(folder, documented);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the examples find as `clean.json`. */
async function cleanNews(): Promise<string> {
  const { stdout } = await runCommand(['--quiet', 'news'], folder);
  return stdout;
}

describe('the examples in docstrings', () => {
  test('are there for everything that can be imported from the package', () => {
    const names = documented.filter(({ isPublic }) => isPublic).map(({ name }) => name);
    expect(names.toSorted()).toEqual(publicNames.toSorted());
  });

  test('have the right types', () => {
    expect(diagnostics).toBe('');
  });

  test.each(documented)('run: $name', (example) => {
    expect(runExample(folder, example)).toEqual({ status: 0, stderr: '' });
  });
});
