/**
 * The shape of the output: what `json` and `jsonl` hold, what `verify` and `restore` read, what every
 * reporter draws. Plain JSON: `JSON.parse(JSON.stringify(article))` equals the article.
 */

/** What a block is in its article. */
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'list-item';

/** Facts about the article that were found as text of its own and moved out of the paragraphs. */
export type FieldName = 'title' | 'subtitle' | 'byline' | 'published';

/** What a difference between two near-duplicates touches when the two are variants, not copies. */
export type Fact = 'number' | 'date' | 'negation' | 'name';

/** How a duplicate was found. */
export type Match = 'exact' | 'near' | 'contained';

/** Where the witness of a duplicate stands: in the same article, or in another. */
export type Scope = 'within' | 'across';

/** What says that a block is boilerplate. */
export type Evidence = 'lexicon' | 'corpus' | 'model';

/** What a file holds: a page with everything around its article, or an article that is nearly clean. */
export type SourceKind = 'page' | 'article';

/** One paragraph-sized piece of the raw text, in any of the places a block can end up in. */
export interface BlockEntry {
  /** Number of the block in its file, from 0, in file order. */
  readonly block: number;
  /** First and last line, 1-based and inclusive. Lines end at LF, CRLF or CR. */
  readonly lines: readonly [first: number, last: number];
  /** Half-open offsets into the raw file, in bytes, whatever its encoding. */
  readonly bytes: readonly [start: number, end: number];
  /** The decoded text at `bytes`, exactly as the file holds it. */
  readonly text: string;
  /** The raw bytes in base64; present only where encoding `text` again would not give them back. */
  readonly raw?: string;
  /** The text without entities, mojibake, tags and invisible characters; only with `--repair text`, on kept blocks, where it differs. */
  readonly repaired?: string;
}

/** Names a block of some article of the same output. */
export interface BlockReference {
  readonly path: string;
  readonly block: number;
}

/** Names the kept text that a block repeats: one block, or several of one article that hold it together. */
export interface WitnessReference extends BlockReference {
  /** All of the blocks, in file order and with no kept block between them; absent for a single one. */
  readonly blocks?: readonly number[];
}

/** A block with the kept text that it repeats and that does not make it superfluous, if any: it has at most one of the two links. */
export interface LinkedEntry extends BlockEntry {
  /**
   * The kept text that this block repeats though facts differ, named in `differs`; or nothing differs, and the block stays because it
   * is a field, a sub-heading or a row of figures. A removed copy of such a block has the link, too.
   */
  readonly variantOf?: WitnessReference & {
    readonly match: Match;
    readonly similarity: number;
    readonly differs: readonly Fact[];
  };
  /** The kept block whose text this one holds, with more of its own; `similarity` is the containment of that text in this. */
  readonly extends?: BlockReference & { readonly similarity: number };
}

/** A kept block that is no field. */
export interface Paragraph extends LinkedEntry {
  readonly kind: BlockKind;
}

/** A block removed because it belongs to the page and not to the article. */
export interface RemovedBoilerplate extends BlockEntry {
  readonly reason: 'boilerplate';
  /** Name of the rule family for `lexicon`; `recurring-short-block` for `corpus`; `line-model` for `model`. */
  readonly rule: string;
  readonly evidence: Evidence;
  /** 0 to 1, rounded to 2 decimals. */
  readonly confidence: number;
  /** Only for `model`: what speaks most for it, at most three, the strongest first. */
  readonly because?: readonly string[];
}

/** A block removed because a kept block, its witness, says the same. */
export interface RemovedDuplicate extends LinkedEntry {
  readonly reason: 'duplicate';
  readonly match: Match;
  readonly scope: Scope;
  /**
   * 1 for `exact`; Sørensen–Dice over character bigrams for `near`; for `contained` the share of the block's distinct character
   * 5-grams that the witness has; rounded down to 4 decimals.
   */
  readonly similarity: number;
  /** The witness: a block, or several that follow each other, kept (as paragraphs or fields) in this output. */
  readonly of: WitnessReference;
  /** Present only with `--variants drop`: the facts in which the removed text differs from its witness. */
  readonly differs?: readonly Fact[];
}

export type Removed = RemovedBoilerplate | RemovedDuplicate;

/**
 * White space between the blocks, stored so that the raw file can be rebuilt. Without this member every
 * block but the first follows one newline, nothing precedes the first, and one newline ends the file.
 */
export interface Whitespace {
  /** What stands before each block but the first where `others` says nothing; `"\n"` when absent. */
  readonly between?: string;
  /** `[block, text]`: what stands before that block. The number of blocks stands for the end of the file. */
  readonly others?: ReadonlyArray<readonly [block: number, text: string]>;
}

/** The file that an article lies in, and how it is found there: by its path without that of the file. */
export interface ContainerReference {
  /** Written like the path of an article; `-` for standard input. */
  readonly path: string;
  /** `gzip` stands for any compressed text. */
  readonly format: 'gzip' | 'jsonl' | 'html' | 'tar' | 'zip' | 'warc';
  /** JSON Lines: the member with the text, where it is not `text`. */
  readonly textField?: string;
  /** JSON Lines: the member that names the article, where it is not the number of the line. */
  readonly idField?: string;
}

/** Whole lines that are in another encoding than most of their file, as when text was pasted from elsewhere. */
export interface OtherEncoding {
  readonly encoding: string;
  /** 1-based, inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** Half-open offsets into the raw file, without the last line's end. */
  readonly bytes: readonly [start: number, end: number];
}

/** One input file. Each of its blocks stands exactly once: in `fields`, in `paragraphs` or in `removed`. */
export interface Article {
  /** Relative to the working folder, with `/` separators; `-` for standard input. */
  readonly path: string;
  /** Present when the article lies inside another file; "raw file" below is then the article as it comes out of it. */
  readonly container?: ContainerReference;
  /** SHA-256 of the raw file, in hex. */
  readonly sha256: string;
  /** Size of the raw file. */
  readonly bytes: number;
  /** WHATWG name of the encoding, in lower case. */
  readonly encoding: string;
  /** Present and true when the encoding is a guess. */
  readonly encodingGuessed?: true;
  /** Lines in another encoding than `encoding`; their blocks have `raw`. */
  readonly otherEncodings?: readonly OtherEncoding[];
  /** Present and true when the file begins with a byte-order mark. */
  readonly bom?: true;
  /** How often invalid bytes were replaced by U+FFFD; absent for 0. */
  readonly replacements?: number;
  /** How the file was read, which decides how boldly boilerplate is removed. */
  readonly source: SourceKind;
  /** Everything would have been boilerplate, so nothing was taken out. */
  readonly keptWhole?: true;
  /** It was read as an article, and lost more than half of its text as boilerplate: a person should look at it. */
  readonly overRemoved?: true;
  /** ISO 639-1 code, or null when the text does not tell. */
  readonly language: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  /** The name without "By". */
  readonly byline: string | null;
  /** ISO 8601 date (`2025-03-18`), only from a line that can be read in one way. */
  readonly published: string | null;
  /** Path of the article that holds all of this one's text, when nothing unique is left. */
  readonly duplicateOf: string | null;
  /** The blocks behind `title`, `subtitle`, `byline` and `published`. */
  readonly fields: Readonly<Partial<Record<FieldName, LinkedEntry>>>;
  readonly paragraphs: readonly Paragraph[];
  readonly removed: readonly Removed[];
  readonly whitespace?: Whitespace;
}

/** A block that repeats a kept block. It stands in the group of each block that it is linked to. */
export interface GroupMember extends BlockReference {
  readonly match: Match | 'variant' | 'extension';
  readonly similarity: number;
}

/** A kept block with everything that repeats it. */
export interface Group {
  readonly kept: BlockReference;
  readonly copies: readonly GroupMember[];
}

/** An input that is not in `articles`, and why. */
export interface Skipped {
  readonly path: string;
  readonly code: SkipCode;
  readonly message: string;
}

/** Why an input could not become an article. */
export type SkipCode = 'BINARY' | 'UNREADABLE' | 'VANISHED' | 'UNDECODABLE' | 'TOO_LARGE' | 'CHANGED';

/** The options that influence the result, resolved. */
export interface Settings {
  readonly scope: readonly Scope[];
  /** Least Dice coefficient of a near-duplicate, or null when they are not looked for. */
  readonly near: number | null;
  /** Least containment of a text in another, or null when it is not looked for. */
  readonly contained: number | null;
  readonly variants: 'keep' | 'drop';
  readonly keep: 'first' | 'longest';
  readonly strip: 'auto' | 'careful' | 'full' | 'off';
  /** SHA-256 of the decisions that were replayed, in hex; absent when there were none. */
  readonly decisions?: string;
  /** The encoding that files without a byte-order mark were told to have; absent when it was found out. */
  readonly encoding?: string;
  /** Present where `repaired` was asked for. */
  readonly repair?: 'text';
  /** SHA-256 of the user's own rules; absent when there are none. */
  readonly rules?: string;
}

/** Counts over a whole run. Characters are UTF-16 code units of block texts. */
export interface Summary {
  /** Inputs found: articles and skipped together. */
  readonly files: number;
  readonly articles: number;
  readonly skipped: number;
  readonly duplicateArticles: number;
  /** Size of all articles' raw files. */
  readonly bytes: number;
  /** `kept` counts paragraphs and fields; `variant` and `extension` those of them that have the one or the other link. */
  readonly blocks: {
    readonly total: number;
    readonly kept: number;
    readonly boilerplate: number;
    readonly duplicate: number;
    readonly variant: number;
    readonly extension: number;
  };
  readonly duplicates: {
    readonly exact: number;
    readonly near: number;
    readonly contained: number;
    readonly within: number;
    readonly across: number;
  };
  readonly characters: { readonly total: number; readonly kept: number };
}

/** Everything but the articles; what opens a `json` output. */
export interface Head {
  readonly schema: 'cleancopy/1';
  readonly version: string;
  readonly settings: Settings;
  readonly summary: Summary;
}

/** The whole `json` output. */
export interface Output extends Head {
  readonly articles: readonly Article[];
  readonly groups: readonly Group[];
  readonly skipped: readonly Skipped[];
}
