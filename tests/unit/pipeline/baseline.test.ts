import { describe, expect, test } from 'vitest';
import { CleancopyError } from '../../../src/model/errors.ts';
import { Baseline, BaselineWriter } from '../../../src/pipeline/baseline.ts';

const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];

describe('a baseline', () => {
  test('accepts a content as often as it was there, and one copy more is new', () => {
    const writer = new BaselineWriter();
    for (const fingerprint of [b, a, b]) writer.add({ fingerprint });
    const json = [...writer.write()].join('');
    expect(JSON.parse(json)).toEqual({ schema: 'cleancopy-baseline/1', findings: { [a]: 1, [b]: 2 } });
    const baseline = Baseline.parse(json, 'x.json');
    expect([b, b, b, a].map((fingerprint) => baseline.accept({ fingerprint }))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(baseline.countGone()).toBe(0);
  });

  test('counts what is gone', () => {
    expect(new Baseline([[a, 3]]).countGone()).toBe(3);
  });

  test('has an entry a line, in their order, whatever the order of the findings', () => {
    const write = (...fingerprints: readonly string[]): string => {
      const writer = new BaselineWriter();
      for (const fingerprint of fingerprints) writer.add({ fingerprint });
      return [...writer.write()].join('');
    };
    expect(write(b, a)).toBe(
      `{\n  "schema": "cleancopy-baseline/1",\n  "findings": {\n    "${a}": 1,\n    "${b}": 1\n  }\n}\n`,
    );
    expect(write(a, b)).toBe(write(b, a));
    expect(JSON.parse(write())).toEqual({ schema: 'cleancopy-baseline/1', findings: {} });
  });

  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'its schema is not cleancopy-baseline/1'],
    ['null', 'it is no object'],
    ['{"schema":"cleancopy/1"}', 'its schema is not cleancopy-baseline/1'],
    ['{"schema":"cleancopy-baseline/1"}', 'it holds no findings'],
    ['{"schema":"cleancopy-baseline/1","findings":{"__proto__":1}}', 'the entry __proto__ is none'],
    [`{"schema":"cleancopy-baseline/1","findings":{"${a}":0}}`, `the entry ${a} is none`],
    [`{"schema":"cleancopy-baseline/1","findings":{"${a}":1.5}}`, `the entry ${a} is none`],
  ])('refuses %s', (json, cause) => {
    const parse = (): Baseline => Baseline.parse(json, 'x.json');
    expect(parse).toThrow(CleancopyError);
    expect(parse).toThrow(`The baseline x.json cannot be used: ${cause}`);
  });
});
