import { NormalisedText } from '../text/normalise.ts';
import type { BoilerplateRule } from './rule.ts';

// Kinds of phrase
export const LINES = 0;
const STARTS = 1;
export const ENDS = 2;
export const PARTS = 3;
/** Members of a rule that hold phrases, by the number of their kind. */
export const phraseKinds = ['lines', 'starts', 'ends', 'parts', 'contains'] as const;

// Signs that must stand in the block at the outer ends of a phrase
export const COPYRIGHT = 1;
export const BRACKET = 2;
const SENTENCE = 4;
export const LEADING: number = COPYRIGHT | BRACKET | SENTENCE;
const leadingSigns: Readonly<Record<string, number>> = { '©': COPYRIGHT, '(': BRACKET, '.': SENTENCE };
/** Shift of the trailing sign in the signs of a terminal; its position in this string, 0 for none. */
export const TRAILING = 3;
export const trailingSigns = ' :/©';

/** Phrases that can only begin at the first word of a block, and those that can begin at any. */
export const ANCHORED = 0;
export const FLOATING = 1;

const APOSTROPHE = 0x27;

/** What a trie is made of; see `PhraseTrie`. */
export interface TrieColumns {
  readonly nodeCount: number;
  readonly parent: Int32Array;
  readonly hash: Int32Array;
  readonly digitChild: Int32Array;
  readonly anyChild: Int32Array;
  readonly letterStart: Int32Array;
  readonly letters: Uint16Array;
  readonly slots: Int32Array;
  readonly terminalStart: Uint32Array;
  readonly terminalKind: Uint8Array;
  readonly terminalRule: Uint16Array;
  readonly terminalSigns: Uint8Array;
  readonly terminalLength: Uint16Array;
}

/**
 * All phrases of a set of rules, word by word; nodes are numbers, the first two are the roots ANCHORED and FLOATING, and a
 * child has a greater number than its parent. Everything is in columns: there are tens of thousands of nodes, and that
 * of the register is stored as it stands (`stored-trie.ts`).
 */
export class PhraseTrie implements TrieColumns {
  nodeCount = 2;
  /** By node: where it comes from; 0 for the roots as well. */
  parent: Int32Array = new Int32Array(INITIAL);
  /** By node: hash of the word that leads to it. */
  hash: Int32Array = new Int32Array(INITIAL);
  /** By node: where a word with a leading digit and where any word leads, 0 for nowhere. */
  digitChild: Int32Array = new Int32Array(INITIAL);
  anyChild: Int32Array = new Int32Array(INITIAL);
  /** By node: the letters of the word that leads to it, without apostrophes, up to those of the next node. */
  letterStart: Int32Array = new Int32Array(INITIAL);
  letters: Uint16Array = new Uint16Array(4 * INITIAL);
  // Open addressing: the slot of (parent, hash of the word) holds the child, 0 for none. The letters of the word are
  // compared as well, so nothing is decided by a hash.
  slots: Int32Array = new Int32Array(2 * INITIAL);

  /** Ends of phrases in the order of their nodes: those of node n from `terminalStart[n]` to `terminalStart[n + 1]`. */
  readonly terminalStart: Uint32Array;
  readonly terminalKind: Uint8Array;
  readonly terminalRule: Uint16Array;
  readonly terminalSigns: Uint8Array;
  /** In words. */
  readonly terminalLength: Uint16Array;

  /** @param stored what was built of these rules before */
  constructor(ruleSet: readonly BoilerplateRule[], stored?: TrieColumns) {
    if (stored !== undefined) {
      ({
        nodeCount: this.nodeCount,
        parent: this.parent,
        hash: this.hash,
        digitChild: this.digitChild,
        anyChild: this.anyChild,
        letterStart: this.letterStart,
        letters: this.letters,
        slots: this.slots,
        terminalStart: this.terminalStart,
        terminalKind: this.terminalKind,
        terminalRule: this.terminalRule,
        terminalSigns: this.terminalSigns,
        terminalLength: this.terminalLength,
      } = stored);
      return;
    }
    const text = new NormalisedText();
    // the ends of phrases as they come: node, kind, rule, signs and length of each
    const ends: number[] = [];
    ruleSet.forEach((rule, number) => {
      phraseKinds.forEach((name, kind) => {
        const root = kind === LINES || kind === STARTS ? ANCHORED : FLOATING;
        for (const phrase of rule[name] ?? []) {
          const length = this.insert(phrase, root, text);
          if (length === 0) throw new Error(`Phrase without words in ${rule.name}: "${phrase}"`);
          ends.push(this.last, kind, number, signsOf(phrase), length);
        }
      });
    });
    const count = ends.length / END_FIELDS;
    this.terminalStart = new Uint32Array(this.nodeCount + 1);
    for (let end = 0; end < ends.length; end += END_FIELDS) this.terminalStart[ends[end] + 1]++;
    for (let node = 0; node < this.nodeCount; node++)
      this.terminalStart[node + 1] += this.terminalStart[node];
    this.terminalKind = new Uint8Array(count);
    this.terminalRule = new Uint16Array(count);
    this.terminalSigns = new Uint8Array(count);
    this.terminalLength = new Uint16Array(count);
    const next = this.terminalStart.slice();
    for (let end = 0; end < ends.length; end += END_FIELDS) {
      const terminal = next[ends[end]]++;
      this.terminalKind[terminal] = ends[end + 1];
      this.terminalRule[terminal] = ends[end + 2];
      this.terminalSigns[terminal] = ends[end + 3];
      this.terminalLength[terminal] = ends[end + 4];
    }
  }

  /** The same without the room for further phrases. */
  trim(): TrieColumns {
    const { nodeCount } = this;
    const letterStart = this.letterStart.slice(0, nodeCount + 1);
    return {
      ...this,
      parent: this.parent.slice(0, nodeCount),
      hash: this.hash.slice(0, nodeCount),
      digitChild: this.digitChild.slice(0, nodeCount),
      anyChild: this.anyChild.slice(0, nodeCount),
      letterStart,
      letters: this.letters.slice(0, letterStart[nodeCount]),
    };
  }

  /** Where word number `word` of a text leads from a node; 0 for nowhere. */
  step(node: number, text: NormalisedText, word: number): number {
    const { slots, hash, parent } = this;
    const wanted = text.wordHash[word];
    const mask = slots.length - 1;
    for (let slot = slotOf(node, wanted) & mask; ; slot = (slot + 1) & mask) {
      const child = slots[slot];
      if (child === 0) return 0;
      if (hash[child] === wanted && parent[child] === node && this.spells(child, text, word)) return child;
    }
  }

  /** The node at which the phrase inserted last ends. */
  private last = 0;

  /** Returns how many words the phrase has. */
  private insert(phrase: string, root: number, text: NormalisedText): number {
    this.last = root;
    let length = 0;
    const hasPlaceholder = phrase.includes('#') || phrase.includes('*');
    for (const piece of hasPlaceholder ? phrase.split(/([#*])/) : [phrase]) {
      if (piece === '#' || piece === '*') {
        const known = (piece === '#' ? this.digitChild : this.anyChild)[this.last];
        const child = known === 0 ? this.add(this.last, 0) : known;
        (piece === '#' ? this.digitChild : this.anyChild)[this.last] = child;
        this.last = child;
        length++;
      } else {
        const { wordCount } = text.run(piece);
        for (let word = 0; word < wordCount; word++)
          this.last = this.step(this.last, text, word) || this.addWord(this.last, text, word);
        length += wordCount;
      }
    }
    return length;
  }

  private addWord(
    parent: number,
    { units, wordStart, wordEnd, wordHash }: NormalisedText,
    word: number,
  ): number {
    const child = this.add(parent, wordHash[word]);
    let end = this.letterStart[child];
    for (let i = wordStart[word]; i < wordEnd[word]; i++) {
      if (units[i] === APOSTROPHE) continue;
      if (end === this.letters.length) this.letters = longer(new Uint16Array(2 * end), this.letters);
      this.letters[end++] = units[i];
    }
    this.letterStart[this.nodeCount] = end;
    // at most half of the slots are taken
    if (2 * this.nodeCount > this.slots.length) this.spread();
    else this.enter(child);
    return child;
  }

  /** A node without letters. */
  private add(parent: number, hash: number): number {
    const node = this.nodeCount++;
    if (this.nodeCount === this.parent.length) {
      const size = 2 * this.parent.length;
      this.parent = longer(new Int32Array(size), this.parent);
      this.hash = longer(new Int32Array(size), this.hash);
      this.digitChild = longer(new Int32Array(size), this.digitChild);
      this.anyChild = longer(new Int32Array(size), this.anyChild);
      this.letterStart = longer(new Int32Array(size), this.letterStart);
    }
    this.parent[node] = parent;
    this.hash[node] = hash;
    this.letterStart[this.nodeCount] = this.letterStart[node];
    return node;
  }

  /** Doubles the slots. */
  private spread(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    // placeholders have no letters and are not found by a word
    for (let node = 2; node < this.nodeCount; node++)
      if (this.letterStart[node] < this.letterStart[node + 1]) this.enter(node);
  }

  private enter(node: number): void {
    const mask = this.slots.length - 1;
    let slot = slotOf(this.parent[node], this.hash[node]) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = node;
  }

  /** Whether the word has the letters that lead to `node`; apostrophes count as little as in the hash. */
  private spells(node: number, { units, wordStart, wordEnd }: NormalisedText, word: number): boolean {
    const { letters, letterStart } = this;
    let letter = letterStart[node];
    const end = letterStart[node + 1];
    for (let i = wordStart[word]; i < wordEnd[word]; i++) {
      if (units[i] === APOSTROPHE) continue;
      if (letter === end || units[i] !== letters[letter]) return false;
      letter++;
    }
    return letter === end;
  }
}

const INITIAL = 64;
const END_FIELDS = 5;

function longer<Column extends Int32Array | Uint16Array>(fresh: Column, old: Column): Column {
  fresh.set(old);
  return fresh;
}

function slotOf(parent: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(parent, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function signsOf(phrase: string): number {
  const leading = leadingSigns[phrase[0]] ?? 0;
  const last = phrase[phrase.length - 1];
  // nearly all phrases end in a letter, which need not be normalised to be told from a sign
  if (last >= 'a' && last <= 'z') return leading;
  const trailing = Math.max(0, trailingSigns.indexOf(last.normalize('NFKC'), 1));
  return leading | (trailing << TRAILING);
}
