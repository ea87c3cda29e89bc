import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { failed, findings, passed, report } from './reported.ts';

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: ReadonlyArray<{
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [Location];
        readonly relatedLocations?: readonly [Location];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }>;
      readonly tool: { readonly driver: { readonly rules: ReadonlyArray<{ readonly id: string }> } };
      readonly invocations: readonly [
        {
          readonly exitCode: number;
          readonly toolExecutionNotifications: ReadonlyArray<{ readonly level: string }>;
        },
      ];
    },
  ];
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly endLine: number };
  };
}

// the official schema is of draft 4
const schema = JSON.parse(
  readFileSync(new URL('../../../../fixtures/schemas/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

test.each([
  ['findings and a failed verdict', report('sarif')],
  ['a passed verdict', report('sarif', passed, [])],
  ['more findings than are listed', report('sarif', failed, findings, 1)],
])('SARIF of %s fits the official schema', (_, text) => {
  const value: unknown = JSON.parse(text);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
});

test('the official schema refuses what is no SARIF', () => {
  const value = JSON.parse(report('sarif')) as { runs: { results: { level: string }[] }[] };
  value.runs[0].results[0].level = 'deadly';
  expect(validate(value)).toBe(false);
});

test('SARIF has a result at the lines of each finding, with its rule, witness and fingerprint', () => {
  const [run] = (JSON.parse(report('sarif')) as Sarif).runs;
  expect(run.results).toHaveLength(findings.length);
  for (const [index, { ruleId, ruleIndex, locations, partialFingerprints }] of run.results.entries()) {
    const { rule, path, lines = [1, 1], fingerprint } = findings[index];
    expect(ruleId).toBe(rule);
    expect(run.tool.driver.rules[ruleIndex].id).toBe(rule);
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(artifactLocation.uri.split('/').map(decodeURIComponent).join('/')).toBe(path);
    expect(artifactLocation.uri).toMatch(/^[\w./%!~*'()-]+$/);
    expect([region.startLine, region.endLine]).toEqual(lines);
    expect(partialFingerprints).toEqual({ 'cleancopyContent/v1': fingerprint });
  }
  expect(run.results[1].relatedLocations?.[0].physicalLocation.region).toEqual({
    startLine: 12,
    endLine: 13,
  });
});

test('text of the input makes no link and no placeholder in SARIF', () => {
  const [run] = (JSON.parse(report('sarif')) as Sarif).runs;
  for (const { message } of run.results) expect(message.text).not.toMatch(/(?<!\\)[[\]]|(?<!\{)\{(?!\{)/);
});

test('budgets that are exceeded, skipped inputs and unlisted findings are notifications', () => {
  const levels = (text: string): readonly string[] =>
    (JSON.parse(text) as Sarif).runs[0].invocations[0].toolExecutionNotifications.map(({ level }) => level);
  expect(levels(report('sarif', failed, findings, 1))).toEqual([
    'error',
    'error',
    'error',
    'warning',
    'note',
  ]);
  expect(levels(report('sarif', passed, []))).toEqual([]);
  expect((JSON.parse(report('sarif')) as Sarif).runs[0].invocations[0].exitCode).toBe(1);
});
