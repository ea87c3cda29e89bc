import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onTestFinished } from 'vitest';

/** Makes an empty folder for the current test, fills it with `files`, and removes it afterwards. */
export function scratchFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cleancopy-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs `action` without the rights of the superuser, who may read everything. */
export async function asOrdinaryUser<Result>(action: () => Promise<Result> | Result): Promise<Result> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return await action();
  process.seteuid(65_534);
  try {
    return await action();
  } finally {
    process.seteuid(0);
  }
}
