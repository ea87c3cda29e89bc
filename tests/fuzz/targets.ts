import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ContainerFormat } from '../../src/inputs/input-format.ts';
import { memberDefaults } from '../../src/inputs/member.ts';
import { readMembers } from '../../src/inputs/read-members.ts';
import { SourceError } from '../../src/inputs/source-error.ts';
import { CleancopyError } from '../../src/model/errors.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { rebuild } from '../../src/pipeline/rebuild.ts';
import { verifyArticle } from '../../src/pipeline/verify-article.ts';
import { verifyOutput } from '../../src/pipeline/verify.ts';
import { reporters } from '../../src/reporters/index.ts';
import { render } from '../../src/reporters/render.ts';
import { segment } from '../../src/segment/segment.ts';
import { decode, decodePart } from '../../src/text/decode.ts';
import { encodings } from '../../src/text/encodings.ts';
import { normalise } from '../../src/text/normalise.ts';
import { warcResponse } from '../unit/inputs/make-warc.ts';
import { makeTar, tarMember } from '../unit/inputs/make-tar.ts';

/** Something that is given any bytes, and must hold what it asserts. */
export interface Target {
  readonly seeds: readonly Uint8Array[];
  run(data: Buffer): Promise<void> | void;
}

const news = `The ferry is back\n\nBy A. Writer\n\nMarch 18, 2025\n\nThe ferry that crosses the harbour runs again after 7 weeks, said the mayor of Marlow Vale.\n\nShare\n\nThe ferry that crosses the harbour runs again after 7 weeks, said the mayor of Marlow Vale.\n`;
const texts = [news, 'Größe, Straße — „Zitat“ &amp; <b>fett</b> caf\u00c3\u00a9 ﬁ 😀\n', '川にかかる古い橋は、来年の夏まで。'.repeat(5), 'Старый мост через реку закрыт до лета.\n']; // prettier-ignore
const mixed = Buffer.concat(
  [texts[1], 'Das Caf\u00e9 an der Br\u00fccke \u00f6ffnet, hei\u00dft es.\n'].map((text, i) =>
    Buffer.from(text, i === 0 ? 'utf8' : 'latin1'),
  ),
);
const seeds = [mixed, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])];

/** The bytes of each block decode to its text, and blocks follow each other. */
function checkSegments(data: Buffer): void {
  for (const asked of [undefined, encodings[(data[0] ?? 0) % encodings.length]]) {
    const decoded = decode(data, asked);
    if (decoded === 'binary') continue;
    const blocks = segment(data, decoded);
    let done = decoded.bomBytes;
    for (let block = 0; block < blocks.count; block++) {
      const [start, end] = [blocks.byteStart[block], blocks.byteEnd[block]];
      assert.ok(start >= done && end > start && end <= data.length, 'places follow each other');
      assert.match(decodePart(data.subarray(done, start), done, decoded), /^\s*$/);
      assert.equal(decodePart(data.subarray(start, end), start, decoded), blocks.textOf(block));
      done = end;
    }
  }
}

async function checkArticle(data: Buffer): Promise<void> {
  const run = await ingest(['-'], { stdin: data }).catch((error: unknown) => {
    if (error instanceof CleancopyError && error.code === 'NO_INPUT') return undefined;
    throw error;
  });
  if (run === undefined) return;
  for await (const article of run) {
    assert.ok(Buffer.from(rebuild(article)).equals(data), 'restore gives the bytes back');
    assert.deepEqual([...verifyArticle(article, data)], []);
  }
  for await (const piece of render(run, reporters.json())) assert.ok(piece.length >= 0);
}

const members =
  (format: ContainerFormat, compression: 'none' | 'gzip' = 'none') =>
  async (data: Buffer): Promise<void> => {
    const options = { ...memberDefaults, maxFileBytes: 100_000, accepts: () => true };
    try {
      for await (const member of readMembers({ path: 'x', content: data, compression, format }, options)) {
        assert.doesNotMatch(member.name, /(?:^|\/)\.\.?(?:\/|$)|^\//);
        assert.ok(!member.name.includes('\0'));
        if ('bytes' in member) assert.ok(member.bytes.length <= 1_000_000);
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
    }
  };

async function checkOutput(data: Buffer): Promise<void> {
  const file = join(tmpdir(), `cleancopy-fuzz-${process.pid}.json`);
  writeFileSync(file, data);
  try {
    for await (const violation of verifyOutput(file, { root: tmpdir() })) assert.ok(violation.code);
  } catch (error) {
    if (!(error instanceof CleancopyError)) throw error;
  } finally {
    rmSync(file, { force: true });
  }
}

function checkNormalise(data: Buffer): void {
  const once = normalise(data.toString('utf8'));
  assert.equal(once.trim(), once);
  assert.doesNotMatch(once, / {2}/);
}

const page = `<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>${`<p>${texts[0].slice(60, 200)}</p>`.repeat(6)}</article></body></html>`;
const sample = await ingest(['-'], { stdin: Buffer.from(news) });
const outputs = await Promise.all(
  [reporters.json(), reporters.jsonl()].map(async (reporter) => {
    let text = '';
    for await (const piece of render(sample, reporter)) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString(); // prettier-ignore
    return Buffer.from(text);
  }),
);

export const targets: Readonly<Record<string, Target>> = {
  segment: { seeds, run: checkSegments },
  article: { seeds, run: checkArticle },
  normalise: { seeds, run: checkNormalise },
  jsonl: { seeds: [Buffer.from('{"text":"One.","id":1}\n{"text":2}\n')], run: members('jsonl') },
  tar: { seeds: [makeTar(tarMember('a.txt', news), tarMember('b/c.txt.gz', gzipSync(news)))], run: members('tar') },
  warc: { seeds: [Buffer.concat([warcResponse('http://x/a', 'text/html', page), warcResponse('http://x/b', 'text/plain', gzipSync(news), { fields: 'Content-Encoding: gzip\r\n' })])], run: members('warc') },
  gzip: { seeds: [gzipSync(news)], run: members('gzip', 'gzip') },
  html: { seeds: [Buffer.from(page)], run: members('html') },
  output: { seeds: outputs, run: checkOutput },
}; // prettier-ignore
