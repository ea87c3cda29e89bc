import type { WitnessReference } from '../model/article.ts';
import type { Decision } from '../model/decisions.ts';
import { describeReason, percent } from '../reporters/describe-reason.ts';
import { addressOf } from '../reporters/html/article-address.ts';
import type { PageArticle, PageBlock } from '../reporters/html/page-data.ts';
import type { Fate } from '../reporters/place-blocks.ts';
import type { Application } from './application.ts';
import { compare } from './compare.ts';
import { element, grouped, visibleText } from './element.ts';

/** Longer texts are shown on demand. In UTF-16 code units. */
const MAX_SHOWN_UNITS = 20_000;

const labels: Readonly<Record<Fate, string>> = {
  kept: '',
  variant: 'Variant',
  extension: 'Extension',
  boilerplate: 'Boilerplate',
  duplicate: 'Repeat',
};

export function isRemoved({ fate }: PageBlock): boolean {
  return fate === 'boilerplate' || fate === 'duplicate';
}

/** The kept text that a block repeats, if any. */
export function witnessOf(block: PageBlock): WitnessReference | undefined {
  if ('of' in block) return block.of;
  if ('variantOf' in block && block.variantOf !== undefined) return block.variantOf;
  return 'extends' in block ? block.extends : undefined;
}

/** A block of an article as it is drawn. */
export interface BlockView {
  readonly root: HTMLElement;
  readonly block: PageBlock;
  /** Shows or hides why the block was removed, or what it is linked to. */
  toggle(open?: boolean): void;
  decide(verdict: Decision['verdict']): void;
  /** Brings marks of decisions up to date. */
  refresh(): void;
}

/** Draws one block with its line number; what was removed or linked has a button that opens the reasons. */
export function blockView(application: Application, article: PageArticle, block: PageBlock): BlockView {
  const { decisions } = application;
  const { fate, lines } = block;
  const place = { path: article.path, sha256: article.sha256, block: block.block };
  const detail = element('div', { class: 'detail', hidden: true });
  const hasReason = fate !== 'kept';
  const mark = element('span', { class: 'decision-mark' });
  const button = hasReason
    ? element(
        'button',
        { type: 'button', class: `badge ${fate}`, 'aria-expanded': 'false', on: { click: () => toggle() } },
        labels[fate],
        mark,
      )
    : undefined;
  const field = block.field === undefined ? undefined : element('span', { class: 'field-name' }, block.field);
  const reasons = hasReason ? describeReason(block, ({ path }) => path) : [];
  const body = element(
    'div',
    { class: 'body', title: reasons.length > 0 && reasons.join('\n').slice(0, 400) },
    field,
    textOf(block),
  );
  const root = element(
    'div',
    { class: `block ${fate}${block.field === undefined ? '' : ' field'}`, 'data-block': block.block },
    element('span', { class: 'line', title: `line ${lines[0]}` }, String(lines[0])),
    body,
    button ?? element('span'),
    detail,
  );
  if ('kind' in block && block.kind !== 'paragraph') root.classList.add(block.kind);
  if (hasReason) {
    body.addEventListener('click', () => {
      // a click that ends a selection means the text, not the reasons
      if (document.getSelection()?.isCollapsed !== false) toggle();
    });
  }
  const refresh = (): void => {
    const verdict = decisions.of(place)?.verdict;
    root.dataset['verdict'] = verdict ?? '';
    mark.textContent = verdict === undefined ? '' : verdict === 'accept' ? ' ✓ accepted' : ' ✗ rejected';
    for (const choice of detail.querySelectorAll<HTMLElement>('[data-verdict]')) {
      choice.setAttribute('aria-pressed', String(choice.dataset['verdict'] === verdict));
    }
  };
  const decide = (verdict: Decision['verdict']): void => {
    if (!isRemoved(block)) return;
    decisions.toggle({ ...place, verdict });
    const now = decisions.of(place)?.verdict;
    application.announce(
      now === undefined
        ? 'Decision taken back.'
        : now === 'accept'
          ? 'Removal accepted.'
          : 'Removal rejected.',
    );
  };
  const toggle = (open = detail.hidden): void => {
    if (open && detail.childElementCount === 0) fillDetail(application, article, block, detail, decide);
    detail.hidden = !open;
    button?.setAttribute('aria-expanded', String(open));
    refresh();
  };
  refresh();
  return { root, block, toggle, decide, refresh };
}

function textOf(block: PageBlock): HTMLElement {
  const name = isRemoved(block) ? 'del' : block.field === 'title' ? 'h2' : 'p';
  const { text } = block;
  const made = element(name, { class: 'text', dir: 'auto' }, ...visibleText(text.slice(0, MAX_SHOWN_UNITS)));
  if (text.length <= MAX_SHOWN_UNITS) return made;
  const more = element(
    'button',
    { type: 'button', class: 'quiet more' },
    `… show all ${grouped(text.length)} characters`,
  );
  more.addEventListener('click', (event) => {
    event.stopPropagation();
    made.replaceChildren(...visibleText(text));
  });
  made.append(more);
  return made;
}

function fillDetail(
  application: Application,
  article: PageArticle,
  block: PageBlock,
  detail: HTMLElement,
  decide: (verdict: Decision['verdict']) => void,
): void {
  const facts = element('dl', { class: 'facts' });
  const add = (name: string, ...value: readonly (Node | string)[]): void =>
    facts.append(element('div', {}, element('dt', {}, name), element('dd', {}, ...value)));
  if ('rule' in block) {
    add('Reason', 'boilerplate');
    add('Rule', block.rule);
    add('Evidence', block.evidence);
    add('Confidence', percent(block.confidence));
    if (block.because !== undefined) add('Because', block.because.join(', '));
  } else if ('of' in block) {
    add(
      'Reason',
      `${block.match} repeat, ${block.scope === 'within' ? 'in this article' : 'of another article'}`,
    );
    add('Similarity', percent(block.similarity));
    if (block.differs !== undefined) add('Differs in', block.differs.join(', '));
    add('Witness', witnessLink(block.of));
  }
  if ('variantOf' in block && block.variantOf !== undefined) {
    const { differs, similarity } = block.variantOf;
    add('Variant of', witnessLink(block.variantOf));
    add('Similarity', percent(similarity));
    add('Differs in', differs.length === 0 ? 'no fact: it stays for what it is' : differs.join(', '));
  }
  if ('extends' in block && block.extends !== undefined) {
    add('Holds', witnessLink(block.extends), ' and more');
    add('Share', percent(block.extends.similarity));
  }
  detail.append(facts);
  if (isRemoved(block)) {
    const choice = (verdict: Decision['verdict'], label: string): HTMLElement =>
      element(
        'button',
        {
          type: 'button',
          class: `choice ${verdict}`,
          'data-verdict': verdict,
          on: { click: () => decide(verdict) },
        },
        label,
      );
    detail.append(
      element(
        'div',
        { class: 'choices', role: 'group', 'aria-label': 'Decision' },
        choice('accept', 'Accept removal'),
        choice('reject', 'Reject: keep this text'),
      ),
    );
  }
  const witness = witnessOf(block);
  if (witness !== undefined) void fillComparison(application, article, block, witness, detail);
}

function witnessLink({ path, block, blocks = [block] }: WitnessReference): HTMLElement {
  const which = blocks.length === 1 ? `block ${block}` : `blocks ${blocks[0]} to ${blocks.at(-1) ?? block}`;
  return element('a', { href: addressOf(path, block), class: 'witness' }, ...visibleText(path), `, ${which}`);
}

async function fillComparison(
  { store }: Application,
  article: PageArticle,
  block: PageBlock,
  witness: WitnessReference,
  detail: HTMLElement,
): Promise<void> {
  const place = store.placeOf(witness.path);
  const numbers = witness.blocks ?? [witness.block];
  const found = await Promise.all(numbers.map((number) => store.block(place, number)));
  const texts = found.filter((one) => one !== undefined).map(({ text }) => text);
  if (texts.length === 0) {
    detail.append(element('p', { class: 'dim' }, 'The witness is not in this output.'));
    return;
  }
  detail.append(
    compare(
      { heading: document.createTextNode(`This text (line ${block.lines[0]})`), text: block.text },
      {
        heading: element(
          'a',
          { href: addressOf(witness.path, witness.block) },
          witness.path === article.path ? 'Kept in this article' : 'Kept in ',
          ...(witness.path === article.path ? [] : visibleText(witness.path)),
          ` (line ${found[0]?.lines[0] ?? '?'})`,
        ),
        text: texts.join('\n'),
      },
    ),
  );
}
