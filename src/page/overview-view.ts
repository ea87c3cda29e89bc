import { removedCopies } from '../reporters/html/tally.ts';
import { addressOf } from '../reporters/html/article-address.ts';
import type { Application, View } from './application.ts';
import { byId, counted, element, excerptOf } from './element.ts';
import { formatRoute } from './route.ts';

/** How much of a repeated text is shown. In UTF-16 code units. */
const EXCERPT_UNITS = 220;

/** The overview was drawn when the page was written; only texts are filled in. */
export function overviewView(application: Application): View {
  const template = byId('overview');
  const root = element('div', { class: 'overview' });
  if (template instanceof HTMLTemplateElement) root.append(template.content);
  root.addEventListener('click', ({ target }) => {
    // the cells of the repeat map
    const place = target instanceof SVGElement ? target.dataset['article'] : undefined;
    if (place !== undefined) location.hash = addressOf(application.store.index.path[Number(place)]);
  });
  let isFilled = false;
  return {
    root,
    show() {
      if (isFilled) return;
      isFilled = true;
      // the page is of use before these texts are unpacked
      void fillTopGroups(application, root);
    },
  };
}

async function fillTopGroups({ store }: Application, root: HTMLElement): Promise<void> {
  const list = root.querySelector('#top-groups-list');
  if (list === null) return;
  const { path, topGroups } = store.index;
  const groups = await store.groups();
  const { article, block } = groups;
  for (const group of topGroups) {
    const place = article[group];
    const kept = await store.block(place, block[group]);
    const href = formatRoute({
      view: 'groups',
      path: path[place],
      block: block[group],
      query: '',
      filter: '',
      sort: '',
    });
    const copies = removedCopies(groups, group);
    list.append(
      element(
        'li',
        {},
        element('a', { href, dir: 'auto', class: 'excerpt' }, ...excerptOf(kept?.text ?? '', EXCERPT_UNITS)),
        element('span', { class: 'value' }, counted(copies, 'copy', 'copies')),
      ),
    );
  }
}
