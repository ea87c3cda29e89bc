import type { PreparedColumns } from '../../matching/block-table.ts';
import type { TextColumns } from '../../matching/text-table.ts';
import type { WordLog } from '../../matching/word-counts.ts';
import { PROFILE_BUCKETS } from '../../similarity/bigram-profile.ts';
import type { ArticleSet } from '../article-set.ts';
import { writeFiles, type FileColumns } from './file-columns.ts';

/**
 * Articles that a worker prepared, as views of one buffer that is moved between threads without a copy. Behind five counts stand the
 * columns, each at a multiple of 8 bytes:
 *
 *     files blocks texts shingles words | firstBlock | columns of files | of blocks | of texts | shingles | words
 *
 * Numbers of articles, blocks and texts are those of the batch; sources have their own.
 */
export interface ArticleBatch {
  /** First block of each article, and the end of the last one. */
  readonly firstBlock: Uint32Array;
  readonly files: FileColumns;
  readonly blocks: PreparedColumns;
  readonly texts: TextColumns;
  /** Of all texts, one after the other. */
  readonly shingles: Int32Array;
  /** Hashes of the words that are counted, text by text, and how many each text has. */
  readonly words: { readonly hashes: Int32Array; readonly perText: Uint32Array };
}

/** How many there are of each: files, blocks, texts, shingles, words. */
type Counts = readonly number[];

const COUNTS = 5;
const ALIGNMENT = 8;

/** Hands out columns of a buffer one after the other; without a buffer it only measures. */
class Layout {
  bytes = 0;
  private readonly buffer: ArrayBuffer | undefined;

  constructor(buffer?: ArrayBuffer) {
    this.buffer = buffer;
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(...this.place(length, 1));
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(...this.place(length, 4));
  }

  int32(length: number): Int32Array {
    return new Int32Array(...this.place(length, 4));
  }

  private place(length: number, unit: number): [buffer: ArrayBuffer, start: number, length: number] {
    const start = this.bytes;
    this.bytes = Math.ceil((start + unit * length) / ALIGNMENT) * ALIGNMENT;
    return this.buffer === undefined ? [nothing, 0, 0] : [this.buffer, start, length];
  }
}

const nothing = new ArrayBuffer(0);

function layOut(layout: Layout, [files, blocks, texts, shingles, words]: Counts): ArticleBatch {
  layout.uint32(COUNTS);
  return {
    firstBlock: layout.uint32(files + 1),
    files: {
      source: layout.uint32(files),
      bytes: layout.uint32(files),
      replacements: layout.uint32(files),
      encoding: layout.uint8(files),
      bomBytes: layout.uint8(files),
      flags: layout.uint8(files),
    },
    blocks: {
      byteStart: layout.uint32(blocks),
      byteEnd: layout.uint32(blocks),
      firstLine: layout.uint32(blocks),
      lastLine: layout.uint32(blocks),
      units: layout.uint32(blocks),
      text: layout.int32(blocks),
      reasons: layout.uint32(blocks),
      kind: layout.uint8(blocks),
      role: layout.uint8(blocks),
      zone: layout.uint8(blocks),
      verdict: layout.uint8(blocks),
      rule: layout.uint8(blocks),
      confidence: layout.uint8(blocks),
    },
    texts: {
      hashLow: layout.int32(texts),
      hashHigh: layout.int32(texts),
      bigrams: layout.uint32(texts),
      profiles: layout.uint8(PROFILE_BUCKETS * texts),
      numbers: layout.int32(texts),
      comparable: layout.uint8(texts),
      shingleCount: layout.uint32(texts),
    },
    shingles: layout.int32(shingles),
    words: { hashes: layout.int32(words), perText: layout.uint32(texts) },
  };
}

/**
 * Packs a set in which articles were prepared and nothing else was done, and whose texts have noted their words in `log`.
 *
 * @param room memory that is used when it is large enough
 */
export function packArticles(set: ArticleSet, log: WordLog, room?: ArrayBuffer): ArrayBuffer {
  const { files, blocks, texts } = set;
  const counts = [files.length, blocks.count, texts.count, texts.shingles.size, log.count];
  const measure = new Layout();
  layOut(measure, counts);
  const buffer =
    room !== undefined && room.byteLength >= measure.bytes ? room : new ArrayBuffer(measure.bytes);
  new Uint32Array(buffer, 0, COUNTS).set(counts);
  const batch = layOut(new Layout(buffer), counts);
  batch.firstBlock.set(blocks.firstBlock.subarray(0, files.length + 1));
  writeFiles(batch.files, files);
  fill(batch.blocks, blocks);
  fill(batch.texts, texts);
  let at = 0;
  texts.shingles.forEachChunk((chunk) => {
    batch.shingles.set(chunk, at);
    at += chunk.length;
  });
  batch.words.hashes.set(log.hashes.subarray(0, log.count));
  // only texts that are compared have their words noted, and none where nothing is searched for
  let logged = 0;
  for (let text = 0; text < texts.count; text++) {
    const isLogged = texts.comparable[text] === 1 && log.perText.length > 0;
    batch.words.perText[text] = isLogged ? log.perText[logged++] : 0;
  }
  return buffer;
}

export function unpackArticles(buffer: ArrayBuffer): ArticleBatch {
  return layOut(new Layout(buffer), [...new Uint32Array(buffer, 0, COUNTS)]);
}

/** Copies as much of each column as there is room for. */
function fill<Columns extends Readonly<Record<keyof Columns, Uint8Array | Uint32Array | Int32Array>>>(
  columns: Columns,
  from: NoInfer<Columns>,
): void {
  for (const name of Object.keys(columns) as (keyof Columns)[]) {
    const column = columns[name];
    column.set(from[name].subarray(0, column.length));
  }
}
