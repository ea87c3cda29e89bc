import { DIGIT, NormalisedText } from '../text/normalise.ts';
import {
  ANCHORED,
  BRACKET,
  COPYRIGHT,
  ENDS,
  FLOATING,
  LEADING,
  LINES,
  PARTS,
  PhraseTrie,
  TRAILING,
  trailingSigns,
} from './phrase-trie.ts';
import type { BoilerplateRule } from './rule.ts';
import { rules } from './rules/index.ts';
import { packTrie, readStoredTrie, type LexiconColumns } from './stored-trie.ts';

export interface LexiconMatch {
  readonly rule: BoilerplateRule;
  /** Place of the rule in the register. */
  readonly number: number;
  /** 0 to 1, as the rule says. */
  readonly confidence: number;
  /** Whether the rule holds only before or behind all body text. */
  readonly isEdgeOnly: boolean;
}

const DEFAULT_MAX_WORDS = 16;
/** Most words of a block that is composed of parts; long enough for the menu of a large site. */
const MAX_WORDS_OF_PARTS = 80;

const space = 0x20;
const apostrophe = 0x27;
const stop = 0x2e;
const copyright = 0xa9;
const brackets: ReadonlySet<number> = codesOf('([');
const clauseEnds: ReadonlySet<number> = codesOf('.!?;:|()[]。');

function codesOf(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}

/**
 * How long a block may be, in words, for a phrase that begins in some way; 0 where none begins so. Most words begin no
 * phrase that a block of their length can hold, and are told by one look into a small table.
 *
 *     | beginnings | first words | second words | a number | any word |
 *
 * Beginnings are told by the low bits of the hash of a word that may be all the phrase has or be followed by a placeholder,
 * and of the mixed hashes of its first two words. Second words stand behind any word, the entry for 0 is for those that may
 * be any, too.
 */
type Reach = Uint8Array;

const BUCKETS = 0x10000;
const BUCKET_MASK = BUCKETS - 1;
const WORD_BUCKETS = 0x2000;
const WORD_MASK = WORD_BUCKETS - 1;
const OF_FIRST = BUCKETS;
const OF_SECOND = OF_FIRST + WORD_BUCKETS;
const OF_DIGIT = OF_SECOND + WORD_BUCKETS;
const OF_ANY = OF_DIGIT + 1;
const MAX_REACH = 255;

/** Whether a phrase that a block of so many words can hold may begin with a word. */
function reaches(reach: Reach, words: number, hash: number, next: number, wordClass: number): boolean {
  return (
    (reach[OF_FIRST + (hash & WORD_MASK)] >= words &&
      (reach[hash & BUCKET_MASK] >= words || reach[pairOf(hash, next) & BUCKET_MASK] >= words)) ||
    (reach[OF_DIGIT] >= words && (wordClass & DIGIT) !== 0) ||
    (reach[OF_ANY] >= words && (reach[OF_SECOND] >= words || reach[OF_SECOND + (next & WORD_MASK)] >= words))
  );
}

/**
 * All phrases of a set of rules as one trie of words. Matching allocates nothing: an instance holds the state of
 * the call under way.
 */
export class Lexicon {
  private readonly matches: readonly LexiconMatch[];
  // By rule, as columns: the rules themselves have members in many orders, which makes reading them slow.
  private readonly confidence: Float64Array;
  private readonly isEdgeOnly: Uint8Array;
  private readonly limits: Int32Array;
  private readonly minParts: Int32Array;
  /** Twice the words of the longest block that any phrase can match. */
  private readonly longest: number;

  private readonly trie: PhraseTrie;
  private readonly reachAnchored: Reach;
  private readonly reachAlone: Reach;
  /** The same with the phrases that blocks are composed of, which matter where the block begins with one. */
  private readonly reachOfParts: Reach;

  // State of a call
  private text: NormalisedText = new NormalisedText();
  private weight = 0;
  private atEdge = false;
  private bestRule = -1;
  private bestLength = 0;
  // Where a block is cut into parts: for each word, how many parts the words from it on make (0: none, as between calls), and
  // of them the end of the first, its rule, the least sure rule, and the largest number of parts that one asks for.
  private isCut = false;
  private readonly partCount: Int32Array;
  private readonly partEnd: Int32Array;
  private readonly partRule: Int32Array;
  private readonly partLeast: Int32Array;
  private readonly partMinimum: Int32Array;

  /** @param stored what was built of these rules before */
  constructor(ruleSet: readonly BoilerplateRule[], stored?: LexiconColumns) {
    this.confidence = Float64Array.from(ruleSet, (rule) => rule.confidence ?? 1);
    this.isEdgeOnly = Uint8Array.from(ruleSet, (rule) => (rule.place === 'edge' ? 1 : 0));
    this.matches = ruleSet.map((rule, number) => ({
      rule,
      number,
      confidence: this.confidence[number],
      isEdgeOnly: this.isEdgeOnly[number] === 1,
    }));
    this.limits = Int32Array.from(ruleSet, (rule) => 2 * (rule.maxWords ?? DEFAULT_MAX_WORDS));
    this.minParts = Int32Array.from(ruleSet, (rule) => rule.minParts ?? 2);
    this.trie = new PhraseTrie(ruleSet, stored);
    this.reachAnchored = stored?.reachAnchored ?? this.findReach(ANCHORED, () => true);
    this.reachAlone = stored?.reachAlone ?? this.findReach(FLOATING, (kind) => kind !== PARTS);
    this.reachOfParts = stored?.reachOfParts ?? this.findReach(FLOATING, () => true);
    const longest = stored?.longest[0] ?? this.findLongest();
    this.longest = longest;
    this.partCount = new Int32Array(longest + 1);
    this.partEnd = new Int32Array(longest + 1);
    this.partRule = new Int32Array(longest + 1);
    this.partLeast = new Int32Array(longest + 1);
    this.partMinimum = new Int32Array(longest + 1);
  }

  /**
   * The surest rule that takes the block `text`; of equally sure ones that with the longer phrase, then the first in
   * the register. `atEdge` says that the block stands before or behind all body text of its article.
   */
  match(text: NormalisedText, atEdge: boolean): LexiconMatch | undefined {
    const { wordCount } = text;
    if (wordCount === 0) return undefined;
    // letters of scripts without spaces count half
    const weight = 2 * wordCount - text.characterWordCount;
    if (weight > this.longest) return undefined;
    this.text = text;
    this.weight = weight;
    this.atEdge = atEdge;
    this.bestRule = -1;
    this.bestLength = 0;
    const { wordHash, wordClass } = text;
    const { reachOfParts } = this;
    const words = Math.min(MAX_REACH, (weight + 1) >> 1);
    const second = wordCount > 1 ? wordHash[1] : 0;
    const hasParts = reaches(reachOfParts, words, wordHash[0], second, wordClass[0]);
    const reach = hasParts ? reachOfParts : this.reachAlone;
    const isToldByFirst = reach[OF_DIGIT] < words && reach[OF_ANY] < words;
    let next = 0;
    // from the last word to the first, so that a part finds how the words behind it are cut
    for (let word = wordCount - 1; word >= 0; word--) {
      const hash = wordHash[word];
      const mayBegin = !isToldByFirst || reach[OF_FIRST + (hash & WORD_MASK)] >= words;
      if (mayBegin && reaches(reach, words, hash, next, wordClass[word])) this.walk(FLOATING, word, word);
      next = hash;
    }
    if (reaches(this.reachAnchored, words, wordHash[0], second, wordClass[0])) this.walk(ANCHORED, 0, 0);
    if (this.isCut) {
      const { partCount } = this;
      if (partCount[0] > 1 && partCount[0] >= this.partMinimum[0]) this.offer(this.partLeast[0], wordCount);
      partCount.fill(0, 0, wordCount);
      this.isCut = false;
    }
    return this.bestRule < 0 ? undefined : this.matches[this.bestRule];
  }

  /** What the build stores. */
  columns(): LexiconColumns {
    const { reachAnchored, reachAlone, reachOfParts, longest } = this;
    return { ...this.trie.trim(), reachAnchored, reachAlone, reachOfParts, longest: Uint32Array.of(longest) };
  }

  private findLongest(): number {
    let longest = 0;
    const { terminalLength } = this.trie;
    for (let terminal = 0; terminal < terminalLength.length; terminal++)
      longest = Math.max(longest, 2 * terminalLength[terminal], this.limitOf(terminal));
    return longest;
  }

  /** What `reaches` needs to know of all phrases of some kinds from a root on. */
  private findReach(root: number, isOfKind: (kind: number) => boolean): Reach {
    const { nodeCount, parent, hash, digitChild, anyChild, terminalStart, terminalKind } = this.trie;
    const ends = new Uint8Array(nodeCount);
    for (let node = 0; node < nodeCount; node++) {
      for (let terminal = terminalStart[node]; terminal < terminalStart[node + 1]; terminal++)
        if (isOfKind(terminalKind[terminal]))
          ends[node] = Math.max(ends[node], Math.min(MAX_REACH, this.limitOf(terminal) >> 1));
    }
    // with all phrases that go on from a node; a child has a greater number than its parent
    const subtree = ends.slice();
    for (let node = nodeCount - 1; node > FLOATING; node--)
      if (subtree[node] > subtree[parent[node]]) subtree[parent[node]] = subtree[node];
    subtree[0] = 0; // what no child is taken for
    const found: Reach = new Uint8Array(OF_ANY + 1);
    const mark = (bucket: number, words: number): void => {
      found[bucket] = Math.max(found[bucket], words);
    };
    const any = anyChild[root];
    // what may be all the phrase has, or be followed by a placeholder
    const withoutNext = (node: number): number =>
      Math.max(ends[node], subtree[digitChild[node]], subtree[anyChild[node]]);
    mark(OF_SECOND, any === 0 ? 0 : withoutNext(any));
    for (let node = FLOATING + 1; node < nodeCount; node++) {
      const first = parent[node];
      if (first === root) {
        mark(OF_FIRST + (hash[node] & WORD_MASK), subtree[node]);
        mark(hash[node] & BUCKET_MASK, withoutNext(node));
      } else if (first > FLOATING && parent[first] === root) {
        mark(pairOf(hash[first], hash[node]) & BUCKET_MASK, subtree[node]);
        if (first === any) mark(OF_SECOND + (hash[node] & WORD_MASK), subtree[node]);
      }
    }
    found[OF_DIGIT] = subtree[digitChild[root]];
    found[OF_ANY] = subtree[any];
    return found;
  }

  /** Twice the words that a block may have for a terminal to count. */
  private limitOf(terminal: number): number {
    const kind = this.trie.terminalKind[terminal];
    if (kind === LINES) return 2 * this.trie.terminalLength[terminal];
    return kind === PARTS ? 2 * MAX_WORDS_OF_PARTS : this.limits[this.trie.terminalRule[terminal]];
  }

  /** Follows every phrase on from `node`; `from` is where it began, `word` what comes next. */
  private walk(node: number, from: number, word: number): void {
    const { text, trie } = this;
    for (let terminal = trie.terminalStart[node]; terminal < trie.terminalStart[node + 1]; terminal++) {
      this.reach(terminal, from, word);
    }
    if (word === text.wordCount) return;
    const child = trie.step(node, text, word);
    if (child !== 0) this.walk(child, from, word + 1);
    const digit = trie.digitChild[node];
    if (digit !== 0 && text.wordClass[word] & DIGIT) this.walk(digit, from, word + 1);
    const any = trie.anyChild[node];
    if (any !== 0) this.walk(any, from, word + 1);
  }

  /** A phrase has been read from word `from` up to word `end`. */
  private reach(terminal: number, from: number, end: number): void {
    const rule = this.trie.terminalRule[terminal];
    const kind = this.trie.terminalKind[terminal];
    if (kind !== LINES && this.weight > this.limitOf(terminal)) return;
    if ((kind === LINES || kind === ENDS) && end !== this.text.wordCount) return;
    if (!this.atEdge && this.isEdgeOnly[rule] === 1) return;
    if (!this.hasSigns(this.trie.terminalSigns[terminal], from, end)) return;
    if (kind === PARTS) this.cut(rule, from, end);
    else this.offer(rule, this.trie.terminalLength[terminal]);
  }

  private hasSigns(signs: number, from: number, end: number): boolean {
    if (signs === 0) return true;
    const { units, length, wordStart, wordEnd } = this.text;
    if (signs >> TRAILING !== 0) {
      let after = wordEnd[end - 1];
      while (after < length && (units[after] === space || units[after] === stop)) after++;
      if (after >= length || units[after] !== trailingSigns.charCodeAt(signs >> TRAILING)) return false;
    }
    if ((signs & LEADING) === 0) return true;
    let before = wordStart[from] - 1;
    // quotes belong to the sentence they open
    while (before >= 0 && (units[before] === space || units[before] === 0x22 || units[before] === apostrophe))
      before--;
    if (signs & COPYRIGHT) return before >= 0 && units[before] === copyright;
    if (signs & BRACKET) return before >= 0 && brackets.has(units[before]);
    return from === 0 || clauseEnds.has(units[before]);
  }

  private offer(rule: number, length: number): void {
    const best = this.bestRule;
    if (best >= 0) {
      const gain = this.confidence[rule] - this.confidence[best];
      if (
        gain < 0 ||
        (gain === 0 && (length < this.bestLength || (length === this.bestLength && rule > best)))
      )
        return;
    }
    this.bestRule = rule;
    this.bestLength = length;
  }

  /** Takes words `from` to `end` as a part when the rest can be cut into parts: the longest, then the surest. */
  private cut(rule: number, from: number, end: number): void {
    const rest = end === this.text.wordCount ? 0 : this.partCount[end];
    if (rest === 0 && end !== this.text.wordCount) return;
    if (this.partCount[from] > 0 && (end < this.partEnd[from] || !this.precedes(rule, end, from))) return;
    const least = rest === 0 ? rule : this.partLeast[end];
    this.isCut = true;
    this.partCount[from] = rest + 1;
    this.partEnd[from] = end;
    this.partRule[from] = rule;
    this.partLeast[from] = this.confidence[least] < this.confidence[rule] ? least : rule;
    this.partMinimum[from] = Math.max(this.minParts[rule], rest === 0 ? 0 : this.partMinimum[end]);
  }

  private precedes(rule: number, end: number, from: number): boolean {
    if (end > this.partEnd[from]) return true;
    const held = this.partRule[from];
    const gain = this.confidence[rule] - this.confidence[held];
    return gain > 0 || (gain === 0 && rule < held);
  }
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 31) ^ second;
}

let compiled: Lexicon | undefined;

/**
 * Which rule of the register takes the block `text`, or undefined. `atEdge` says that no paragraph-sized body text
 * stands before the block, or none after it. The rules are compiled when first needed.
 */
export function matchLexicon(text: NormalisedText, atEdge: boolean): LexiconMatch | undefined {
  compiled ??= new Lexicon(rules, readStoredTrie(rules));
  return compiled.match(text, atEdge);
}

/** The register as the build stores it. */
export function packLexicon(): Uint8Array {
  return packTrie(new Lexicon(rules).columns(), rules);
}
