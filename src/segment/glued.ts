import type { Decoded } from '../text/decode.ts';
import { encodedSize, encode } from '../text/decode.ts';
import { isMultiByte } from '../text/encodings.ts';
import { decodeUnits } from '../text/units.ts';
import { isSpace } from './lines.ts';
import { endsSentence, isLowerCase, isUpperCase, opensQuote, signs, CLOSING_QUOTE } from './punctuation.ts';

/** A line longer than this is a whole body in one line: no paragraph of news is so long. */
export const GLUED_UNITS = 2000;
/** Least size of a piece, so that pieces are long enough to be compared; in scripts without spaces a letter says more. */
const MIN_PIECE_UNITS = 200;
const MIN_UNSPACED_UNITS = 60;
/** Without the end of a sentence for so long, any white space is a border: tables of figures, text without full stops. */
const MAX_SENTENCE_UNITS = 2000;

/** How far the end of a sentence is looked for behind closing quotes and brackets. */
const CLOSER_UNITS = 8;

/** Whether a code unit is of a script that puts no spaces between words. */
function isUnspaced(unit: number): boolean {
  return (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff) || endsWithSpace(unit);
}

/** Thai, Lao, Burmese and Khmer: a space ends a clause there, and no sign does. */
function endsWithSpace(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff)
  );
}

/** Full stops of Chinese and Japanese, behind which no space stands. */
function isWideStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff61;
}

/**
 * Places inside a line, as pairs of end and next start, at which a glued body falls into pieces of one sentence or a few. A piece ends at the
 * first end of a sentence behind its least size. So the borders depend on what stands shortly before them alone, and two
 * copies with other beginnings fall into the same pieces after a few sentences. Own rules and not those of Intl.Segmenter: its
 * data change with the runtime, and the same input must give the same output everywhere.
 */
export function findSentenceBorders(text: Uint16Array, start: number, end: number): number[] {
  const borders: number[] = [];
  let pieceStart = start;
  for (let i = start + 1; i < end; i++) {
    if (i - pieceStart < MIN_UNSPACED_UNITS) {
      i = Math.min(end, pieceStart + MIN_UNSPACED_UNITS);
      if (i === end) break;
    }
    const before = text[i - 1];
    // inside a word, which most places are
    if (before >= 0x61 && before <= 0x7a && text[i] > 0x20 && text[i] < 0x7f) continue;
    const least = isUnspaced(before) || isWideStop(before) ? MIN_UNSPACED_UNITS : MIN_PIECE_UNITS;
    if (i - pieceStart < least) continue;
    const next = text[i];
    if (!isSpace(next)) {
      if (!endsWithoutSpace(text, pieceStart, i, end)) continue;
      borders.push(i, i);
      pieceStart = i;
      continue;
    }
    let after = i + 1;
    while (after < end && isSpace(text[after])) after++;
    const isBorder =
      (endsSentence(text, Math.max(pieceStart, i - CLOSER_UNITS), i) && !isLowerCase(text[after])) ||
      endsWithSpace(before) ||
      i - pieceStart >= MAX_SENTENCE_UNITS;
    if (isBorder && after < end) {
      borders.push(i, after);
      pieceStart = after;
    }
    i = after;
  }
  return borders;
}

/** Whether a sentence ends before `at`, where no space stands: behind a wide full stop, or as in "the end.The beginning". */
function endsWithoutSpace(text: Uint16Array, start: number, at: number, end: number): boolean {
  const before = text[at - 1];
  const next = text[at];
  // what closes the sentence stays with it
  if (signs[next] & CLOSING_QUOTE && !opensQuote(next)) return false;
  if (isWideStop(before)) return !isWideStop(next);
  if (signs[before] & CLOSING_QUOTE && isWideStop(text[at - 2])) return true;
  return (
    before === 0x2e &&
    at - 2 > start &&
    at + 1 < end &&
    isLowerCase(text[at - 2]) &&
    isLowerCase(text[at - 3]) &&
    isUpperCase(next) &&
    isLowerCase(text[at + 1])
  );
}

/**
 * Size in the file of the code units from `start` to `end`, which are whole characters. To be asked only where the text is
 * exact, so that its encoding gives the bytes of the file.
 */
export function sizeInFile(
  text: Uint16Array,
  start: number,
  end: number,
  encoding: Decoded['encoding'],
): number {
  if (isMultiByte(encoding)) return encode(decodeUnits(text, start, end), encoding).length;
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    let characters = 0;
    for (let i = start; i < end; i++) if (text[i] < 0xdc00 || text[i] > 0xdfff) characters++;
    return 4 * characters;
  }
  if (encoding !== 'utf-8') return encodedSize(0, encoding) * (end - start);
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const unit = text[i];
    // each half of a surrogate pair stands for two of its four bytes
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
