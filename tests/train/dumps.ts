import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page dump written for training: the label of each line, 1 for the article, and the page in several layouts. */
export interface Dump {
  readonly name: string;
  readonly variants: ReadonlyArray<{ readonly raw: string; readonly labels: Int8Array }>;
  readonly article: string;
}

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
  const article = lines.filter((_, index) => labels[index] === 1).join('\n');
  // one line a text node, and paragraphs that are set apart by blank lines
  const apart = lines.map((line, index) => (labels[index] === 1 || line.length > 60 ? `\n${line}\n` : line));
  const variants = [
    { raw: lines.join('\n'), labels },
    { raw: apart.join('\n'), labels },
    { raw: article, labels: new Int8Array(article.split('\n').length).fill(1) },
  ];
  return { name, variants, article };
}
