import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { SourceReaderOptions } from '../../../src/inputs/source-reader.ts';
import { SourceReader } from '../../../src/inputs/source-reader.ts';
import { SourceError } from '../../../src/inputs/source-error.ts';
import { asOrdinaryUser, scratchFolder } from './scratch.ts';

const onWindows = process.platform === 'win32';

function readerOf(folder: string, names: readonly string[], options?: SourceReaderOptions): SourceReader {
  return new SourceReader(
    names.map((path) => ({ path, absolutePath: path === '-' ? '-' : join(folder, path) })),
    options,
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function failureOf(action: () => unknown): Pick<SourceError, 'path' | 'code' | 'cause'> {
  try {
    action();
  } catch (error) {
    if (error instanceof SourceError) return { path: error.path, code: error.code, cause: error.cause };
    throw error;
  }
  throw new Error('it should have thrown');
}

describe('SourceReader', () => {
  it.each([0, 64, 1000, 32 * 2 ** 20])(
    'gives the bytes of each file in any order with a cache of %i bytes',
    (cacheBytes) => {
      const texts = Array.from({ length: 40 }, (_, index) => String(index).repeat(index * 3));
      const names = texts.map((_, index) => `${index}.txt`);
      const folder = scratchFolder(Object.fromEntries(names.map((name, index) => [name, texts[index]])));
      const reader = readerOf(folder, names, { cacheBytes });
      for (let step = 0; step < 200; step++) {
        const index = (step * 7) % texts.length;
        expect(textOf(reader.read(index))).toBe(texts[index]);
        expect(reader.unchanged(index)).toBe(true);
      }
    },
  );

  it.each([0, 4 * 2 ** 20])(
    'gives slices of small and of large files with a cache of %i bytes',
    (cacheBytes) => {
      const large = Array.from({ length: 60_000 }, (_, index) => String(index % 10)).join('');
      const folder = scratchFolder({ 'large.txt': large.repeat(2), 'small.txt': '0123456789' });
      const reader = readerOf(folder, ['large.txt', 'small.txt'], { cacheBytes });
      reader.read(0);
      reader.read(1);
      expect(textOf(reader.readSlice(0, 59_995, 60_005))).toBe('5678901234');
      expect(textOf(reader.readSlice(1, 2, 5))).toBe('234');
      expect(textOf(reader.readSlice(0, 0, 0))).toBe('');
      writeFileSync(join(folder, 'large.txt'), 'shorter');
      expect(failureOf(() => reader.readSlice(0, 3, 9)).code).toBe('CHANGED');
    },
  );

  it('gives the raw bytes, NUL and invalid UTF-8 among them', () => {
    const folder = scratchFolder();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256);
    writeFileSync(join(folder, 'a.txt'), bytes);
    expect(Buffer.compare(readerOf(folder, ['a.txt']).read(0), bytes)).toBe(0);
    expect(Buffer.compare(readerOf(folder, ['a.txt'], { cacheBytes: 0 }).read(0), bytes)).toBe(0);
  });

  it('reads a small file from memory the second time', () => {
    const folder = scratchFolder({ 'a.txt': 'first' });
    const reader = readerOf(folder, ['a.txt']);
    reader.read(0);
    rmSync(join(folder, 'a.txt'));
    expect(textOf(reader.read(0))).toBe('first');
    expect(reader.unchanged(0)).toBe(false);
  });

  it('says that a file vanished, before or between readings', () => {
    const folder = scratchFolder({ 'a.txt': 'a' });
    const reader = readerOf(folder, ['a.txt', 'b.txt'], { cacheBytes: 0 });
    const cause = 'there is no file or folder of this name (ENOENT)';
    reader.read(0);
    rmSync(join(folder, 'a.txt'));
    expect(failureOf(() => reader.read(0))).toEqual({ path: 'a.txt', code: 'VANISHED', cause });
    expect(failureOf(() => reader.read(1))).toEqual({ path: 'b.txt', code: 'VANISHED', cause });
  });

  it('notices a file that grew, was replaced, or was written with the same size', () => {
    const folder = scratchFolder({
      'a.txt': 'aaaa',
      'b.txt': 'bbbb',
      'c.txt': 'cccc',
      'd.txt': 'dddd',
      new: 'bbbb',
    });
    const reader = readerOf(folder, ['a.txt', 'b.txt', 'c.txt', 'd.txt'], { cacheBytes: 0 });
    for (let index = 0; index < 4; index++) reader.read(index);
    appendFileSync(join(folder, 'a.txt'), 'a');
    renameSync(join(folder, 'new'), join(folder, 'b.txt'));
    writeFileSync(join(folder, 'c.txt'), 'CCCC');
    utimesSync(join(folder, 'c.txt'), 1, 1);
    for (let index = 0; index < 3; index++) {
      expect(reader.unchanged(index)).toBe(false);
      expect(failureOf(() => reader.read(index))).toMatchObject({
        code: 'CHANGED',
        cause: 'it changed during the run',
      });
    }
    expect(reader.unchanged(3)).toBe(true);
    expect(textOf(reader.read(3))).toBe('dddd');
  });

  it('notices a change behind unchanged size and time of modification', () => {
    const folder = scratchFolder({ 'a.txt': 'aaaa' });
    const file = join(folder, 'a.txt');
    const reader = readerOf(folder, ['a.txt'], { cacheBytes: 0 });
    const { atime, mtime } = statSync(file);
    reader.read(0);
    const before = statSync(file).ctimeMs;
    while (statSync(file).ctimeMs === before) {
      writeFileSync(file, 'bbbb');
      utimesSync(file, atime, mtime);
    }
    expect(failureOf(() => reader.read(0)).code).toBe('CHANGED');
  });

  it('knows of nothing unchanged that it has not read', () => {
    expect(readerOf(scratchFolder({ 'a.txt': 'a' }), ['a.txt']).unchanged(0)).toBe(false);
  });

  it('refuses a file above the limit and takes one that just fits', () => {
    const folder = scratchFolder({ 'a.txt': 'x'.repeat(101), 'b.txt': 'x'.repeat(100) });
    const reader = readerOf(folder, ['a.txt', 'b.txt'], { maxBytes: 100, cacheBytes: 0 });
    const cause = 'it holds 101 bytes or more, and the limit is 100 (--max-file-size)';
    expect(failureOf(() => reader.read(0))).toEqual({ path: 'a.txt', code: 'TOO_LARGE', cause });
    expect(reader.read(1)).toHaveLength(100);
  });

  it('refuses a folder', () => {
    const folder = scratchFolder({ 'n/a.txt': 'a' });
    expect(failureOf(() => readerOf(folder, ['n']).read(0)).code).toBe('UNREADABLE');
  });

  it.skipIf(onWindows)('refuses a pipe that took the place of a file, without waiting for a writer', () => {
    const folder = scratchFolder({ 'a.txt': 'a' });
    const reader = readerOf(folder, ['a.txt'], { cacheBytes: 0 });
    reader.read(0);
    rmSync(join(folder, 'a.txt'));
    execFileSync('mkfifo', [join(folder, 'a.txt')]);
    expect(failureOf(() => reader.read(0))).toMatchObject({
      code: 'UNREADABLE',
      cause: 'it is a named pipe, not a regular file',
    });
  });

  it.skipIf(onWindows)('says that permission was denied', async () => {
    const folder = scratchFolder({ 'a.txt': 'a' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'a.txt'), 0o000);
    const reader = readerOf(folder, ['a.txt']);
    const failure = await asOrdinaryUser(() => failureOf(() => reader.read(0)));
    expect(failure).toEqual({ path: 'a.txt', code: 'UNREADABLE', cause: 'permission denied (EACCES)' });
  });

  it('gives standard input as often as it is asked for, and says when there is none', () => {
    const stdin = new TextEncoder().encode('piped');
    const reader = readerOf('', ['-'], { stdin });
    expect(textOf(reader.read(0))).toBe('piped');
    expect(textOf(reader.read(0))).toBe('piped');
    expect(reader.unchanged(0)).toBe(true);
    expect(failureOf(() => readerOf('', ['-']).read(0)).code).toBe('UNREADABLE');
    expect(failureOf(() => readerOf('', ['-'], { stdin, maxBytes: 4 }).read(0)).code).toBe('TOO_LARGE');
  });
});
