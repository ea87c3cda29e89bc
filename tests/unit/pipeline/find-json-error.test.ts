import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonError } from '../../../src/pipeline/find-json-error.ts';

describe('findJsonError', () => {
  test.each([
    ['{"a": 1, "b": x}', 14],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['[1, 2', 5],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['["a\nb"]', 1],
    ['[1}', 2],
    ['[] []', 3],
    ['', 0],
    ['01', 1],
    ['[1, "ab', 7],
    ['["ab\\', 5],
  ])('finds the place in %j', (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });

  test('finds nothing in what JSON.stringify makes, and something in what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', '}', '"', ',', 'x', '\n'),
        (value, at, insert) => {
          const text = JSON.stringify(value, null, 1);
          expect(findJsonError(text)).toBe(text.length);
          const place = at % (text.length + 1);
          const damaged = text.slice(0, place) + insert + text.slice(place + 1);
          let parses = true;
          try {
            JSON.parse(damaged);
          } catch {
            parses = false;
          }
          const found = findJsonError(damaged);
          expect(found).toBeLessThanOrEqual(damaged.length);
          expect(parses && found < damaged.length).toBe(false);
        },
      ),
    );
  });
});
