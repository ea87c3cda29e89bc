import type { ArticleFrame } from '../pipeline/options.ts';
import type { Reporter } from './reporter.ts';
import { toJson } from '../text/to-json.ts';

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
 * `readOutput` reads this layout as a stream. Members stand in the order in which they were made, which is that of
 * their types: copying every block to sort its members would cost a tenth of a run.
 */
export function jsonReporter(): Reporter {
  let count = 0;
  const frame: ArticleFrame = (index) => {
    count = index + 1;
    return { before: index === 0 ? '\n    ' : ',\n    ', after: '' };
  };
  return {
    frame,
    open(head) {
      const members = Object.entries(head);
      return `{\n${members.map(([name, value]) => `  "${name}": ${toJson(value)},\n`).join('')}  "articles": [`;
    },
    article: (article, index) => frame(index).before + toJson(article),
    *close(groups, skipped) {
      yield count === 0 ? '],\n' : '\n  ],\n';
      yield* list('groups', groups);
      yield ',\n';
      yield* list('skipped', skipped);
      yield '\n}\n';
    },
    *closeJson(groups, skipped) {
      yield `${count === 0 ? '],\n' : '\n  ],\n'}  "groups": [`;
      let isEmpty = true;
      yield* groups((index) => {
        isEmpty = false;
        return { before: `${index === 0 ? '' : ','}\n    `, after: '' };
      });
      yield isEmpty ? '],\n' : '\n  ],\n';
      yield* list('skipped', skipped);
      yield '\n}\n';
    },
  };
}

function* list(name: string, items: Iterable<unknown>): Generator<string, void, undefined> {
  yield `  "${name}": [`;
  let count = 0;
  for (const item of items) yield `${count++ === 0 ? '' : ','}\n    ${toJson(item)}`;
  yield count === 0 ? ']' : '\n  ]';
}
