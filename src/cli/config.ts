import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { CleancopyError } from '../model/errors.ts';
import { compileSchema, type Schema } from '../pipeline/check-schema.ts';
import { findJsonError } from '../pipeline/find-json-error.ts';

const CONFIG_NAME = 'cleancopy.config.json';

/** Commands that have a section of their own in the file. */
const sections = ['clean', 'check'] as const;
type Section = (typeof sections)[number];

/** Members that name a file, which is relative to the folder of the configuration. */
const fileMembers: ReadonlySet<string> = new Set([
  'output',
  'summary',
  'report',
  'decisions',
  'baseline',
  'rules',
]);

/** A configuration file that was read. */
export interface Config {
  /** As messages show it. */
  readonly name: string;
  /** The members for a command, its own section over the common ones, files named from the working folder. */
  optionsFor(command: string): Readonly<Record<string, unknown>>;
}

/**
 * Finds and reads the configuration: the file that is asked for, or `cleancopy.config.json` in the working folder or the nearest
 * folder above it.
 *
 * @returns undefined when none is asked for and none is found
 * @throws CleancopyError `CONFIG_UNREADABLE`, `CONFIG_BROKEN`, `CONFIG_UNKNOWN`, `CONFIG_SHAPE`
 */
export async function readConfig(cwd: string, asked: string | undefined): Promise<Config | undefined> {
  const found = asked === undefined ? await findConfig(cwd) : await readAsked(cwd, asked);
  if (found === undefined) return undefined;
  const { file, text } = found;
  const name = asked ?? (relative(cwd, file) || file);
  const value = parse(text, name);
  const misfit = check(value);
  if (misfit !== null) {
    if (misfit.expected !== 'is not known')
      throw new CleancopyError('CONFIG_SHAPE', { config: name, ...named(misfit) });
    const suggestion = suggest(misfit.member);
    throw new CleancopyError('CONFIG_UNKNOWN', { config: name, member: misfit.member, suggestion });
  }
  const members = value as Readonly<Record<string, unknown>>;
  return { name, optionsFor: (command) => optionsFor(members, command, dirname(file), cwd) };
}

async function findConfig(
  cwd: string,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_NAME);
    try {
      // there is none in most folders, which this tells in a tenth of the time
      if (statSync(file, { throwIfNoEntry: false }) !== undefined)
        return { file, text: await readFile(file, 'utf8') };
    } catch (error) {
      if (!isMissing(error)) throw unreadable(relative(cwd, file), error);
    }
    if (dirname(folder) === folder) return undefined;
  }
}

async function readAsked(
  cwd: string,
  asked: string,
): Promise<{ readonly file: string; readonly text: string }> {
  const file = resolve(cwd, asked);
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    throw unreadable(asked, error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unreadable(config: string, error: unknown): CleancopyError {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : 'no reason is known';
  return new CleancopyError('CONFIG_UNREADABLE', { config, cause }, { cause: error });
}

function parse(text: string, config: string): unknown {
  const json = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(json);
  } catch {
    const line = json.slice(0, findJsonError(json)).split('\n').length;
    throw new CleancopyError('CONFIG_BROKEN', { config, line });
  }
}

const schema = JSON.parse(
  readFileSync(new URL('../model/config.schema.json', import.meta.url), 'utf8'),
) as Schema;
const check = compileSchema(schema);

function named({ member, expected }: { readonly member: string; readonly expected: string }): {
  readonly member: string;
  readonly expected: string;
} {
  return { member: member === '' ? 'it' : member, expected };
}

/** The known member that is most like an unknown one: by the fewest edits, in the same section if there are several. */
function suggest(member: string): string {
  const [section, name] = split(member);
  let best = '';
  let fewest = Infinity;
  for (const known of memberNames(schema, '')) {
    const [knownSection, knownName] = split(known);
    const edits = countEdits(plain(name), plain(knownName)) + (section === knownSection ? 0 : 0.5);
    if (edits < fewest) [best, fewest] = [known, edits];
  }
  return best;
}

function split(member: string): readonly [section: string, name: string] {
  const dot = member.lastIndexOf('.');
  return [member.slice(0, Math.max(0, dot)), member.slice(dot + 1)];
}

/** `--max-loss` and `max_loss` are nearer to maxLoss than they look. */
function plain(name: string): string {
  return name.slice(0, 40).replaceAll(/[-_]/g, '').toLowerCase();
}

/** The least number of letters to add, to leave out, to change or to swap with the next (optimal string alignment). */
function countEdits(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const change = rows[row - 1][column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(change, rows[row - 1][column] + 1, line[column - 1] + 1));
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) line[column] = Math.min(line[column], rows[row - 2][column - 2] + 1);
    }
    rows.push(line);
  }
  return rows[from.length][to.length];
}

/** Options as a configuration that sets them, with the defaults of the schema for those that are missing. */
export function toConfig(
  options: Readonly<Record<string, unknown>>,
  command: string,
): Readonly<Record<string, unknown>> {
  const { properties: { [command]: section, ...common } = {} } = schema;
  const fill = ({ properties = {} }: Schema): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(properties)
        .map(([name, part]) => [name, valueOf(options[name] ?? part.default)] as const)
        .filter(([, value]) => value !== undefined),
    );
  const own = section === undefined ? {} : fill(section);
  return { ...fill({ properties: common }), ...(Object.keys(own).length > 0 && { [command]: own }) };
}

/** An option as the configuration has it: the way back from `optionsFor`. */
function valueOf(value: unknown): unknown {
  if (value === Infinity) return 'all';
  const isWritten = Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';
  if (!isWritten) return value;
  const written = value as readonly { readonly format: string; readonly file: string }[];
  return Object.fromEntries(written.map(({ format, file }) => [format, file]));
}

function memberNames({ properties = {} }: Schema, section: string): string[] {
  return Object.entries(properties).flatMap(([name, part]) => [
    `${section}${name}`,
    ...memberNames(part, `${section}${name}.`),
  ]);
}

function optionsFor(
  members: Readonly<Record<string, unknown>>,
  command: string,
  folder: string,
  cwd: string,
): Readonly<Record<string, unknown>> {
  const fromHere = (file: unknown): string => relative(cwd, resolve(folder, String(file))) || '.';
  const own = sections.some((name) => name === command) ? members[command as Section] : undefined;
  const merged = { ...members, ...(own as Readonly<Record<string, unknown>> | undefined) };
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(merged)) {
    if (name === '$schema' || sections.some((section) => section === name)) continue;
    if (fileMembers.has(name)) options[name] = fromHere(value);
    else if (name === 'list') options[name] = value === 'all' ? Infinity : value;
    else if (name === 'write')
      options[name] = Object.entries(value as object).map(([format, file]) => ({
        format,
        file: fromHere(file),
      }));
    else options[name] = value;
  }
  return options;
}
