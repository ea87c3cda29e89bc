import { addressOf } from '../reporters/html/article-address.ts';
import type { Application, View } from './application.ts';
import { readDecisions } from './decisions.ts';
import { counted, element, excerptOf, visibleText } from './element.ts';

/** Rows that are drawn at once. */
const MAX_ROWS = 500;
const EXCERPT_UNITS = 140;

/** What was decided so far, and the file of it. */
export function decisionsView(application: Application): View {
  const { decisions, store } = application;
  const root = element('div', { class: 'overview decisions' });
  let isShown = false;

  const exportFile = (): void => {
    const address = URL.createObjectURL(new Blob([decisions.export()], { type: 'application/json' }));
    const link = element('a', { href: address, download: 'decisions.json' });
    link.click();
    URL.revokeObjectURL(address);
  };
  const file = element('input', {
    type: 'file',
    accept: '.json,application/json',
    'aria-label': 'Load decisions',
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    chosen
      ?.text()
      .then((text) => decisions.take(readDecisions(text)))
      .catch(() => application.announce('This is no file of decisions.'));
    file.value = '';
  });

  async function draw(): Promise<void> {
    const all = decisions.all;
    const rejected = all.filter(({ verdict }) => verdict === 'reject').length;
    const exportButton = element(
      'button',
      { type: 'button', class: 'primary', disabled: all.length === 0, on: { click: exportFile } },
      'Export decisions.json',
    );
    const clear = element('button', { type: 'button', disabled: all.length === 0 }, 'Forget all');
    clear.addEventListener('click', () => {
      if (confirm(`Forget ${counted(all.length, 'decision')}?`)) decisions.clear();
    });
    const rows = element('ol', { class: 'ranking' });
    for (const decision of all.slice(0, MAX_ROWS)) {
      const place = store.placeOf(decision.path);
      const block = await store.block(place, decision.block);
      const undo = element('button', { type: 'button', class: 'quiet' }, 'Take back');
      undo.addEventListener('click', () => decisions.toggle(decision));
      rows.append(
        element(
          'li',
          {},
          element(
            'a',
            { href: addressOf(decision.path, decision.block), class: 'excerpt', dir: 'auto' },
            ...excerptOf(block?.text ?? decision.path, EXCERPT_UNITS),
          ),
          element(
            'span',
            { class: `value ${decision.verdict}` },
            decision.verdict === 'accept' ? '✓ accepted' : '✗ rejected',
          ),
          element('span', { class: 'row-path' }, ...visibleText(decision.path)),
          undo,
        ),
      );
    }
    root.replaceChildren(
      element('h1', { class: 'title' }, 'Decisions'),
      element(
        'section',
        { class: 'card wide' },
        element(
          'p',
          {},
          all.length === 0
            ? 'Nothing has been decided yet. Open what was removed from an article, and accept or reject the removal.'
            : `${counted(all.length, 'decision')}: ${all.length - rejected} accepted, ${rejected} rejected.`,
        ),
        element(
          'p',
          { class: 'buttons' },
          exportButton,
          clear,
          element('label', { class: 'file' }, 'Load a file ', file),
        ),
        element(
          'p',
          { class: 'dim' },
          'Replay them with ',
          element('code', {}, 'cleancopy INPUT --decisions decisions.json'),
          ': what was rejected stays. A decision holds for the file with exactly these bytes.',
        ),
        rows,
        all.length > MAX_ROWS
          ? element('p', { class: 'dim' }, `and ${counted(all.length - MAX_ROWS, 'more decision')}`)
          : undefined,
      ),
    );
  }
  decisions.onChange(() => {
    if (isShown) void draw();
  });
  return {
    root,
    async show() {
      isShown = true;
      await draw();
    },
  };
}
