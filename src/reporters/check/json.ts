import { toJson } from '../../text/to-json.ts';
import type { CheckReporter } from './check-reporter.ts';

/** One JSON object with a line for each finding, then the verdict. */
export function jsonCheckReporter(): CheckReporter {
  let count = 0;
  return {
    open: ({ version, settings }) =>
      `{\n  "schema": "cleancopy-check/1",\n  "version": ${toJson(version)},\n  "settings": ${toJson(settings)},\n  "findings": [`,
    finding: (finding) => `${count++ === 0 ? '' : ','}\n    ${toJson(finding)}`,
    *close({ findings: counts, ...verdict }, unlisted) {
      yield count === 0 ? ']' : '\n  ]';
      for (const [name, value] of Object.entries({ unlisted, counts, ...verdict }))
        yield `,\n  "${name}": ${toJson(value)}`;
      yield '\n}\n';
    },
  };
}
