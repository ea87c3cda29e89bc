import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { BlockTable } from '../../../../src/matching/block-table.ts';
import { sharedMemory } from '../../../../src/matching/memory.ts';
import { TextTable } from '../../../../src/matching/text-table.ts';
import { WordCounts, WordLog } from '../../../../src/matching/word-counts.ts';
import { emptySet, type ArticleSet } from '../../../../src/pipeline/article-set.ts';
import { resolveSettings } from '../../../../src/pipeline/options.ts';
import { prepare } from '../../../../src/pipeline/prepare.ts';
import { packArticles, unpackArticles } from '../../../../src/pipeline/workers/article-batch.ts';
import { fileFactsAt, otherEncodingsOf } from '../../../../src/pipeline/workers/file-columns.ts';
import { containedFiles, sampleFiles } from '../sample-folder.ts';

const settings = resolveSettings({});
/** Most lines in UTF-8, and one in windows-1252. */
const mixed = Buffer.concat([
  Buffer.from('Die Brücke über die Küste bleibt gesperrt.\n\n'),
  Buffer.from('Die Stra\xdfe nach S\xfcden ist gesperrt, sagte der B\xfcrgermeister.\n\n', 'latin1'),
  Buffer.from('Größe, Straße, Übermut und ein Fluß, der Hochwasser führt.\n'),
]);
const contents = [mixed, ...[...Object.values(containedFiles), ...Object.values(sampleFiles)].map((content) => Buffer.from(content))]; // prettier-ignore

/** Prepares articles in batches of one table that is used again and again, and puts them together. */
function inBatches(most: number): ArticleSet {
  const set = emptySet(undefined, sharedMemory);
  const log = new WordLog();
  const words = new WordCounts(undefined, log);
  const local = { ...emptySet(), blocks: new BlockTable(), texts: new TextTable(undefined, words) };
  let room: ArrayBuffer | undefined;
  for (let first = 0; first < contents.length; first += most) {
    local.files.length = 0;
    local.blocks.clear();
    local.texts.clear();
    log.clear();
    for (let source = first; source < Math.min(first + most, contents.length); source++)
      prepare(contents[source], source, settings, local);
    room = packArticles(local, log, room);
    const batch = unpackArticles(room);
    const others = otherEncodingsOf(local.files);
    set.blocks.append(batch.blocks, batch.firstBlock, set.texts.append(batch.texts, batch.shingles, batch.words));
    for (let row = 0; row < batch.files.source.length; row++) set.files.push(fileFactsAt(batch.files, row, undefined, others));
  }
  return set;
} // prettier-ignore

/** All that a set holds, in arrays. */
function contentOf({ files, blocks, texts }: ArticleSet): unknown {
  const { count } = texts;
  const shingles: number[] = [];
  texts.shingles.forEachChunk((chunk) => shingles.push(...chunk));
  const { firstBlock, ...columns } = blocks.columns();
  const { occursElsewhere } = texts.words.around('', '');
  return {
    files,
    firstBlock: [...firstBlock.subarray(0, files.length + 1)],
    blocks: Object.entries(columns).map(([name, column]) => [name, [...column.subarray(0, blocks.count)]]),
    counts: [blocks.count, blocks.articleCount, count, texts.shingles.size],
    texts: [texts.hashLow, texts.hashHigh, texts.bigrams, texts.numbers, texts.comparable, texts.shingleCount].map(
      (column) => [...column.subarray(0, count)],
    ),
    profiles: [...texts.profiles.subarray(0, 32 * count)],
    shingles,
    words: ['bridge', 'Brandt', 'museum', 'nobody', 'quist'].map((word) => occursElsewhere?.(word)),
  };
} // prettier-ignore

describe('batches of articles that are put together', () => {
  it.each([1, 2, 5, 99])('are the set as if prepared one after the other: %d at a time', (most) => {
    const set = emptySet();
    for (const [source, bytes] of contents.entries()) prepare(bytes, source, settings, set);
    expect(set.texts.count).toBeGreaterThan(20);
    expect(contentOf(inBatches(most))).toEqual(contentOf(set));
  });
});
