import { describe, expect, it } from 'vitest';
import { gapBefore } from '../../../src/pipeline/rebuild.ts';
import { describeWhitespace } from '../../../src/pipeline/whitespace.ts';

/** The gaps again, from the short form. */
function again(gaps: readonly string[]): string[] {
  const short = describeWhitespace(gaps);
  const others = new Map(short?.others);
  return gaps.map((_, block) => gapBefore(block, gaps.length - 1, short, others));
}

describe('the white space of a file', () => {
  it.each([
    ['an ordinary file', ['', '\n', '\n', '\n'], undefined],
    ['a file of one block', ['', '\n'], undefined],
    ['blank lines between', ['', '\n\n', '\n\n', '\n'], { between: '\n\n' }],
    ['no newline at the end', ['', '\n', ''], { others: [[2, '']] }],
    ['something in front', ['\n  ', '\n', '\n'], { others: [[0, '\n  ']] }],
    ['one place that differs', ['', '\n\n', '\n', '\n\n', '\n'], { between: '\n\n', others: [[2, '\n']] }],
    ['two gaps as often', ['', '\r\n', '\n\n', '\r\n'], { between: '\r\n', others: [[2, '\n\n'], [3, '\r\n']] }],
    ['an empty file', [''], { others: [[0, '']] }],
    ['a file of white space', [' \n\t\n'], { others: [[0, ' \n\t\n']] }],
    ['a newline alone', ['\n'], undefined],
  ])('is short for %s, and comes back', (_, gaps, expected) => {
    expect(describeWhitespace(gaps)).toEqual(expected);
    expect(again(gaps)).toEqual(gaps);
  }); // prettier-ignore
});
