import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FileRing } from '../../../src/inputs/file-ring.ts';

function write(ring: FileRing, file: number, length: number): boolean {
  const room = ring.reserve(length + 1);
  if (room === undefined) return false;
  room.fill(file % 251);
  ring.keep(file, room, length);
  return true;
}

describe('FileRing', () => {
  it('gives back the files that were written last', () => {
    const ring = new FileRing(80);
    for (let file = 1; file <= 12; file++) write(ring, file, 9);
    expect(ring.get(12)).toEqual(new Uint8Array(9).fill(12));
    expect(ring.get(6)).toEqual(new Uint8Array(9).fill(6));
    expect(ring.get(1)).toBeUndefined();
  });

  it('refuses a file of more than an eighth of its memory and keeps the others', () => {
    const ring = new FileRing(80);
    write(ring, 1, 5);
    expect(write(ring, 2, 10)).toBe(false);
    expect(ring.get(1)).toHaveLength(5);
  });

  it('forgets what was reserved and never kept', () => {
    const ring = new FileRing(80);
    ring.reserve(5)?.fill(7);
    expect(ring.get(0)).toBeUndefined();
  });

  it('has room for thousands of small files, whatever their numbers', () => {
    const ring = new FileRing(20_000);
    for (let file = 0; file < 30_000; file++) write(ring, 3 * file, 4);
    for (let file = 26_000; file < 30_000; file++)
      expect(ring.get(3 * file)).toEqual(new Uint8Array(4).fill((3 * file) % 251));
    expect(ring.get(3 * 20_000)).toBeUndefined();
  });

  it('never gives bytes of another file, whatever the sizes', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 400 }), (lengths, capacity) => {
        const ring = new FileRing(capacity);
        lengths.forEach((length, file) => {
          write(ring, file, length);
          for (let earlier = 0; earlier <= file; earlier++) {
            const right = new Uint8Array(lengths[earlier]).fill(earlier);
            expect([undefined, right]).toContainEqual(ring.get(earlier));
          }
        });
      }),
    );
  });
});
