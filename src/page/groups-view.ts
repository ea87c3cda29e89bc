import { percent } from '../reporters/describe-reason.ts';
import { addressOf } from '../reporters/html/article-address.ts';
import { groupMatches, type PageGroups } from '../reporters/html/page-data.ts';
import type { Application, View } from './application.ts';
import { compare } from './compare.ts';
import { counted, element, excerptOf, grouped, visibleText } from './element.ts';
import { listControls, type ListState } from './list-controls.ts';
import { formatRoute, type Route } from './route.ts';
import { virtualList } from './virtual-list.ts';

const ROW_HEIGHT = 84;
/** Copies of a group that are drawn at once. */
const MAX_MEMBERS = 100;
/** How much of the kept text a row shows. In UTF-16 code units. */
const EXCERPT_UNITS = 160;
/** How much of the kept text is shown beside its copies. In UTF-16 code units. */
const MAX_SHOWN_UNITS = 20_000;
const TEN_THOUSAND = 10_000;

const filters = [
  ['', 'All repeats'],
  ['exact', 'With exact copies'],
  ['near', 'With near copies'],
  ['contained', 'With contained text'],
  ['variant', 'With variants'],
  ['extension', 'With extensions'],
] as const;
const sorts = [
  ['', 'Most copies'],
  ['spread', 'Most articles'],
  ['size', 'Longest text'],
  ['similarity', 'Least similar'],
  ['path', 'By path'],
] as const;

/** What sorting and filtering needs of each group. */
interface GroupFacts {
  readonly copies: number;
  /** Articles, with that of the kept block. */
  readonly spread: number;
  /** The least of its members, in ten-thousandths. */
  readonly similarity: number;
  /** Bits in the order of `groupMatches`. */
  readonly matches: number;
}

/** All kept blocks that something repeats, and one of them with its copies. */
export function groupsView(application: Application): View {
  const { store, search } = application;
  const { path, folder } = store.index;
  let groups: PageGroups | undefined;
  let facts: readonly GroupFacts[] = [];
  let shown: number[] = [];
  let route: Route = { view: 'groups', query: '', filter: '', sort: '' };
  let listed = '';
  let opened = '';
  const excerpts = new Map<number, string>();

  const list = virtualList('Repeated text', ROW_HEIGHT, (row) => {
    const group = shown[row];
    const { copies, spread, similarity } = facts[group];
    const excerpt = element('span', { class: 'row-excerpt', dir: 'auto' });
    void fillExcerpt(group, excerpt);
    return {
      href: linkTo(group),
      content: [
        excerpt,
        element(
          'span',
          { class: 'row-meta' },
          `${counted(copies, 'copy', 'copies')} · ${counted(spread, 'article')} · ${alike(similarity)}`,
        ),
      ],
    };
  });
  const controls = listControls('paths and texts', filters, sorts, (state) =>
    application.go({ ...route, ...state }, true),
  );
  const pane = element('article', { class: 'pane group', tabindex: '-1' });
  const root = element(
    'div',
    { class: 'two-panes' },
    element(
      'section',
      { class: 'list-pane', 'aria-label': 'List of repeated text' },
      element('h1', { class: 'visually-hidden' }, 'Repeats'),
      controls.root,
      list.root,
    ),
    pane,
  );

  const linkTo = (group: number): string => {
    if (groups === undefined) return '#/groups';
    return formatRoute({ ...route, path: path[groups.article[group]], block: groups.block[group] });
  };

  async function fillExcerpt(group: number, excerpt: HTMLElement): Promise<void> {
    if (groups === undefined) return;
    let text = excerpts.get(group);
    if (text === undefined) {
      const block = await store.block(groups.article[group], groups.block[group]);
      text = block?.text.slice(0, EXCERPT_UNITS + 1) ?? '';
      excerpts.set(group, text);
    }
    excerpt.replaceChildren(...excerptOf(text, EXCERPT_UNITS));
  }

  async function update({ query, filter, sort }: ListState): Promise<void> {
    const key = JSON.stringify([query, filter, sort]);
    if (groups === undefined || listed === key) return;
    listed = key;
    const { article, block, units } = groups;
    let found = facts.map((_, group) => group);
    const bit = groupMatches.findIndex((match) => match === filter);
    if (bit >= 0) found = found.filter((group) => (facts[group].matches & (1 << bit)) !== 0);
    if (query !== '') {
      controls.status.textContent = 'Searching…';
      const matches = await search.findBlocks(query);
      if (listed !== key) return;
      found = found.filter((group) => matches(article[group], block[group]));
    }
    if (sort === '') found.sort((a, b) => facts[b].copies - facts[a].copies || a - b);
    if (sort === 'spread') found.sort((a, b) => facts[b].spread - facts[a].spread || a - b);
    if (sort === 'size') found.sort((a, b) => units[b] - units[a] || a - b);
    if (sort === 'similarity') found.sort((a, b) => facts[a].similarity - facts[b].similarity || a - b);
    shown = found;
    controls.status.textContent =
      shown.length === facts.length
        ? counted(shown.length, 'repeated block')
        : `${grouped(shown.length)} of ${counted(facts.length, 'repeated block')}`;
    list.root.scrollTop = 0;
    list.show(shown.length);
  }

  /** The group that the address names, or -1. */
  function openGroup(): number {
    if (groups === undefined || route.path === undefined) return -1;
    const place = store.placeOf(route.path);
    const { article, block } = groups;
    return article.findIndex((kept, group) => kept === place && block[group] === route.block);
  }

  async function drawGroup(group: number): Promise<void> {
    if (groups === undefined) return;
    const { article, block, start } = groups;
    const place = article[group];
    const kept = await store.block(place, block[group]);
    if (kept === undefined || openGroup() !== group) return;
    const { copies, spread, similarity } = facts[group];
    const members = element('ol', { class: 'members' });
    const rest = element('p', { class: 'rest' });
    const drawMore = async (): Promise<void> => {
      const from = start[group] + members.childElementCount;
      const to = Math.min(start[group + 1], from + MAX_MEMBERS);
      for (let member = from; member < to; member++) members.append(await drawMember(member, kept.text));
      rest.replaceChildren();
      const left = start[group + 1] - to;
      if (left === 0) return;
      const more = element('button', { type: 'button' }, `Show ${counted(left, 'more copy', 'more copies')}`);
      more.addEventListener('click', () => void drawMore());
      rest.append(more);
    };
    await drawMore();
    if (openGroup() !== group) return;
    pane.replaceChildren(
      element(
        'header',
        { class: 'article-head' },
        element('a', { href: '#/groups', class: 'back' }, '← All repeats'),
        element('h1', { class: 'title' }, 'Repeated text'),
        element(
          'p',
          { class: 'dim' },
          `${counted(copies, 'copy', 'copies')} in ${counted(spread, 'article')}, ${alike(similarity)}. Kept in `,
          element('a', { href: addressOf(path[place], block[group]) }, ...visibleText(path[place])),
          `, line ${kept.lines[0]}.`,
        ),
      ),
      element('p', { class: 'kept-text', dir: 'auto' }, ...excerptOf(kept.text, MAX_SHOWN_UNITS)),
      members,
      rest,
    );
    pane.scrollTop = 0;
  }

  async function drawMember(member: number, keptText: string): Promise<HTMLElement> {
    if (groups === undefined) return element('li');
    const place = groups.memberArticle[member];
    const number = groups.memberBlock[member];
    const match = groupMatches[groups.match[member]];
    const block = await store.block(place, number);
    const fate = match === 'variant' || match === 'extension' ? match : 'duplicate';
    const detail = element('div', { class: 'detail', hidden: true });
    const button = element(
      'button',
      { type: 'button', class: `badge ${fate}`, 'aria-expanded': 'false' },
      `${match} ${percent(groups.similarity[member] / TEN_THOUSAND)}`,
    );
    button.addEventListener('click', () => {
      if (detail.childElementCount === 0 && block !== undefined) {
        detail.append(
          compare(
            { heading: document.createTextNode('This copy'), text: block.text },
            { heading: document.createTextNode('Kept'), text: keptText },
          ),
        );
      }
      detail.hidden = !detail.hidden;
      button.setAttribute('aria-expanded', String(!detail.hidden));
    });
    return element(
      'li',
      {},
      element(
        'a',
        { href: addressOf(path[place], number) },
        ...visibleText(path[place].slice(folder.length)),
      ),
      element('span', { class: 'dim' }, ` line ${block?.lines[0] ?? '?'} `),
      button,
      detail,
    );
  }

  const move = (by: 1 | -1): void => {
    const row = shown.indexOf(openGroup());
    const next = row < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, row + by));
    if (shown.length > 0 && next !== row) location.hash = linkTo(shown[next]);
  };

  return {
    root,
    async show(next) {
      route = next;
      root.classList.toggle('has-detail', next.path !== undefined);
      if (groups === undefined) {
        groups = await store.groups();
        facts = factsOf(groups);
      }
      controls.set(next);
      await update(next);
      const group = openGroup();
      list.select(shown.indexOf(group), group >= 0);
      const name = group < 0 ? '' : String(group);
      if (group < 0) {
        pane.replaceChildren(
          element(
            'p',
            { class: 'empty' },
            'Choose a repeated text from the list, or press j for the next one.',
          ),
        );
      } else if (opened !== name) await drawGroup(group);
      opened = name;
    },
    key(key) {
      if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1);
      else if (key === '/') controls.focus();
      else if (key === 'Escape' && route.path !== undefined) {
        const { path: _path, block: _block, ...rest } = route;
        application.go({ ...rest, view: 'groups' });
      } else return false;
      return true;
    },
  };
}

function alike(least: number): string {
  return least === TEN_THOUSAND ? 'all alike' : `at least ${percent(least / TEN_THOUSAND)} alike`;
}

function factsOf({ article, start, memberArticle, match, similarity }: PageGroups): readonly GroupFacts[] {
  return article.map((kept, group) => {
    const articles = new Set([kept]);
    let least = TEN_THOUSAND;
    let matches = 0;
    for (let member = start[group]; member < start[group + 1]; member++) {
      articles.add(memberArticle[member]);
      least = Math.min(least, similarity[member]);
      matches |= 1 << match[member];
    }
    return { copies: start[group + 1] - start[group], spread: articles.size, similarity: least, matches };
  });
}
