import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../src/page/route.ts';

describe('parseRoute', () => {
  test.each([
    ['', { view: 'overview', query: '', filter: '', sort: '' }],
    ['#/articles?q=a%20b&filter=copy', { view: 'articles', query: 'a b', filter: 'copy', sort: '' }],
    [
      '#/article/a%2Fb.txt/12',
      { view: 'article', path: 'a/b.txt', block: 12, query: '', filter: '', sort: '' },
    ],
    ['#/article/%', { view: 'article', query: '', filter: '', sort: '' }],
    ['#/article/a/99999999999', { view: 'article', path: 'a', query: '', filter: '', sort: '' }],
    ['#/constructor', { view: 'overview', query: '', filter: '', sort: '' }],
  ])('reads %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test('reads back every route', () => {
    const text = fc.string({ unit: 'grapheme' });
    const routes: fc.Arbitrary<Route> = fc
      .record({
        view: fc.constantFrom('articles', 'article', 'groups'),
        path: fc.string({ unit: 'grapheme', minLength: 1 }),
        block: fc.nat(999_999),
        query: text,
        filter: text,
        sort: text,
      })
      .map((route) => route satisfies Route);
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });
});
