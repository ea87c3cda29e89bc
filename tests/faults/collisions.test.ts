import { Buffer } from 'node:buffer';
import { describe, expect, test, vi } from 'vitest';
import { fingerprint } from '../../src/matching/fingerprint.ts';
import { TextTable } from '../../src/matching/text-table.ts';
import { NormalisedText } from '../../src/text/normalise.ts';
import { cleanAndVerify, keptBlocks, linksOf } from '../laws/clean.ts';
import { collidingTexts } from './colliding-texts.ts';

/** As somebody knows it who has found out the secret of the process. */
vi.mock('../../src/text/hash-seed.ts', () => ({
  hashSeed: {
    start: [0x9747b28c, 0x3c6ef372],
    factor: [0xcc9e2d51, 0x9e3779b1],
    rolling: 0x5bd1e995,
    slot: 0x9e3779b1,
  },
}));

/** Two texts with one fingerprint: among so many that agree in one half of it, two agree in the other half. */
function findCollision(): [string, string] {
  const table = new TextTable();
  const normalised = new NormalisedText();
  const texts: string[] = [];
  for (const text of collidingTexts(18)) {
    const number = fingerprint(normalised.run(text), table, false);
    if (number < texts.length) return [texts[number], text];
    texts.push(text);
  }
  throw new Error('no two texts have one fingerprint');
}

describe('different texts with one fingerprint', () => {
  const [one, other] = findCollision();
  const heading = 'The council votes on the bridge';
  const file = (...blocks: string[]): Buffer => Buffer.from(`${blocks.join('\n\n')}\n`);
  const wrapped = (text: string): Buffer => file(heading, text);
  const textsOf = (output: Awaited<ReturnType<typeof cleanAndVerify>>['output'], path: string): string[] => {
    const article = output.articles.find((candidate) => candidate.path === path);
    return article === undefined ? [] : keptBlocks(article).map(({ text }) => text);
  };

  test('are not taken for copies, and copies of the first one are', async () => {
    expect(one).not.toBe(other);
    const files = { '1.txt': wrapped(one), '2.txt': wrapped(other), '3.txt': wrapped(one) };
    const { output, violations } = await cleanAndVerify(files);
    expect(violations).toEqual([]);
    expect(textsOf(output, '2.txt')).toContain(other);
    const removed = linksOf(output).filter(({ isRemoved, text }) => isRemoved && text !== heading);
    expect(removed.map(({ path, text, of }) => [path, text, of.path])).toEqual([['3.txt', one, '1.txt']]);
    expect(output.articles.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, '1.txt']);
  });

  test.each(['near', 'contained'] as const)('are proved with %s alone', async (search) => {
    const files = { '1.txt': wrapped(one), '2.txt': wrapped(other), '3.txt': wrapped(other), '4.txt': wrapped(one) };
    const { output, violations } = await cleanAndVerify(files, { near: 'off', contained: 'off', [search]: 0.9 });
    expect(violations).toEqual([]);
    for (const { text, of } of linksOf(output).filter(({ isRemoved, match }) => isRemoved && match === 'exact')) {
      expect(textsOf(output, of.path)).toContain(text);
    }
  }); // prettier-ignore

  test('do not make an article the copy of another by its title', async () => {
    const body = 'Until the bridge opens again a small ferry will carry pupils and market traders across the water at night.';
    const files = { '1.txt': file(one, body), '2.txt': file(other, body) };
    const { output, violations } = await cleanAndVerify(files, { strip: 'off' });
    expect(violations).toEqual([]);
    expect(output.articles.map(({ title }) => title)).toEqual([one, other]);
    expect(output.articles[1].removed).toHaveLength(1);
    expect(output.articles[1].duplicateOf).toBeNull();
  }); // prettier-ignore
});
