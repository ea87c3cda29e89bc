import { readFile, stat } from 'node:fs/promises';
import type { Decision } from '../model/decisions.ts';
import { CleancopyError } from '../model/errors.ts';

const MAX_BYTES = 64 * 2 ** 20;
const sha256Pattern = /^[0-9a-f]{64}$/;

/**
 * Reads a file of decisions, as the HTML review exports it.
 *
 * @throws CleancopyError `DECISIONS_BROKEN`
 */
export async function readDecisions(file: string): Promise<readonly Decision[]> {
  let value: unknown;
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes`);
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new CleancopyError('DECISIONS_BROKEN', { file, cause }, { cause: error });
  }
  const cause = findFault(value);
  if (cause !== undefined) throw new CleancopyError('DECISIONS_BROKEN', { file, cause });
  return (value as { readonly decisions: readonly Decision[] }).decisions;
}

function findFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'it is no JSON object';
  const { schema, decisions } = value as { readonly schema?: unknown; readonly decisions?: unknown };
  if (schema !== 'cleancopy-decisions/1') return '`schema` is not "cleancopy-decisions/1"';
  if (!Array.isArray(decisions)) return '`decisions` is no list';
  const wrong = decisions.findIndex((decision) => !isDecision(decision));
  return wrong < 0
    ? undefined
    : `entry ${wrong} of \`decisions\` needs \`path\`, \`sha256\`, \`block\` and a \`verdict\` of "accept" or "reject"`;
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== 'object' || value === null) return false;
  const { path, sha256, block, verdict } = value as Partial<Record<keyof Decision, unknown>>;
  return (
    typeof path === 'string' &&
    typeof sha256 === 'string' &&
    sha256Pattern.test(sha256) &&
    Number.isSafeInteger(block) &&
    Number(block) >= 0 &&
    (verdict === 'accept' || verdict === 'reject')
  );
}
