import { percent } from '../reporters/describe-reason.ts';
import { addressOf } from '../reporters/html/article-address.ts';
import type { PageArticle } from '../reporters/html/page-data.ts';
import type { Application } from './application.ts';
import { blockView, isRemoved, witnessOf, type BlockView } from './block-view.ts';
import { counted, element, grouped, visibleText } from './element.ts';

/** Blocks that are drawn at once; more are drawn on demand. */
const MAX_BLOCKS = 1500;

/** One article in full, in the order of the raw text. */
export class ArticlePane {
  readonly root: HTMLElement = element('article', { class: 'pane article', tabindex: '-1' });
  private readonly application: Application;
  private readonly blocks: BlockView[] = [];
  private current = -1;
  private shown = '';
  private hidesKept = false;

  constructor(application: Application) {
    this.application = application;
    application.decisions.onChange(() => {
      for (const view of this.blocks) view.refresh();
    });
  }

  /** Shows an article, and goes to one of its blocks where one is named. */
  async show(path: string, block: number | undefined): Promise<void> {
    const place = this.application.store.placeOf(path);
    if (place < 0) {
      this.shown = '';
      this.root.replaceChildren(
        element('p', { class: 'empty' }, 'There is no article ', ...visibleText(path), '.'),
      );
      return;
    }
    if (this.shown !== path) {
      this.shown = path;
      const article = await this.application.store.article(place);
      // another one may have been asked for meanwhile
      if (this.shown !== path) return;
      this.draw(article, block ?? 0);
      this.root.scrollTop = 0;
    }
    if (block !== undefined) this.goTo(block, true);
  }

  clear(): void {
    this.shown = '';
    this.root.replaceChildren(
      element('p', { class: 'empty' }, 'Choose an article from the list, or press j for the next one.'),
    );
  }

  key(key: string): boolean {
    const view = this.blocks[this.current];
    if (key === 'n' || key === 'p') return this.step(key === 'n' ? 1 : -1);
    if (key === 'h') return this.toggleKept();
    if (view === undefined) return false;
    if (key === 'o') view.toggle();
    else if (key === 'a') view.decide('accept');
    else if (key === 'r') view.decide('reject');
    else if (key === 'w') {
      const witness = witnessOf(view.block);
      if (witness === undefined) return false;
      location.hash = addressOf(witness.path, witness.block);
    } else return false;
    return true;
  }

  private draw(article: PageArticle, upTo: number): void {
    this.blocks.length = 0;
    this.current = -1;
    const list = element('div', { class: `blocks${this.hidesKept ? ' only-removed' : ''}` });
    const rest = element('p', { class: 'rest' });
    const drawMore = (end: number): void => {
      for (const block of article.blocks.slice(this.blocks.length, end)) {
        const view = blockView(this.application, article, block);
        this.blocks.push(view);
        list.append(view.root);
      }
      const left = article.blocks.length - this.blocks.length;
      rest.replaceChildren();
      if (left === 0) return;
      const more = element('button', { type: 'button' }, `Show ${counted(left, 'more block')}`);
      more.addEventListener('click', () => drawMore(this.blocks.length + MAX_BLOCKS));
      rest.append(more);
    };
    drawMore(Math.max(MAX_BLOCKS, upTo + 1));
    this.root.replaceChildren(this.header(article, list), list, rest);
    if (article.blocks.length === 0)
      list.append(element('p', { class: 'empty' }, 'This file holds no text.'));
  }

  private header(article: PageArticle, list: HTMLElement): HTMLElement {
    const total = article.blocks.reduce((sum, { text }) => sum + text.length, 0);
    const removed = article.blocks.filter(isRemoved);
    const lost = removed.reduce((sum, { text }) => sum + text.length, 0);
    const facts = [
      `${total === 0 ? '100 %' : percent((total - lost) / total)} of ${counted(total, 'character')} kept`,
      counted(article.blocks.length, 'block'),
      `${grouped(article.bytes)} bytes, ${article.encoding}`,
      ...(article.language === null ? [] : [`language ${article.language}`]),
    ];
    const toggle = element(
      'button',
      { type: 'button', class: 'quiet', 'aria-pressed': String(this.hidesKept), 'data-only-removed': true },
      'Only what was removed or linked',
    );
    toggle.addEventListener('click', () => {
      this.hidesKept = !this.hidesKept;
      toggle.setAttribute('aria-pressed', String(this.hidesKept));
      list.classList.toggle('only-removed', this.hidesKept);
    });
    const holder = article.duplicateOf;
    return element(
      'header',
      { class: 'article-head' },
      element('a', { href: '#/articles', class: 'back' }, '← All articles'),
      element('h1', { class: 'path' }, ...visibleText(article.path)),
      element('p', { class: 'dim' }, facts.join(' · ')),
      holder === null
        ? undefined
        : element(
            'p',
            { class: 'callout' },
            'Nothing of it is its own: all its text is in ',
            element('a', { href: addressOf(holder) }, ...visibleText(holder)),
            '.',
          ),
      toggle,
    );
  }

  private toggleKept(): boolean {
    this.root.querySelector<HTMLElement>('[data-only-removed]')?.click();
    return true;
  }

  /** To the next block, or the one before, that was removed or is linked. */
  private step(by: 1 | -1): boolean {
    let next = this.current + by;
    if (this.current < 0 && by < 0) next = this.blocks.length - 1;
    while (next >= 0 && next < this.blocks.length && this.blocks[next].block.fate === 'kept') next += by;
    if (next < 0 || next >= this.blocks.length) return true;
    this.goTo(next, false);
    return true;
  }

  private goTo(number: number, isTarget: boolean): void {
    this.blocks[this.current]?.root.classList.remove('current', 'target');
    const view = this.blocks[number] as BlockView | undefined;
    if (view === undefined) return;
    this.current = number;
    view.root.classList.add('current');
    if (isTarget) view.root.classList.add('target');
    view.root.scrollIntoView({ block: 'center' });
    view.root.querySelector<HTMLElement>('button.badge')?.focus({ preventScroll: true });
  }
}
