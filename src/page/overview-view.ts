import type { Application, View } from './application.ts';
import { byId, counted, element, visibleText } from './element.ts';
import { formatRoute } from './route.ts';

/** How much of a repeated text is shown. In UTF-16 code units. */
const EXCERPT_UNITS = 220;

/** The overview was drawn when the page was written; only texts are filled in. */
export function overviewView(application: Application): View {
  const template = byId('overview');
  const root = element('div', { class: 'overview' });
  if (template instanceof HTMLTemplateElement) root.append(template.content);
  let isFilled = false;
  return {
    root,
    async show() {
      if (isFilled) return;
      isFilled = true;
      await fillTopGroups(application, root);
    },
  };
}

async function fillTopGroups({ store }: Application, root: HTMLElement): Promise<void> {
  const list = root.querySelector('#top-groups-list');
  if (list === null) return;
  const { path, topGroups } = store.index;
  const { article, block, start } = await store.groups();
  for (const group of topGroups) {
    const place = article[group];
    const kept = await store.block(place, block[group]);
    const href = formatRoute({ view: 'groups', path: path[place], block: block[group], query: '', filter: '', sort: '' });
    const copies = start[group + 1] - start[group];
    list.append(
      element(
        'li',
        {},
        element('a', { href, dir: 'auto', class: 'excerpt' }, ...visibleText(kept?.text.slice(0, EXCERPT_UNITS) ?? '')),
        element('span', { class: 'value' }, counted(copies, 'copy', 'copies')),
      ),
    );
  }
}
