import { Buffer } from 'node:buffer';
import type { Source } from './discover.ts';
import type { ContainerFormat } from './input-format.ts';
import type { SourceList } from './source-reader.ts';
import { Spool } from './spool.ts';

/**
 * Sources in memory that threads share; a message hands them over without a copy. The texts stand one behind the other:
 *
 *     text  a.txt b.txt ../c.txt NUL /home/c.txt ...
 *     ends       5    10                       27 ...
 *
 * A text is the path, and behind a NUL, which no path has, the absolute path where that is not `root` and the path.
 */
export interface SharedSourcesData {
  readonly root: string;
  /** UTF-8. */
  readonly text: Uint8Array;
  readonly ends: Uint32Array;
  /** Present when some are articles inside other files. */
  readonly members?: SharedMembers;
}

/** Where articles inside other files were put: a row a source, with container -1 for a file. */
interface SharedMembers {
  readonly container: Int32Array;
  readonly start: Float64Array;
  readonly bytes: Float64Array;
  readonly containers: readonly SharedContainer[];
}

interface SharedContainer {
  readonly path: string;
  readonly format: ContainerFormat;
  readonly stamp: readonly number[];
  /** Descriptor of the spool. */
  readonly spool: number;
}

/** Sources that another thread has shared. */
export class SharedSources implements SourceList {
  readonly length: number;
  readonly #data: SharedSourcesData;
  readonly #bytes: Buffer;
  readonly #spools: readonly Spool[];

  constructor(data: SharedSourcesData) {
    this.#data = data;
    this.length = data.ends.length;
    this.#bytes = Buffer.from(data.text.buffer, data.text.byteOffset, data.text.length);
    this.#spools = (data.members?.containers ?? []).map(({ spool }) => new Spool(spool));
  }

  at(index: number): Source | undefined {
    if (index >= this.length) return undefined;
    const { root, members } = this.#data;
    const text = this.#textOf(index);
    const border = text.indexOf('\0');
    const path = border < 0 ? text : text.slice(0, border);
    const absolutePath = border < 0 ? root + path : text.slice(border + 1);
    const number = members?.container[index] ?? -1;
    if (members === undefined || number < 0) return { path, absolutePath };
    const { path: container, format, stamp } = members.containers[number];
    const [start, bytes] = [members.start[index], members.bytes[index]];
    const spool = this.#spools[number];
    return { path, absolutePath, member: { spool, start, bytes, container, format, stamp } };
  }

  pathOf(index: number): string {
    const text = this.#textOf(index);
    const border = text.indexOf('\0');
    return border < 0 ? text : text.slice(0, border);
  }

  #textOf(index: number): string {
    const { ends } = this.#data;
    return this.#bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
  }
}

/**
 * Puts sources where threads can share them. Spools have to stay in use as long as threads read from them.
 *
 * @param root what absolute paths mostly begin with, with a separator behind it
 */
export function shareSources(sources: readonly Source[], root: string): SharedSourcesData {
  const texts = sources.map(({ path, absolutePath }) =>
    absolutePath === root + path ? path : `${path}\0${absolutePath}`,
  );
  const ends = new Uint32Array(new SharedArrayBuffer(4 * texts.length));
  let length = 0;
  for (const [index, text] of texts.entries()) ends[index] = length += Buffer.byteLength(text);
  const text = new Uint8Array(new SharedArrayBuffer(length));
  const bytes = Buffer.from(text.buffer);
  for (const [index, part] of texts.entries()) bytes.write(part, index === 0 ? 0 : ends[index - 1]);
  const members = shareMembers(sources);
  return { root, text, ends, ...(members && { members }) };
}

function shareMembers(sources: readonly Source[]): SharedMembers | undefined {
  if (sources.every(({ member }) => member === undefined)) return undefined;
  const { length } = sources;
  const container = new Int32Array(new SharedArrayBuffer(4 * length)).fill(-1);
  const start = new Float64Array(new SharedArrayBuffer(8 * length));
  const bytes = new Float64Array(new SharedArrayBuffer(8 * length));
  const containers: SharedContainer[] = [];
  const numbers = new Map<string, number>();
  for (const [index, { member }] of sources.entries()) {
    if (member === undefined) continue;
    const { container: path, format, stamp, spool } = member;
    let number = numbers.get(path);
    if (number === undefined) {
      number = containers.length;
      numbers.set(path, number);
      containers.push({ path, format, stamp, spool: spool.file });
    }
    container[index] = number;
    start[index] = member.start;
    bytes[index] = member.bytes;
  }
  return { container, start, bytes, containers };
}
