import type { Source } from '../inputs/discover.ts';
import { memberDefaults, type MemberOptions } from '../inputs/member.ts';
import type { ContainerReference } from '../model/article.ts';

/** The file that an article lies in, as the output names it; undefined for a file of its own. */
export function containerOf(
  { member }: Source,
  { textField, idField }: Pick<MemberOptions, 'textField' | 'idField'>,
): ContainerReference | undefined {
  if (member === undefined) return undefined;
  const { container: path, format } = member;
  if (format !== 'jsonl') return { path, format };
  return {
    path,
    format,
    ...(textField !== memberDefaults.textField && { textField }),
    ...(idField !== null && { idField }),
  };
}
