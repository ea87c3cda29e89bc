import { Buffer } from 'node:buffer';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/inputs/source-error.ts';
import { SourceReader } from '../../../src/inputs/source-reader.ts';
import { emptySet } from '../../../src/pipeline/article-set.ts';
import { FileBlockReader } from '../../../src/pipeline/file-block-reader.ts';
import { resolveSettings } from '../../../src/pipeline/options.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { makeFolder } from './sample-folder.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A reader over files that have been read once. Nothing is kept in memory, so each look goes to the disk. */
function readerOf(files: Readonly<Record<string, string | Uint8Array>>): {
  reader: FileBlockReader;
  folder: string;
} {
  const folder = makeFolder(files);
  folders.push(folder);
  const sources = Object.keys(files).map((path) => ({ path, absolutePath: join(folder, path) }));
  const sourceReader = new SourceReader(sources, { cacheBytes: 0 });
  const set = emptySet();
  sources.forEach((_, source) => prepare(sourceReader.read(source), source, resolveSettings({}), set));
  return { reader: new FileBlockReader(set.blocks, (article) => set.files[article], sourceReader), folder };
}

describe('the way back from a block to its text', () => {
  it('gives the text as the file holds it, and as it is compared', () => {
    const { reader } = readerOf({ 'a.txt': 'One “Title”\n\nTwo  words — here.', 'b.txt': 'Three.' });
    expect(reader.originalText(1)).toBe('Two  words — here.');
    expect(reader.comparedText(1)).toBe('twowords-here.');
    expect([reader.originalText(2), reader.comparedText(0), reader.comparedText(0)]).toEqual(['Three.', 'one"title"', 'one"title"']);
  });

  it('compares texts over encodings, in one file and in two', () => {
    const { reader } = readerOf({
      'a.txt': 'Größe.\n\nGRÖSSE.\n\nGröße.\n\n GRÖßE.',
      'b.txt': Buffer.from('\ufeffGröße.', 'utf16le'),
      'c.txt': Buffer.from('Gr\xf6\xdfe.', 'latin1'),
    });
    expect([reader.sameText(0, 2), reader.sameText(0, 3), reader.sameText(0, 4), reader.sameText(4, 5)]).toEqual([true, true, true, true]);
    expect(reader.sameText(0, 1)).toBe(false);
  });

  it('says when a file is no longer what it was', () => {
    const { reader, folder } = readerOf({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    appendFileSync(join(folder, 'a.txt'), ' More.');
    expect(() => reader.originalText(0)).toThrow(SourceError);
    rmSync(join(folder, 'b.txt'));
    expect(() => reader.comparedText(1)).toThrow(SourceError);
  });
}); // prettier-ignore
