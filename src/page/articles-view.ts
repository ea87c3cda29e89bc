import { percent } from '../reporters/describe-reason.ts';
import { addressOf } from '../reporters/html/article-address.ts';
import type { Fate } from '../reporters/place-blocks.ts';
import type { Application, View } from './application.ts';
import { ArticlePane } from './article-pane.ts';
import { counted, element, grouped, visibleText } from './element.ts';
import { listControls, type ListState } from './list-controls.ts';
import type { Route } from './route.ts';
import { virtualList } from './virtual-list.ts';

const ROW_HEIGHT = 66;

const filters = [
  ['', 'All articles'],
  ['removed', 'Lost any text'],
  ['boilerplate', 'With boilerplate'],
  ['duplicate', 'With repeats'],
  ['variant', 'With variants'],
  ['extension', 'With extensions'],
  ['copy', 'Nothing of their own'],
] as const;
const sorts = [
  ['', 'By path'],
  ['lost', 'Most removed'],
  ['share', 'Least kept'],
  ['length', 'Longest'],
] as const;

/** All articles in a list, and one of them in full. */
export function articlesView(application: Application): View {
  const { store, search } = application;
  const { units, blocks, path, folder, title, duplicateOf } = store.index;
  const lost = path.map((_, place) => units.boilerplate[place] + units.duplicate[place]);
  const kept = path.map((_, place) => units.kept[place] + units.variant[place] + units.extension[place]);
  const share = (place: number): number =>
    lost[place] === 0 ? 1 : kept[place] / (kept[place] + lost[place]);
  let shown: number[] = path.map((_, place) => place);
  let route: Route = { view: 'articles', query: '', filter: '', sort: '' };
  let listed = '';

  const list = virtualList('Articles', ROW_HEIGHT, (row) => {
    const place = shown[row];
    const name = title[place] ?? path[place].slice(folder.length);
    return {
      href: linkTo(place),
      content: [
        element('span', { class: 'row-title', dir: 'auto' }, ...visibleText(name)),
        element('span', { class: 'row-path' }, ...visibleText(path[place].slice(folder.length))),
        element('span', { class: 'row-share' }, percent(share(place))),
        fateBar(place),
      ],
    };
  });
  const fateBar = (place: number): HTMLElement => {
    const bar = element('span', { class: 'mini-bar', 'aria-hidden': 'true' });
    const total = kept[place] + lost[place];
    const part = (fate: Fate): void => {
      if (units[fate][place] === 0) return;
      const piece = element('span', { class: fate });
      piece.style.width = `${(100 * units[fate][place]) / total}%`;
      bar.append(piece);
    };
    for (const fate of ['kept', 'variant', 'extension', 'boilerplate', 'duplicate'] as const) part(fate);
    return bar;
  };
  const linkTo = (place: number): string => {
    const [, parameters = ''] = location.hash.split('?', 2);
    return addressOf(path[place]) + (parameters === '' ? '' : `?${parameters}`);
  };
  const controls = listControls('paths and texts', filters, sorts, (state) =>
    application.go({ ...route, ...state }, true),
  );
  const pane = new ArticlePane(application);
  const root = element(
    'div',
    { class: 'two-panes' },
    element(
      'section',
      { class: 'list-pane', 'aria-label': 'List of articles' },
      element('h1', { class: 'visually-hidden' }, 'Articles'),
      controls.root,
      list.root,
    ),
    pane.root,
  );

  const passes: Readonly<Record<string, (place: number) => boolean>> = {
    removed: (place) => lost[place] > 0,
    boilerplate: (place) => blocks.boilerplate[place] > 0,
    duplicate: (place) => blocks.duplicate[place] > 0,
    variant: (place) => blocks.variant[place] > 0,
    extension: (place) => blocks.extension[place] > 0,
    copy: (place) => duplicateOf[place] >= 0,
  };
  const orders: Readonly<Record<string, (a: number, b: number) => number>> = {
    lost: (a, b) => lost[b] - lost[a] || a - b,
    share: (a, b) => share(a) - share(b) || a - b,
    length: (a, b) => kept[b] + lost[b] - kept[a] - lost[a] || a - b,
  };

  /** Brings the list up to date with the address; what was typed meanwhile wins. */
  const update = async ({ query, filter, sort }: ListState): Promise<void> => {
    const key = JSON.stringify([query, filter, sort]);
    if (listed === key) return;
    listed = key;
    let places = path.map((_, place) => place);
    const pass = Object.hasOwn(passes, filter) ? passes[filter] : undefined;
    if (pass !== undefined) places = places.filter(pass);
    if (query !== '') {
      controls.status.textContent = 'Searching…';
      const matches = await search.find(query);
      if (listed !== key) return;
      places = places.filter(matches);
    }
    const order = Object.hasOwn(orders, sort) ? orders[sort] : undefined;
    if (order !== undefined) places.sort(order);
    shown = places;
    const all = path.length === shown.length;
    controls.status.textContent = all
      ? counted(shown.length, 'article')
      : `${grouped(shown.length)} of ${counted(path.length, 'article')}`;
    list.root.scrollTop = 0;
    list.show(shown.length);
  };

  const select = (scroll: boolean): void => {
    const place = route.path === undefined ? -1 : store.placeOf(route.path);
    list.select(place < 0 ? -1 : shown.indexOf(place), scroll);
  };

  const move = (by: 1 | -1): void => {
    const place = route.path === undefined ? -1 : store.placeOf(route.path);
    const row = shown.indexOf(place);
    const next = row < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, row + by));
    if (shown.length > 0 && next !== row) location.hash = linkTo(shown[next]);
  };

  return {
    root,
    async show(next) {
      const isOther = next.path !== route.path;
      route = next;
      root.classList.toggle('has-detail', next.path !== undefined);
      controls.set(next);
      await update(next);
      select(isOther);
      if (next.path === undefined) pane.clear();
      else await pane.show(next.path, next.block);
    },
    key(key) {
      if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1);
      else if (key === '/') controls.focus();
      else if (key === 'Escape' && route.path !== undefined) {
        const { path: _path, block: _block, ...rest } = route;
        application.go({ ...rest, view: 'articles' });
      } else return pane.key(key);
      return true;
    },
  };
}
