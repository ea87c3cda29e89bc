import { readFileSync } from 'node:fs';
import { phraseKinds, type TrieColumns } from './phrase-trie.ts';
import type { BoilerplateRule } from './rule.ts';

/** What is made of the rules of the register before a text can be held against them; see `lexicon.ts`. */
export interface LexiconColumns extends TrieColumns {
  readonly reachAnchored: Uint8Array;
  readonly reachAlone: Uint8Array;
  readonly reachOfParts: Uint8Array;
  /** One number. */
  readonly longest: Uint32Array;
}

/**
 * The trie of the register as a file, which the build makes, since making it anew takes each process and each thread longer than
 * everything else at their start:
 *
 *     | magic | rules | phrases | nodes | length of each column | columns, each at a multiple of 4 bytes |
 *
 * All numbers are 32 bits, in the order of bytes of the machine that built it; the magic tells which that is.
 */
const MAGIC = 0x54504343;
const HEADER = 4;

const columns = [
  ['parent', Int32Array],
  ['hash', Int32Array],
  ['digitChild', Int32Array],
  ['anyChild', Int32Array],
  ['letterStart', Int32Array],
  ['letters', Uint16Array],
  ['slots', Int32Array],
  ['terminalStart', Uint32Array],
  ['terminalKind', Uint8Array],
  ['terminalRule', Uint16Array],
  ['terminalSigns', Uint8Array],
  ['terminalLength', Uint16Array],
  ['reachAnchored', Uint8Array],
  ['reachAlone', Uint8Array],
  ['reachOfParts', Uint8Array],
  ['longest', Uint32Array],
] as const;

/** Where the build puts it, seen from any folder of the build; there is none beside the sources. */
const storedTrie = '../boilerplate/lexicon.bin';

const aligned = (bytes: number): number => (bytes + 3) & ~3;

export function packTrie(trie: LexiconColumns, ruleSet: readonly BoilerplateRule[]): Uint8Array {
  const lengths = columns.map(([name]) => trie[name].length);
  const header = Uint32Array.of(MAGIC, ruleSet.length, countPhrases(ruleSet), trie.nodeCount, ...lengths);
  const total = columns.reduce((sum, [name]) => sum + aligned(trie[name].byteLength), header.byteLength);
  const packed = new Uint8Array(total);
  packed.set(new Uint8Array(header.buffer));
  let at = header.byteLength;
  for (const [name] of columns) {
    const { buffer, byteOffset, byteLength } = trie[name];
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return packed;
}

/** What was packed; undefined when it is of other rules, or of a machine of another kind. */
export function unpackTrie(
  packed: Uint8Array,
  ruleSet: readonly BoilerplateRule[],
): LexiconColumns | undefined {
  const headerBytes = 4 * (HEADER + columns.length);
  if (packed.length < headerBytes) return undefined;
  // at the beginning of a buffer of its own, where columns stand at multiples of their units
  const { buffer } = packed.slice();
  const [magic, ruleCount, phraseCount, nodeCount, ...lengths] = new Uint32Array(buffer, 0, headerBytes / 4);
  if (magic !== MAGIC || ruleCount !== ruleSet.length || phraseCount !== countPhrases(ruleSet))
    return undefined;
  let at = headerBytes;
  const views = columns.map(([name, View], index) => {
    const view = new View(buffer, at, lengths[index]);
    at += aligned(view.byteLength);
    return [name, view] as const;
  });
  return { nodeCount, ...(Object.fromEntries(views) as Omit<LexiconColumns, 'nodeCount'>) };
}

/** The trie that the build has made of these rules; undefined where there is none. */
export function readStoredTrie(ruleSet: readonly BoilerplateRule[]): LexiconColumns | undefined {
  let packed: Uint8Array;
  try {
    packed = readFileSync(new URL(storedTrie, import.meta.url));
  } catch {
    return undefined;
  }
  return unpackTrie(packed, ruleSet);
}

function countPhrases(ruleSet: readonly BoilerplateRule[]): number {
  let count = 0;
  for (const rule of ruleSet) for (const kind of phraseKinds) count += rule[kind]?.length ?? 0;
  return count;
}
