import type { BlockKind } from '../model/article.ts';
import { encodedSize, type Decoded } from '../text/decode.ts';
import type { Block } from './block.ts';
import { kindOf, startsListItem } from './kinds.ts';
import { splitLines, type Lines } from './lines.ts';
import { endsSentence, isLowerCase } from './punctuation.ts';
import { findContinuations, type LineShape } from './wrapping.ts';

const TAB_COLUMNS = 4;

/**
 * Cuts a file into blocks. A blank line always ends a block; a line end ends it unless the lines are
 * hard-wrapped (`wrapping.ts`). What lies between blocks is white space or the byte-order mark.
 */
export function segment(bytes: Uint8Array, decoded: Decoded): Block[] {
  const lines = splitLines(bytes, decoded);
  const shapes = measureLines(decoded.text, lines);
  const continues = findContinuations(shapes);
  const blocks: { -readonly [Member in keyof Block]: Block[Member] }[] = [];
  for (let first = 0; first < lines.count; first++) {
    if (shapes[first].length === 0) continue;
    let last = first;
    while (continues[last]) last++;
    blocks.push(blockOf(decoded, lines, first, last));
    first = last;
  }
  for (let i = 0; i < blocks.length; i++) {
    blocks[i].kind = kindOf(blocks[i].text, blocks[i + 1]?.text);
  }
  return blocks;
}

function blockOf(
  decoded: Decoded,
  lines: Lines,
  first: number,
  last: number,
): { kind: BlockKind } & Omit<Block, 'kind'> {
  const { text, encoding } = decoded;
  let start = lines.textStart[first];
  let byteStart = lines.byteStart[first];
  for (let unit = text.charCodeAt(start); isSpace(unit); unit = text.charCodeAt(++start)) {
    byteStart += encodedSize(unit, encoding);
  }
  let end = lines.textEnd[last];
  let byteEnd = lines.byteEnd[last];
  for (let unit = text.charCodeAt(end - 1); isSpace(unit); unit = text.charCodeAt(--end - 1)) {
    byteEnd -= encodedSize(unit, encoding);
  }
  return {
    kind: 'paragraph',
    text: text.slice(start, end),
    firstLine: first + 1,
    lastLine: last + 1,
    byteStart,
    byteEnd,
  };
}

/** White space as `\s` has it, which is what may lie between blocks. */
export function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit === 0xa0;
  return (
    unit === 0x3000 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x1680
  );
}

function measureLines(text: string, lines: Lines): LineShape[] {
  const shapes: LineShape[] = [];
  for (let i = 0; i < lines.count; i++) shapes.push(measureLine(text, lines.textStart[i], lines.textEnd[i]));
  return shapes;
}

const blank: LineShape = {
  length: 0,
  indent: 0,
  firstWord: 0,
  endsSentence: false,
  startsLower: false,
  isListItem: false,
};

function measureLine(text: string, lineStart: number, lineEnd: number): LineShape {
  let start = lineStart;
  let indent = 0;
  while (start < lineEnd && isSpace(text.charCodeAt(start))) {
    indent += text.charCodeAt(start) === 9 ? TAB_COLUMNS : 1;
    start++;
  }
  if (start === lineEnd) return blank;
  let end = lineEnd;
  while (isSpace(text.charCodeAt(end - 1))) end--;
  let word = start;
  while (word < end && !isSpace(text.charCodeAt(word))) word++;
  return {
    length: end - lineStart,
    indent,
    firstWord: word - start,
    endsSentence: endsSentence(text, start, end),
    startsLower: isLowerCase(text.charCodeAt(start)),
    isListItem: startsListItem(text, start, end),
  };
}
