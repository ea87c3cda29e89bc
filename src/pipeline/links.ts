import * as table from '../matching/block-table.ts';
import type { BlockReference, LinkedEntry, WitnessReference } from '../model/article.ts';
import { factNames } from '../similarity/facts.ts';
import { matchNames } from './article-set.ts';

/** The members of an entry that name other kept text. */
export type Links = Pick<LinkedEntry, 'variantOf' | 'extends'>;

type PathOf = (article: number) => string;

/** The witness of a removed block, as the output names it. */
export function witnessOf(blocks: table.BlockTable, block: number, pathOf: PathOf): WitnessReference {
  const home = blocks.article[blocks.witness[block]];
  const run = table.witnessRun(blocks, block).map((witness) => witness - blocks.firstBlock[home]);
  return { path: pathOf(home), block: run[0], ...(run.length > 1 && { blocks: run }) };
}

/** The link of a kept block, or the further link of a removed one; undefined when it has none. */
export function linksOf(blocks: table.BlockTable, block: number, pathOf: PathOf): Links | undefined {
  const verdict = blocks.verdict[block];
  if (verdict === table.VARIANT || verdict === table.EXTENSION) {
    const link = {
      verdict,
      match: blocks.match[block],
      similarity: blocks.similarity[block],
      differs: blocks.differs[block],
    };
    return describe(link, witnessOf(blocks, block, pathOf));
  }
  const second = table.secondLink(blocks, block);
  return second === undefined ? undefined : describe(second, referenceTo(blocks, second.witness, pathOf));
}

function describe(link: Omit<table.SecondLink, 'witness'>, witness: WitnessReference): Links {
  const similarity = link.similarity / 10_000;
  if (link.verdict === table.EXTENSION) return { extends: { ...witness, similarity } };
  const differs = factNames(link.differs);
  return { variantOf: { ...witness, match: matchNames[link.match], similarity, differs } };
}

function referenceTo(blocks: table.BlockTable, block: number, pathOf: PathOf): BlockReference {
  const home = blocks.article[block];
  return { path: pathOf(home), block: block - blocks.firstBlock[home] };
}
