import { createHash } from 'node:crypto';
import type { Article, Group, Head, Skipped } from '../../model/article.ts';
import { version } from '../../model/version.ts';
import { toJson } from '../../text/to-json.ts';
import { placeBlocks, type PlacedBlock } from '../place-blocks.ts';
import type { Reporter } from '../reporter.ts';
import { closeDocument, openDocument, type PageAssets } from './document.ts';
import { drawOverview } from './overview.ts';
import { packElement } from './pack.ts';
import { dataIds, type PageArticle, type PageBlock, type PageIndex } from './page-data.ts';
import { Tally, topGroups } from './tally.ts';

/** A reporter that can do without a head, which `jsonl` does not have. */
export interface HtmlReporter extends Reporter {
  open(head?: Head): string;
}

/** JSON of articles that is packed together: what the page unpacks to show one of them. In UTF-16 code units. */
const CHUNK_UNITS = 2 ** 17;

/**
 * The HTML review: one file that needs no network, in which articles stand packed in chunks, written as they come.
 * Groups are told from the links of the articles, so that an output without a list of groups has them too.
 */
export function htmlReporter(assets: PageAssets): HtmlReporter {
  const tally = new Tally();
  const id = createHash('sha256');
  let settings: PageIndex['settings'] = null;
  let chunkCount = 0;
  let pending: string[] = [];
  let pendingUnits = 0;
  const flush = (): string => {
    if (pending.length === 0) return '';
    const element = packElement(`${dataIds.chunk}${chunkCount++}`, `[${pending.join(',')}]`);
    pending = [];
    pendingUnits = 0;
    return element;
  };
  return {
    open(head) {
      settings = head?.settings ?? null;
      return openDocument(assets);
    },
    article(article) {
      const placed = placeBlocks(article);
      id.update(article.sha256);
      tally.add(article, placed, chunkCount, pending.length);
      const json = toJson(pageArticle(article, placed));
      pending.push(json);
      pendingUnits += json.length;
      return pendingUnits >= CHUNK_UNITS ? flush() : '';
    },
    *close(_groups: Iterable<Group>, skipped: readonly Skipped[]) {
      yield flush();
      const groups = tally.groups;
      const index: PageIndex = {
        id: id.digest('hex'),
        version,
        settings,
        skipped,
        ...tally.columns(),
        topGroups: topGroups(groups),
        groupCount: groups.start.length - 1,
        chunkCount,
      };
      yield packElement(dataIds.groups, toJson(groups));
      yield packElement(dataIds.index, toJson(index));
      yield drawOverview(index, tally.rules, tally.pairs);
      yield closeDocument(assets);
    },
  };
}

function pageArticle(article: Article, placed: readonly PlacedBlock[]): PageArticle {
  const { path, sha256, bytes, encoding, language, title, byline, published, duplicateOf } = article;
  return {
    path,
    sha256,
    bytes,
    encoding,
    language,
    title,
    byline,
    published,
    duplicateOf,
    blocks: placed.map(pageBlock),
  };
}

function pageBlock({ fate, field, entry }: PlacedBlock): PageBlock {
  const { bytes: _bytes, raw: _raw, ...shown } = entry;
  return { fate, ...(field !== undefined && { field }), ...shown };
}
