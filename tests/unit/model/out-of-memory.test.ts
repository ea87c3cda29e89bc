import { expect, it } from 'vitest';
import { isOutOfMemory } from '../../../src/model/out-of-memory.ts';

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

it('tells an allocation that failed from other errors of range', () => {
  expect(isOutOfMemory(thrownBy(() => new ArrayBuffer(2 ** 52)))).toBe(true);
  expect(isOutOfMemory(thrownBy(() => 'x'.repeat(2 ** 28).repeat(8)))).toBe(true);
  expect(isOutOfMemory(thrownBy(() => 'x'.repeat(-1)))).toBe(false);
  expect(isOutOfMemory('allocation failed')).toBe(false);
});
