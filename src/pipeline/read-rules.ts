import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { UserRule } from '../boilerplate/user-rule.ts';
import { CleancopyError } from '../model/errors.ts';
import { compileSchema, type Schema } from './check-schema.ts';
import { findJsonError } from './find-json-error.ts';

/**
 * Reads a file of the user's own rules, for the option `rules` of `ingest`.
 *
 * @throws CleancopyError `RULES_UNREADABLE`, `RULES_BROKEN`, `RULES_SHAPE`
 *
 * @example
 * const rules = await readRules('rules.json');
 * const run = await ingest(['news'], { rules });
 * console.log(run.head.summary.blocks.boilerplate);
 */
export async function readRules(file: string): Promise<readonly UserRule[]> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'no reason is known';
    throw new CleancopyError('RULES_UNREADABLE', { file, cause }, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const line = text.slice(0, findJsonError(text)).split('\n').length;
    throw new CleancopyError('RULES_BROKEN', { file, line });
  }
  const schemaFile = new URL('../model/rules.schema.json', import.meta.url);
  const misfit = compileSchema(JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema)(value);
  if (misfit !== null) {
    const { member, expected } = misfit;
    throw new CleancopyError('RULES_SHAPE', { file, member: member === '' ? 'it' : member, expected });
  }
  return (value as { readonly rules: readonly UserRule[] }).rules;
}
