import { FeatureSet, type Feature } from './feature-set.ts';
import { lineGroupCount } from './line-groups.ts';
import { unitClassCount } from './unit-classes.ts';

/** The features of the first stage: what a line and the lines around it look like. */
export const shapeFeatures: FeatureSet = new FeatureSet();

const set = shapeFeatures;
const wordEdges = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120];
export const coarseWordEdges: Float64Array = Float64Array.of(1, 3, 5, 8, 12, 20, 40);
const ratios = [0, 0.001, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5];
export const ratioEdges: Float64Array = Float64Array.from(ratios);
export const coarseRatioEdges: Float64Array = Float64Array.of(0, 0.001, 0.4, 0.8, 1.2);
const shareEdges = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const distanceEdges = [1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 100];
const signedEdges = [-80, -40, -20, -10, -6, -4, -2, -1, 0, 1, 2, 3, 5, 7, 11, 21, 41, 81];
const capitalEdges = [-2, -0.15, -0.05, 0.05, 0.15, 0.3, 0.45, 0.6, 0.8];

const short = 'short line';
const fewStops = 'few stop words';
const linkLike = 'link-like';
const noSentence = 'no sentence nearby';
const away = 'far from the body text';
const ofFurniture = 'words of page furniture';

export const WORDS: Feature = set.scale('words', wordEdges, short, 'long line');
export const LETTERS: Feature = set.scale(
  'letters a word, to the file',
  [0.5, 0.7, 0.85, 0.95, 1.05, 1.15, 1.3, 1.5, 2],
  linkLike,
);
export const CAPITALS: Feature = set.scale('capitals, to the file', capitalEdges, linkLike);
export const UPPER: Feature = set.scale(
  'upper-case share',
  [0, 0.001, 0.03, 0.1, 0.2, 0.4, 0.7, 0.95],
  linkLike,
);
export const DIGITS: Feature = set.scale(
  'digits',
  [0.001, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6],
  'no figures',
  'mostly figures',
);
export const STOPS: Feature = set.scale('stop words, to the file', ratios, fewStops);
export const STOP_COUNT: Feature = set.scale('stop words', [0, 1, 2, 3, 5, 8, 12, 20], fewStops);
export const END: Feature = set.kinds('last sign', unitClassCount, 'no full stop');
export const START: Feature = set.kinds('first sign', unitClassCount, 'odd first sign');
export const COMMAS: Feature = set.scale('commas', [1, 2, 3, 5], linkLike);
export const COLONS: Feature = set.scale('colons', [1, 2, 3], 'label-like');
export const INNER: Feature = set.scale('sentences inside', [1, 2, 3, 5], 'no full stop');
export const QUOTES: Feature = set.scale('quotes', [1, 2, 3, 5], 'no quotation');
export const SEPARATORS: Feature = set.scale('separators', [1, 2, 3, 5], 'no separators', 'separators');
export const SIGNS: Feature = set.scale(
  'share of signs',
  [0.001, 0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15],
  'no signs',
  'signs of code',
);
export const NUMBERS: Feature = set.scale('numbers', [1, 2, 3, 4, 6], 'no figures', 'figures');
export const REPEATS: Feature = set.scale(
  'times in the file',
  [2, 3, 4, 6],
  'stands once',
  'repeated on the page',
);
export const EARLIER: Feature = set.kinds(
  'words and runs of words in earlier lines',
  8 * 5,
  'stands once',
  'repeated on the page',
);
export const LATER: Feature = set.kinds(
  'words and runs of words in later lines',
  8 * 5,
  'stands once',
  'repeated on the page',
);
export const KIND: Feature = set.kinds('kind', 3, 'neither heading nor item', 'list item');
export const GROUP: Feature = set.kinds('lexicon', lineGroupCount, ofFurniture);
export const FURNITURE: Feature = set.scale('words of the lexicon', shareEdges, ofFurniture);
export const FURNITURE_COUNT: Feature = set.scale(
  'count of words of the lexicon',
  [1, 2, 3, 5, 8],
  ofFurniture,
);
export const WORDS_END: Feature = set.kinds('words and last sign', 3 * 16, short, 'no full stop');
export const WORDS_STOPS: Feature = set.kinds('words and stop words', 8 * 6, short, fewStops);
export const WORDS_CAPITALS: Feature = set.kinds('words and capitals', 8 * 6, short, linkLike);
export const WORDS_FURNITURE: Feature = set.kinds(
  'words and words of the lexicon',
  8 * 4,
  short,
  ofFurniture,
);
export const BLANKS: Feature = set.kinds('blank lines around', 9, 'set apart');
export const GROUP_SIZE: Feature = set.scale(
  'lines without a blank line',
  [1, 2, 3, 5, 8, 14, 25, 60],
  'set apart',
  'in a row of lines',
);
export const GROUP_MEAN: Feature = set.scale(
  'words a line without a blank line',
  [1, 2, 3, 4, 6, 9, 14, 22, 40],
  'among short lines',
);

export const offsets: readonly number[] = [-3, -2, -1, 1, 2, 3];
const neighbour = (name: string, bins: number, phrase: string): Feature[] =>
  offsets.map((offset) => set.kinds(`${name} at ${offset > 0 ? '+' : ''}${offset}`, bins, phrase));
export const NEAR_WORDS: readonly Feature[] = neighbour('words and stop', 17, 'short lines around it');
export const NEAR_STOPS: readonly Feature[] = neighbour('stop words', 11, 'short lines around it');
export const NEAR_GROUP: readonly Feature[] = neighbour(
  'lexicon',
  lineGroupCount + 1,
  'page furniture around it',
);
export const NEXT_PAIR: Feature = set.kinds('words here and next', 8 * 9, 'short lines around it');
export const PREVIOUS_PAIR: Feature = set.kinds('words here and before', 8 * 9, 'short lines around it');

export const BEFORE: Feature = set.scale('lines since a sentence', distanceEdges, noSentence);
export const AFTER: Feature = set.scale('lines to a sentence', distanceEdges, noSentence);
export const BETWEEN: Feature = set.kinds('between sentences', 7 * 7, noSentence);
export const SHORT_RUN: Feature = set.scale('short lines in a row', distanceEdges, 'in a row of short lines');
export const windows: readonly number[] = [2, 5, 12, 30];
const windowed = (name: string, edges: readonly number[], phrase: string): Feature[] =>
  windows.map((lines) => set.scale(`${name} within ${lines}`, edges, phrase));
export const DENSITY_BEFORE: readonly Feature[] = windowed('density before', shareEdges, noSentence);
export const DENSITY_AFTER: readonly Feature[] = windowed('density after', shareEdges, noSentence);
export const MASS_BEFORE: readonly Feature[] = windowed(
  'text before',
  [1, 4, 10, 20, 40, 80, 160, 320, 640],
  noSentence,
);
export const MASS_AFTER: readonly Feature[] = windowed(
  'text after',
  [1, 4, 10, 20, 40, 80, 160, 320, 640],
  noSentence,
);
export const HITS: readonly Feature[] = windowed('lexicon lines', shareEdges, 'page furniture around it');
export const NEAR_FURNITURE: readonly Feature[] = windowed(
  'words of the lexicon',
  shareEdges,
  'page furniture around it',
);
export const REPEATED_NEAR: readonly Feature[] = windowed(
  'repeated lines',
  shareEdges,
  'lines that the page repeats around it',
);
export const DATED_NEAR: readonly Feature[] = windowed(
  'short lines with figures',
  shareEdges,
  'dates or counts around it',
);
export const CAPITAL_NEAR: readonly Feature[] = windowed(
  'lines like titles',
  shareEdges,
  'a list of titles around it',
);
export const ALIKE: readonly Feature[] = windowed(
  'lines of its shape',
  [1, 2, 3, 5, 8, 14, 25],
  'one of many lines alike',
);
export const TITLE: Feature = set.scale(
  'lines to the title',
  signedEdges,
  'before the title',
  'far behind the title',
);
export const TITLE_WORDS: Feature = set.kinds('words and lines to the title', 8 * 5, 'before the title');
export const SEGMENT: Feature = set.scale('place to the densest part', signedEdges, away);
export const SEGMENT_WORDS: Feature = set.kinds('words and place to the densest part', 8 * 5, away);
export const WIDE_SEGMENT: Feature = set.scale('place to the wide densest part', signedEdges, away);
export const READ: Feature = set.scale(
  'share of text before',
  [0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.999],
  away,
);
export const POSITION: Feature = set.scale(
  'place in the file',
  [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98],
  away,
);
export const FROM_START: Feature = set.scale('lines from the start', distanceEdges, 'at the top of the page');
export const FROM_END: Feature = set.scale('lines to the end', distanceEdges, 'at the end of the page');
export const SHARED: Feature = set.scale(
  'words of the body',
  [0, 0.001, 0.15, 0.3, 0.45, 0.6, 0.8],
  'other words than the body',
);
export const SHARED_WORDS: Feature = set.kinds(
  'words and words of the body',
  8 * 5,
  'other words than the body',
);
export const SINCE_COMMENTS: Feature = set.scale(
  'lines since a comment form',
  [1, 2, 4, 8, 20, 60, 200],
  'behind the comment form',
);
export const SINCE_OTHERS: Feature = set.scale(
  'lines since other articles',
  [1, 2, 3, 5, 8, 14, 25, 60],
  'behind links to other articles',
);
export const SINCE_COMMENT: Feature = set.scale(
  'lines since words of comments',
  [1, 2, 3, 4, 6, 9, 14, 25],
  'among comments',
);
export const TO_COMMENT: Feature = set.scale(
  'lines to words of comments',
  [1, 2, 3, 4, 6, 9, 14, 25],
  'among comments',
);
export const SINCE_RULE: Feature = set.scale(
  'lines since page furniture',
  [1, 2, 3, 5, 8, 14, 25, 60],
  'page furniture around it',
);
export const TO_RULE: Feature = set.scale(
  'lines to page furniture',
  [1, 2, 3, 5, 8, 14, 25, 60],
  'page furniture around it',
);
export const FILE_TEXT: Feature = set.scale('share of text in the file', shareEdges, 'a page of short lines');
export const FILE_WORDS: Feature = set.kinds('words and share of text', 8 * 6, short);
export const FILE_HITS: Feature = set.scale(
  'share of lexicon lines in the file',
  [0.001, 0.01, 0.03, 0.06, 0.1, 0.15, 0.25],
  'a page of short lines',
);
export const FILE_LINES: Feature = set.scale(
  'lines of the file',
  [5, 10, 20, 40, 80, 160, 320, 640],
  'a short page',
  'a long page',
);
export const FILE_SIZE: Feature = set.kinds('words and lines of the file', 8 * 5, short);
