import { readFile } from 'node:fs/promises';
import type { PageAssets } from '../reporters/html/document.ts';

/** Where the build puts the page; the same place from `src` and from `dist`. */
const folder = new URL('../../dist/page/', import.meta.url);

/** The compiled script and the style sheet of the HTML review. */
export async function readPageAssets(): Promise<PageAssets> {
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  return { script, style };
}
