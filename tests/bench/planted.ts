import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { BenchError } from './options.ts';
import type { PlantedSet } from './planted-set.ts';
import { blocksOf, cleanPlanted } from './planted-set.ts';

/** A labelled paragraph in a group, and how it got there. */
interface Member {
  readonly group: number;
  readonly match: string;
}

/** Recall and false merges by the labels' own script, and what became of the pairs of each class. */
export function planted(options: BenchOptions): void {
  const { evaluate } = options;
  if (evaluate === undefined || !existsSync(evaluate)) {
    throw new BenchError(
      'Name the script that scores the groups: --evaluate FILE (evaluate.py of the planted set).',
    );
  }
  withFolder(options.keep, (folder) => {
    const set = cleanPlanted(options, folder);
    const score = (name: string, withLinks: boolean): Score => {
      const groupsFile = join(folder, name);
      writeFileSync(groupsFile, groupLines(set, withLinks));
      const result = execFileSync('python3', [evaluate, set.folder, groupsFile], {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      return JSON.parse(result) as Score;
    };
    const all = score('groups.jsonl', true);
    tell('Recall of duplicates, variants and extensions together', all, (key) => key.startsWith('recall'));
    tell('Merges of duplicates, variants and extensions together', all, (key) => !key.startsWith('recall'));
    tell('Merges of what was removed', score('removed.jsonl', false), (key) => !key.startsWith('recall'));
    tellOutcomes(set);
  });
}

/** What the labels' script prints. */
type Score = Readonly<Record<string, unknown>>;

function tell(title: string, score: Score, isWanted: (key: string) => boolean): void {
  console.log(`${title}:`);
  for (const [key, value] of Object.entries(score).filter(([name]) => isWanted(name))) {
    if (typeof value !== 'object' || value === null) console.log(`  ${key}: ${String(value)}`);
    else
      for (const [name, figure] of Object.entries(value)) console.log(`  ${key}, ${name}: ${String(figure)}`);
  }
}

interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** @param withLinks whether blocks that were kept and linked count as members */
function groupLines({ output, offsets }: PlantedSet, withLinks: boolean): string {
  const places = new Map<string, Place>();
  for (const article of output.articles) {
    const points = offsets.get(article.path);
    for (const { block, bytes } of blocksOf(article)) {
      const [start, end] = bytes.map((byte) => points?.at(byte) ?? 0);
      places.set(`${article.path}#${block}`, { file: article.path, start, end });
    }
  }
  const lines = output.groups.map(({ kept, copies }) => {
    const counted = copies.filter(({ match }) => withLinks || !isLinkAlone(match));
    const members = [kept, ...counted].map(({ path, block }) => places.get(`${path}#${block}`));
    return `${JSON.stringify({ members })}\n`;
  });
  return lines.join('');
}

/** Whether a member of a group is linked to the kept text without being its copy. */
function isLinkAlone(match: string): boolean {
  return match === 'variant' || match === 'extension';
}

/**
 * For each class, how many pairs were removed as duplicates, linked as variants or extensions, lost one side as boilerplate, or
 * were missed.
 */
function tellOutcomes(set: PlantedSet): void {
  const members = membersOf(set);
  const rows = new Map<string, { removed: number; linked: number; boilerplate: number; missed: number }>();
  for (const { a, b, cls, expected } of set.pairs) {
    const name = `${expected}/${cls}`;
    const row = rows.get(name) ?? { removed: 0, linked: 0, boilerplate: 0, missed: 0 };
    rows.set(name, row);
    const [one, other] = [members.get(a) ?? [], members.get(b) ?? []];
    const shared = one.flatMap((left) =>
      other.filter((right) => right.group === left.group && right.group >= 0).map((right) => [left, right]),
    );
    if (shared.length === 0) {
      if ([...one, ...other].some(({ match }) => match === 'boilerplate')) row.boilerplate++;
      else row.missed++;
    } else if (shared.some((pair) => pair.every(({ match }) => !isLinkAlone(match)))) row.removed++;
    else row.linked++;
  }
  for (const [name, { removed, linked, boilerplate, missed }] of [...rows].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    console.log(
      `${name}: removed ${removed}, linked ${linked}, boilerplate ${boilerplate}, missed ${missed}`,
    );
  }
}

/** The groups of each labelled paragraph: those of the blocks that share at least half of the shorter span. */
function membersOf({ output, paragraphs, offsets }: PlantedSet): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  output.groups.forEach(({ kept, copies }, group) => {
    for (const { path, block, match } of [{ ...kept, match: 'kept' }, ...copies]) {
      const key = `${path}#${block}`;
      groups.set(key, [...(groups.get(key) ?? []), { group, match }]);
    }
  });
  for (const { path, removed } of output.articles) {
    for (const { block, reason } of removed) {
      if (reason === 'boilerplate') groups.set(`${path}#${block}`, [{ group: -1, match: reason }]);
    }
  }
  const articles = new Map(output.articles.map((article) => [article.path, blocksOf(article)]));
  const members = new Map<string, Member[]>();
  for (const { id, file, start, end } of paragraphs) {
    const [from, to] = offsets.get(file)?.bytesOf(start, end) ?? [0, 0];
    const blocks = (articles.get(file) ?? []).filter(({ bytes: [first, last] }) => {
      const common = Math.min(last, to) - Math.max(first, from);
      return common > 0 && common >= 0.5 * Math.min(last - first, to - from);
    });
    members.set(
      id,
      blocks.flatMap(({ block }) => groups.get(`${file}#${block}`) ?? []),
    );
  }
  return members;
}
