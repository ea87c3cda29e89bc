import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { failed, findings, hostilePath, passed, report } from './reported.ts';

interface TestCase {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: { readonly '@message': string; readonly '#text': string };
  readonly error?: { readonly '@type': string; readonly '@message': string };
}

interface Suite {
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@errors': string;
  readonly testcase: readonly TestCase[];
}

function parse(xml: string): Suite {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'testcase',
  });
  return (parser.parse(xml) as { readonly testsuites: { readonly testsuite: Suite } }).testsuites.testsuite;
}

test('JUnit has a case for each budget, failed when exceeded, and an error for each skipped input', () => {
  const suite = parse(report('junit'));
  expect([suite['@tests'], suite['@failures'], suite['@errors']]).toEqual(['5', '3', '1']);
  expect(suite.testcase.map((item) => [item['@name'], item.failure !== undefined])).toEqual([
    ['--max-duplicate-share', true],
    ['--max-boilerplate-share', false],
    ['--max-duplicate-articles', true],
    ['--max-loss', true],
    [hostilePath.replace('\u001b', '\\x1b').replace('\n', '\\x0a'), false],
  ]);
  expect(suite.testcase[4].error?.['@type']).toBe('BINARY');
});

test('a failed case lists the findings of its budget with their places', () => {
  const suite = parse(report('junit'));
  expect(suite.testcase[0].failure?.['#text']).toContain(
    'repeats news/a.txt:12 (near, 0.93): "::error::x ]]>',
  );
  expect(suite.testcase[0].failure?.['#text']).not.toContain('share-widget');
  expect(suite.testcase[2].failure?.['#text']).toContain('news/c.txt: holds nothing');
});

test('JUnit of a passed check has no failure', () => {
  const suite = parse(report('junit', passed, []));
  expect([suite['@tests'], suite['@failures']]).toEqual(['4', '0']);
});

test('JUnit says how many findings it does not list', () => {
  expect(report('junit', failed, findings, 1)).toContain('3 more findings not listed');
});

test('JUnit holds no character that XML has no place for', () => {
  expect(report('junit')).toMatch(/^[\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/);
});
