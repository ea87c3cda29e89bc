import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Lexicon, matchLexicon } from '../../../src/boilerplate/lexicon.ts';
import type { BoilerplateRule } from '../../../src/boilerplate/rule.ts';
import { rules } from '../../../src/boilerplate/rules/index.ts';
import { NormalisedText } from '../../../src/text/normalise.ts';

const text = new NormalisedText();
const kinds = ['lines', 'starts', 'ends', 'contains', 'parts'] as const;

function strippedBy(block: string, atEdge: boolean): string | undefined {
  return matchLexicon(text.run(block), atEdge)?.rule.name;
}

/** Words and the signs that count, so that "Share" and "share." are one phrase and "Read more:" another. */
function keyOf(phrase: string): string {
  const words = phrase.split(/([#*])/).flatMap((piece) => {
    if (piece === '#' || piece === '*') return [piece];
    text.run(piece);
    return Array.from({ length: text.wordCount }, (_, word) =>
      String.fromCharCode(...text.units.subarray(text.wordStart[word], text.wordEnd[word])).replaceAll(
        "'",
        '',
      ),
    );
  });
  return `${/^[©(.]/.exec(phrase)?.[0] ?? ''}${words.join(' ')}${/[:/©]$/.exec(phrase.normalize('NFKC'))?.[0] ?? ''}`;
}

describe('the register of boilerplate rules', () => {
  it('holds every file of its folder, by name and in order', () => {
    const files = readdirSync(new URL('../../../src/boilerplate/rules/', import.meta.url))
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, ''));
    expect(rules.map(({ name }) => name)).toEqual(files.toSorted());
  });

  it('has at least forty families', () => {
    expect(rules.length).toBeGreaterThanOrEqual(40);
  });

  it('holds no phrase twice and none without letters, a digit sign or a copyright sign', () => {
    const holders = new Map<string, string>();
    const faults: string[] = [];
    for (const rule of rules) {
      for (const kind of kinds) {
        for (const phrase of rule[kind] ?? []) {
          const key = keyOf(phrase);
          if (!/[\p{L}\p{N}]/u.test(key) && !key.startsWith('©'))
            faults.push(`${rule.name}: empty "${phrase}"`);
          const holder = holders.get(`${kind} ${key}`);
          if (holder !== undefined) faults.push(`${rule.name}: "${phrase}" stands in ${holder}`);
          holders.set(`${kind} ${key}`, rule.name);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('keeps what every family names as a look-alike, at the edge and in the body', () => {
    const kept = rules.flatMap((rule) => rule.examples.keep);
    const harmed = kept.filter(
      (block) => strippedBy(block, true) !== undefined || strippedBy(block, false) !== undefined,
    );
    expect(harmed).toEqual([]);
  });
});

describe.each(rules.map((rule): [string, BoilerplateRule] => [rule.name, rule]))('%s', (name, rule) => {
  it('has three examples of each sort', () => {
    expect(rule.examples.strip.length).toBeGreaterThanOrEqual(3);
    expect(rule.examples.keep.length).toBeGreaterThanOrEqual(3);
  });

  it('strips its examples by itself and in the whole register', () => {
    const alone = new Lexicon([rule]);
    expect(rule.examples.strip.filter((block) => alone.match(text.run(block), true) === undefined)).toEqual(
      [],
    );
    expect(rule.examples.strip.filter((block) => strippedBy(block, true) !== name)).toEqual([]);
  });
});

describe('text like the seed articles', () => {
  it('loses the widget and the comment form and nothing else', () => {
    const blocks = [
      'Share',
      'Russia’s Conditions for Peace Could Delay Ceasefire',
      'The White House echoed this, stating:',
      '“Ukraine can count on us,” Scholz affirmed after the Kremlin’s announcement.',
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
    ];
    expect(blocks.filter((block) => strippedBy(block, true) !== undefined)).toEqual([
      blocks[0],
      blocks[4],
      blocks[5],
    ]);
  });

  it.each([
    'JOURNALIST:',
    'QUESTION:',
    'PRIME MINISTER:',
    'MEDIA RELEASE',
    'TRANSCRIPT',
    'E&OE TRANSCRIPT',
    'Q:',
    'Related',
  ])('keeps the label "%s"', (label) => {
    expect(strippedBy(label, true)).toBeUndefined();
  });
});
