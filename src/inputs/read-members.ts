import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { decompress } from './decompress.ts';
import { formatOf, memberNameOf, type Compression, type ContainerFormat } from './input-format.ts';
import { safeName, type Member, type MemberOptions } from './member.ts';
import { readHtml } from './read-html.ts';
import { readJsonl } from './read-jsonl.ts';
import { readTar } from './read-tar.ts';
import { readWarc } from './read-warc.ts';
import { readWhole } from './read-whole.ts';
import { readZip } from './read-zip.ts';

/** A file with articles in it, or the bytes of standard input. */
export interface Container {
  /** As in the output. */
  readonly path: string;
  /** A file, or the bytes themselves. */
  readonly content: string | Uint8Array;
  readonly compression: Compression;
  readonly format: ContainerFormat;
}

/**
 * The articles in a container, in its order, one after the other: of a large one no more than one is in memory. Throws a `SourceError`,
 * or what the file system threw, when the rest cannot be read; what came before stays.
 */
export async function* readMembers(
  container: Container,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  const { path, content, compression, format } = container;
  if (format === 'zip' && typeof content === 'string') {
    yield* withOwnNames(expandAll(readZip(content, path, options), options));
    return;
  }
  const file = typeof content === 'string' ? createReadStream(content) : Readable.from([content]);
  const pieces = decompress(file, compression, path, options.maxRatio);
  try {
    switch (format) {
      case 'jsonl':
        yield* readJsonl(pieces, options);
        break;
      case 'tar':
        yield* withOwnNames(expandAll(readTar(pieces, path, options), options));
        break;
      case 'warc':
        yield* withOwnNames(readWarc(pieces, path, options));
        break;
      case 'zip':
        throw new Error('an archive of this kind is read from a file');
      case 'gzip':
      case 'html': {
        const name = safeName(memberNameOf(path));
        const whole = await readWhole(pieces, options.maxFileBytes);
        if ('failure' in whole) yield { name, failure: whole.failure };
        else yield { name, ...(format === 'html' ? readHtml(whole.bytes) : whole) };
      }
    }
  } finally {
    file.destroy();
  }
}

/** An archive may hold a name twice; each is an article. */
async function* withOwnNames(members: AsyncIterable<Member>): AsyncGenerator<Member, void, undefined> {
  const used = new Map<string, number>();
  for await (const member of members) {
    const count = used.get(member.name) ?? 0;
    used.set(member.name, count + 1);
    yield count === 0 ? member : { ...member, name: `${member.name}~${count + 1}` };
  }
}

/** Members of an archive that are pages become their main text. */
async function* expandAll(
  members: AsyncIterable<Member>,
  options: MemberOptions,
): AsyncGenerator<Member, void, undefined> {
  for await (const member of members) {
    if (!('bytes' in member)) {
      yield member;
      continue;
    }
    const { name, bytes } = member;
    const { compression, format } = formatOf(name);
    if (format === 'html' && compression === 'none') yield { name, ...readHtml(bytes) };
    else if (format === 'gzip' && compression === 'gzip') yield await inflate(name, bytes, options);
    else yield { name, bytes };
  }
}

async function inflate(
  name: string,
  bytes: Uint8Array,
  { maxRatio, maxFileBytes }: MemberOptions,
): Promise<Member> {
  const pieces = decompress(Readable.from([bytes]), 'gzip', name, maxRatio);
  return { name, ...(await readWhole(pieces, maxFileBytes)) };
}
