import { repair } from './repair.ts';

/** Soft hyphens, zero-width spaces, marks of direction. Joiners stay: scripts of India and Persia need them, and so do emoji. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Latin ligatures as scanners and typesetters leave them. */
const ligatures = /[\ufb00-\ufb06]/g;
const hardSpaces = /[\u00a0\u2007\u202f]/g;

/**
 * A text without what scraping and wrong decoding left in it, to be read and not only compared: entities and UTF-8 that was read as
 * windows-1252 are decoded, tags and targets of Markdown links dropped, invisible characters too; hard spaces become spaces, ligatures letters, and accents one with their letters (NFC).
 *
 * @example
 * repairText('caf\u00c3\u00a9 &amp; <b>\ufb01n</b>'); // 'café & fin'
 */
export function repairText(text: string): string {
  return repair(text)
    .replace(invisible, '')
    .replace(hardSpaces, ' ')
    .replace(ligatures, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC');
}
