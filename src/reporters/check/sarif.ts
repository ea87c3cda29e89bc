import { rules } from '../../boilerplate/rules/index.ts';
import { showSafely } from '../../model/errors.ts';
import { version } from '../../model/version.ts';
import type { Finding } from '../../model/finding.ts';
import { toJson } from '../../text/to-json.ts';
import type { CheckReporter } from './check-reporter.ts';
import { describeBudget, describeFinding, describeUnlisted } from './describe.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What each rule is; families of boilerplate say it themselves. */
const meanings: ReadonlyMap<string, string> = new Map([
  ...rules.map(({ name, why }) => [name, why] as const),
  ['recurring-short-block', 'A short line that stands at the end of many articles.'],
  ['exact-duplicate', 'Text that is equal to kept text after normalisation.'],
  ['near-duplicate', 'Text that is nearly equal to kept text, with no fact that differs.'],
  ['contained-duplicate', 'Text that is contained in kept text: cut off, split or merged.'],
  ['duplicate-article', 'An article that holds nothing that another one does not.'],
  ['loss', 'An article of which more is removed than its budget allows.'],
]);

/**
 * SARIF 2.1.0, for code scanning: a result at the lines of each finding, with the kept text as a related location. Budgets and
 * inputs that could not be read are notifications of the invocation, since they have no place.
 */
export function sarifCheckReporter(): CheckReporter {
  let count = 0;
  const ruleNumbers = new Map<string, number>();
  return {
    open: () =>
      `{\n  "$schema": "${schema}",\n  "version": "2.1.0",\n  "runs": [{\n    "columnKind": "utf16CodeUnits",\n    "results": [`,
    finding(finding) {
      const ruleIndex = ruleNumbers.get(finding.rule) ?? ruleNumbers.size;
      ruleNumbers.set(finding.rule, ruleIndex);
      return `${count++ === 0 ? '' : ','}\n      ${toJson(resultOf(finding, ruleIndex))}`;
    },
    // rules stand behind the results: only then it is known which there are
    *close({ passed, budgets, skipped }, unlisted) {
      const driver = {
        name: 'cleancopy',
        version,
        semanticVersion: version,
        rules: [...ruleNumbers.keys()].map((id) => ({
          id,
          shortDescription: { text: escapeMessage(meanings.get(id) ?? `Text that the rule ${id} strips.`) },
          defaultConfiguration: { level: id === 'loss' ? 'error' : 'warning' },
        })),
      };
      const notes = unlisted === 0 ? [] : [notification('note', describeUnlisted(unlisted))];
      const over = budgets.filter(({ isOver }) => isOver);
      const unread = skipped.map(({ path, message }) => ({
        ...notification('warning', message),
        locations: [location(path)],
      }));
      const invocation = {
        // the tool has done its work, whatever it found
        executionSuccessful: true,
        exitCode: passed ? (skipped.length > 0 ? 3 : 0) : 1,
        toolExecutionNotifications: [
          ...over.map((budget) => notification('error', describeBudget(budget))),
          ...unread,
          ...notes,
        ],
      };
      yield count === 0 ? ']' : '\n    ]';
      yield `,\n    "tool": ${toJson({ driver })},\n    "invocations": [${toJson(invocation)}]\n  }]\n}\n`;
    },
  };
}

function resultOf(finding: Finding, ruleIndex: number): unknown {
  const { kind, rule, path, lines = [1, 1], witness, fingerprint } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: kind === 'loss' ? 'error' : 'warning',
    message: { text: escapeMessage(describeFinding(finding)) },
    locations: [location(path, lines)],
    ...(witness && {
      relatedLocations: [
        {
          id: 1,
          ...location(witness.path, witness.lines ?? [1, 1]),
          message: { text: 'the text that is kept' },
        },
      ],
    }),
    partialFingerprints: { 'cleancopyContent/v1': fingerprint },
  };
}

function notification(level: 'error' | 'warning' | 'note', text: string): Readonly<Record<string, unknown>> {
  return { level, message: { text: escapeMessage(showSafely(text)) } };
}

function location(
  path: string,
  lines?: readonly [first: number, last: number],
): Readonly<Record<string, unknown>> {
  const region = lines && { startLine: lines[0], endLine: lines[1] };
  const artifactLocation = { uri: toUri(path), uriBaseId: '%SRCROOT%' };
  return { physicalLocation: { artifactLocation, ...(region && { region }) } };
}

/** A path as a relative reference: what means something in one is written in per cent. */
function toUri(path: string): string {
  const names = path.replaceAll(/\p{Surrogate}/gu, '\ufffd').split('/');
  return names.map(encodeURIComponent).join('/');
}

/** In messages of SARIF brackets make links and braces placeholders. */
function escapeMessage(text: string): string {
  return text.replaceAll(/[\\[\]]/g, '\\$&').replaceAll(/[{}]/g, '$&$&');
}
