import { join } from 'node:path';

import { loadDumps } from './dumps.ts';
import type { Examples, Mask } from './examples.ts';
import { loadPages, type Page } from './pages.ts';

/** Parts of the examples that are tested by models that have not seen them. */
export const FOLDS = 5;
/** How much one of our own dumps weighs, in all of its layouts, where a page of the public set weighs 1. */
const DUMP_WEIGHT = 7;
/** What is hidden in a copy of a page, in turn. */
const masks: readonly Mask[] = ['language', 'lexicon', 'case', 'lexicon'];
const MASKED_WEIGHT = 0.5;

/** The labels of the lines of a page of a set. */
export type Labeller = (set: string, page: Page) => Int8Array | undefined;

/**
 * Pages as converted in two ways, articles alone, copies of pages in which something is hidden, and our own dumps.
 *
 * @param folder with wcxb-dev-ht and wcxb-dev-bs
 * @param labelsOf labels that are known already
 */
export function collect(
  examples: Examples,
  folder: string,
  dumps: string,
  labelsOf: Labeller = () => undefined,
): void {
  const [blockSet, nodeSet] = ['wcxb-dev-ht', 'wcxb-dev-bs'];
  const pages = loadPages(join(folder, blockSet));
  const nodes = loadPages(join(folder, nodeSet));
  pages.forEach((page, index) => {
    const fold = foldOf(page.site);
    const isEven = index % 2 === 0;
    const known = examples.add(blockSet, page, 1, fold, 'nothing', labelsOf(blockSet, page));
    // every other page is learned from in both conversions; all are tested on
    const node = nodes[index];
    const knownNodes = examples.add(nodeSet, node, isEven ? 1 : 0, fold, 'nothing', labelsOf(nodeSet, node));
    if (isEven) examples.add('gold', { ...page, raw: page.gold }, 0.3, fold, 'nothing', 'article');
    const mask = masks[index % masks.length];
    const hidden = index % 8 < 4 ? page : node;
    examples.add(`no ${mask}`, hidden, MASKED_WEIGHT, fold, mask, hidden === page ? known : knownNodes);
  });
  for (const { name, variants } of loadDumps(dumps)) {
    const language = name.slice(0, 2);
    // a language's dumps stay together, so that each is tested by models that have not seen it
    const fold = foldOf(language);
    const weight = DUMP_WEIGHT / variants.length;
    for (const { raw, labels, article } of variants) {
      const page = { id: name, site: name, language, raw, gold: article };
      examples.add('own dumps', page, weight, fold, 'nothing', labels);
    }
  }
}

/** Pages of one site stay together, or the model would be tested on menus that it has seen. */
function foldOf(site: string): number {
  let hash = 7;
  for (const character of site) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 3) % FOLDS;
}
