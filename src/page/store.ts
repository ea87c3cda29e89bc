import {
  dataIds,
  type PageArticle,
  type PageBlock,
  type PageGroups,
  type PageIndex,
} from '../reporters/html/page-data.ts';
import { byId } from './element.ts';

/** Unpacked chunks that are kept: enough to go back and forth without unpacking again. */
const MAX_CHUNKS = 24;

/** What the page holds: the index at once, articles and groups when they are asked for. */
export class Store {
  readonly index: PageIndex;
  private readonly places: ReadonlyMap<string, number>;
  private readonly chunks: Map<number, Promise<readonly PageArticle[]>> = new Map();
  private allGroups: Promise<PageGroups> | undefined;

  constructor(index: PageIndex) {
    this.index = index;
    this.places = new Map(index.path.map((path, place) => [path, place]));
  }

  static async open(): Promise<Store> {
    return new Store((await unpack(dataIds.index)) as PageIndex);
  }

  /** Place of an article in the index, or -1. */
  placeOf(path: string): number {
    return this.places.get(path) ?? -1;
  }

  async article(place: number): Promise<PageArticle> {
    const articles = await this.chunkOf(this.index.chunk[place]);
    return articles[this.index.slot[place]];
  }

  /** A block of an article, or undefined when there is none. */
  async block(place: number, block: number): Promise<PageBlock | undefined> {
    if (place < 0) return undefined;
    return (await this.article(place)).blocks[block];
  }

  /** The articles of a chunk, which are not kept; for looking through everything. */
  readChunk(chunk: number): Promise<readonly PageArticle[]> {
    return this.chunks.get(chunk) ?? unpackArticles(chunk);
  }

  groups(): Promise<PageGroups> {
    this.allGroups ??= unpack(dataIds.groups) as Promise<PageGroups>;
    return this.allGroups;
  }

  private chunkOf(chunk: number): Promise<readonly PageArticle[]> {
    const known = this.chunks.get(chunk) ?? unpackArticles(chunk);
    // the one used last stands last, and the first one goes
    this.chunks.delete(chunk);
    this.chunks.set(chunk, known);
    const [oldest] = this.chunks.keys();
    if (this.chunks.size > MAX_CHUNKS) this.chunks.delete(oldest);
    return known;
  }
}

function unpackArticles(chunk: number): Promise<readonly PageArticle[]> {
  return unpack(`${dataIds.chunk}${chunk}`) as Promise<readonly PageArticle[]>;
}

/** What `packElement` has packed: base64 of deflated JSON. */
async function unpack(id: string): Promise<unknown> {
  const binary = atob(byId(id).textContent ?? '');
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).json();
}
