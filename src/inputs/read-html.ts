import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { decode } from '../text/decode.ts';
import { encodingOf, type Encoding } from '../text/encodings.ts';
import type { Failure } from './explain-failure.ts';
import type { ReadBytes } from './member.ts';

/** Loaded when the first page needs them. */
const require = createRequire(import.meta.url);

/** A node of a page, as far as it is looked at. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Node>;
}

interface Linkedom {
  parseHTML(html: string): { readonly document: object };
}

interface Readability {
  readonly Readability: new (
    document: object,
    options: { readonly maxElemsToParse: number; readonly serializer: (element: Node) => Node },
  ) => { parse(): { readonly title?: string | null; readonly content?: Node | null } | null };
}

/** Largest page: no article has more, and both libraries take time that grows with it. */
const MAX_HTML_BYTES = 2 ** 24;
const MAX_ELEMENTS = 100_000;
/** Deepest nesting: both libraries call themselves for every level. */
const MAX_DEPTH = 500;
/** How far into a page its encoding may be stated. */
const META_BYTES = 1024;

/**
 * The main text of a saved page: its title, and its blocks with blank lines between them, in UTF-8. The package linkedom reads the
 * page and Mozilla's Readability, which the reader view of Firefox uses, finds the article. No script is run and nothing
 * is fetched.
 *
 * @param charset the encoding that the server named, if it did
 */
export function readHtml(bytes: Uint8Array, charset?: string): ReadBytes {
  if (bytes.length > MAX_HTML_BYTES)
    return refuse('TOO_LARGE', `the page has ${bytes.length} bytes, and the limit is ${MAX_HTML_BYTES}`);
  const decoded = decode(bytes, statedEncoding(bytes, charset));
  if (decoded === 'binary') return refuse('BINARY', 'this is not text');
  if (isTooDeep(decoded.text))
    return refuse('TOO_LARGE', `its elements are nested more than ${MAX_DEPTH} levels deep`);
  const linkedom = require('linkedom') as Linkedom;
  const { Readability } = require('@mozilla/readability') as Readability;
  try {
    const { document } = linkedom.parseHTML(decoded.text);
    const options = { maxElemsToParse: MAX_ELEMENTS, serializer: (element: Node) => element };
    const article = new Readability(document, options).parse();
    const title = (article?.title ?? '').trim();
    const blocks = article?.content ? blocksOf(article.content) : [];
    if (blocks.length === 0) return refuse('UNDECODABLE', 'no article was found in the page');
    if (title !== '' && blocks[0] !== title) blocks.unshift(title);
    return { bytes: Buffer.from(`${blocks.join('\n\n')}\n`) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return refuse('UNDECODABLE', `the page could not be read (${cause})`);
  }
}

function refuse(code: Failure['code'], cause: string): ReadBytes {
  return { failure: { code, cause } };
}

/** The encoding that the server, or the page itself, states; valid UTF-8 is believed more. */
function statedEncoding(bytes: Uint8Array, charset: string | undefined): Encoding | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = decode(data);
  if (found !== 'binary' && !found.guessed && found.replacements === 0) return undefined;
  const head = data.toString('latin1', 0, META_BYTES);
  const stated = /<meta\b[^>]{0,200}charset\s{0,8}=\s{0,8}["']?([\w-]{1,30})/i.exec(head)?.[1];
  const name = charset ?? stated;
  return name === undefined ? undefined : encodingOf(name);
}

/** Elements without an end tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option'.split(' '),
); // prettier-ignore

/** Whether more start tags than end tags stand before some place; a bound on the depth, without building anything. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})\b/gi)) {
    if (voidElements.has(name.toLowerCase())) continue;
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const ELEMENT = 1;
const TEXT = 3;

const blockElements: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(' '),
); // prettier-ignore

/** The texts of block elements, in order, white space squeezed. */
function blocksOf(root: Node): string[] {
  const blocks: string[] = [];
  let text = '';
  const close = (): void => {
    const squeezed = text.replace(/\s+/g, ' ').trim();
    if (squeezed !== '') blocks.push(squeezed);
    text = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === TEXT) text += node.nodeValue ?? '';
    if (node.nodeType !== ELEMENT) return;
    const isBlock = blockElements.has(node.nodeName.toUpperCase());
    if (isBlock) close();
    for (let i = 0; i < node.childNodes.length; i++) walk(node.childNodes[i]);
    if (isBlock) close();
  };
  walk(root);
  close();
  return blocks;
}
