import { addressOf } from '../reporters/html/article-address.ts';

/** What the page shows. It stands in the address, so that links and reloads lead back to it. */
export interface Route {
  readonly view: 'overview' | 'articles' | 'article' | 'groups' | 'decisions';
  /** Path of the article; of a group that of the kept block. */
  readonly path?: string;
  readonly block?: number;
  /** What is looked for in paths and texts. */
  readonly query: string;
  /** Which entries of the list are shown; empty for all. */
  readonly filter: string;
  readonly sort: string;
}

const views: readonly Route['view'][] = ['overview', 'articles', 'article', 'groups', 'decisions'];

/** Reads the part of an address behind the `#`; what cannot be read gives the overview. */
export function parseRoute(hash: string): Route {
  const [place, search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', path = '', block = ''] = place.split('/');
  const parameters = new URLSearchParams(search);
  const view = views.find((known) => known === name) ?? 'overview';
  const number = /^\d{1,9}$/.test(block) ? Number(block) : undefined;
  const decoded = decode(path);
  return {
    view,
    ...(decoded !== '' && { path: decoded }),
    ...(number !== undefined && { block: number }),
    query: parameters.get('q') ?? '',
    filter: parameters.get('filter') ?? '',
    sort: parameters.get('sort') ?? '',
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The address of a route; `parseRoute` reads it back. */
export function formatRoute({ view, path, block, query, filter, sort }: Route): string {
  const place = path === undefined ? `#/${view}` : addressOf(path, block).replace('#/article/', `#/${view}/`);
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (filter !== '') parameters.set('filter', filter);
  if (sort !== '') parameters.set('sort', sort);
  return `${place}${parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
}
