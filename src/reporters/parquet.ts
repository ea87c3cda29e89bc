import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { Article } from '../model/article.ts';
import type { Reporter } from './reporter.ts';
import { cleanedText } from './txt.ts';

/** Articles of one row group: enough to compress well, few enough for memory. */
const MAX_GROUP_ROWS = 10_000;
/** The same in UTF-16 code units of text, kept and removed. */
const MAX_GROUP_UNITS = 2 ** 22;

/** A column: its type in the file, and what an article has there. */
interface Column {
  readonly type: 'STRING' | 'JSON' | 'INT32' | 'DATE';
  readonly isNullable?: boolean;
  readonly valueOf: (article: Article) => unknown;
}

const columns: Readonly<Record<string, Column>> = {
  path: { type: 'STRING', valueOf: ({ path }) => path },
  sha256: { type: 'STRING', valueOf: ({ sha256 }) => sha256 },
  bytes: { type: 'INT32', valueOf: ({ bytes }) => bytes },
  encoding: { type: 'STRING', valueOf: ({ encoding }) => encoding },
  language: { type: 'STRING', isNullable: true, valueOf: ({ language }) => language },
  title: { type: 'STRING', isNullable: true, valueOf: ({ title }) => title },
  subtitle: { type: 'STRING', isNullable: true, valueOf: ({ subtitle }) => subtitle },
  byline: { type: 'STRING', isNullable: true, valueOf: ({ byline }) => byline },
  published: {
    type: 'DATE',
    isNullable: true,
    valueOf: ({ published }) => (published === null ? null : new Date(`${published}T00:00:00Z`)),
  },
  duplicate_of: { type: 'STRING', isNullable: true, valueOf: ({ duplicateOf }) => duplicateOf },
  text: { type: 'STRING', valueOf: cleanedText },
  fields: { type: 'JSON', valueOf: ({ fields }) => fields },
  paragraphs: { type: 'JSON', valueOf: ({ paragraphs }) => paragraphs },
  removed: { type: 'JSON', valueOf: ({ removed }) => removed },
};

const physicalTypes = {
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  JSON: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  INT32: { type: 'INT32' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
} as const;

/**
 * Apache Parquet: a row for each article, the blocks in columns of JSON, and the head and the skipped inputs of the output in
 * the metadata of the file. Row groups are handed out as they fill. (Not in the register of reporters: its library would slow
 * down the start of every command.)
 */
export function parquetReporter(): Reporter<Uint8Array> {
  const bytes = new ByteWriter();
  const metadata: { key: string; value: string }[] = [];
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'article', num_children: Object.keys(columns).length },
      ...Object.entries(columns).map(([name, { type, isNullable = false }]) => ({
        name,
        repetition_type: isNullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
        ...physicalTypes[type],
      })),
    ],
    kvMetadata: metadata,
    createdBy: 'cleancopy',
  });
  let group: Article[] = [];
  let groupUnits = 0;
  const writeGroup = (): void => {
    const columnData = Object.entries(columns).map(([name, { valueOf }]): ColumnSource => ({
      name,
      data: group.map(valueOf),
    }));
    // the writer has no `flush`, so this returns when all is written
    void writer.write({ columnData, rowGroupSize: group.length });
    group = [];
    groupUnits = 0;
  };
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  return {
    open(head) {
      metadata.push({ key: 'cleancopy.head', value: JSON.stringify(head) });
      return take();
    },
    article(article) {
      group.push(article);
      for (const blocks of [article.paragraphs, article.removed])
        for (const { text } of blocks) groupUnits += text.length;
      if (group.length < MAX_GROUP_ROWS && groupUnits < MAX_GROUP_UNITS) return new Uint8Array();
      writeGroup();
      return take();
    },
    close(_groups, skipped) {
      if (group.length > 0) writeGroup();
      metadata.push({ key: 'cleancopy.skipped', value: JSON.stringify(skipped) });
      void writer.finish();
      return [take()];
    },
  };
}
