import { Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { readStdin } from '../../../src/inputs/read-stdin.ts';

function* chunks(count: number): Generator<Uint8Array> {
  for (let index = 0; index < count; index++) yield new Uint8Array([index, index, index]);
}

describe('readStdin', () => {
  it('joins all that comes', async () => {
    expect([...(await readStdin(Readable.from(chunks(2)), 6))]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(await readStdin(Readable.from(chunks(0)), 6)).toHaveLength(0);
  });

  it('stops reading a stream that is too long', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken++;
        yield await Promise.resolve(new Uint8Array(10));
      }
    }
    await expect(readStdin(endless(), 25)).rejects.toMatchObject({
      name: 'SourceError',
      path: '-',
      code: 'TOO_LARGE',
    });
    expect(taken).toBe(3);
  });

  it('reports a stream that breaks', async () => {
    const stream = new Readable({
      read() {
        this.destroy(Object.assign(new Error('read failed'), { code: 'EIO' }));
      },
    });
    await expect(readStdin(stream, 25)).rejects.toMatchObject({ path: '-', code: 'UNREADABLE' });
  });
});
