import { createRequire } from 'node:module';
import { unitsOf } from './units.ts';

/** Loaded when a text has an ampersand: its tables are unpacked at once. */
const require = createRequire(import.meta.url);
let entities: typeof import('entities') | undefined;

/** Entities, tags and double encodings nest at most this deep in practice; more rounds change nothing. */
const ROUNDS = 3;

/** How far a tag, an entity or a link target may reach; longer ones are text that looks like markup. */
const MAX_TAG = 300;
const MAX_ENTITY = 32;
const MAX_TARGET = 500;

/** Characters that windows-1252 has at 0x80 to 0x9f, by code unit. */
const windows1252 = new Map<number, number>(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, index) => [
    character.charCodeAt(0),
    0x80 + index,
  ]),
);

/** The byte behind a character of windows-1252 or ISO-8859-1, or -1. */
function legacyByte(unit: number): number {
  if (unit < 0x100) return unit;
  return windows1252.get(unit) ?? -1;
}

const isContinuation = (unit: number): boolean => {
  const byte = legacyByte(unit);
  return byte >= 0x80 && byte < 0xc0;
};

/** Whether the letter at `index` can begin a UTF-8 sequence that was read as windows-1252; the text ends at `end`. */
export function startsMojibake(units: Uint16Array, index: number, end: number): boolean {
  const lead = units[index];
  const next = index + 1 < end ? units[index + 1] : 0;
  if (!isContinuation(next)) return false;
  // leads of Latin, Greek, Cyrillic and Arabic: other two-byte leads are letters that precede quotes in real text
  const twoBytes =
    (lead >= 0xc2 && lead <= 0xc5) || (lead >= 0xce && lead <= 0xd1) || lead === 0xd8 || lead === 0xd9;
  // C2 leads to controls below A0: real only inside text that was encoded twice, where they stand as controls
  if (twoBytes) return !(lead === 0xc2 && next > 0xff);
  const threeBytes = lead >= 0xe2 && lead <= 0xef;
  return threeBytes && index + 2 < end && isContinuation(units[index + 2]);
}

/** Whether markup that normalisation drops begins at `index`, where `&`, `<` or `]` stands; the text ends at `end`. */
export function startsMarkup(units: Uint16Array, index: number, end: number): boolean {
  const unit = units[index];
  if (unit === 0x26) return entityEnd(units, index, end) > 0;
  if (unit === 0x3c) return tagEnd(units, index, end) > 0;
  return unit === 0x5d && targetEnd(units, index, end) > 0;
}

const isLetter = (unit: number): boolean => (unit | 32) >= 0x61 && (unit | 32) <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** End of the entity that begins at `start`, or 0. */
function entityEnd(units: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end, start + MAX_ENTITY);
  for (let i = start + 1; i < limit; i++) {
    const unit = units[i];
    if (unit === 0x3b) return i > start + 1 ? i + 1 : 0;
    if (!isLetter(unit) && !isDigit(unit) && !(unit === 0x23 && i === start + 1)) return 0;
  }
  return 0;
}

/** End of the tag that begins at `start`, or 0. */
function tagEnd(units: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end, start + MAX_TAG);
  if (start + 1 >= limit) return 0;
  const next = units[start + 1];
  if (!isLetter(next) && next !== 0x2f && next !== 0x21) return 0;
  for (let i = start + 2; i < limit; i++) {
    const unit = units[i];
    if (unit === 0x3e) return i + 1;
    if (unit === 0x3c) return 0;
  }
  return 0;
}

/** End of the Markdown link target whose `](` begins at `start`, or 0. */
function targetEnd(units: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end, start + MAX_TARGET);
  if (start + 1 >= limit || units[start + 1] !== 0x28) return 0;
  for (let i = start + 2; i < limit; i++) {
    const unit = units[i];
    if (unit === 0x29) return i + 1;
    if (unit === 0x20 || unit === 0x0a) return 0;
  }
  return 0;
}

const mojibakeLead = /[\u00c2-\u00ef]/;

/** Repairs UTF-8 that was read as windows-1252 or ISO-8859-1, sequence by sequence. */
function repairMojibake(text: string): string {
  if (!mojibakeLead.test(text)) return text;
  const units = unitsOf(text);
  let result = '';
  let done = 0;
  for (let i = 0; i < units.length; i++) {
    const lead = units[i];
    if (lead < 0xc2 || lead > 0xef || !startsMojibake(units, i, units.length)) continue;
    const second = legacyByte(units[i + 1]) & 0x3f;
    const length = lead < 0xe0 ? 2 : 3;
    const codePoint =
      length === 2
        ? ((lead & 0x1f) << 6) | second
        : ((lead & 0x0f) << 12) | (second << 6) | (legacyByte(units[i + 2]) & 0x3f);
    const overlong = length === 3 && codePoint < 0x800;
    if (overlong || (codePoint >= 0xd800 && codePoint <= 0xdfff)) continue;
    result += text.slice(done, i) + String.fromCharCode(codePoint);
    i += length - 1;
    done = i + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** Drops HTML tags and the targets of Markdown links. A tag that breaks a line leaves a space. */
function dropMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('](')) return text;
  const units = unitsOf(text);
  const { length } = units;
  let result = '';
  let done = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i];
    const end = unit === 0x3c ? tagEnd(units, i, length) : unit === 0x5d ? targetEnd(units, i, length) : 0;
    if (end === 0) continue;
    result += text.slice(done, i);
    if (unit === 0x5d) {
      const open = result.lastIndexOf('[');
      if (open >= 0)
        result = result.slice(0, result[open - 1] === '!' ? open - 1 : open) + result.slice(open + 1);
    } else if (/^<\/?(?:br|p|div|li|ul|ol|h[1-6]|tr|td|table)\b/i.test(text.slice(i, i + 8))) {
      result += ' ';
    }
    i = end - 1;
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

/**
 * Decodes HTML entities, repairs mojibake and drops markup: everything of normalisation that looks at more
 * than one character at a time and is not part of Unicode.
 */
export function repair(text: string): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = repairMojibake(decodeEntities(current));
    if (next === current) break;
    current = next;
  }
  return dropMarkup(current);
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  entities ??= require('entities') as typeof import('entities');
  return entities.decodeHTMLStrict(text);
}
