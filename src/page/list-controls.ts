import { element } from './element.ts';

/** Milliseconds after the last key until what was typed is looked for. */
const TYPING_PAUSE = 180;

type Choices = readonly (readonly [value: string, label: string])[];

/** What narrows and orders a list. */
export interface ListControls {
  readonly root: HTMLElement;
  readonly status: HTMLElement;
  set(state: ListState): void;
  focus(): void;
}

export interface ListState {
  readonly query: string;
  readonly filter: string;
  readonly sort: string;
}

/** A search box, a choice of entries and a choice of order; `onChange` gets all three. */
export function listControls(
  what: string,
  filters: Choices,
  sorts: Choices,
  onChange: (state: ListState) => void,
): ListControls {
  const search = element('input', {
    type: 'search',
    placeholder: `Search ${what}`,
    'aria-label': `Search ${what}`,
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const filter = choice('Show', filters);
  const sort = choice('Order', sorts);
  const status = element('p', { class: 'status dim', role: 'status' });
  const state = (): ListState => ({ query: search.value, filter: filter.value, sort: sort.value });
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange(state()), TYPING_PAUSE);
  });
  for (const select of [filter, sort]) select.addEventListener('change', () => onChange(state()));
  return {
    root: element(
      'div',
      { class: 'controls' },
      search,
      element('div', { class: 'selects' }, filter, sort),
      status,
    ),
    status,
    set({ query, filter: shown, sort: order }) {
      if (document.activeElement !== search) search.value = query;
      filter.value = filters.some(([value]) => value === shown) ? shown : '';
      sort.value = sorts.some(([value]) => value === order) ? order : '';
    },
    focus() {
      search.focus();
      search.select();
    },
  };
}

function choice(label: string, choices: Choices): HTMLSelectElement {
  return element(
    'select',
    { 'aria-label': label },
    ...choices.map(([value, name]) => element('option', { value }, name)),
  );
}
