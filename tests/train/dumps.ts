import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page dump written for training: the page in several layouts. */
export interface Dump {
  readonly name: string;
  readonly variants: readonly Layout[];
}

/** A page with the label of each line, 1 for the article, and the article, cut into lines as the page is. */
export interface Layout {
  readonly raw: string;
  readonly labels: Int8Array;
  readonly article: string;
}

/** Lines of fewer UTF-16 units are not cut at links. */
const MIN_LINKED_LENGTH = 40;
/** Lines that stand in menus, and how many make one. */
const MAX_MENU_LENGTH = 24;
const MIN_MENU_LINES = 4;

/** Reads the dumps of a folder: files whose lines begin with "+ " for the article and "- " for the page around it. */
export function loadDumps(folder: string): Dump[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => parseDump(name, readFileSync(join(folder, name), 'utf8')));
}

function parseDump(name: string, text: string): Dump {
  const marked = text.split('\n').filter((line) => line !== '');
  const lines = marked.map((line) => line.slice(2));
  const labels = Int8Array.from(marked, (line) => (line.startsWith('+ ') ? 1 : 0));
  const known = lines.map((line, index): Line => ({ line, label: labels[index] }));
  // paragraphs that are set apart by blank lines
  const apart = known.map(({ line, label }): Line => {
    return { line: label === 1 || line.length > 60 ? `\n${line}\n` : line, label };
  });
  const variants = [
    layOut(known),
    layOut(apart),
    layOut(cutAtLinks(known, name)),
    layOut(joinMenus(known)),
    layOut(known.filter(({ label }) => label === 1)),
  ];
  return { name, variants };
}

interface Line {
  readonly line: string;
  readonly label: number;
}

function layOut(lines: readonly Line[]): Layout {
  const textOf = (some: readonly Line[]): string => some.map(({ line }) => line).join('\n');
  return {
    raw: textOf(lines),
    labels: Int8Array.from(lines, ({ label }) => label),
    article: textOf(lines.filter(({ label }) => label === 1)),
  };
}

/** Cuts long lines where a page might have links, as converters do that give each text node a line. */
function cutAtLinks(lines: readonly Line[], seed: string): Line[] {
  const random = randomFrom(seed);
  return lines.flatMap(({ line, label }) => {
    if (line.length < MIN_LINKED_LENGTH || random() < 0.4) return [{ line, label }];
    // between words, or letters of scripts without spaces
    const pieces = line.split(line.includes(' ') ? /(?<= )/u : /(?<=\p{L})(?=\p{L})/u);
    const from = Math.trunc(random() * (pieces.length - 2));
    const to = Math.min(pieces.length, from + 1 + Math.trunc(random() * 5));
    return [pieces.slice(0, from), pieces.slice(from, to), pieces.slice(to)]
      .map((part) => part.join('').trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .map((part) => ({ line: part, label }));
  });
}

/** Puts menus on one line, as converters do that know nothing of lists, and gives what stands before the article twice. */
function joinMenus(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let menu: string[] = [];
  const close = (): void => {
    if (menu.length >= MIN_MENU_LINES) joined.push({ line: menu.join(' '), label: 0 });
    else joined.push(...menu.map((line) => ({ line, label: 0 })));
    menu = [];
  };
  for (const { line, label } of lines) {
    if (label === 0 && line.length <= MAX_MENU_LENGTH) {
      menu.push(line);
      continue;
    }
    close();
    joined.push({ line, label });
  }
  close();
  const first = joined.findIndex(({ label }) => label === 1);
  return [...joined, ...joined.slice(1, Math.max(1, first))];
}

/** Numbers from 0 to 1 that a seed decides (xorshift32). */
function randomFrom(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
