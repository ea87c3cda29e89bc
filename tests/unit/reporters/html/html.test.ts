import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Output } from '../../../../src/model/article.ts';
import { htmlReporter } from '../../../../src/reporters/html/html.ts';
import {
  dataIds,
  groupMatches,
  type PageArticle,
  type PageGroups,
  type PageIndex,
} from '../../../../src/reporters/html/page-data.ts';
import { render } from '../../../../src/reporters/render.ts';
import { containedFiles, makeSample, sampleFiles, type Sample } from '../../pipeline/sample-folder.ts';
import { hostileFiles } from '../hostile-files.ts';

const assets = { script: 'globalThis.started = true;', style: 'body { margin: 0 }' };

async function draw(output: Output): Promise<string> {
  async function* articles(): AsyncGenerator<Article, void, undefined> {
    yield* await Promise.resolve(output.articles);
  }
  const { schema, version, settings, summary, groups, skipped } = output;
  const report = {
    head: { schema, version, settings, summary },
    groups,
    skipped,
    [Symbol.asyncIterator]: articles,
  };
  let html = '';
  for await (const piece of render(report, htmlReporter(assets))) html += piece;
  return html;
}

function unpack(html: string, id: string): unknown {
  const [, packed] = new RegExp(`id="${id}">([^<]*)</script>`).exec(html) ?? [];
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
}

let sample: Sample;
let html = '';
beforeAll(async () => {
  sample = await makeSample({ ...sampleFiles, ...containedFiles, ...hostileFiles });
  html = await draw(sample.output);
});
afterAll(() => sample.remove());

describe('htmlReporter', () => {
  test('holds every article with every block', () => {
    const index = unpack(html, dataIds.index) as PageIndex;
    const chunks = Array.from(
      { length: index.chunkCount },
      (_, chunk) => unpack(html, `${dataIds.chunk}${chunk}`) as PageArticle[],
    );
    const { articles } = sample.output;
    expect(index.path).toEqual(articles.map(({ path }) => path));
    for (const [place, article] of articles.entries()) {
      const shown = chunks[index.chunk[place]][index.slot[place]];
      const blocks = [...article.paragraphs, ...article.removed, ...Object.values(article.fields)];
      expect(shown).toMatchObject({ path: article.path, sha256: article.sha256 });
      expect(shown.blocks.map(({ block }) => block)).toEqual(Array.from(blocks.keys()));
      const texts = new Map(blocks.map(({ block, text }) => [block, text]));
      for (const { block, text } of shown.blocks) expect(text).toBe(texts.get(block));
    }
    const holders = index.duplicateOf.map((place) => (place < 0 ? null : index.path[place]));
    expect(holders).toEqual(articles.map(({ duplicateOf }) => duplicateOf));
  });

  test('has the groups of the output', () => {
    const index = unpack(html, dataIds.index) as PageIndex;
    const { article, block, start, memberArticle, memberBlock, match, similarity, units } = unpack(
      html,
      dataIds.groups,
    ) as PageGroups;
    const groups = article.map((place, group) => ({
      kept: { path: index.path[place], block: block[group] },
      copies: Array.from({ length: start[group + 1] - start[group] }, (_, number) => {
        const member = start[group] + number;
        return {
          path: index.path[memberArticle[member]],
          block: memberBlock[member],
          match: groupMatches[match[member]],
          similarity: similarity[member] / 10_000,
        };
      }),
    }));
    expect(groups).toEqual(sample.output.groups);
    expect(units.every((length) => length > 0)).toBe(true);
  });

  test('counts what the summary counts', () => {
    const { units, blocks } = unpack(html, dataIds.index) as PageIndex;
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    const { summary } = sample.output;
    expect({
      boilerplate: sum(blocks.boilerplate),
      duplicate: sum(blocks.duplicate),
      variant: sum(blocks.variant),
      extension: sum(blocks.extension),
    }).toMatchObject({
      boilerplate: summary.blocks.boilerplate,
      duplicate: summary.blocks.duplicate,
      variant: summary.blocks.variant,
      extension: summary.blocks.extension,
    });
    expect(sum(units.kept) + sum(units.variant) + sum(units.extension)).toBe(summary.characters.kept);
  });

  test('names its script and style sheet by their hashes, and lets nothing else run or load', () => {
    const hash = (code: string): string =>
      `&#39;sha256-${createHash('sha256').update(code).digest('base64')}&#39;`;
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`script-src ${hash(assets.script)};`);
    expect(policy).toContain(`style-src ${hash(assets.style)};`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(html).toContain(`<script>${assets.script}</script>`);
    expect(html.match(/<script>/g)?.length).toBe(1);
  });

  test('lets no text of an article stand as markup, or as a control character', () => {
    expect(html).not.toContain('<img');
    expect(html).not.toContain('onload=window');
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain('&lt;img src=x onerror=window.hostile=1&gt;.txt');
  });

  test('is the same for the same output', async () => {
    expect(await draw(sample.output)).toBe(html);
  });
});
