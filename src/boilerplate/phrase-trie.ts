import { NormalisedText } from '../text/normalise.ts';
import { decodeUnits } from '../text/units.ts';
import type { BoilerplateRule } from './rule.ts';

// Kinds of phrase
export const LINES = 0;
const STARTS = 1;
export const ENDS = 2;
export const PARTS = 3;
const kinds = ['lines', 'starts', 'ends', 'parts', 'contains'] as const;

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

/** One end of a phrase in the trie. */
export interface Terminal {
  readonly node: number;
  readonly kind: number;
  readonly rule: number;
  readonly signs: number;
  /** In words. */
  readonly length: number;
}

/** A step from one node to another by a word; `word` has no apostrophes. */
export interface Edge {
  readonly parent: number;
  readonly child: number;
  readonly word: string;
  readonly hash: number;
}

/** All phrases of a set of rules; nodes are numbers, the first two are the roots ANCHORED and FLOATING. */
export class PhraseTrie {
  readonly edges: Edge[] = [];
  /** By node: where a word with a leading digit and where any word leads, 0 for nowhere. */
  readonly digitChild: number[] = [0, 0];
  readonly anyChild: number[] = [0, 0];
  /** In the order of their nodes. */
  readonly terminals: readonly Terminal[];

  private readonly children = new Map<string, number>();
  private readonly text: NormalisedText = new NormalisedText();

  constructor(ruleSet: readonly BoilerplateRule[]) {
    const terminals: Terminal[] = [];
    ruleSet.forEach((rule, number) => {
      kinds.forEach((name, kind) => {
        for (const phrase of rule[name] ?? []) {
          const root = kind === LINES || kind === STARTS ? ANCHORED : FLOATING;
          const { node, length } = this.insert(phrase, root);
          if (length === 0) throw new Error(`Phrase without words in ${rule.name}: "${phrase}"`);
          terminals.push({ node, kind, rule: number, signs: signsOf(phrase), length });
        }
      });
    });
    this.terminals = terminals.sort((a, b) => a.node - b.node);
  }

  get nodeCount(): number {
    return this.digitChild.length;
  }

  private insert(phrase: string, root: number): { readonly node: number; readonly length: number } {
    let node = root;
    let length = 0;
    for (const piece of placeholder.test(phrase) ? phrase.split(placeholder) : [phrase]) {
      if (piece === '#' || piece === '*') {
        const next = piece === '#' ? this.digitChild : this.anyChild;
        node = next[node] ||= this.add();
        length++;
      } else {
        const { wordCount } = this.text.run(piece);
        for (let word = 0; word < wordCount; word++) node = this.follow(node, word);
        length += wordCount;
      }
    }
    return { node, length };
  }

  private follow(parent: number, number: number): number {
    const { units, wordStart, wordEnd, wordHash } = this.text;
    const word = decodeUnits(units, wordStart[number], wordEnd[number]).replaceAll("'", '');
    const key = `${parent} ${word}`;
    const known = this.children.get(key);
    if (known !== undefined) return known;
    const child = this.add();
    this.children.set(key, child);
    this.edges.push({ parent, child, word, hash: wordHash[number] });
    return child;
  }

  private add(): number {
    this.anyChild.push(0);
    return this.digitChild.push(0) - 1;
  }
}

const placeholder = /([#*])/;

function signsOf(phrase: string): number {
  const trailing = Math.max(0, trailingSigns.indexOf(phrase.slice(-1).normalize('NFKC'), 1));
  return (leadingSigns[phrase[0]] ?? 0) | (trailing << TRAILING);
}
