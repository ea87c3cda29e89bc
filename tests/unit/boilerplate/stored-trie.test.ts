import { describe, expect, it } from 'vitest';
import { Lexicon, packLexicon } from '../../../src/boilerplate/lexicon.ts';
import { PhraseTrie } from '../../../src/boilerplate/phrase-trie.ts';
import { rules } from '../../../src/boilerplate/rules/index.ts';
import { unpackTrie } from '../../../src/boilerplate/stored-trie.ts';

describe('the stored trie', () => {
  it('is the one that is built of the rules', () => {
    const built = new PhraseTrie(rules);
    expect(built.nodeCount).toBeGreaterThan(10_000);
    const stored = unpackTrie(packLexicon(), rules);
    expect(stored).toBeDefined();
    expect({ ...new PhraseTrie(rules, stored) }).toEqual({ ...built.trim(), last: 0 });
    const { reachAlone, reachOfParts, longest } = new Lexicon(rules).columns();
    expect(stored).toMatchObject({ reachAlone, reachOfParts, longest });
    expect(longest[0]).toBeGreaterThan(100);
  });

  it('is not taken for other rules, and not when it is cut off or written in another order of bytes', () => {
    const packed = packLexicon();
    expect(unpackTrie(packed, rules.slice(1))).toBeUndefined();
    expect(unpackTrie(packed, [{ ...rules[0], lines: [] }, ...rules.slice(1)])).toBeUndefined();
    expect(unpackTrie(packed.subarray(0, 9), rules)).toBeUndefined();
    expect(
      unpackTrie(
        Uint8Array.from(packed, (_, i) => packed[i ^ 3]),
        rules,
      ),
    ).toBeUndefined();
  });
});
