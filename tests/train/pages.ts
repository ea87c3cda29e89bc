import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { matchLexicon } from '../../src/boilerplate/lexicon.ts';
import { lineGroups } from '../../src/boilerplate/line-model/line-groups.ts';
import type { PageLines } from '../../src/boilerplate/line-model/page-lines.ts';
import { segment } from '../../src/segment/segment.ts';
import { decode } from '../../src/text/decode.ts';
import { NormalisedText } from '../../src/text/normalise.ts';

/** A raw page with the text of its article. */
export interface Page {
  readonly id: string;
  readonly site: string;
  readonly language: string;
  readonly raw: string;
  readonly gold: string;
}

interface Meta {
  readonly items: ReadonlyArray<{ readonly id: string; readonly site: string; readonly lang: string }>;
}

export function loadPages(folder: string): Page[] {
  const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  return meta.items.map(({ id, site, lang }) => ({
    id,
    site,
    language: lang,
    raw: readFileSync(join(folder, 'raw', `${id}.txt`), 'utf8'),
    gold: readFileSync(join(folder, 'gold', `${id}.txt`), 'utf8'),
  }));
}

const normalised = new NormalisedText();

/** Reads a raw page as the product does: into blocks with their lexicon matches. Returns the texts of the blocks. */
export function readPage(raw: string, lines: PageLines): { texts: string[]; ruled: Uint8Array } {
  const bytes = Buffer.from(raw);
  const decoded = decode(bytes);
  lines.clear();
  if (decoded === 'binary') return { texts: [], ruled: new Uint8Array(0) };
  const blocks = segment(bytes, decoded);
  const ruled = new Uint8Array(blocks.count);
  const texts: string[] = [];
  for (let block = 0; block < blocks.count; block++) {
    normalised.runUnits(blocks.units, blocks.start[block], blocks.end[block]);
    const match = matchLexicon(normalised, true);
    if (match !== undefined) ruled[block] = match.isEdgeOnly ? 1 : 2;
    const group = match === undefined ? 0 : lineGroups[match.number];
    lines.add(normalised);
    lines.measure(blocks, block, group);
    texts.push(blocks.textOf(block));
  }
  lines.close();
  return { texts, ruled };
}
