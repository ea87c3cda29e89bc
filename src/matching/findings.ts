import type { Link } from './link.ts';

/** Numbers of a row: state, exact witness, and two links of five. */
const WIDTH = 12;
const EXACT_WITNESS = 1;
const REPEAT = 2;
const PART = 7;

// bits of the state
const IS_SAME = 1;
const SEARCHED = 2;
const SEARCHED_PARTS = 4;
const PASSED_OVER_WHOLES = 8;

/** What a search ahead of the decisions found about the blocks from `first` on: a row a block, 48 bytes each. */
export class Findings {
  readonly first: number;
  readonly rows: Int32Array<ArrayBuffer>;

  constructor(first: number, rows: Int32Array<ArrayBuffer>) {
    this.first = first;
    this.rows = rows;
  }

  static forBlocks(first: number, end: number): Findings {
    return new Findings(first, new Int32Array(WIDTH * (end - first)).fill(-1));
  }

  get end(): number {
    return this.first + this.rows.length / WIDTH;
  }

  /** Begins the row of a block, about which nothing is known yet. */
  begin(block: number): void {
    this.rows[this.at(block)] = 0;
  }

  setExact(block: number, witness: number, isSame: boolean): void {
    const at = this.at(block);
    if (isSame) this.rows[at] |= IS_SAME;
    this.rows[at + EXACT_WITNESS] = witness;
  }

  setRepeat(block: number, link: Link | undefined, passedOverWholes: boolean): void {
    const at = this.at(block);
    this.rows[at] |= SEARCHED | (passedOverWholes ? PASSED_OVER_WHOLES : 0);
    this.setLink(at + REPEAT, link);
  }

  setPart(block: number, link: Link | undefined): void {
    const at = this.at(block);
    this.rows[at] |= SEARCHED_PARTS;
    this.setLink(at + PART, link);
  }

  /** Whether a block has the same text as `witness`; undefined when that was not looked at. */
  isSame(block: number, witness: number): boolean | undefined {
    const at = this.at(block);
    return this.rows[at + EXACT_WITNESS] === witness ? (this.rows[at] & IS_SAME) !== 0 : undefined;
  }

  isSearched(block: number): boolean {
    return this.has(block, SEARCHED);
  }

  isSearchedForParts(block: number): boolean {
    return this.has(block, SEARCHED_PARTS);
  }

  passedOverWholes(block: number): boolean {
    return this.has(block, PASSED_OVER_WHOLES);
  }

  repeat(block: number): Link | undefined {
    return this.link(this.at(block) + REPEAT);
  }

  part(block: number): Link | undefined {
    return this.link(this.at(block) + PART);
  }

  private at(block: number): number {
    return WIDTH * (block - this.first);
  }

  private has(block: number, bit: number): boolean {
    const state = this.rows[this.at(block)];
    return state > 0 && (state & bit) !== 0;
  }

  private setLink(at: number, link: Link | undefined): void {
    if (link === undefined) return;
    this.rows.set([link.witness, link.span, link.match, link.similarity, link.differs], at);
  }

  private link(at: number): Link | undefined {
    const [witness, span, match, similarity, differs] = this.rows.subarray(at, at + 5);
    return witness < 0 ? undefined : { witness, span, match, similarity, differs };
  }
}
