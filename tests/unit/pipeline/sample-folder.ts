import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Article, Output } from '../../../src/model/article.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { reporters, type Format } from '../../../src/reporters/index.ts';
import { render } from '../../../src/reporters/render.ts';

const bridge =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.';
const cost =
  'Engineers expect the work to cost about 4 million crowns, most of which will come from the regional fund for roads and public transport.';
const ferry =
  'Until the bridge opens again a small ferry will carry pupils and market traders across the water from six in the morning until nine at night.';
const farmer =
  'Local farmer Odila Brandt said she had waited eleven years for this decision and would believe in it when the first stone was laid.';
const museum =
  'A new museum of glass opened in the harbour quarter of Lindhaven on Sunday, and the queue at its doors reached as far as the fish market.';

/** Invented articles in which everything occurs that an output can say. */
export const sampleFiles: Readonly<Record<string, string | Uint8Array>> = {
  'a.txt':
    ['Council votes to rebuild the old bridge', bridge, cost, ferry, bridge, farmer].join('\n\n') + '\n',
  'b.txt':
    [
      'River crossing gets a second chance at last',
      ferry,
      farmer.replace('waited eleven', 'waitd eleven'),
      cost.replace('4 million', '9 million'),
      'The mayor of Marlow Vale thanked the voters for their patience and promised a small festival on the day when the bridge opens.',
    ].join('\n\n') + '\n',
  'c.txt': ['Council votes to rebuild the old bridge', bridge, cost, ferry, farmer].join('\n\n') + '\n',
  'sub/crlf.txt': `${museum}\r\n\r\n  Tickets cost seven crowns on weekdays and nine crowns on every other day of the year.  \r\n\r\n\r\n`,
  'sub/bom.txt': Buffer.from(`\ufeff${museum.replace('glass', 'copper')} It closes at six.`, 'utf8'),
  'sub/utf16.txt': Buffer.from(
    '\ufeffDer Fluß führt Hochwasser, und die Brücke bleibt gesperrt.\n\nMehr dazu morgen.',
    'utf16le',
  ),
  'sub/invalid.txt': Buffer.concat([
    Buffer.from('Größe, Straße, Übermut und \u201eZitat\u201c in einer Zeile mit einem '),
    Buffer.from([0xe2, 0x82]),
    Buffer.from(' kaputten Zeichen.\n\nZweiter Absatz.'),
  ]),
  'sub/latin.txt': Buffer.from(
    'Die Stra\xdfe nach S\xfcden ist gesperrt, sagte der B\xfcrgermeister.\n',
    'latin1',
  ),
  'empty.txt': '',
  'blank.txt': ' \n\t\n',
};

const extra = 'Nobody objected to it, although the costs had risen by half within a single year.';
const headline = 'Council of Marlow Vale votes to rebuild the old stone bridge';

/** Invented articles with text that was cut, split, merged and extended, and links of all kinds. */
export const containedFiles: Readonly<Record<string, string>> = {
  '1.txt': [headline, bridge, cost, ferry].join('\n\n'),
  // the title again, two paragraphs as one with a slip in it, and a paragraph of its own
  '2.txt': [headline, `${bridge} ${cost.replace('regional', 'regoinal')}`, farmer].join('\n\n'),
  '3.txt': [museum, `${farmer} ${extra}`, `${ferry.slice(0, 90)} … [+2217 chars]`].join('\n\n'),
  '4.txt': [cost.replace('4 million', '9 million'), `${farmer} ${extra}`, museum.slice(0, 100)].join('\n\n'),
};

export interface Sample {
  readonly folder: string;
  readonly output: Output;
  remove(): void;
}

/** Writes files into a new folder. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cleancopy-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Ingests files and gives the output as a value, so that a test can tamper with it. */
export async function makeSample(
  files: Readonly<Record<string, string | Uint8Array>> = sampleFiles,
): Promise<Sample> {
  const folder = makeFolder(files);
  const run = await ingest(['.'], { cwd: folder });
  const articles: Article[] = [];
  for await (const article of run) articles.push(article);
  const output = { ...run.head, articles, groups: [...run.groups], skipped: run.skipped };
  return { folder, output, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The bytes of an output. */
export async function drawOutput(output: Output, format: Format): Promise<string> {
  async function* articles(): AsyncGenerator<Article, void, undefined> {
    yield* await Promise.resolve(output.articles);
  }
  const { schema, version, settings, summary, groups, skipped } = output;
  const head = { schema, version, settings, summary };
  const report = { head, groups, skipped, [Symbol.asyncIterator]: articles };
  let text = '';
  for await (const piece of render(report, reporters[format]())) text += piece;
  return text;
}
