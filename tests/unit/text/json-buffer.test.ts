import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonBuffer } from '../../../src/text/json-buffer.ts';
import { toJson } from '../../../src/text/to-json.ts';

const written = (write: (out: JsonBuffer) => void): string => {
  const out = new JsonBuffer();
  out.json('[');
  write(out);
  return Buffer.from(out.take()).toString().slice(1);
};

describe('JsonBuffer', () => {
  const special = fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\u0000',
    '\u001f',
    ' ',
    '~',
    '\u007f',
    '\u0085',
    'é',
    '…',
    '\u2028',
    '川',
    '😀',
  );
  const text = fc.string({ unit: fc.oneof(special, fc.constantFrom(...'abcXYZ019.,;:!')), maxLength: 200 }); // prettier-ignore

  it('writes UTF-8 from any place as toJson writes its text', () => {
    fc.assert(
      fc.property(text, text, text, (before, body, behind) => {
        const bytes = Buffer.from(before + body + behind);
        const start = Buffer.byteLength(before);
        const end = start + Buffer.byteLength(body);
        expect(written((out) => out.utf8(bytes, start, end))).toBe(toJson(body));
      }),
    );
  });

  it('writes strings and JSON of any characters', () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(written((out) => out.string(body))).toBe(toJson(body));
        expect(written((out) => out.json(body))).toBe(body);
      }),
    );
  });

  it.each([0, 9, 10, 99, 100, 12_345, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 7, 10 ** 15])('writes the integer %d', (value) => {
    expect(written((out) => out.integer(value))).toBe(String(value));
  }); // prettier-ignore
});
