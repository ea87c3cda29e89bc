import { element, type Child } from './element.ts';

/** Rows that are drawn beyond what can be seen. */
const OVERSCAN = 6;

/** A long list of which only the rows that can be seen are drawn. All rows have one height. */
export interface VirtualList {
  readonly root: HTMLElement;
  /** Shows other rows. */
  show(count: number): void;
  /** Draws the rows again. */
  refresh(): void;
  /** Marks a row as the current one, -1 for none, and scrolls it into view where that is asked for. */
  select(row: number, scroll: boolean): void;
}

/**
 * @param rowHeight in CSS pixels
 * @param drawRow the link of a row; what it says, and where it leads
 */
export function virtualList(
  label: string,
  rowHeight: number,
  drawRow: (row: number) => { readonly href: string; readonly content: readonly Child[] },
): VirtualList {
  const rows = element('div', { role: 'list', 'aria-label': label, class: 'rows' });
  const root = element('div', { class: 'virtual' }, rows);
  let count = 0;
  let selected = -1;
  let drawn = '';
  const draw = (): void => {
    const first = Math.max(0, Math.floor(root.scrollTop / rowHeight) - OVERSCAN);
    const last = Math.min(count, Math.ceil((root.scrollTop + root.clientHeight) / rowHeight) + OVERSCAN);
    const state = `${first} ${last} ${count} ${selected}`;
    if (state === drawn) return;
    drawn = state;
    const focused = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
    const items: HTMLElement[] = [];
    for (let row = first; row < last; row++) {
      const { href, content } = drawRow(row);
      const link = element(
        'a',
        { href, class: 'row', 'data-row': row, 'aria-current': row === selected && 'true' },
        ...content,
      );
      const item = element(
        'div',
        { role: 'listitem', 'aria-setsize': count, 'aria-posinset': row + 1, class: 'item' },
        link,
      );
      item.style.transform = `translateY(${row * rowHeight}px)`;
      item.style.height = `${rowHeight}px`;
      items.push(item);
    }
    rows.replaceChildren(...items);
    rows.style.height = `${count * rowHeight}px`;
    if (focused !== undefined && focused !== null) {
      rows.querySelector<HTMLElement>(`[data-row="${focused}"]`)?.focus({ preventScroll: true });
    }
  };
  const refresh = (): void => {
    drawn = '';
    draw();
  };
  root.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(root);
  return {
    root,
    refresh,
    show(next) {
      count = next;
      refresh();
    },
    select(row, scroll) {
      selected = row;
      if (scroll && row >= 0) {
        const top = row * rowHeight;
        const isAbove = top < root.scrollTop;
        const isBelow = top + rowHeight > root.scrollTop + root.clientHeight;
        if (isAbove || isBelow) root.scrollTop = Math.max(0, top - root.clientHeight / 3);
      }
      refresh();
    },
  };
}
