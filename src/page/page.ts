import type { Application, View } from './application.ts';
import { articlesView } from './articles-view.ts';
import { DecisionBook } from './decisions.ts';
import { decisionsView } from './decisions-view.ts';
import { byId, element, grouped } from './element.ts';
import { groupsView } from './groups-view.ts';
import { overviewView } from './overview-view.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';
import { TextSearch } from './search.ts';
import { Store } from './store.ts';
import { startTheme } from './theme.ts';

const keys: readonly (readonly [key: string, meaning: string])[] = [
  ['1 2 3 4', 'overview, articles, repeats, decisions'],
  ['j k', 'next or previous article or repeated text'],
  ['n p', 'next or previous text that was removed or is linked'],
  ['o', 'open or close why'],
  ['w', 'go to the witness: the kept text'],
  ['a r', 'accept or reject the removal'],
  ['h', 'hide or show kept text'],
  ['/', 'search'],
  ['Esc', 'back to the list'],
  ['?', 'this list'],
];

const views: readonly Route['view'][] = ['overview', 'articles', 'groups', 'decisions'];

async function start(): Promise<void> {
  const store = await Store.open();
  const decisions = new DecisionBook(store.index.id);
  const live = element('p', { class: 'visually-hidden', role: 'status' });
  document.body.append(live);
  let route = parseRoute(location.hash);
  const application: Application = {
    store,
    decisions,
    search: new TextSearch(store),
    go(next, replace = false) {
      const hash = formatRoute(next);
      if (!replace) location.hash = hash;
      else {
        history.replaceState(null, '', hash);
        void show();
      }
    },
    announce: (text) => (live.textContent = text),
  };
  const main = byId('main');
  const made = new Map<Route['view'], View>();
  const viewOf = (name: Route['view']): View => {
    const list = name === 'article' ? 'articles' : name;
    const known = made.get(list);
    if (known !== undefined) return known;
    const view = makeView[list](application);
    made.set(list, view);
    return view;
  };

  async function show(): Promise<void> {
    route = parseRoute(location.hash);
    const view = viewOf(route.view);
    if (main.firstElementChild !== view.root) {
      main.replaceChildren(view.root);
      scrollTo(0, 0);
    }
    const name = route.view === 'article' ? 'articles' : route.view;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view]')) {
      if (link.dataset['view'] === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    await view.show(route);
  }

  const counts: Readonly<Record<string, () => number>> = {
    articles: () => store.index.path.length,
    groups: () => store.index.groupCount,
    decisions: () => decisions.size,
  };
  const showCounts = (): void => {
    for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
      const count = counts[link.dataset['view'] ?? ''] as (() => number) | undefined;
      const place = link.querySelector('.count');
      if (place !== null && count !== undefined) place.textContent = ` ${grouped(count())}`;
    }
  };
  decisions.onChange(showCounts);
  showCounts();
  startTheme(byId('theme'));
  startKeys((key) => {
    if (/^[1-4]$/.test(key)) location.hash = `#/${views[Number(key) - 1]}`;
    else return viewOf(route.view).key?.(key) ?? false;
    return true;
  });
  addEventListener('hashchange', () => void show());
  await show();
  byId('loading').remove();
  document.documentElement.dataset['ready'] = 'true';
  performance.mark('interactive');
}

const makeView: Readonly<Record<Exclude<Route['view'], 'article'>, (application: Application) => View>> = {
  overview: overviewView,
  articles: articlesView,
  groups: groupsView,
  decisions: decisionsView,
};

/** Keys work wherever nothing is typed. */
function startKeys(handle: (key: string) => boolean): void {
  const dialog = byId('dialog') as HTMLDialogElement;
  dialog.append(
    element('h2', {}, 'Keys'),
    element('dl', { class: 'keys' }, ...keys.map(([key, meaning]) => keyRow(key, meaning))),
    element('button', { type: 'button', class: 'primary', on: { click: () => dialog.close() } }, 'Close'),
  );
  byId('keys').addEventListener('click', () => dialog.showModal());
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const { target } = event;
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (isTyping) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    if (event.key === '?') dialog.showModal();
    else if (!handle(event.key)) return;
    event.preventDefault();
  });
}

function keyRow(key: string, meaning: string): HTMLElement {
  const names = key.split(' ').map((name) => element('kbd', {}, name));
  return element('div', {}, element('dt', {}, ...names), element('dd', {}, meaning));
}

start().catch((error: unknown) => {
  const loading = document.getElementById('loading');
  const cause = error instanceof Error ? error.message : String(error);
  if (loading !== null) loading.textContent = `The review could not be opened: ${cause}`;
});
