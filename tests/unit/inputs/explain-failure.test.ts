import { describe, expect, it } from 'vitest';

import { explainFailure } from '../../../src/inputs/explain-failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: some system message, open '/home/anna/news.txt'`), { code });
}

describe('explainFailure', () => {
  it.each(['ENOENT', 'ENOTDIR', 'ESTALE'])('says that a file is gone for %s', (code) => {
    expect(explainFailure(systemError(code)).code).toBe('VANISHED');
  });

  it.each([
    'EACCES',
    'EPERM',
    'EISDIR',
    'EIO',
    'ELOOP',
    'ENXIO',
    'ENAMETOOLONG',
    'EMFILE',
    'ENFILE',
    'ENOMEM',
  ])('explains %s in words without a path', (code) => {
    const failure = explainFailure(systemError(code));
    expect(failure.code).toBe('UNREADABLE');
    expect(failure.cause).toMatch(/^[a-z].* \([A-Z]+\)$/u);
    expect(failure.cause).toContain(code);
    expect(failure.cause).not.toContain('/home/anna');
  });

  it('passes on the message of an error that it does not know', () => {
    expect(explainFailure(new Error('the moon is full'))).toEqual({
      code: 'UNREADABLE',
      cause: 'the moon is full',
    });
    expect(explainFailure('plain string').cause).toBe('plain string');
    expect(explainFailure({ code: 'toString' }).code).toBe('UNREADABLE');
  });
});
