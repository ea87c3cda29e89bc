import { describe, expect, test } from 'vitest';
import { restorePath } from '../../../src/pipeline/restore-path.ts';

describe('restorePath', () => {
  test.each([
    ['a.txt', ['a.txt']],
    ['../../a/b.txt', ['a', 'b.txt']],
    ['-', ['stdin.txt']],
    ['...', ['...']],
    ['a/..b/c', ['a', '..b', 'c']],
  ])('takes %j apart', (path, names) => {
    expect(restorePath(path, false)).toEqual(names);
    expect(restorePath(path, true)).toEqual(names);
  });

  test('takes a backslash for a letter where it is one, and refuses it on Windows', () => {
    expect(restorePath('..\\..\\a.txt', false)).toEqual(['..\\..\\a.txt']);
    for (const path of ['..\\..\\a.txt', 'C:/a.txt', 'a.txt:stream']) {
      expect(() => restorePath(path, true)).toThrow(expect.objectContaining({ code: 'UNSAFE_PATH' }));
    }
  });
});
