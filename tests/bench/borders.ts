import { percent, withFolder } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { LabelledParagraph, PlantedSet } from './planted-set.ts';
import { blocksOf, cleanPlanted } from './planted-set.ts';

const leastShare = 0.97;

/** How many labelled paragraphs are blocks of their own, with both borders where the label has them. */
export function borders(options: BenchOptions): void {
  withFolder(options.keep, (folder) => {
    const planted = cleanPlanted(options, folder);
    const hits = hitsOf(planted);
    const groupings: ReadonlyArray<readonly [string, (paragraph: LabelledParagraph) => string]> = [
      ['layout', ({ layout }) => layout],
      ['encoding', ({ encoding }) => encoding],
      ['role', ({ role }) => role],
    ];
    for (const [name, groupOf] of groupings) {
      const groups = new Map<string, LabelledParagraph[]>();
      for (const paragraph of planted.paragraphs) {
        const group = groupOf(paragraph);
        const members = groups.get(group);
        if (members === undefined) groups.set(group, [paragraph]);
        else members.push(paragraph);
      }
      for (const [group, members] of [...groups].toSorted((a, b) => b[1].length - a[1].length)) {
        const hit = members.filter(({ id }) => hits.has(id)).length;
        // Some fifty roles are hit completely.
        if (name === 'role' && hit === members.length) continue;
        console.log(`${name} ${group}: ${hit} of ${members.length} = ${percent(hit, members.length)}`);
      }
    }
    showMisses(planted, hits, options.sample);
    const share = hits.size / planted.paragraphs.length;
    const verdict = share >= leastShare ? 'met' : 'MISSED';
    console.log(
      `all paragraphs: ${percent(hits.size, planted.paragraphs.length)} (target: at least 97 %) ${verdict}`,
    );
  });
}

function hitsOf({ output, paragraphs, offsets }: PlantedSet): Set<string> {
  const spans = new Map(
    output.articles.map((article) => [
      article.path,
      new Set(blocksOf(article).map(({ bytes }) => bytes.join('-'))),
    ]),
  );
  const hits = paragraphs.filter(({ file, start, end }) => {
    const span = offsets.get(file)?.bytesOf(start, end);
    return span !== undefined && spans.get(file)?.has(span.join('-')) === true;
  });
  return new Set(hits.map(({ id }) => id));
}

function showMisses(
  { output, paragraphs, offsets }: PlantedSet,
  hits: ReadonlySet<string>,
  count: number,
): void {
  const articles = new Map(output.articles.map((article) => [article.path, article]));
  const misses = paragraphs.filter(({ id }) => !hits.has(id));
  const step = Math.max(1, Math.floor(misses.length / count));
  for (let index = 0; index < misses.length; index += step) {
    const { id, file, start, end, layout, role } = misses[index];
    const article = articles.get(file);
    const [from, to] = offsets.get(file)?.bytesOf(start, end) ?? [0, 0];
    const near =
      article === undefined ? [] : blocksOf(article).filter(({ bytes }) => bytes[0] < to && bytes[1] > from);
    const blocks = near.map(({ bytes }) => bytes.join('-')).join(' ');
    console.log(
      `missed ${id} (${layout}, ${role}) in ${file}: bytes ${from}-${to}, blocks ${blocks || 'none'}`,
    );
  }
}
