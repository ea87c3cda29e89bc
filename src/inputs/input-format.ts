/** What the bytes of an input are. */
export type ContainerFormat = 'gzip' | 'jsonl' | 'html' | 'tar' | 'zip' | 'warc';

/** `text` is an article as it stands; all others hold one article or many. */
export type InputFormat = 'text' | ContainerFormat;

/** How the bytes are compressed. */
export type Compression = 'none' | 'gzip' | 'zstd';

export const inputFormats: readonly InputFormat[] = ['text', 'jsonl', 'html', 'tar', 'zip', 'warc', 'gzip'];

const compressions: readonly (readonly [suffix: string, compression: Compression])[] = [
  ['.gz', 'gzip'],
  ['.zst', 'zstd'],
];

const formats: readonly (readonly [suffix: string, format: ContainerFormat])[] = [
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.tar', 'tar'],
  ['.zip', 'zip'],
  ['.warc', 'warc'],
  // web archives of extracted text
  ['.wet', 'warc'],
];

/** What the name of a file says of its content. */
export interface NamedFormat {
  readonly compression: Compression;
  /** Of the content, once it is decompressed; `gzip` for compressed text, whichever way. */
  readonly format: InputFormat;
}

/** The format behind a file name; `text` for any that is not known. */
export function formatOf(path: string): NamedFormat {
  const name = path.toLowerCase().replace(/\.tgz$/, '.tar.gz');
  const [suffix = '', compression = 'none'] = compressions.find(([end]) => name.endsWith(end)) ?? [];
  const inner = name.slice(0, name.length - suffix.length);
  const [, format] = formats.find(([end]) => inner.endsWith(end)) ?? [];
  if (format !== undefined) return { compression, format };
  return { compression, format: compression === 'none' ? 'text' : 'gzip' };
}

/** The name of the one article in a compressed or HTML file: the file's own name with the ending of its text. */
export function memberNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:gz|zst)$/i, '');
  const plain = name.replace(/\.x?html?$/i, '');
  return /\.[a-z0-9]+$/i.test(plain) ? plain : `${plain === '' ? 'article' : plain}.txt`;
}
