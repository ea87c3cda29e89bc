import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileSink, type Sink } from '../../../src/cli/sink.ts';
import { writeOutput } from '../../../src/cli/write-output.ts';
import { makeFolder } from '../pipeline/sample-folder.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const large = 'x'.repeat(300_000);

async function* pieces(
  ...items: readonly (string | (() => void))[]
): AsyncGenerator<string, void, undefined> {
  for (const item of items) {
    await Promise.resolve();
    if (typeof item === 'string') yield item;
    else item();
  }
}

describe('writeOutput', () => {
  test('writes nothing under the name of the file before everything is written', async () => {
    const { signal } = new AbortController();
    const seen: string[][] = [];
    const look = (): unknown => seen.push(readdirSync(folder));
    await writeOutput(pieces('a', large, look, 'b'), await fileSink(join(folder, 'x.json'), signal), signal);
    expect(seen).toEqual([[expect.stringMatching(/^\.cleancopy-[0-9a-f]{16}\.tmp$/) as string]]);
    expect(readdirSync(folder)).toEqual(['x.json']);
    expect(readFileSync(join(folder, 'x.json'), 'utf8')).toBe(`a${large}b`);
  });

  test('leaves an older file as it was, and nothing else, when a piece fails', async () => {
    writeFileSync(join(folder, 'x.json'), 'older');
    const { signal } = new AbortController();
    const fail = (): never => {
      throw new Error('no more');
    };
    const sink = await fileSink(join(folder, 'x.json'), signal);
    await expect(writeOutput(pieces(large, fail), sink, signal)).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual(['x.json']);
    expect(readFileSync(join(folder, 'x.json'), 'utf8')).toBe('older');
  });

  test('removes its temporary file in the moment of an abort, and never renames it', async () => {
    const controller = new AbortController();
    const sink = await fileSink(join(folder, 'x.json'), controller.signal);
    let left: string[] = ['nothing looked'];
    const abort = (): void => {
      controller.abort(new Error('interrupted'));
      left = readdirSync(folder);
    };
    await expect(writeOutput(pieces(large, abort, 'b'), sink, controller.signal)).rejects.toThrow(
      'interrupted',
    );
    expect(left).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('stops taking pieces when nobody reads them', async () => {
    let written = 0;
    let isDiscarded = false;
    const sink: Sink = {
      write: () => Promise.resolve(++written < 2),
      commit: () => Promise.reject(new Error('must not be final')),
      discard: () => Promise.resolve(void (isDiscarded = true)),
    };
    const unreachable = (): never => {
      throw new Error('was read on');
    };
    await writeOutput(pieces(large, large, unreachable), sink, new AbortController().signal);
    expect([written, isDiscarded]).toEqual([2, true]);
  });
});

describe('fileSink', () => {
  test('says what is wrong with a folder that is not there', async () => {
    const { signal } = new AbortController();
    await expect(fileSink(join(folder, 'no', 'x.json'), signal)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      args: { cause: 'ENOENT' },
    });
  });

  test('replaces a symbolic link and leaves alone what it leads to', async () => {
    const { signal } = new AbortController();
    mkdirSync(join(folder, 'private'));
    writeFileSync(join(folder, 'private', 'key'), 'secret');
    symlinkSync(join(folder, 'private', 'key'), join(folder, 'x.json'));
    await writeOutput(pieces('a'), await fileSink(join(folder, 'x.json'), signal), signal);
    expect(readFileSync(join(folder, 'private', 'key'), 'utf8')).toBe('secret');
    expect(readFileSync(join(folder, 'x.json'), 'utf8')).toBe('a');
  });
});
