import { isUpperCase } from './punctuation.ts';

/** Words that open a byline, and how the line goes on: with a name, or with a colon and a name. */
const openers: readonly string[] = [
  'By ', 'BY ', 'Von ', 'Par ', 'Por ', 'Di ', 'Door ', 'Af ', 'Av ', 'Text: ', 'Author: ', 'Autor: ', 'Autora: ',
  'Auteur : ', 'Written by ', 'Posted by ', 'Reported by ', 'Story by ', 'Words by ', 'Автор: ', 'Текст: ', 'بقلم: ', 'بقلم ', 'كتب: ', '文/', '作者：', '作者:', '记者：', '文：',
]; // prettier-ignore

/** Openers by their first two letters: a quick look that sends nearly all blocks away. */
const openersByStart: ReadonlyMap<string, readonly string[]> = new Map(
  openers.map((opener) => {
    const start = opener.slice(0, 2);
    return [start, openers.filter((other) => other.startsWith(start))];
  }),
);

/** Words that join the parts of a name or several names. */
const joiners: ReadonlySet<string> = new Set(
  'and und et y e i and, & de del della di da dos van von der den la le el al bin ibn of for in at mit für to with'.split(
    ' ',
  ),
);
/** Words that follow "By" in a heading and never begin a name. */
const noNames: ReadonlySet<string> = new Set(
  'the a an any all my our your this that these those way contrast far now then what how why some no law sea air land'.split(
    ' ',
  ),
);

const MAX_UNITS = 90;
const MAX_WORDS = 10;

/** The same as numbers, for texts that are no strings yet. */
const starts: ReadonlySet<number> = new Set(
  openers.map((opener) => (opener.charCodeAt(0) << 16) | opener.charCodeAt(1)),
);

/** The name alone by which an agency signs a story at its end. */
const signOffs: ReadonlySet<string> = new Set(['Reuter', 'REUTER', 'Reuters', 'REUTERS']);
const SIGN_OFF_START = 'R'.charCodeAt(0);
const MAX_SIGN_OFF_UNITS = 7;

/** Whether the text from `start` to `end` may be an agency's sign-off: one look sends nearly all blocks away. */
export function mayBeSignOff(text: Uint16Array, start: number, end: number): boolean {
  return end - start <= MAX_SIGN_OFF_UNITS && text[start] === SIGN_OFF_START;
}

/** The agency that signs a story with its name alone, or null. */
export function readSignOff(text: string): string | null {
  return signOffs.has(text) ? text : null;
}

/** Whether the text from `start` to `end` is short enough for a byline and begins like one. */
export function mayBeByline(text: Uint16Array, start: number, end: number): boolean {
  const length = end - start;
  return length >= 2 && length <= MAX_UNITS && starts.has((text[start] << 16) | text[start + 1]);
}

/**
 * The name in a byline, or null when the line is none: an opener such as "By", then capitalised words only; or an
 * agency's sign-off.
 *
 * @example
 * readByline('By Jane Doe and John Roe, Daily Planet'); // 'Jane Doe and John Roe, Daily Planet'
 * readByline('By the Numbers'); // null
 */
export function readByline(text: string): string | null {
  if (text.length > MAX_UNITS) return null;
  if (readSignOff(text) !== null) return text;
  const opener = openersByStart.get(text.slice(0, 2))?.find((candidate) => text.startsWith(candidate));
  if (opener === undefined || text.includes('\n')) return null;
  const name = text.slice(opener.length).trim();
  const words = name.split(/\s+/);
  if (words.length > MAX_WORDS || name === '' || /[.!?:;]$/.test(name)) return null;
  // scripts without case say no more than the opener does
  if (!/\p{Lu}/u.test(name)) return /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(name) ? null : name;
  if (words.length < 2 || noNames.has(words[0].toLowerCase())) return null;
  for (const word of words) {
    if (joiners.has(word.toLowerCase())) continue;
    if (!isUpperCase(word.charCodeAt(0)) && !/^[('"@|–—-]/.test(word)) return null;
  }
  return name;
}
