import { matchLexicon } from '../../../../src/boilerplate/lexicon.ts';
import { lineGroups } from '../../../../src/boilerplate/line-model/line-groups.ts';
import { PageLines } from '../../../../src/boilerplate/line-model/page-lines.ts';
import { segment } from '../../../../src/segment/segment.ts';
import { decode } from '../../../../src/text/decode.ts';
import { NormalisedText } from '../../../../src/text/normalise.ts';

const words = new NormalisedText();

/** The lines of a text, as the pipeline reads them for the model. */
export function readLines(text: string, lines: PageLines = new PageLines()): PageLines {
  const bytes = Buffer.from(text);
  const decoded = decode(bytes);
  if (decoded === 'binary') throw new Error('This is no text.');
  const blocks = segment(bytes, decoded);
  lines.clear();
  for (let block = 0; block < blocks.count; block++) {
    words.runUnits(blocks.units, blocks.start[block], blocks.end[block]);
    const match = matchLexicon(words, true);
    const group = match === undefined ? 0 : lineGroups[match.number];
    lines.add(words);
    lines.measure(blocks, block, group);
  }
  lines.close();
  return lines;
}

export const menu: readonly string[] = [
  'Home',
  'World',
  'Politics',
  'Business',
  'Culture',
  'Sport',
  'Weather',
  'Log in',
];

export const title = 'Council of Marlow Vale votes to rebuild the old stone bridge';

export const body: readonly string[] = [
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.',
  'Engineers expect the work to cost about 4 million crowns, most of which will come from the regional fund for roads and public transport.',
  'Until the bridge opens again a small ferry will carry pupils and market traders across the water from six in the morning until nine at night.',
  '“I have waited eleven years for this decision,” said Odila Brandt, a farmer, “and I will believe in it when the first stone is laid.”',
  'The mayor thanked the voters for their patience and promised a small festival on the day when the bridge opens.',
];

export const tail: readonly string[] = [
  'Share this article',
  'Leave a Reply',
  'Your email address will not be published. Required fields are marked *',
  'Most read',
  'Ten walks along the river',
  'Why the museum of glass is closed',
  'Privacy policy',
  'Contact us',
  'All rights reserved',
];

/** A page dump: what surrounds an article, and the article. */
export const page: string = [...menu, title, ...body, ...tail].join('\n');
