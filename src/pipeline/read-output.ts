import { readFile, stat } from 'node:fs/promises';
import type { Article, Group, Head, Output, Settings, Skipped, Summary } from '../model/article.ts';
import { CleancopyError } from '../model/errors.ts';
import { checkSchema } from './check-schema.ts';
import { findJsonError } from './find-json-error.ts';
import { readLines, type Line } from './read-lines.ts';

/** One part of an output. The head of a `json` output comes first; `jsonl` has articles alone. */
export type OutputPart =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'skipped'; readonly skipped: Skipped };

/** How much is read in one piece. */
export interface ReadLimits {
  /** One line; 500,000,000 when absent, a little less than the longest string of V8. */
  readonly maxLineBytes?: number;
  /** A `json` output that another tool has laid out anew; 256 MiB when absent. */
  readonly maxReformattedBytes?: number;
}

const MAX_LINE_BYTES = 500_000_000;
const MAX_REFORMATTED_BYTES = 256 * 1024 * 1024;

/**
 * Reads an output part by part. Our own layout and `jsonl` are read line by line; a `json` output that another
 * tool has laid out anew is parsed whole, up to a limit. Every part is held against the schema.
 *
 * @throws CleancopyError `OUTPUT_UNREADABLE`, `OUTPUT_EMPTY`, `OUTPUT_BROKEN`, `OUTPUT_INCOMPLETE`,
 * `OUTPUT_SHAPE` or `OUTPUT_TOO_LARGE`
 */
export async function* readOutput(
  output: string,
  limits: ReadLimits = {},
): AsyncGenerator<OutputPart, void, undefined> {
  const maxLineBytes = limits.maxLineBytes ?? MAX_LINE_BYTES;
  const layout = await findLayout(output, maxLineBytes);
  if (layout === 'other') yield* readWhole(output, limits.maxReformattedBytes ?? MAX_REFORMATTED_BYTES);
  else if (layout === 'json') yield* readLayout(output, readLines(output, maxLineBytes));
  else yield* readArticles(output, readLines(output, maxLineBytes));
}

const headNames = ['schema', 'version', 'settings', 'summary'] as const;

/** Looks at the first lines alone. */
async function findLayout(output: string, maxLineBytes: number): Promise<'json' | 'jsonl' | 'other'> {
  let index = -1;
  for await (const { text } of readLines(output, maxLineBytes)) {
    if (index === -1 && text === '') continue;
    if (index === -1 && text !== '{') return isArticle(text) ? 'jsonl' : 'other';
    if (index >= 0 && index < headNames.length) {
      // a member of the head that another tool has spread over several lines ends with an opening bracket
      if (!text.startsWith(`"${headNames[index]}": `) || /[{[]$/.test(text)) return 'other';
    }
    if (++index > headNames.length) return 'json';
  }
  if (index === -1) throw new CleancopyError('OUTPUT_EMPTY', { output });
  return 'other';
}

function isArticle(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    return !Object.hasOwn(JSON.parse(text) as object, 'articles');
  } catch {
    return text.startsWith('{"path":');
  }
}

async function* readArticles(
  output: string,
  lines: AsyncIterable<Line>,
): AsyncGenerator<OutputPart, void, undefined> {
  for await (const { text, number } of lines) {
    if (text !== '') yield { kind: 'article', article: parse(output, number, text, 'article') };
  }
}

/** Reads the layout that `jsonReporter` draws. */
async function* readLayout(
  output: string,
  lines: AsyncGenerator<Line, void, undefined>,
): AsyncGenerator<OutputPart, void, undefined> {
  const cursor = new Cursor(output, lines);
  await cursor.expect('{');
  const schema = await cursor.member('schema');
  const version = await cursor.member('version');
  const settings = await cursor.member('settings');
  const summary = await cursor.member('summary');
  yield { kind: 'head', head: checkHead(output, { schema, version, settings, summary }) };
  for await (const article of cursor.list('articles', 'article', ',')) yield { kind: 'article', article };
  for await (const group of cursor.list('groups', 'group', ',')) yield { kind: 'group', group };
  for await (const skipped of cursor.list('skipped', 'skipped', '')) yield { kind: 'skipped', skipped };
  await cursor.expect('}');
  await cursor.expectEnd();
}

/** Walks through the lines of our own layout. */
class Cursor {
  readonly #output: string;
  readonly #lines: AsyncGenerator<Line, void, undefined>;
  #number = 0;

  constructor(output: string, lines: AsyncGenerator<Line, void, undefined>) {
    this.#output = output;
    this.#lines = lines;
  }

  async #next(): Promise<string> {
    const { value } = await this.#lines.next();
    if (!value) throw new CleancopyError('OUTPUT_INCOMPLETE', { output: this.#output, line: this.#number });
    this.#number = value.number;
    return value.text;
  }

  #fail(expected: string): CleancopyError {
    const cause = `expected ${expected}`;
    return new CleancopyError('OUTPUT_BROKEN', { output: this.#output, line: this.#number, cause });
  }

  async expect(text: string): Promise<void> {
    if ((await this.#next()) !== text) throw this.#fail(text);
  }

  async expectEnd(): Promise<void> {
    for await (const { text, number } of this.#lines) {
      this.#number = number;
      if (text !== '') throw this.#fail('the end of the file');
    }
  }

  /** A line `"name": value,`. */
  async member(name: string): Promise<unknown> {
    const text = await this.#next();
    const opening = `"${name}": `;
    if (!text.startsWith(opening) || !text.endsWith(',')) throw this.#fail(`${opening}…,`);
    return parseJson(this.#output, this.#number, text.slice(opening.length, -1));
  }

  /** The lines `"name": [`, one a line for each entry, and `]`; or `"name": []`. */
  async *list<Name extends keyof Defined>(
    name: string,
    definition: Name,
    end: string,
  ): AsyncGenerator<Defined[Name], void, undefined> {
    const opening = await this.#next();
    if (opening === `"${name}": []${end}`) return;
    if (opening !== `"${name}": [`) throw this.#fail(`"${name}": [`);
    for (let more = true; more;) {
      const text = await this.#next();
      more = text.endsWith(',');
      yield parse(this.#output, this.#number, more ? text.slice(0, -1) : text, definition);
    }
    await this.expect(`]${end}`);
  }
}

async function* readWhole(output: string, maxBytes: number): AsyncGenerator<OutputPart, void, undefined> {
  const text = await readText(output, maxBytes);
  const value = parse(output, 1, text, 'output');
  const { schema, version, settings, summary } = value;
  yield { kind: 'head', head: { schema, version, settings, summary } };
  for (const article of value.articles) yield { kind: 'article', article };
  for (const group of value.groups) yield { kind: 'group', group };
  for (const skipped of value.skipped) yield { kind: 'skipped', skipped };
}

async function readText(output: string, maxBytes: number): Promise<string> {
  // readLines has read some of it before, so it is there, and it is UTF-8 at least where it begins
  const { size } = await stat(output);
  if (size > maxBytes) throw new CleancopyError('OUTPUT_TOO_LARGE', { output, maxBytes });
  const bytes = await readFile(output);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CleancopyError('OUTPUT_BROKEN', { output, line: 1, cause: 'this file is not UTF-8' });
  }
}

/** What the definitions of the schema stand for. */
interface Defined {
  readonly output: Output;
  readonly article: Article;
  readonly group: Group;
  readonly skipped: Skipped;
}

function parse<Name extends keyof Defined>(
  output: string,
  line: number,
  text: string,
  definition: Name,
): Defined[Name] {
  const value = parseJson(output, line, text);
  const misfit = checkSchema(value, definition);
  if (misfit !== null) throw shapeError(output, line, misfit.member, misfit.expected);
  return value as Defined[Name];
}

function parseJson(output: string, firstLine: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = findJsonError(text);
    const line = firstLine + countLineEnds(text, offset);
    if (offset >= text.length)
      throw new CleancopyError('OUTPUT_INCOMPLETE', { output, line }, { cause: error });
    const cause = `unexpected ${JSON.stringify(text.slice(offset, offset + 20))}`;
    throw new CleancopyError('OUTPUT_BROKEN', { output, line, cause }, { cause: error });
  }
}

function countLineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function shapeError(output: string, line: number, member: string, expected: string): CleancopyError {
  return new CleancopyError('OUTPUT_SHAPE', { output, line, member: member || 'the value', expected });
}

function checkHead(output: string, head: Record<keyof Head, unknown>): Head {
  const misfit =
    head.schema === 'cleancopy/1'
      ? (checkSchema(head.settings, 'settings') ?? checkSchema(head.summary, 'summary'))
      : { member: 'schema', expected: 'must be "cleancopy/1"' };
  if (misfit !== null) throw shapeError(output, 2, misfit.member, misfit.expected);
  return {
    schema: 'cleancopy/1',
    version: String(head.version),
    settings: head.settings as Settings,
    summary: head.summary as Summary,
  };
}
