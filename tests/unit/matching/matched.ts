import { Buffer } from 'node:buffer';
import * as table from '../../../src/matching/block-table.ts';
import type { BlockReader } from '../../../src/matching/block-reader.ts';
import { emptySet, matchNames, type ArticleSet } from '../../../src/pipeline/article-set.ts';
import { match } from '../../../src/pipeline/match.ts';
import { resolveSettings, type IngestOptions } from '../../../src/pipeline/options.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { decodeSlice } from '../../../src/text/decode.ts';
import { normalise } from '../../../src/text/normalise.ts';

/** Invented paragraphs. */
export const bridge =
  'The town council of Marlow Vale voted on Tuesday evening to rebuild the old stone bridge over the river before the winter floods return.';
export const cost =
  'Engineers expect the work to cost about 4 million crowns, most of which will come from the regional fund for roads and public transport.';
export const ferry =
  'Until the bridge opens again a small ferry will carry pupils and market traders across the water from six in the morning until nine at night.';
export const farmer =
  'Local farmer Odila Brandt said she had waited eleven years for this decision and would believe in it when the first stone was laid.';
export const museum =
  'A new museum of glass opened in the harbour quarter of Lindhaven on Sunday, and the queue at its doors reached as far as the fish market.';

/** Reads blocks from memory. */
export function memoryReader(set: ArticleSet, files: readonly Uint8Array[]): BlockReader {
  const originalText = (block: number): string => {
    const { source, encoding } = set.files[set.blocks.article[block]];
    return decodeSlice(
      files[source].subarray(set.blocks.byteStart[block], set.blocks.byteEnd[block]),
      encoding,
    );
  };
  return {
    originalText,
    comparedText: (block) => normalise(originalText(block)).replaceAll(' ', ''),
    sameText: (a, b) => normalise(originalText(a)) === normalise(originalText(b)),
  };
}

export interface Matched {
  readonly set: ArticleSet;
  /**
   * For each article what became of each block: "kept", "boilerplate"; removed, "exact 0.3", "near 0.3", "contained 0.3" or "contained
   * 0.3 0.4"; kept and linked, "variant 0.3", "linked 0.3" where no fact differs, "extends 0.3". A second link follows behind a comma.
   */
  readonly verdicts: readonly (readonly string[])[];
  /** For each article the one that holds all its text, or -1. */
  readonly duplicateOf: readonly number[];
}

/** Prepares and matches articles that are given block by block. */
export function matchArticles(
  articles: readonly (readonly string[])[],
  options: IngestOptions = {},
): Matched {
  const settings = resolveSettings(options);
  const files = articles.map((blocks) => Buffer.from(blocks.join('\n\n')));
  const set = emptySet();
  files.forEach((bytes, source) => prepare(bytes, source, settings, set));
  match(set, settings, memoryReader(set, files));
  const { blocks } = set;
  const place = (block: number): string =>
    `${blocks.article[block]}.${block - blocks.firstBlock[blocks.article[block]]}`;
  const placesOf = (block: number): string => table.witnessRun(blocks, block).map(place).join(' ');
  const verdictOf = (block: number): string => {
    switch (blocks.verdict[block]) {
      case table.BOILERPLATE:
        return 'boilerplate';
      case table.DUPLICATE: {
        const second = table.secondLink(blocks, block);
        const more = second === undefined ? '' : `, ${linkName(second)} ${place(second.witness)}`;
        return `${matchNames[blocks.match[block]]} ${placesOf(block)}${more}`;
      }
      case table.VARIANT:
      case table.EXTENSION:
        return `${linkName({ verdict: blocks.verdict[block], differs: blocks.differs[block] })} ${placesOf(block)}`;
      default:
        return 'kept';
    }
  };
  const verdicts = articles.map((_, article) =>
    Array.from({ length: blocks.firstBlock[article + 1] - blocks.firstBlock[article] }, (__, index) =>
      verdictOf(blocks.firstBlock[article] + index),
    ),
  );
  return { set, verdicts, duplicateOf: [...set.duplicateOf] };
}

function linkName({ verdict, differs }: Pick<table.SecondLink, 'verdict' | 'differs'>): string {
  if (verdict === table.EXTENSION) return 'extends';
  return differs === 0 ? 'linked' : 'variant';
}
