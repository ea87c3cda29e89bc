import { describe, expect, it } from 'vitest';
import { cleanCase, expectedFile, listCases } from './cases.ts';

// `npx vitest run tests/golden -u` writes the expected files anew; read each change by eye before you commit it.
describe('the output of the fixtures', () => {
  it.each(listCases())('is what a person has read and approved: %s', async (name) => {
    const output = await cleanCase(name);
    // a release changes the version and nothing else
    const stable = { ...output, version: 'any' };
    await expect(`${JSON.stringify(stable, null, 2)}\n`).toMatchFileSnapshot(expectedFile(name));
  });

  it('is there for every folder of inputs', () => {
    expect(listCases()).toEqual(
      expect.arrayContaining(['news', 'layouts/hard-wrapped', 'encodings/western']),
    );
  });
});
