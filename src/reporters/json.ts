import type { Group, Skipped } from '../model/article.ts';
import { articleInOrder, groupInOrder, headInOrder, skippedInOrder } from './in-order.ts';
import type { Reporter } from './reporter.ts';
import { toJson } from './to-json.ts';

/**
 * One JSON object in which each article, each group and each skipped input stands on a line of its own:
 *
 * ```
 * {
 *   "schema": "cleancopy/1",
 *   "version": "…",
 *   "settings": {…},
 *   "summary": {…},
 *   "articles": [
 *     {…},
 *     {…}
 *   ],
 *   "groups": [],
 *   "skipped": []
 * }
 * ```
 *
 * `readOutput` reads this layout as a stream.
 */
export function jsonReporter(): Reporter {
  let count = 0;
  return {
    open(head) {
      const members = Object.entries(headInOrder(head));
      return `{\n${members.map(([name, value]) => `  "${name}": ${toJson(value)},\n`).join('')}  "articles": [`;
    },
    article(article, index) {
      count = index + 1;
      return `${index === 0 ? '' : ','}\n    ${toJson(articleInOrder(article))}`;
    },
    *close(groups, skipped) {
      yield count === 0 ? '],\n' : '\n  ],\n';
      yield* list<Group>('groups', groups, groupInOrder);
      yield ',\n';
      yield* list<Skipped>('skipped', skipped, skippedInOrder);
      yield '\n}\n';
    },
  };
}

function* list<Item>(
  name: string,
  items: Iterable<Item>,
  inOrder: (item: Item) => unknown,
): Generator<string, void, undefined> {
  yield `  "${name}": [`;
  let count = 0;
  for (const item of items) yield `${count++ === 0 ? '' : ','}\n    ${toJson(inOrder(item))}`;
  yield count === 0 ? ']' : '\n  ]';
}
