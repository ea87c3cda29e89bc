import type { PageArticle, PageBlock } from '../reporters/html/page-data.ts';
import type { Store } from './store.ts';

// no text holds these two: they part the blocks of an article, and its path from its text
const BLOCK_END = '\u0001';
const PATH_END = '\u0002';

/** Lower-case texts of all articles, made when first looked through. */
export class TextSearch {
  private readonly store: Store;
  private texts: Promise<readonly string[]> | undefined;

  constructor(store: Store) {
    this.store = store;
  }

  /** Whether each article's path or text holds the query; `rule:name` asks for blocks of a boilerplate family. */
  async find(query: string): Promise<(place: number) => boolean> {
    const texts = await this.read();
    const wanted = fold(query);
    return (place) => texts[place].includes(wanted);
  }

  /** Whether the path of an article or the text of a block of it holds the query. */
  async findBlocks(query: string): Promise<(place: number, block: number) => boolean> {
    const texts = await this.read();
    const wanted = fold(query);
    return (place, block) => {
      if (!texts[place].includes(wanted)) return false;
      const [path, text] = texts[place].split(PATH_END, 2);
      return path.includes(wanted) || text.split(BLOCK_END)[block].includes(wanted);
    };
  }

  private read(): Promise<readonly string[]> {
    this.texts ??= this.readAll();
    return this.texts;
  }

  private async readAll(): Promise<readonly string[]> {
    const texts: string[] = [];
    for (let chunk = 0; chunk < this.store.index.chunkCount; chunk++) {
      for (const article of await this.store.readChunk(chunk)) texts.push(textOf(article));
    }
    return texts;
  }
}

function textOf({ path, blocks }: PageArticle): string {
  return `${fold(path)}${PATH_END}${blocks.map(blockText).join(BLOCK_END)}`;
}

function blockText(block: PageBlock): string {
  return fold('rule' in block ? `rule:${block.rule} ${block.text}` : block.text);
}

/** Lower case, and without the two characters that part texts. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes(BLOCK_END) || lower.includes(PATH_END)
    ? lower.replaceAll(BLOCK_END, ' ').replaceAll(PATH_END, ' ')
    : lower;
}
