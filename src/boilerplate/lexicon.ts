import { CHARACTER_WORD, DIGIT, NormalisedText } from '../text/normalise.ts';
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

export interface LexiconMatch {
  readonly rule: BoilerplateRule;
  /** 0 to 1, as the rule says. */
  readonly confidence: number;
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
 * All phrases of a set of rules as one trie of words. Matching allocates nothing: an instance holds the state of
 * the call under way.
 */
export class Lexicon {
  private readonly matches: readonly LexiconMatch[];
  private readonly limits: Int32Array;
  private readonly minParts: Int32Array;
  /** Twice the words of the longest block that any phrase can match. */
  private readonly longest: number;

  // Edges, by open addressing: the slot of (parent, hash of the word) holds the child, 0 for none. The letters of
  // the word that leads to a child are compared as well, so nothing is decided by a hash.
  private readonly slotMask: number;
  private readonly slotParent: Int32Array;
  private readonly slotHash: Int32Array;
  private readonly slotChild: Int32Array;
  private readonly letters: Uint16Array;
  /** Letters of the word that leads to node n: `letterStart[n]` to `letterStart[n + 1]`. */
  private readonly letterStart: Uint32Array;
  private readonly digitChild: Int32Array;
  private readonly anyChild: Int32Array;
  /**
   * One bit for each of 65,536 values: set for the hash of a word that may be all a floating phrase has, or be
   * followed by a placeholder, and for the mixed hashes of two words that begin one. Most words begin none.
   */
  private readonly beginnings: Uint8Array = new Uint8Array(1 << 13);
  /** Terminals of node n: `terminalStart[n]` to `terminalStart[n + 1]`. */
  private readonly terminalStart: Uint32Array;
  private readonly terminalKind: Uint8Array;
  private readonly terminalRule: Uint16Array;
  private readonly terminalSigns: Uint8Array;
  private readonly terminalLength: Uint16Array;

  // State of a call
  private text: NormalisedText = new NormalisedText();
  private weight = 0;
  private atEdge = false;
  private bestRule = -1;
  private bestLength = 0;
  // Where a block is cut into parts: for each word, how many parts the words from it on make (0: none), and
  // of them the end of the first, its rule, the least sure rule, and the largest number of parts that one asks for.
  private readonly partCount: Int32Array;
  private readonly partEnd: Int32Array;
  private readonly partRule: Int32Array;
  private readonly partLeast: Int32Array;
  private readonly partMinimum: Int32Array;

  constructor(ruleSet: readonly BoilerplateRule[]) {
    this.matches = ruleSet.map((rule) => ({ rule, confidence: rule.confidence ?? 1 }));
    this.limits = Int32Array.from(ruleSet, (rule) => 2 * (rule.maxWords ?? DEFAULT_MAX_WORDS));
    this.minParts = Int32Array.from(ruleSet, (rule) => rule.minParts ?? 2);
    const trie = new PhraseTrie(ruleSet);
    const { edges, terminals, nodeCount } = trie;

    let size = 16;
    while (size < 2 * edges.length) size *= 2;
    this.slotMask = size - 1;
    this.slotParent = new Int32Array(size);
    this.slotHash = new Int32Array(size);
    this.slotChild = new Int32Array(size);
    const wordLengths = new Uint32Array(nodeCount);
    for (const { parent, hash, child, word } of edges) {
      let slot = slotOf(parent, hash) & this.slotMask;
      while (this.slotChild[slot] !== 0) slot = (slot + 1) & this.slotMask;
      this.slotParent[slot] = parent;
      this.slotHash[slot] = hash;
      this.slotChild[slot] = child;
      wordLengths[child] = word.length;
    }
    // edges come in the order of their children
    this.letters = Uint16Array.from(edges.map(({ word }) => word).join(''), (letter) => letter.charCodeAt(0));
    this.letterStart = runningSum(wordLengths);
    this.digitChild = Int32Array.from(trie.digitChild);
    this.anyChild = Int32Array.from(trie.anyChild);
    const terminalCounts = new Uint32Array(nodeCount);
    for (const { node } of terminals) terminalCounts[node]++;
    this.terminalStart = runningSum(terminalCounts);
    const firstWords = new Map<number, number>();
    for (const { parent, hash, child } of edges) {
      const first = firstWords.get(parent);
      if (first !== undefined) this.markBeginning(pairOf(first, hash));
      if (parent !== FLOATING) continue;
      firstWords.set(child, hash);
      if (terminalCounts[child] + this.digitChild[child] + this.anyChild[child] > 0) this.markBeginning(hash);
    }
    this.terminalKind = Uint8Array.from(terminals, ({ kind }) => kind);
    this.terminalRule = Uint16Array.from(terminals, ({ rule }) => rule);
    this.terminalSigns = Uint8Array.from(terminals, ({ signs }) => signs);
    this.terminalLength = Uint16Array.from(terminals, ({ length }) => length);

    let longest = 0;
    for (const { kind, rule, length } of terminals) {
      longest = Math.max(
        longest,
        2 * length,
        kind === LINES ? 0 : kind === PARTS ? 2 * MAX_WORDS_OF_PARTS : this.limits[rule],
      );
    }
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
    const { wordCount, wordClass } = text;
    if (wordCount === 0 || wordCount > this.longest) return undefined;
    let weight = 2 * wordCount;
    for (let word = 0; word < wordCount; word++) weight -= (wordClass[word] & CHARACTER_WORD) >> 1;
    if (weight > this.longest) return undefined;
    this.text = text;
    this.weight = weight;
    this.atEdge = atEdge;
    this.bestRule = -1;
    this.bestLength = 0;
    const { wordHash } = text;
    const { beginnings, partCount } = this;
    const always = this.anyChild[FLOATING] !== 0;
    const numbers = this.digitChild[FLOATING] === 0 ? 0 : DIGIT;
    let next = 0;
    // from the last word to the first, so that a part finds how the words behind it are cut
    for (let word = wordCount - 1; word >= 0; word--) {
      partCount[word] = 0;
      const hash = wordHash[word];
      const pair = pairOf(hash, next);
      if (
        beginnings[(hash >>> 3) & 0x1fff] & (1 << (hash & 7)) ||
        beginnings[(pair >>> 3) & 0x1fff] & (1 << (pair & 7)) ||
        wordClass[word] & numbers ||
        always
      ) {
        this.walk(FLOATING, word, word);
      }
      next = hash;
    }
    this.walk(ANCHORED, 0, 0);
    if (partCount[0] > 1 && partCount[0] >= this.partMinimum[0]) this.offer(this.partLeast[0], wordCount);
    return this.bestRule < 0 ? undefined : this.matches[this.bestRule];
  }

  private markBeginning(hash: number): void {
    this.beginnings[(hash >>> 3) & 0x1fff] |= 1 << (hash & 7);
  }

  /** Follows every phrase on from `node`; `from` is where it began, `word` what comes next. */
  private walk(node: number, from: number, word: number): void {
    const { text, terminalStart } = this;
    for (let terminal = terminalStart[node]; terminal < terminalStart[node + 1]; terminal++) {
      this.reach(terminal, from, word);
    }
    if (word === text.wordCount) return;
    const hash = text.wordHash[word];
    let slot = slotOf(node, hash) & this.slotMask;
    for (let child = this.slotChild[slot]; child !== 0; child = this.slotChild[slot]) {
      if (this.slotHash[slot] === hash && this.slotParent[slot] === node && this.spells(child, word)) {
        this.walk(child, from, word + 1);
        break;
      }
      slot = (slot + 1) & this.slotMask;
    }
    const digit = this.digitChild[node];
    if (digit !== 0 && text.wordClass[word] & DIGIT) this.walk(digit, from, word + 1);
    const any = this.anyChild[node];
    if (any !== 0) this.walk(any, from, word + 1);
  }

  /** Whether the word has the letters that lead to `node`; apostrophes count as little as in the hash. */
  private spells(node: number, word: number): boolean {
    const { units, wordStart, wordEnd } = this.text;
    let letter = this.letterStart[node];
    const end = this.letterStart[node + 1];
    for (let i = wordStart[word]; i < wordEnd[word]; i++) {
      if (units[i] === apostrophe) continue;
      if (letter === end || units[i] !== this.letters[letter]) return false;
      letter++;
    }
    return letter === end;
  }

  /** A phrase has been read from word `from` up to word `end`. */
  private reach(terminal: number, from: number, end: number): void {
    const rule = this.terminalRule[terminal];
    const kind = this.terminalKind[terminal];
    const limit = kind === LINES ? this.weight : kind === PARTS ? 2 * MAX_WORDS_OF_PARTS : this.limits[rule];
    if (this.weight > limit) return;
    if ((kind === LINES || kind === ENDS) && end !== this.text.wordCount) return;
    if (!this.atEdge && this.matches[rule].rule.place === 'edge') return;
    if (!this.hasSigns(this.terminalSigns[terminal], from, end)) return;
    if (kind === PARTS) this.cut(rule, from, end);
    else this.offer(rule, this.terminalLength[terminal]);
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
      const gain = this.matches[rule].confidence - this.matches[best].confidence;
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
    const { confidence } = this.matches[rule];
    const least = rest === 0 ? rule : this.partLeast[end];
    this.partCount[from] = rest + 1;
    this.partEnd[from] = end;
    this.partRule[from] = rule;
    this.partLeast[from] = this.matches[least].confidence < confidence ? least : rule;
    this.partMinimum[from] = Math.max(this.minParts[rule], rest === 0 ? 0 : this.partMinimum[end]);
  }

  private precedes(rule: number, end: number, from: number): boolean {
    if (end > this.partEnd[from]) return true;
    const held = this.partRule[from];
    const gain = this.matches[rule].confidence - this.matches[held].confidence;
    return gain > 0 || (gain === 0 && rule < held);
  }
}

function slotOf(parent: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(parent, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 31) ^ second;
}

function runningSum(counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

let compiled: Lexicon | undefined;

/**
 * Which rule of the register takes the block `text`, or undefined. `atEdge` says that no paragraph-sized body text
 * stands before the block, or none after it. The rules are compiled when first needed.
 */
export function matchLexicon(text: NormalisedText, atEdge: boolean): LexiconMatch | undefined {
  compiled ??= new Lexicon(rules);
  return compiled.match(text, atEdge);
}
